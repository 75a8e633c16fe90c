/** Bytes of metadata -> text: UTF-8 where they are UTF-8, else Latin-1, which old programs wrote. */
import { isUtf8 } from "node:buffer";

export const metadataText = (bytes: Uint8Array): string =>
  Buffer.from(bytes).toString(isUtf8(bytes) ? "utf8" : "latin1");
