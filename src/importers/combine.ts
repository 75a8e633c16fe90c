/** Two readings of one capture, of two of its forms, as one: the fuller form says what a post is, the other what it lacks. */
import { plainInline } from "../model/inline.ts";
import type { FoundPost } from "../model/live-page.ts";
import { idInSource } from "../model/source-key.ts";
import type { Account, Span } from "./account-span.ts";
import type { Reading } from "./contract.ts";
import { namedApart } from "./named-posts.ts";
import { findPlaces } from "./places.ts";
import { squeeze } from "./written-words.ts";

export interface Combined {
  readonly reading: Reading;
  /** Posts that both forms hold. */
  readonly shared: number;
  /** Posts that only the other form holds: they were added. */
  readonly added: number;
  /** Posts whose time was taken from the other form. */
  readonly timed: number;
}

/** For each post of `main` the place in `other` of the post that it is; undefined where there is none. */
export function pairPosts(main: Reading, other: Reading): readonly (number | undefined)[] {
  const taken = new Set<number>();
  const pairs: (number | undefined)[] = main.posts.map(() => undefined);
  for (const keyOf of keys) {
    const known = new Map<string, number[]>();
    for (const [index, post] of other.posts.entries()) {
      const key = taken.has(index) ? undefined : keyOf(post);
      if (key !== undefined) known.set(key, [...(known.get(key) ?? []), index]);
    }
    for (const [index, post] of main.posts.entries()) {
      const key = pairs[index] === undefined ? keyOf(post) : undefined;
      const found = key === undefined ? undefined : known.get(key)?.shift();
      if (found === undefined) continue;
      pairs[index] = found;
      taken.add(found);
    }
  }
  return pairs;
}

/** The publisher's own id, alone or at the end of an address. */
const idOf = ({ source }: FoundPost): string | undefined => {
  if (source === undefined) return undefined;
  return idInSource(source) ?? /[^/#?=&:]+$/.exec(source)?.[0].toLowerCase();
};

const titleOf = ({ headline }: FoundPost): string | undefined =>
  headline === undefined ? undefined : squeeze(headline).toLowerCase().slice(0, 100);

/** The beginning of the text: the forms cut and mark it differently. */
const wordsOf = (post: FoundPost): string | undefined => {
  const first = post.blocks.find((block) => block.kind === "paragraph");
  if (first?.kind !== "paragraph") return undefined;
  const words = plainInline(first.content)
    .replace(/[^\p{L}\p{N}]+/gu, "")
    .toLowerCase();
  return words.length < 20 ? undefined : words.slice(0, 40);
};

const keys: readonly ((post: FoundPost) => string | undefined)[] = [
  idOf,
  (post) => {
    const title = titleOf(post);
    return title === undefined || post.published === undefined
      ? undefined
      : `${title} ${Math.floor(post.published.epoch / 60_000)}`;
  },
  titleOf,
  wordsOf,
];

/** Adds to `main` what only `other` knows: times that the page does not print, and posts that it does not show. */
export function combine(main: Reading, other: Reading): Combined {
  const pairs = pairPosts(main, other);
  let timed = 0;
  const completed = main.posts.map((post, index): FoundPost => {
    const { published } = other.posts[pairs[index] ?? -1] ?? {};
    if (published === undefined || (post.published !== undefined && post.inferred.length === 0)) return post;
    if (post.published?.epoch === published.epoch && post.inferred.length === 0) return post;
    timed += 1;
    return { ...post, published, inferred: [] };
  });
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
  const words = main.words ?? "";
  const shift = words.length;
  return {
    shared: main.posts.length - pairs.filter((pair) => pair === undefined).length,
    added: missing.length,
    timed,
    reading: {
      ...withoutNames(main),
      page: { ...other.page, ...main.page },
      posts,
      ...namedApart(main.named ?? [], posts),
      ...(began !== undefined && { began }),
      pictures: new Map([...(other.pictures ?? []), ...(main.pictures ?? [])]),
      words: words + (other.words ?? ""),
      account: [...moved(main.account, places.main), ...shifted(moved(other.account, places.other), shift)],
      problems: main.problems,
    },
  };
}

const withoutNames = ({ named: _, ...reading }: Reading): Reading => reading;

/** The account with each post at its new place; what went into posts and parts that are not used is lost, as said twice. */
const moved = (account: Account, places: ReadonlyMap<number, number>): Account =>
  account.map((span): Span => {
    const { start, end } = span;
    const place = "into" in span ? span.into : span.of;
    if (place === undefined || "page" in place) return span;
    const post = places.get(place.post);
    if (post === undefined) return { start, end, lost: "other form" };
    return "into" in span ? { start, end, into: { ...place, post } } : { ...span, of: { ...place, post } };
  });

/** The account of the other form behind that of the first; of its page nothing is used. */
const shifted = (account: Account, by: number): Account =>
  account.map((span): Span => {
    const { start, end } = { start: span.start + by, end: span.end + by };
    const place = "into" in span ? span.into : span.of;
    return place !== undefined && "page" in place ? { start, end, lost: "other form" } : { ...span, start, end };
  });
