/** Turns the boxes of an AVIF or HEIC file (ISO/IEC 14496-12, 23008-12) into its parts: which bytes belong to which image. */

export interface Box {
  readonly type: string;
  readonly at: number;
  /** Of its content. */
  readonly start: number;
  readonly end: number;
}

export interface Extent {
  readonly start: number;
  readonly end: number;
  /** Where its place, counted from `base`, and its length are written, four bytes each; absent where they are written otherwise. */
  readonly entry?: { readonly at: number; readonly base: number };
}

export interface ImagePart {
  readonly id: number;
  /** `shown`: the image, or what it is made of; `other`: thumbnails, all else. */
  readonly kind: "shown" | "xmp" | "exif" | "other";
  /** Places in the file. */
  readonly extents: readonly Extent[];
}

/** Undefined where the file ends in a box. */
export function topBoxes(file: Buffer): readonly Box[] | undefined {
  const boxes = readBoxes(file, 0, file.length);
  return boxes.at(-1)?.end === file.length ? boxes : undefined;
}

/** The boxes in a box; `meta` has four bytes in front of them. */
export const boxesIn = (file: Buffer, { type, start, end }: Box): readonly Box[] =>
  readBoxes(file, type === "meta" ? start + 4 : start, end);

function readBoxes(file: Buffer, start: number, end: number): readonly Box[] {
  const boxes: Box[] = [];
  for (let at = start; at + 8 <= end; ) {
    const size = file.readUInt32BE(at);
    const isLong = size === 1;
    const length = size === 0 ? end - at : isLong ? Number(file.readBigUInt64BE(at + 8)) : size;
    const head = isLong ? 16 : 8;
    if (length < head || at + length > end) break;
    boxes.push({ type: file.toString("latin1", at + 4, at + 8), at, start: at + head, end: at + length });
    at += length;
  }
  return boxes;
}

/** Undefined where an part lies elsewhere than in this file. */
export function partsOf(file: Buffer, meta: Box): readonly ImagePart[] | undefined {
  const boxes = boxesIn(file, meta);
  const box = (type: string): Box | undefined => boxes.find((one) => one.type === type);
  const [pitm, iloc, iinf, iref] = [box("pitm"), box("iloc"), box("iinf"), box("iref")];
  if (pitm === undefined || iloc === undefined || iinf === undefined) return undefined;
  const places = placesOf(file, iloc, box("idat")?.start ?? 0);
  if (places === undefined) return undefined;
  const primary =
    file.readUInt8(pitm.start) === 0 ? file.readUInt16BE(pitm.start + 4) : file.readUInt32BE(pitm.start + 4);
  const shown = shownParts(primary, iref === undefined ? [] : referencesOf(file, iref));
  const metadata = metadataParts(file, iinf);
  return [...places].map(([id, extents]) => ({
    id,
    extents,
    kind: shown.has(id) ? "shown" : (metadata.get(id) ?? "other"),
  }));
}

/** The parts of parts, from the box `iloc`. */
function placesOf(file: Buffer, iloc: Box, idat: number): ReadonlyMap<number, readonly Extent[]> | undefined {
  const version = file.readUInt8(iloc.start);
  const sizes = file.readUInt16BE(iloc.start + 4);
  const [offsetSize, lengthSize, baseSize] = [sizes >> 12, (sizes >> 8) & 15, (sizes >> 4) & 15];
  const indexSize = version === 0 ? 0 : sizes & 15;
  const reader = new Reader(file, iloc.start + 6);
  const count = reader.number(version < 2 ? 2 : 4);
  const places = new Map<number, readonly Extent[]>();
  for (let part = 0; part < count; part++) {
    const id = reader.number(version < 2 ? 2 : 4);
    const method = version === 0 ? 0 : reader.number(2) & 15;
    if (method > 1 || reader.number(2) !== 0) return undefined;
    const base = reader.number(baseSize);
    const extents: Extent[] = [];
    for (let extent = reader.number(2); extent > 0; extent--) {
      reader.number(indexSize);
      const isPlain = method === 0 && offsetSize === 4 && lengthSize === 4;
      const entry = { at: reader.at, base };
      const start = base + reader.number(offsetSize) + (method === 1 ? idat : 0);
      const length = reader.number(lengthSize);
      if (length === 0 || start + length > file.length) return undefined;
      extents.push({ start, end: start + length, ...(isPlain && { entry }) });
    }
    places.set(id, extents);
  }
  return places;
}

interface Reference {
  readonly type: string;
  readonly from: number;
  readonly to: readonly number[];
}

function referencesOf(file: Buffer, iref: Box): readonly Reference[] {
  const size = file.readUInt8(iref.start) === 0 ? 2 : 4;
  return readBoxes(file, iref.start + 4, iref.end).map(({ type, start }) => {
    const reader = new Reader(file, start);
    const from = reader.number(size);
    return { type, from, to: Array.from({ length: reader.number(2) }, () => reader.number(size)) };
  });
}

/** The image, the images that it is made of, and its transparency: `dimg` leads from the whole, `auxl` to it. */
function shownParts(primary: number, references: readonly Reference[]): ReadonlySet<number> {
  const shown = new Set([primary]);
  for (let before = 0; before < shown.size; ) {
    before = shown.size;
    for (const { type, from, to } of references) {
      if (type === "dimg" && shown.has(from)) for (const id of to) shown.add(id);
      if (type === "auxl" && to.some((id) => shown.has(id))) shown.add(from);
    }
  }
  return shown;
}

/** The parts that are metadata, from the box `iinf`. */
function metadataParts(file: Buffer, iinf: Box): ReadonlyMap<number, "xmp" | "exif"> {
  const start = iinf.start + (file.readUInt8(iinf.start) === 0 ? 6 : 8);
  const found = new Map<number, "xmp" | "exif">();
  for (const infe of readBoxes(file, start, iinf.end)) {
    const idSize = file.readUInt8(infe.start) < 3 ? 2 : 4;
    const id = new Reader(file, infe.start + 4).number(idSize);
    const rest = file.toString("latin1", infe.start + 6 + idSize, infe.end);
    if (rest.startsWith("Exif")) found.set(id, "exif");
    else if (rest.startsWith("mime") && rest.includes("application/rdf+xml")) found.set(id, "xmp");
  }
  return found;
}

/** Reads numbers of 0 to 8 bytes, one after the other. */
class Reader {
  readonly #file: Buffer;
  /** Where the next number begins. */
  at: number;
  constructor(file: Buffer, at: number) {
    this.#file = file;
    this.at = at;
  }
  number(size: number): number {
    const at = this.at;
    this.at += size;
    if (size === 0) return 0;
    return size === 8 ? Number(this.#file.readBigUInt64BE(at)) : this.#file.readUIntBE(at, size);
  }
}
