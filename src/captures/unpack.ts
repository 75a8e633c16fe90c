/** From compressed bytes to unpacked ones, never more than a limit, and from bytes to packed ones that wait in memory. */
import zlib from "node:zlib";
import { framesOf, knowsZstd } from "./containers/zstd.ts";

export type Unpacked = { readonly bytes: Uint8Array; readonly cut?: true } | { readonly fault: string };

export type Packing = "gzip" | "deflate" | "deflate-raw" | "br" | "zstd";

/** The unpacked bytes; of data that is cut off, those that can be unpacked; else the reason in a few words. `limit` is in bytes. */
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

/** Packs bytes: a page takes a fifth of its size, and a file that was made to unpack into a huge one almost nothing. */
export function keepPacked(bytes: Uint8Array): () => Promise<Uint8Array> {
  const packed = zlib.deflateRawSync(bytes, { level: 1 });
  if (packed.length >= bytes.length) return async () => bytes;
  return async () => zlib.inflateRawSync(packed);
}
