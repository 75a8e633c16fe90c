/** An EXIF block -> its description, artist and copyright. Anything that is no such block says nothing. */
import type { MetadataFields } from "./fields.ts";
import { metadataText } from "./metadata-text.ts";

const tags: ReadonlyMap<number, keyof MetadataFields> = new Map([
  [0x010e, "caption"],
  [0x013b, "creator"],
  [0x8298, "rights"],
]);
/** ASCII, and the UTF-8 of EXIF 3. */
const textTypes = [2, 129];

export function readExif(bytes: Uint8Array): MetadataFields {
  const start = metadataText(bytes.subarray(0, 4)) === "Exif" ? 6 : 0;
  const view = new DataView(bytes.buffer, bytes.byteOffset + start, Math.max(0, bytes.byteLength - start));
  const fields: Partial<Record<keyof MetadataFields, string>> = {};
  try {
    const little = view.getUint16(0) === 0x4949;
    const directory = view.getUint32(4, little);
    for (let index = 0; index < view.getUint16(directory, little); index += 1) {
      const at = directory + 2 + index * 12;
      const field = tags.get(view.getUint16(at, little));
      const size = view.getUint32(at + 4, little);
      if (field === undefined || !textTypes.includes(view.getUint16(at + 2, little))) continue;
      const from = start + (size > 4 ? view.getUint32(at + 8, little) : at + 8);
      // A photographer and an editor stand side by side, with a zero byte between.
      const parts = metadataText(bytes.subarray(from, from + size)).split("\0");
      fields[field] = parts
        .map((part) => part.trim())
        .filter((part) => part !== "")
        .join(", ");
    }
  } catch (error) {
    // The block ends before what it names: what was read counts.
    if (!(error instanceof RangeError)) throw error;
  }
  return fields;
}
