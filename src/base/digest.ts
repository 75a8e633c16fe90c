/** From bytes to their digest, the same on every machine. */
import { hash } from "node:crypto";

/** The SHA-256 of bytes, or of a text's UTF-8, in 64 hexadecimal digits. */
export const sha256 = (data: Uint8Array | string): string => hash("sha256", data);

/** A short name for front matter, `sha256-` and the first 16 digits: enough to see a change, not to prove who made it. */
export const shortDigest = (data: Uint8Array | string): string => `sha256-${sha256(data).slice(0, 16)}`;
