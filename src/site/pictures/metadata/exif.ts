/** Turns a block of EXIF, which is a small TIFF file, into the facts that may be published; and an orientation into a new block. */
import type { PictureFacts, PictureMetadata } from "./facts.ts";
import { factOf } from "./metadata-text.ts";
import { type Directory, openTiff } from "./tiff-directory.ts";

/** What cannot be read counts as absent. */
export function exifMetadata(block: Uint8Array): Pick<PictureMetadata, "facts" | "orientation" | "holdsPosition"> {
  const bytes = Buffer.from(block.subarray(0, 6)).toString("latin1") === "Exif\0\0" ? block.subarray(6) : block;
  const tiff = openTiff(bytes);
  const main = tiff?.directory(tiff.first);
  if (tiff === undefined || main === undefined) return { facts: {}, orientation: 1, holdsPosition: false };
  const detail = tiff.directory(main.number(exifPointer));
  const position = tiff.directory(main.number(gpsPointer));
  const orientation = main.number(orientationTag) ?? 1;
  return {
    facts: factsOf(main, detail),
    orientation: orientation >= 1 && orientation <= 8 ? orientation : 1,
    // Tags 1 to 4 and 19 to 22 are latitudes and longitudes.
    holdsPosition: position?.tags.some((tag) => (tag >= 1 && tag <= 4) || (tag >= 19 && tag <= 22)) ?? false,
  };
}

function factsOf(main: Directory, detail: Directory | undefined): PictureFacts {
  // A photographer and an editor stand side by side, with a zero byte between; a caption ends at it.
  const [rights, creator] = [factOf(main.texts(0x8298)), factOf(main.texts(0x013b))];
  const caption = factOf(main.texts(0x010e).slice(0, 1));
  const first = (...tags: readonly number[]) => tags.map((tag) => detail?.texts(tag)[0]).find((text) => text);
  const created = timeOf(first(0x9003, 0x9004), first(0x9011, 0x9012));
  const modified = timeOf(main.texts(0x0132)[0], first(0x9010));
  return {
    ...(rights && { rights }),
    ...(creator && { creator }),
    ...(caption && { caption }),
    ...(created && { created }),
    ...(modified && { modified }),
  };
}

/** EXIF writes `2024:05:16 10:00:00`. */
function timeOf(text: string | undefined, offset: string | undefined): string | undefined {
  const match = /^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)$/.exec(text ?? "");
  if (match === null || match[1] === "0000") return undefined;
  const [, year, month, day, clock] = match;
  return `${year}-${month}-${day}T${clock}${/^[+-]\d\d:\d\d$/.test(offset ?? "") ? offset : ""}`;
}

/** A block of EXIF that holds an orientation and nothing else, without the words "Exif". */
export function exifWithOrientation(orientation: number): Uint8Array {
  const block = Buffer.alloc(26);
  block.write("MM\0*", 0, "latin1");
  block.writeUInt32BE(8, 4);
  block.writeUInt16BE(1, 8);
  block.writeUInt16BE(orientationTag, 10);
  block.writeUInt16BE(3, 12);
  block.writeUInt32BE(1, 14);
  block.writeUInt16BE(orientation, 18);
  return block;
}

const orientationTag = 0x0112;
const exifPointer = 0x8769;
const gpsPointer = 0x8825;
