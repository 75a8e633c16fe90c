/**
 * Stores JSON values in files, each with the digest of its text, and keeps the latest ones in memory too. A file that was cut
 * off or changed counts as missing.
 */
import fs from "node:fs";
import { sha256 } from "../../base/digest.ts";
import { utf8 } from "../../base/utf8.ts";
import { writeWhole } from "../../base/write-whole.ts";

/** A stored value, and the SHA-256 of its text in hexadecimal. */
export interface CachedValue<T> {
  readonly value: T;
  readonly digest: string;
}

export const diskCache = { get, put, move, keepInMemory, hasRoomFor };

/** The value in a file; undefined if the file is missing or damaged, or if its digest is another one than `digest`. */
function get<T>(file: string, digest?: string): CachedValue<T> | undefined {
  const known = recent.get(file);
  if (known !== undefined && known.digest === digest) {
    remember(file, known);
    return { value: known.value as T, digest };
  }
  try {
    const bytes = fs.readFileSync(file);
    const stored = bytes.toString("latin1", 0, 64);
    if ((digest !== undefined && stored !== digest) || sha256(bytes.subarray(65)) !== stored) return undefined;
    const value = JSON.parse(bytes.toString("utf8", 65)) as T;
    remember(file, { value, digest: stored, size: bytes.length });
    return { value, digest: stored };
  } catch {
    return undefined;
  }
}

/** Stores a value in a file, which then holds all of it or what it held before. Gives the digest. */
function put(file: string, value: unknown): string {
  const body = utf8(JSON.stringify(value));
  const digest = sha256(body);
  writeWhole(file, Buffer.concat([Buffer.from(`${digest}\n`), body]));
  remember(file, { value, digest, size: body.length });
  return digest;
}

/** Puts one file in the place of another. */
function move(from: string, to: string): void {
  fs.renameSync(from, to);
  const known = recent.get(from);
  forget(to);
  forget(from);
  if (known !== undefined) remember(to, known);
}

interface RecentValue extends CachedValue<unknown> {
  /** The bytes of its text. */
  readonly size: number;
}

/** The values in memory, by file, the least recently used first. */
const recent = new Map<string, RecentValue>();
/** The bytes of text that memory holds at most, and holds. */
let limit = 8_000_000;
let total = 0;

function remember(file: string, value: RecentValue): void {
  forget(file);
  recent.set(file, value);
  total += value.size;
  evict();
}

function forget(file: string): void {
  total -= recent.get(file)?.size ?? 0;
  recent.delete(file);
}

/** Takes the least recently used values out of memory until the others are within the limit. */
function evict(): void {
  for (const file of recent.keys()) {
    if (total <= limit) return;
    forget(file);
  }
}

/** Sets how many bytes of text memory holds at most. As objects they take about three times as much. */
function keepInMemory(bytes: number): void {
  limit = bytes;
  evict();
}

/** Whether the value of a file is in memory, or fits beside all that is. */
function hasRoomFor(file: string): boolean {
  const size = recent.has(file) ? 0 : (fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0);
  return total + size <= limit;
}
