/** Turns a block of IPTC, bare or in a block of Photoshop, into the facts that may be published. */
import type { PictureFacts } from "./facts.ts";
import { factOf, metadataText } from "./metadata-text.ts";

/** What cannot be read counts as absent. */
export function iptcFacts(block: Uint8Array): PictureFacts {
  const texts = textsOf(bareIptc(Buffer.from(block.buffer, block.byteOffset, block.byteLength)));
  // Several authors stand one after the other; of all else there is one.
  const creator = factOf(texts.get(80) ?? []);
  const [rights, credit, caption] = [116, 110, 120].map((set) => factOf(texts.get(set)?.slice(0, 1) ?? []));
  return {
    ...(rights && { rights }),
    ...(creator && { creator }),
    ...(credit && { credit }),
    ...(caption && { caption }),
  };
}

/** The texts of the second record, by the number of their data set. */
function textsOf(bytes: Buffer): ReadonlyMap<number, readonly string[]> {
  const texts = new Map<number, string[]>();
  for (let at = 0; at + 5 <= bytes.length && bytes[at] === 0x1c; ) {
    const [record, set, size] = [bytes.readUInt8(at + 1), bytes.readUInt8(at + 2), bytes.readUInt16BE(at + 3)];
    // A longer form exists for values of more than 32 KB, which no caption has.
    if (size > 0x7fff) break;
    const text = metadataText(bytes.subarray(at + 5, at + 5 + size));
    if (record === 2) texts.set(set, [...(texts.get(set) ?? []), text]);
    at += 5 + size;
  }
  return texts;
}

/** The resource 0x0404 of a Photoshop block: "8BIM", number, a padded name, size, bytes. */
function bareIptc(bytes: Buffer): Buffer {
  const head = bytes.indexOf("8BIM");
  if (bytes[0] === 0x1c || head < 0) return bytes;
  for (let at = head; at + 12 <= bytes.length && bytes.toString("latin1", at, at + 4) === "8BIM"; ) {
    const name = bytes.readUInt8(at + 6) + 1;
    const sizeAt = at + 6 + name + (name % 2);
    if (sizeAt + 4 > bytes.length) break;
    const size = bytes.readUInt32BE(sizeAt);
    if (bytes.readUInt16BE(at + 4) === 0x0404) return bytes.subarray(sizeAt + 4, sizeAt + 4 + size);
    at = sizeAt + 4 + size + (size % 2);
  }
  return bytes.subarray(0, 0);
}
