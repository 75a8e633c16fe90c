/** From documents with bytes to documents that take little memory until they are read. */
import { sha256 } from "../base/digest.ts";
import type { FoundDocument, HeldDocument } from "./document.ts";
import { keepPacked } from "./unpack.ts";

/** Keeps the bytes in memory, compressed. */
export const packedDocument = ({ bytes, ...facts }: HeldDocument): FoundDocument => ({
  ...facts,
  digest: sha256(bytes),
  size: bytes.length,
  bytes: keepPacked(bytes),
});
