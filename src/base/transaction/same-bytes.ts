/** From a file and some bytes, or two files, to whether they are equal; holds only a piece of each in memory. */
import { closeSync, openSync, readFileSync, readSync } from "node:fs";

const piece = 1 << 18;

/** Whether the file holds exactly these bytes; the caller has compared the sizes. */
export const holdsBytes = (file: string, bytes: Uint8Array): boolean => readFileSync(file).equals(bytes);

/** Whether two files hold the same bytes; the caller has compared the sizes. */
export function sameFiles(one: string, other: string, size: number): boolean {
  // Most pages are smaller than the two buffers would be.
  if (size <= piece) return readFileSync(one).equals(readFileSync(other));
  const handles: number[] = [];
  try {
    const [a, b] = [one, other].map((file) => {
      const handle = openSync(file, "r");
      handles.push(handle);
      return { handle, buffer: Buffer.allocUnsafe(piece) };
    }) as [Side, Side];
    for (;;) {
      const [gotA, gotB] = [fill(a), fill(b)];
      if (!gotA.equals(gotB)) return false;
      if (gotA.length === 0) return true;
    }
  } finally {
    for (const handle of handles) closeSync(handle);
  }
}

interface Side {
  readonly handle: number;
  readonly buffer: Buffer;
}

/** Fills the buffer: one read may give fewer bytes than the file has. */
function fill({ handle, buffer }: Side): Buffer {
  let length = 0;
  while (length < buffer.length) {
    const got = readSync(handle, buffer, length, buffer.length - length, null);
    if (got === 0) break;
    length += got;
  }
  return buffer.subarray(0, length);
}
