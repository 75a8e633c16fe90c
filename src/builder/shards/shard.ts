/** Divides the live pages of an archive among machines: every machine computes the same shares. */
import path from "node:path";
import type { PageScan } from "../../archive/read/scan.ts";

/** One of several shares of an archive. */
export interface Shard {
  /** From 1. */
  readonly number: number;
  readonly of: number;
}

/** The file that says what a part is, in the folder that it was built into. */
export const partFile = (folder: string): string => path.join(folder, ".afterlive", "part.json");

export const mostShards = 1000;

/** Reads `2/5`; undefined for anything else. */
export function parseShard(text: string): Shard | undefined {
  const [number, of] = /^(\d{1,4})\/(\d{1,4})$/.exec(text)?.slice(1).map(Number) ?? [];
  if (number === undefined || of === undefined) return undefined;
  return number >= 1 && number <= of && of <= mostShards ? { number, of } : undefined;
}

/** The slugs of one share: the largest live pages first, each goes to the share that has the fewest files. */
export function shareOf(pages: Iterable<PageScan>, { number, of }: Shard): ReadonlySet<string> {
  const loads = Array.from({ length: of }, () => 0);
  const own = new Set<string>();
  const sorted = [...pages].sort((a, b) => b.files - a.files || (a.slug < b.slug ? -1 : 1));
  for (const { slug, files } of sorted) {
    const least = loads.indexOf(Math.min(...loads));
    loads[least] = (loads[least] ?? 0) + files + 1;
    if (least === number - 1) own.add(slug);
  }
  return own;
}
