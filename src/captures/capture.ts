/** A capture as it was found: named parts with their digests. Commands know how to fetch the parts. */
import { sha256 } from "../base/digest.ts";

export interface CapturePart {
  /** The name that the person gave: a path, or "standard input". */
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
