/**
 * Found posts whose day nothing but the time of their capture tells -> the same posts on the day on which the archive already has them:
 * at the same minute of the clock, with the same words.
 */
import { plainBlocks } from "../../markdown/plain.ts";
import { type Instant, instantInZone, instantsInZone, localParts } from "../../model/instant.ts";
import type { FoundPost } from "../../model/live-page.ts";
import { readCaptures } from "../captures/captures.ts";
import { type Print, printOf } from "./match.ts";

export interface KnownDay {
  readonly posts: readonly FoundPost[];
  /** How many posts got another day. */
  readonly moved: number;
  /** The newest of them, before and after. */
  readonly from: Instant;
  readonly to: Instant;
}

const dayLength = 86_400_000;
/** Alone, fewer letters may stand at the same minute of two days. */
const fewestLetters = 30;

/** Undefined where the archive does not have them, has them on the day of the capture, or on several days. */
export function onKnownDay(
  root: string,
  slug: string,
  posts: readonly FoundPost[],
  captured: Instant | undefined,
): KnownDay | undefined {
  const open = posts.filter(({ published, inferred }) => published !== undefined && inferred.includes("date"));
  if (open.length === 0) return undefined;
  const known = printsByWords([...readCaptures(root, slug).known.values()].flat());
  const days = open.flatMap((post) => {
    const found = daysOf(post, known);
    return found.size === 0 ? [] : [{ post, found }];
  });
  const [first] = days;
  const common = [...(first?.found ?? [])].filter((day) => days.every(({ found }) => found.has(day)));
  const [shift] = common;
  if (shift === undefined || common.length > 1 || days.some(({ found }) => found.has(0))) return undefined;
  const letters = (post: FoundPost): number => plainBlocks(post.blocks).replace(/\s/g, "").length;
  if (days.length < 2 && days.every(({ post }) => letters(post) < fewestLetters)) return undefined;
  const moved = new Map(open.map((post) => [post, movedBy(post, shift)]));
  const all = posts.map((post) => moved.get(post) ?? post);
  const newest = [...moved].reduce((best, pair) => (epochOf(pair[0]) > epochOf(best[0]) ? pair : best));
  const [from, to] = newest.map(({ published }) => published);
  if (from === undefined || to === undefined || isOutOfOrder(posts, all, captured)) return undefined;
  return { posts: all, moved: open.length, from, to };
}

const epochOf = ({ published }: FoundPost): number => published?.epoch ?? Number.NEGATIVE_INFINITY;

const wordsKey = ({ headline, text }: Print): string => `${headline} ${text}`;

function printsByWords(prints: readonly Print[]): ReadonlyMap<string, readonly Print[]> {
  return Map.groupBy(
    prints.filter(({ minute, text }) => minute !== "-" && text !== "-"),
    wordsKey,
  );
}

/** How many days lie between a post and those that say the same at the same minute of the clock. */
function daysOf(post: FoundPost, known: ReadonlyMap<string, readonly Print[]>): ReadonlySet<number> {
  const { published } = post;
  const days = new Set<number>();
  if (published === undefined) return days;
  const own = localParts(published);
  for (const { minute } of known.get(wordsKey(printOf(post))) ?? []) {
    const other = instantInZone(Date.parse(minute), published.zone);
    const parts = localParts(other);
    if (parts.hour !== own.hour || parts.minute !== own.minute) continue;
    const local = ({ epoch, offset }: Instant): number => Math.floor((epoch + offset * 60_000) / dayLength);
    days.add(local(other) - local(published));
  }
  return days;
}

function movedBy(post: FoundPost, days: number): FoundPost {
  const { published } = post;
  if (published === undefined) return post;
  const local = localParts({ ...published, epoch: published.epoch + days * dayLength });
  const [instant] = instantsInZone(local, published.zone).instants;
  return {
    ...post,
    published: instant === undefined ? published : { ...instant, epoch: instant.epoch + (published.epoch % 60_000) },
  };
}

/** True where a post would be later than its capture, or the order of the page would be broken where it was not. */
function isOutOfOrder(
  before: readonly FoundPost[],
  after: readonly FoundPost[],
  captured: Instant | undefined,
): boolean {
  if (captured !== undefined && after.some((post) => epochOf(post) > captured.epoch + 60_000)) return true;
  return turnsIn(after) > turnsIn(before);
}

/** How often times go the other way than most do. */
function turnsIn(posts: readonly FoundPost[]): number {
  const times = posts.flatMap(({ published }) => published?.epoch ?? []);
  const steps = times.slice(1).map((time, index) => Math.sign(time - (times[index] ?? time)));
  return Math.min(steps.filter((step) => step > 0).length, steps.filter((step) => step < 0).length);
}
