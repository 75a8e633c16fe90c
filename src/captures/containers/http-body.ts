/** From the body of a server's answer to its content: undoes chunks, gzip, deflate, Brotli and zstd, also in layers. */
import { unpackWhole } from "../unpack.ts";

/** The content, and whether its end is missing; `fault` says in a few words why it cannot be read. */
export type Body = { readonly bytes: Uint8Array; readonly cut?: true } | { readonly fault: string };

interface Codings {
  /** The value of Transfer-Encoding. */
  readonly transfer: string;
  /** The value of Content-Encoding. */
  readonly content: string;
}

const namesIn = (value: string): readonly string[] =>
  value
    .toLowerCase()
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "" && name !== "identity");

/** No server uses more layers: a body with more is an attack. */
const mostCodings = 6;

/** Undoes the last coding first. `limit` is in bytes and holds for the result of each step. */
export function decodeBody(raw: Uint8Array, { transfer, content }: Codings, limit: number): Body {
  const codings = [...namesIn(content), ...namesIn(transfer)].reverse();
  if (codings.length > mostCodings) return { fault: `it has ${codings.length} codings` };
  let bytes = raw;
  let cut = false;
  for (const coding of codings) {
    const next = takeOff(coding, bytes, limit);
    if ("fault" in next) return next;
    bytes = next.bytes;
    cut ||= next.cut === true;
  }
  return bytes.length > limit ? { fault: "it is too large" } : { bytes, ...(cut && { cut }) };
}

function takeOff(coding: string, bytes: Uint8Array, limit: number): Body {
  if (coding === "chunked") return joinChunks(bytes);
  const begins = (...start: readonly number[]): boolean => start.every((byte, index) => bytes[index] === byte);
  // A crawler may undo a coding and leave its name: then the bytes have another beginning.
  if (coding === "gzip" || coding === "x-gzip")
    return begins(0x1f, 0x8b) ? unpackWhole("gzip", bytes, limit) : { bytes };
  if (coding === "zstd") return begins(0x28, 0xb5, 0x2f, 0xfd) ? unpackWhole("zstd", bytes, limit) : { bytes };
  if (coding === "deflate") return orAsItIs(inflate(bytes, limit), bytes);
  if (coding === "br") return orAsItIs(unpackWhole("br", bytes, limit), bytes);
  return isText(bytes) ? { bytes } : { fault: `its coding "${coding.slice(0, 40)}" is not known here` };
}

/** "deflate" names two formats: with the header of zlib, as RFC 9110, 8.4.1.2 says, and without it. */
function inflate(bytes: Uint8Array, limit: number): Body {
  const whole = unpackWhole("deflate", bytes, limit);
  return "bytes" in whole || whole.fault.includes("large") ? whole : unpackWhole("deflate-raw", bytes, limit);
}

const orAsItIs = (body: Body, bytes: Uint8Array): Body => ("fault" in body && isText(bytes) ? { bytes } : body);

/** True for bytes that begin as a page or as data do. */
const isText = (bytes: Uint8Array): boolean =>
  /^(?:\xef\xbb\xbf)?\s*[<{[]/.test(Buffer.from(bytes.subarray(0, 200)).toString("latin1"));

/** The content of the chunks; the bytes as they are where there are no chunks. The last chunk is empty (RFC 9112, 7.1). */
function joinChunks(bytes: Uint8Array): Body {
  const chunks: Uint8Array[] = [];
  let at = 0;
  while (at < bytes.length) {
    const line = Buffer.from(bytes.subarray(at, at + 80)).toString("latin1");
    const head = /^([\da-f]{1,8})[ \t]*(?:;[^\r\n]{0,60})?\r?\n/i.exec(line);
    if (head === null) return chunks.length === 0 ? { bytes } : cutAfter([...chunks, bytes.subarray(at)]);
    const size = Number.parseInt(head[1] ?? "0", 16);
    at += head[0].length;
    if (size === 0) return { bytes: Buffer.concat(chunks) };
    chunks.push(bytes.subarray(at, at + size));
    at += size;
    if (bytes[at] === 0x0d) at += 1;
    if (bytes[at] === 0x0a) at += 1;
  }
  return cutAfter(chunks);
}

const cutAfter = (chunks: readonly Uint8Array[]): Body => ({ bytes: Buffer.concat(chunks), cut: true });
