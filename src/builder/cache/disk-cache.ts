/** What a build keeps for the next one: JSON in the cache, each file under its own digest. What is not whole is not there. */
import fs from "node:fs";
import path from "node:path";
import { sha256 } from "../../base/digest.ts";
import { utf8 } from "../../base/utf8.ts";

/** A value that was kept, and the digest of its text. */
export interface Kept<T> {
  readonly value: T;
  readonly digest: string;
}

/** The value that was kept in a file; undefined where it is missing, cut off, changed or not the one with this digest. */
export function recallValue<T>(file: string, digest?: string): Kept<T> | undefined {
  const known = recent.get(file);
  if (known !== undefined && known.digest === digest) {
    remember(file, known);
    return { value: known.value as T, digest };
  }
  try {
    const bytes = fs.readFileSync(file);
    const said = bytes.toString("latin1", 0, 64);
    if ((digest !== undefined && said !== digest) || sha256(bytes.subarray(65)) !== said) return undefined;
    const value = JSON.parse(bytes.toString("utf8", 65)) as T;
    remember(file, { value, digest: said, size: bytes.length });
    return { value, digest: said };
  } catch {
    return undefined;
  }
}

/** Keeps a value whole, or not at all. Gives the digest of its text. */
export function keepValue(file: string, value: unknown): string {
  const body = utf8(JSON.stringify(value));
  const digest = sha256(body);
  const staged = `${file}.${process.pid}.tmp`;
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const handle = fs.openSync(staged, "w");
  try {
    fs.writeSync(handle, `${digest}\n`);
    fs.writeFileSync(handle, body);
  } finally {
    fs.closeSync(handle);
  }
  fs.renameSync(staged, file);
  remember(file, { value, digest, size: body.length });
  return digest;
}

interface Recent extends Kept<unknown> {
  /** Bytes of its text. */
  readonly size: number;
}

/** What was last kept or recalled, by its file, the latest last: who builds again and again need not read it back. */
const recent = new Map<string, Recent>();
/** The number that is kept whatever their size; more as long as all together are no larger than `room`. */
const few = 4;
let room = 0;
let taken = 0;

function remember(file: string, one: Recent): void {
  taken += one.size - (recent.get(file)?.size ?? 0);
  recent.delete(file);
  recent.set(file, one);
  for (const [oldest, { size }] of recent) {
    if (recent.size <= few || taken <= room) return;
    recent.delete(oldest);
    taken -= size;
  }
}

/** For repeated builds: what was kept or recalled stays at hand, up to a limit in bytes of text. */
export function rememberUpTo(bytes: number): void {
  room = bytes;
}

/** Whether the value that was kept in a file is at hand, or could be with all that is. */
export function hasRoomFor(file: string): boolean {
  const size = recent.has(file) ? 0 : (fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0);
  return taken + size <= room;
}
