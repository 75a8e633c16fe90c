/** From the readings of two forms of one capture to one reading: the fuller form decides what a post is, the other adds what it lacks. */
import type { FoundPost } from "../model/live-page.ts";
import type { Account, Span } from "./account/account-span.ts";
import type { Reading } from "./contract.ts";
import { namedApart } from "./named-posts.ts";
import { pairPosts } from "./pair-posts.ts";
import { findPlaces } from "./places.ts";
import { repeatedOrLeft } from "./repeated-words.ts";
import { timesOfForms } from "./times/form-times.ts";
import type { TimeWarning } from "./times/time-agreement.ts";

export interface Combined {
  readonly reading: Reading;
  /** The number of posts in both forms. */
  readonly shared: number;
  /** The number of posts that only the other form holds; they were added. */
  readonly added: number;
  /** The number of posts whose time is from the other form. */
  readonly timed: number;
  /** Messages about times that differ. */
  readonly messages: readonly TimeWarning[];
}

/** Adds to `main` what only `other` has: times that the page does not print, and posts that it does not show. */
export function combine(main: Reading, other: Reading): Combined {
  const pairs = pairPosts(main, other);
  const {
    posts: completed,
    timed,
    warnings: messages,
  } = timesOfForms(
    main.posts,
    pairs.map((pair) => (pair === undefined ? undefined : other.posts[pair])),
    main.zoneGuessed === true,
  );
  const paired = new Set(pairs);
  const missing = [...other.posts.keys()].filter((index) => !paired.has(index));
  const entries = [
    ...completed.map((post, index) => ({ post, from: "main" as const, index })),
    ...missing.map((index) => ({ post: other.posts[index] as FoundPost, from: "other" as const, index })),
  ];
  const sign = main.order === "newest-first" ? -1 : 1;
  if (missing.length > 0 && entries.every(({ post }) => post.published !== undefined))
    entries.sort((a, b) => sign * ((a.post.published?.epoch ?? 0) - (b.post.published?.epoch ?? 0)));
  const places = { main: new Map<number, number>(), other: new Map<number, number>() };
  for (const [place, { from, index }] of entries.entries()) places[from].set(index, place);
  const order = findPlaces(
    entries.map(({ post }) => post.published),
    main.order,
  );
  const posts = entries.map(({ post }, index): FoundPost => {
    const { order: _, ...rest } = post;
    const place = order[index];
    return place === undefined ? rest : { ...rest, order: place };
  });
  const began = main.began ?? other.began;
  const moments = main.moments ?? other.moments;
  const words = main.words ?? "";
  const page = { ...other.page, ...main.page };
  const ofMain = moved(main.account, places.main, new Map());
  const twins = new Map(
    pairs.flatMap((pair, index) => (pair === undefined ? [] : [[pair, places.main.get(index) ?? 0]])),
  );
  const ofOther = moved(other.account, places.other, twins);
  return {
    shared: main.posts.length - pairs.filter((pair) => pair === undefined).length,
    added: missing.length,
    timed,
    messages,
    reading: {
      ...withoutNames(main),
      page,
      posts,
      ...namedApart(main.named ?? [], posts),
      ...(began !== undefined && { began }),
      ...(moments !== undefined && { moments }),
      pictures: new Map([...(other.pictures ?? []), ...(main.pictures ?? [])]),
      words: words + (other.words ?? ""),
      account: [...ofMain, ...shifted(repeatedOrLeft(other.words ?? "", ofOther, { page, posts }), words.length)],
      problems: main.problems,
    },
  };
}

const withoutNames = ({ named: _, ...reading }: Reading): Reading => reading;

/**
 * Gives each post in an account its new place. The words of a post that is not used are lost; if it has a twin in the other form,
 * they stand beside it.
 */
const moved = (account: Account, places: ReadonlyMap<number, number>, twins: ReadonlyMap<number, number>): Account =>
  account.map((span): Span => {
    const { start, end } = span;
    const place = "into" in span ? span.into : span.of;
    if (place === undefined || "page" in place) return span;
    const post = places.get(place.post);
    if (post !== undefined)
      return "into" in span ? { start, end, into: { ...place, post } } : { ...span, of: { ...place, post } };
    const twin = twins.get(place.post);
    return { start, end, lost: "other form", ...(twin !== undefined && { of: { ...place, post: twin } }) };
  });

const shifted = (account: Account, by: number): Account =>
  account.map((span) => ({ ...span, start: span.start + by, end: span.end + by }));
