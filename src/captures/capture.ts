/** What was found, before anybody reads it: named parts with their digests. How parts are fetched is a command's business. */
import { sha256 } from "../base/digest.ts";

export interface CapturePart {
  /** As the person would name it: the path they gave, or "standard input". */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** SHA-256 of `bytes`, 64 hexadecimal digits. */
  readonly digest: string;
}

export interface Capture {
  readonly parts: readonly CapturePart[];
}

/** A capture of files in the order in which they were given. */
export const makeCapture = (files: readonly { readonly name: string; readonly bytes: Uint8Array }[]): Capture => ({
  parts: files.map(({ name, bytes }) => ({ name, bytes, digest: sha256(bytes) })),
});
