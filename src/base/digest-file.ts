/** From a file of any size to its digest, read piece by piece. */
import { createHash } from "node:crypto";
import { closeSync, openSync, readSync } from "node:fs";

const piece = Buffer.allocUnsafe(1 << 18);

/** The SHA-256 of the file's bytes in 64 hexadecimal digits, as `sha256sum` prints it. */
export function digestFile(path: string): string {
  const hash = createHash("sha256");
  const handle = openSync(path, "r");
  try {
    for (;;) {
      const length = readSync(handle, piece, 0, piece.length, null);
      if (length === 0) return hash.digest("hex");
      hash.update(piece.subarray(0, length));
    }
  } finally {
    closeSync(handle);
  }
}
