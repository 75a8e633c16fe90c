/** Turns an AVIF or HEIC into one that says nothing private, in place: what goes is overwritten, so that no place in the file moves. */

import { type Box, boxesIn, type Extent, type ImagePart, partsOf, topBoxes } from "./heif-parts.ts";
import type { PublicMetadata } from "./public-metadata.ts";

/** Undefined for an image sequence, and for parts that are stored in a way that is not known here. */
export function cleanHeif(file: Buffer, { xmp }: PublicMetadata): Uint8Array | undefined {
  const boxes = topBoxes(file);
  const meta = boxes?.find(({ type }) => type === "meta");
  if (boxes === undefined || meta === undefined || boxes.some(({ type }) => type === "moov")) return undefined;
  const parts = partsOf(file, meta);
  if (parts === undefined) return undefined;
  const clean = Buffer.from(file);
  for (const box of boxes) if (!["ftyp", "meta", "mdat"].includes(box.type)) blank(clean, box);
  for (const box of boxesIn(file, meta)) cleanMetaBox(clean, box);
  for (const { type, start, end } of boxes) if (type === "mdat") fillUnused(clean, start, end, parts);
  const idat = boxesIn(file, meta).find(({ type }) => type === "idat");
  if (idat !== undefined) fillUnused(clean, idat.start, idat.end, parts);
  const metadata = parts.filter(({ kind }) => kind === "exif" || kind === "xmp");
  for (const part of metadata)
    for (const { start, end } of part.extents) clean.fill(part.kind === "xmp" ? " " : "\0", start, end);
  for (const { kind, extents } of metadata) if (kind === "exif") place(clean, extents, emptyExif);
  const { extents = [] } = metadata.find(({ kind }) => kind === "xmp") ?? {};
  const bytes = Buffer.from(xmp ?? "", "utf8");
  return place(clean, extents, bytes) ? clean : append(clean, extents, bytes);
}

/** Makes a box free space. */
function blank(clean: Buffer, { at, start, end }: Pick<Box, "at" | "start" | "end">): void {
  clean.write("free", at + 4, "latin1");
  clean.fill(0, start, end);
}

/** Boxes that say where parts are and how they are shown stay; of the properties, descriptions and camera data go. */
function cleanMetaBox(clean: Buffer, box: Box): void {
  if (!["hdlr", "pitm", "iloc", "iinf", "iref", "iprp", "idat", "dinf", "grpl"].includes(box.type)) blank(clean, box);
  if (box.type !== "iprp") return;
  for (const part of boxesIn(clean, box))
    if (part.type === "ipco")
      for (const property of boxesIn(clean, part))
        if (/^(?:udes|altt|uuid|crtt|mdft|cmin|cmex)$/.test(property.type)) blank(clean, property);
}

/** Overwrites all of a box of data that belongs to no image that is shown. */
function fillUnused(clean: Buffer, start: number, end: number, parts: readonly ImagePart[]): void {
  const used = parts
    .filter(({ kind }) => kind !== "other")
    .flatMap(({ extents }) => extents)
    .filter((extent) => extent.start >= start && extent.end <= end)
    .sort((a, b) => a.start - b.start);
  let at = start;
  for (const extent of used) {
    if (extent.start > at) clean.fill(0, at, extent.start);
    at = Math.max(at, extent.end);
  }
  clean.fill(0, at, end);
}

/** Puts new metadata in the place of the old, if it fits. What is left of the old is spaces or zeros, as XMP and EXIF allow. */
function place(clean: Buffer, [first, ...others]: readonly Extent[], bytes: Uint8Array): boolean {
  if (first === undefined || others.length > 0 || bytes.length > first.end - first.start) return false;
  clean.set(bytes, first.start);
  return true;
}

/** Puts new metadata behind the end, and names that place; gives the file back as it is where there is no entry to name it in. */
function append(clean: Buffer, [first, ...others]: readonly Extent[], bytes: Uint8Array): Buffer {
  if (first?.entry === undefined || others.length > 0) return clean;
  const { at, base } = first.entry;
  clean.fill(0, first.start, first.end);
  clean.writeUInt32BE(clean.length + 8 - base, at);
  clean.writeUInt32BE(bytes.length, at + 4);
  const head = Buffer.from("\0\0\0\0mdat", "latin1");
  head.writeUInt32BE(8 + bytes.length);
  return Buffer.concat([clean, head, bytes]);
}

/** EXIF without a tag, behind the place of its beginning. How the image is turned stands in its properties. */
const emptyExif = Buffer.from("\0\0\0\0MM\0*\0\0\0\x08\0\0\0\0\0\0", "latin1");
