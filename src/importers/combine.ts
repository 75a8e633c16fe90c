/** Two readings of one capture, of two of its forms, as one: the fuller form says what a post is, the other what it lacks. */
import type { FoundPost } from "../model/live-page.ts";
import type { Account, Span } from "./account/account-span.ts";
import type { Reading } from "./contract.ts";
import { namedApart } from "./named-posts.ts";
import { pairPosts } from "./pair-posts.ts";
import { findPlaces } from "./places.ts";
import { repeatedOrLeft } from "./repeated-words.ts";
import { timesOfForms } from "./times/form-times.ts";
import type { Said } from "./times/time-agreement.ts";

export interface Combined {
  readonly reading: Reading;
  /** Posts that both forms hold. */
  readonly shared: number;
  /** Posts that only the other form holds: they were added. */
  readonly added: number;
  /** Posts whose time was taken from the other form. */
  readonly timed: number;
  /** Where their times differ. */
  readonly said: readonly Said[];
}

/** Adds to `main` what only `other` knows: times that the page does not print, and posts that it does not show. */
export function combine(main: Reading, other: Reading): Combined {
  const pairs = pairPosts(main, other);
  const {
    posts: completed,
    timed,
    said,
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
    said,
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
 * The account with each post at its new place. What went into a post that is not used is lost, beside its twin in the other
 * form; so is what went into the page, where there are twins at all: of the page the main form tells.
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
