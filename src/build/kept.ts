/** What a build keeps for the next one: JSON in the cache, each file under its own digest. What is not whole is not there. */
import fs from "node:fs";
import path from "node:path";
import { sha256 } from "../base/digest.ts";
import { utf8 } from "../base/utf8.ts";

/** A value that was kept, and the digest of its text. */
export interface Kept<T> {
  readonly value: T;
  readonly digest: string;
}

/** The value that was kept in a file; undefined where it is missing, cut off, changed or not the one with this digest. */
export function recallValue<T>(file: string, digest?: string): Kept<T> | undefined {
  const known = digest === undefined ? undefined : recent.get(digest);
  if (digest !== undefined && known !== undefined) return { value: known as T, digest };
  try {
    const bytes = fs.readFileSync(file);
    const said = bytes.toString("latin1", 0, 64);
    if ((digest !== undefined && said !== digest) || sha256(bytes.subarray(65)) !== said) return undefined;
    return { value: JSON.parse(bytes.toString("utf8", 65)) as T, digest: said };
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
  recent.delete(digest);
  recent.set(digest, value);
  for (const [oldest] of recent) if (recent.size > most) recent.delete(oldest);
  return digest;
}

/** The last values that were kept: who builds again and again need not read back what it has just written. */
const recent = new Map<string, unknown>();
const most = 4;
