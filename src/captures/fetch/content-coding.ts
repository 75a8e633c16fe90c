/** From the bytes of an answer to its content: all layers of `Content-Encoding` are undone, within a limit of bytes. */
import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync, zstdDecompressSync } from "node:zlib";
import { FetchFault, quotable } from "./fetch-fault.ts";

type Undo = (bytes: Uint8Array, options: { readonly maxOutputLength: number }) => Uint8Array;

/** Some servers omit the header that the standard requires. */
const inflate: Undo = (bytes, options) =>
  ((bytes[0] ?? 0) & 0x0f) === 8 && (((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0)) % 31 === 0
    ? inflateSync(bytes, options)
    : inflateRawSync(bytes, options);

const codings: Readonly<Record<string, Undo>> = {
  gzip: gunzipSync,
  "x-gzip": gunzipSync,
  deflate: inflate,
  br: brotliDecompressSync,
  zstd: zstdDecompressSync,
};

const mostLayers = 3;

/** `header` is the value of Content-Encoding. Throws a FetchFault where the content has more than `limit` bytes or cannot be unpacked. */
export function undoCoding(bytes: Uint8Array, header: string, limit: number): Uint8Array {
  const names = header
    .toLowerCase()
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "" && name !== "identity");
  if (names.length > mostLayers) throw new FetchFault("content", `it is packed ${names.length} times`);
  let plain = bytes;
  // An empty body needs no decoding.
  for (const name of bytes.length === 0 ? [] : names.reverse()) {
    const undo = codings[name];
    if (undo === undefined)
      throw new FetchFault("content", `it is packed in a way that is not known here: "${quotable(name)}"`);
    try {
      plain = undo(plain, { maxOutputLength: limit });
    } catch (error) {
      throw error instanceof RangeError || (error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE"
        ? tooLarge(limit)
        : new FetchFault("content", "what came is damaged or not whole", "Try again later", { passing: true });
    }
  }
  if (plain.length > limit) throw tooLarge(limit);
  return plain;
}

export const tooLarge = (limit: number): FetchFault =>
  new FetchFault("size", `it has more than ${Math.round(limit / 1024 / 1024)} MB`);
