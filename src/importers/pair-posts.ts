/** From two readings of one capture to pairs of equal posts. Posts are a pair only if nothing contradicts it. */
import { plainInline } from "../model/inline.ts";
import type { FoundPost } from "../model/live-page.ts";
import { idInSource } from "../model/source-key.ts";
import { squeeze } from "./account/written-words.ts";
import type { Reading } from "./contract.ts";

/**
 * For each post of `main` the index of the same post in `other`, or undefined. The same id makes a pair; if both forms use the same
 * ids, another id does not. Without ids the minute must agree, and also the headline or the first words. A post without a time in one
 * form must be the only one with its headline or words in both forms. At last, posts with the same headline and words are pairs if
 * all their times differ by the same number of half hours: one form has another zone.
 */
export function pairPosts(main: Reading, other: Reading): readonly (number | undefined)[] {
  const pairs = new Pairs(main.posts, other.posts);
  pairs.inTurn(idOf, () => true);
  const sameIds = pairs.count > 0;
  const mayBe = (a: FoundPost, b: FoundPost): boolean =>
    !sameIds || idOf(a) === undefined || idOf(b) === undefined || idOf(a) === idOf(b);
  for (const key of [titleOf, wordsOf]) pairs.inTurn((post) => atMinute(post, key), mayBe);
  const isUntimed = (a: FoundPost, b: FoundPost): boolean => a.published === undefined || b.published === undefined;
  for (const key of [titleOf, wordsOf]) pairs.single(key, (a, b) => isUntimed(a, b) && mayBe(a, b));
  pairs.shifted(titleAndWords, mayBe);
  return pairs.found;
}

type KeyOf = (post: FoundPost) => string | undefined;
type MayBe = (main: FoundPost, other: FoundPost) => boolean;

/** The publisher's id, alone or at the end of an address. */
const idOf: KeyOf = ({ source }) => {
  if (source === undefined) return undefined;
  return (
    idInSource(source) ??
    (source
      .split(/[/#?=&:]/)
      .at(-1)
      ?.toLowerCase() ||
      undefined)
  );
};

const titleOf: KeyOf = ({ headline }) =>
  headline === undefined ? undefined : squeeze(headline).toLowerCase().slice(0, 100);

/** The beginning of the text: the forms cut and mark it differently. */
const wordsOf: KeyOf = (post) => {
  const first = post.blocks.find((block) => block.kind === "paragraph");
  if (first?.kind !== "paragraph") return undefined;
  const words = plainInline(first.content)
    .replace(/[^\p{L}\p{N}]+/gu, "")
    .toLowerCase();
  return words.length < 20 ? undefined : words.slice(0, 40);
};

function titleAndWords(post: FoundPost): string | undefined {
  const [title, words] = [titleOf(post), wordsOf(post)];
  return title === undefined || words === undefined || post.published === undefined ? undefined : `${title} ${words}`;
}

function atMinute(post: FoundPost, keyOf: KeyOf): string | undefined {
  const key = keyOf(post);
  return key === undefined || post.published === undefined
    ? undefined
    : `${key} ${Math.floor(post.published.epoch / 60_000)}`;
}

const halfHour = 30 * 60_000;
/** The largest difference between two zones, in milliseconds. */
const widest = 26 * 60 * 60_000;

/** The pairs that were found; each post is in at most one pair. */
class Pairs {
  readonly found: (number | undefined)[];
  count = 0;
  readonly #main: readonly FoundPost[];
  readonly #other: readonly FoundPost[];
  readonly #taken = new Set<number>();

  constructor(main: readonly FoundPost[], other: readonly FoundPost[]) {
    this.#main = main;
    this.#other = other;
    this.found = main.map(() => undefined);
  }

  /** Pairs posts with equal keys, in their order. */
  inTurn(keyOf: KeyOf, mayBe: MayBe): void {
    const known = this.#open(keyOf).other;
    for (const [index, post] of this.#main.entries()) {
      const key = this.found[index] === undefined ? keyOf(post) : undefined;
      const waiting = key === undefined ? undefined : known.get(key);
      const place = waiting?.[0];
      const candidate = place === undefined ? undefined : this.#other[place];
      if (place === undefined || candidate === undefined || !mayBe(post, candidate)) continue;
      waiting?.shift();
      this.#take(index, place);
    }
  }

  /** Pairs two posts if on each side only one post has their key. */
  single(keyOf: KeyOf, mayBe: MayBe): void {
    for (const [index, place] of this.#singles(keyOf, mayBe)) this.#take(index, place);
  }

  /** The same, if all times differ by the same number of half hours. */
  shifted(keyOf: KeyOf, mayBe: MayBe): void {
    const singles = this.#singles(keyOf, mayBe);
    // A page shows minutes, its data also has seconds.
    const minute = (post: FoundPost | undefined): number =>
      Math.floor((post?.published?.epoch ?? Number.NaN) / 60_000) * 60_000;
    const gaps = new Set(singles.map(([index, place]) => minute(this.#main[index]) - minute(this.#other[place])));
    const [gap = Number.NaN] = gaps;
    if (singles.length < 2 || gaps.size !== 1 || gap % halfHour !== 0 || Math.abs(gap) > widest) return;
    for (const [index, place] of singles) this.#take(index, place);
  }

  #singles(keyOf: KeyOf, mayBe: MayBe): readonly (readonly [main: number, other: number])[] {
    const { main, other } = this.#open(keyOf);
    return [...main].flatMap(([key, [index, ...moreMain]]) => {
      const [place, ...moreOther] = other.get(key) ?? [];
      if (index === undefined || place === undefined || moreMain.length > 0 || moreOther.length > 0) return [];
      const [a, b] = [this.#main[index], this.#other[place]];
      return a !== undefined && b !== undefined && mayBe(a, b) ? [[index, place] as const] : [];
    });
  }

  /** The indexes of posts without a pair, by their keys. */
  #open(keyOf: KeyOf): Record<"main" | "other", Map<string, number[]>> {
    const group = (posts: readonly FoundPost[], isOpen: (index: number) => boolean): Map<string, number[]> => {
      const places = new Map<string, number[]>();
      for (const [index, post] of posts.entries()) {
        const key = isOpen(index) ? keyOf(post) : undefined;
        const known = key === undefined ? undefined : places.get(key);
        if (known !== undefined) known.push(index);
        else if (key !== undefined) places.set(key, [index]);
      }
      return places;
    };
    return {
      main: group(this.#main, (index) => this.found[index] === undefined),
      other: group(this.#other, (index) => !this.#taken.has(index)),
    };
  }

  #take(index: number, place: number): void {
    this.found[index] = place;
    this.#taken.add(place);
    this.count += 1;
  }
}
