/** Unpacks compressed bytes as a whole, never into more than a limit, and keeps bytes packed in memory until they are read. */
import zlib from "node:zlib";
import { framesOf, knowsZstd } from "./containers/zstd.ts";

export type Unpacked = { readonly bytes: Uint8Array; readonly cut?: true } | { readonly fault: string };

export type Packing = "gzip" | "deflate" | "deflate-raw" | "br" | "zstd";

/** The bytes, all that is there of them where they are cut off; else in a few words why there are none. */
export function unpackWhole(packing: Packing, bytes: Uint8Array, limit: number): Unpacked {
  const strict = attempt(packing, bytes, limit, false);
  if (!("fault" in strict) || strict.fault !== cutOff) return strict;
  const rest = attempt(packing, bytes, limit, true);
  return "bytes" in rest && rest.bytes.length > 0 ? { ...rest, cut: true } : strict;
}

const cutOff = "it is not whole";

function attempt(packing: Packing, bytes: Uint8Array, limit: number, lenient: boolean): Unpacked {
  const options = { maxOutputLength: limit, ...(lenient && { finishFlush: zlib.constants.Z_SYNC_FLUSH }) };
  try {
    if (packing === "gzip") return { bytes: zlib.gunzipSync(bytes, options) };
    if (packing === "deflate") return { bytes: zlib.inflateSync(bytes, options) };
    if (packing === "deflate-raw") return { bytes: zlib.inflateRawSync(bytes, options) };
    if (packing === "br") return { bytes: zlib.brotliDecompressSync(bytes, { maxOutputLength: limit }) };
    return unpackZstd(bytes, limit);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "";
    if (error instanceof RangeError || code === "ERR_BUFFER_TOO_LARGE") return { fault: "it is too large" };
    if (code === "Z_BUF_ERROR") return { fault: cutOff };
    return { fault: "it is damaged" };
  }
}

function unpackZstd(bytes: Uint8Array, limit: number): Unpacked {
  if (!knowsZstd()) return { fault: `it is packed with zstd, which this Node (${process.version}) does not know` };
  const { frames, dictionary, cut } = framesOf(bytes);
  if (frames.length === 0) return { fault: cutOff };
  const parts: Uint8Array[] = [];
  let room = limit;
  for (const frame of frames) {
    const part = zlib.zstdDecompressSync(frame, {
      maxOutputLength: Math.max(room, 1),
      ...(dictionary !== undefined && { dictionary: Buffer.from(dictionary) }),
    });
    room -= part.length;
    if (room < 0) return { fault: "it is too large" };
    parts.push(part);
  }
  return { bytes: Buffer.concat(parts), ...(cut && { cut: true }) };
}

/** Keeps bytes packed: a page takes a fifth of its room, and what was made to unpack into much takes next to none. */
export function keepPacked(bytes: Uint8Array): () => Promise<Uint8Array> {
  const packed = zlib.deflateRawSync(bytes, { level: 1 });
  if (packed.length >= bytes.length) return async () => bytes;
  return async () => zlib.inflateRawSync(packed);
}
