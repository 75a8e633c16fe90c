/** From the posts of pages that overlap to those that repeat an earlier post, and to an account that counts these as copies. */
import type { FoundPost } from "../../model/live-page.ts";
import type { Account, AccountPlace, Span } from "../account/account-span.ts";
import type { Stamp } from "../written-time/stamp.ts";

/** A printed time, and the number of its page. */
export interface Printed {
  readonly page: number;
  readonly stamp: Stamp;
}

/**
 * By the index of a repeated post, the index of the earlier post with the same minute, headline and text. Posts without a headline do not
 * count. On two pages, the same printed time counts as the same minute, although one of them may stand among posts of another day.
 */
export function findRepeats(
  posts: readonly FoundPost[],
  printed: readonly (Printed | undefined)[],
): ReadonlyMap<number, number> {
  const repeats = new Map<number, number>();
  const minutes = new Map<string, number>();
  const prints = new Map<string, number>();
  for (const [index, post] of posts.entries()) {
    const { published, inferred: _inferred, order: _order, truncated: _cut, ...said } = post;
    if (published === undefined || post.headline === undefined) continue;
    const words = JSON.stringify(said);
    const minute = `${Math.floor(published.epoch / 60_000)} ${words}`;
    const { page, stamp } = printed[index] ?? {};
    const print = stamp === undefined ? undefined : `${JSON.stringify(Object.entries(stamp).sort())} ${words}`;
    const elsewhere = print === undefined ? undefined : prints.get(print);
    const before =
      minutes.get(minute) ?? (elsewhere !== undefined && printed[elsewhere]?.page !== page ? elsewhere : undefined);
    if (before !== undefined) repeats.set(index, before);
    else {
      minutes.set(minute, index);
      if (print !== undefined) prints.set(print, index);
    }
  }
  return repeats;
}

/** False where no two posts can be the same: all have other words or other printed times. Cheaper than resolving their times. */
export function mayRepeat(
  posts: readonly { readonly head: { readonly stamp?: Stamp }; readonly post: FoundPost }[],
): boolean {
  const seen = new Set<string>();
  for (const { head, post } of posts) {
    if (post.headline === undefined) continue;
    const { published, inferred: _inferred, order: _order, truncated: _cut, ...said } = post;
    const key = `${head.stamp?.hour}:${head.stamp?.minute} ${published?.epoch} ${JSON.stringify(said)}`;
    if (seen.has(key)) return true;
    seen.add(key);
  }
  return false;
}

/** The account in which the words of a repeated post are copies of those of the post that is kept. */
export function withoutRepeats(account: Account, repeats: ReadonlyMap<number, number>): Account {
  if (repeats.size === 0) return account;
  const left = new Map<number, number>();
  const placeOf = (post: number): number => left.get(post) ?? post;
  const last = account.reduce((most, span) => Math.max(most, postOf(span) ?? -1), -1);
  for (let post = 0, place = 0; post <= last; post += 1) if (!repeats.has(post)) left.set(post, place++);
  return account.map((span): Span => {
    const { start, end } = span;
    const place = "into" in span ? span.into : span.of;
    if (place === undefined || "page" in place) return span;
    const original = repeats.get(place.post);
    const of: AccountPlace = { ...place, post: placeOf(original ?? place.post) };
    if (original === undefined) return "into" in span ? { start, end, into: of } : { ...span, of };
    if ("lost" in span) return { ...span, of, lost: span.lost === "embed text" ? "repeated embed text" : span.lost };
    return { start, end, of, lost: copiedAs(place.field) };
  });
}

const postOf = (span: Span): number | undefined => {
  const place = "into" in span ? span.into : span.of;
  return place !== undefined && "post" in place ? place.post : undefined;
};

const copiedAs = (field: string) =>
  field === "stamp" ? "repeated stamp" : field === "breaking" ? "repeated breaking" : "second copy";

/** The warning about posts that stand more than once. */
export const repeatsWarning = (count: number): readonly [offset: number, message: string, hint: string] => [
  0,
  `Posts that stand more than once in the capture, with the same time, headline and text, were taken once: ${count}`,
  "Nothing is to be done: each post is there once",
];
