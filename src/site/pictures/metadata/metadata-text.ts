/** Turns bytes of metadata into text, and the texts of a fact into the fact. */
import { isUtf8 } from "node:buffer";

/** UTF-8 where the bytes are UTF-8, else Latin-1, which old programs wrote. */
export const metadataText = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString(isUtf8(bytes) ? "utf8" : "latin1");

/** Several texts, such as the names of several people, are one text. Undefined where there is nothing to read. */
export function factOf(texts: readonly string[]): string | undefined {
  const readable = texts.map((text) => text.replace(/(?![\t\n\r])\p{Cc}/gu, "").trim()).filter((text) => text !== "");
  return readable.length === 0 ? undefined : readable.join(", ").slice(0, longestFact);
}

/** A segment of JPEG holds 64 KB. */
const longestFact = 4_000;
