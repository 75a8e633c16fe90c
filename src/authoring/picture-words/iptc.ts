/** An IPTC block, bare or in a block of Photoshop, -> its caption, credit, author and copyright. */
import type { MetadataFields } from "./fields.ts";
import { metadataText } from "./metadata-text.ts";

const dataSets: ReadonlyMap<number, keyof MetadataFields> = new Map([
  [120, "caption"],
  [110, "credit"],
  [80, "creator"],
  [116, "rights"],
]);

export function readIptc(block: Uint8Array): MetadataFields {
  const bytes = Buffer.from(bareIptc(block));
  const fields: Partial<Record<keyof MetadataFields, string>> = {};
  for (let at = 0; at + 5 <= bytes.length && bytes[at] === 0x1c; ) {
    const size = bytes.readUInt16BE(at + 3);
    // A longer form exists for values of more than 32 KB, which no caption has.
    if (size > 0x7fff) break;
    const field = bytes[at + 1] === 2 ? dataSets.get(bytes[at + 2] ?? 0) : undefined;
    const text = metadataText(bytes.subarray(at + 5, at + 5 + size)).trim();
    // Several authors stand one after the other.
    if (field !== undefined && text !== "")
      fields[field] = fields[field] === undefined ? text : `${fields[field]}, ${text}`;
    at += 5 + size;
  }
  return fields;
}

/** The resource 0x0404 of a Photoshop block: "8BIM", number, a padded name, size, bytes. */
function bareIptc(block: Uint8Array): Uint8Array {
  const bytes = Buffer.from(block.buffer, block.byteOffset, block.byteLength);
  const head = bytes.indexOf("8BIM");
  if (bytes[0] === 0x1c || head < 0) return bytes;
  for (let at = head; at + 12 <= bytes.length && bytes.toString("latin1", at, at + 4) === "8BIM"; ) {
    const name = (bytes[at + 6] ?? 0) + 1;
    const sizeAt = at + 6 + name + (name % 2);
    if (sizeAt + 4 > bytes.length) break;
    const size = bytes.readUInt32BE(sizeAt);
    if (bytes.readUInt16BE(at + 4) === 0x0404) return bytes.subarray(sizeAt + 4, sizeAt + 4 + size);
    at = sizeAt + 4 + size + (size % 2);
  }
  return bytes.subarray(0, 0);
}
