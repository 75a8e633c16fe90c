/** Turns a JPEG into one whose segments are those that decode it, with an orientation and XMP of ours. */
import { exifWithOrientation } from "../metadata/exif.ts";
import type { PublicMetadata } from "./public-metadata.ts";

/** All that follows the end of the image goes too: videos, further pictures, depth maps. Undefined where the image has no end. */
export function cleanJpeg(file: Buffer, { orientation, xmp }: PublicMetadata): Uint8Array | undefined {
  const kept: Buffer[] = [];
  const heads: Buffer[] = [];
  let at = 2;
  while (at + 4 <= file.length) {
    if (file.readUInt8(at) !== 0xff) return undefined;
    const mark = file.readUInt8(at + 1);
    // Fill bytes may stand before a mark.
    if (mark === 0xff) {
      at += 1;
      continue;
    }
    if (mark === 0xd9) return assemble(heads, kept, orientation, xmp);
    if (mark < 0xc0 || (mark >= 0xd0 && mark <= 0xd8)) return undefined;
    const end = at + 2 + file.readUInt16BE(at + 2);
    if (end < at + 4 || end > file.length) return undefined;
    const segment = file.subarray(at, end);
    if (mark === 0xe0) heads.push(...plainJfif(segment));
    else if (decodes(mark, segment)) kept.push(segment);
    at = end;
    if (mark !== 0xda) continue;
    const scanEnd = endOfScan(file, at);
    if (scanEnd === undefined) return undefined;
    kept.push(file.subarray(at, scanEnd));
    at = scanEnd;
  }
  // The last two bytes may be the end.
  return file.length - at >= 2 && file.readUInt16BE(at) === 0xffd9
    ? assemble(heads, kept, orientation, xmp)
    : undefined;
}

function assemble(
  heads: readonly Buffer[],
  kept: readonly Buffer[],
  orientation: number,
  xmp: string | undefined,
): Uint8Array {
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    ...heads.slice(0, 1),
    ...(orientation === 1 ? [] : [segmentOf(exifName, exifWithOrientation(orientation))]),
    ...(xmp === undefined ? [] : [segmentOf(xmpName, Buffer.from(xmp, "utf8"))]),
    ...kept,
    Buffer.from([0xff, 0xd9]),
  ]);
}

/** Tables, frames, scans and restarts; of the applications' segments the colour profile and what says how colours are stored. */
function decodes(mark: number, segment: Buffer): boolean {
  if (mark >= 0xc0 && mark <= 0xcf) return mark !== 0xc8;
  if (mark >= 0xda && mark <= 0xdd) return true;
  const name = segment.toString("latin1", 4, 16);
  return (mark === 0xe2 && name === "ICC_PROFILE\0") || (mark === 0xee && name.startsWith("Adobe"));
}

/** The JFIF segment without its thumbnail; none for its extensions. */
function plainJfif(segment: Buffer): readonly Buffer[] {
  if (segment.toString("latin1", 4, 9) !== "JFIF\0" || segment.length < 18) return [];
  const plain = Buffer.from(segment.subarray(0, 18));
  plain.writeUInt16BE(16, 2);
  plain.writeUInt16BE(0, 16);
  return [plain];
}

/** The place of the mark that ends compressed data: a zero follows a byte 255 of the data, and restarts belong to it. */
function endOfScan(file: Buffer, start: number): number | undefined {
  for (let at = file.indexOf(0xff, start); at >= 0 && at + 1 < file.length; at = file.indexOf(0xff, at + 1)) {
    const mark = file.readUInt8(at + 1);
    if (mark !== 0 && mark !== 0xff && (mark < 0xd0 || mark > 0xd7)) return at;
  }
  return undefined;
}

const segmentOf = (name: string, body: Uint8Array): Buffer => {
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(2 + name.length + body.length, 2);
  return Buffer.concat([head, Buffer.from(name, "latin1"), body]);
};

const exifName = "Exif\0\0";
const xmpName = "http://ns.adobe.com/xap/1.0/\0";
