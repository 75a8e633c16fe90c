/** From what a file system says of a file to a signature: equal signatures mean that the file need not be opened again. */
import type { Stats } from "node:fs";
import { statsAt } from "../../base/stats-at.ts";

/** "" is equal to no signature. */
export type StatSignature = string;

/**
 * Size, milliseconds of the last change of the bytes and of the entry, and the number of the file. Files that were written in one
 * tick of the clock can change places, with their folders, and keep their own times: then the number differs.
 */
export const signatureOf = (stats: Stats): StatSignature =>
  `${stats.size} ${stats.mtimeMs} ${stats.ctimeMs} ${stats.ino}`;

/** The signature of a file, or "" where there is none. Links are followed. */
export function signatureAt(path: string): StatSignature {
  const stats = statsAt(path);
  return stats === undefined ? "" : signatureOf(stats);
}

/** As `signatureAt`; but a file that changed just before `now` gets a signature that no later look gives again. */
export function steadySignatureAt(path: string, now: number): StatSignature {
  const stats = statsAt(path);
  if (stats === undefined) return "";
  return isSettled(stats, now) ? signatureOf(stats) : `${signatureOf(stats)} at ${now}`;
}

/**
 * Whether the signature of a file that was read at `now` (milliseconds since 1970) can be trusted. A file that changed a moment ago
 * can change once more within the same tick of the disk's clock, and its signature stays the same.
 */
export function isSettled({ mtimeMs, ctimeMs }: Stats, now: number): boolean {
  const changed = Math.max(mtimeMs, ctimeMs);
  // A time in whole seconds comes from a disk with a coarse clock.
  return now - changed > (changed % 1000 === 0 ? 2000 : 50);
}

/** What was read from a file, with the signature that the file had. */
export type Cached<T> = T & { readonly signature: StatSignature };

/**
 * What a file says: `before` where its signature is still the same, else what `read` gives. `cached` is for the next reading; it is
 * undefined where the signature cannot be trusted. Without `now` the file system is not asked, and nothing is cached.
 */
export function readCached<T extends object>(
  path: string,
  before: Cached<T> | undefined,
  now: number | undefined,
  read: (size?: number) => T,
): { readonly value: T; readonly cached?: Cached<T> } {
  const stats = now === undefined ? undefined : statsAt(path);
  if (stats === undefined || now === undefined) return { value: read() };
  const signature = signatureOf(stats);
  const value = before?.signature === signature ? before : { ...read(stats.size), signature };
  return isSettled(stats, now) ? { value, cached: value } : { value };
}
