/** Turns a TIFF into one whose tags are those that show its pages; strips and tiles are copied as they are. */
import { type Directory, openTiff, type StoredTag } from "../metadata/tiff-directory.ts";
import type { PublicMetadata } from "./public-metadata.ts";

/** Pages that are smaller copies go. Undefined for a page that is stored in another way than in strips or tiles. */
export function cleanTiff(file: Buffer, { xmp }: PublicMetadata): Uint8Array | undefined {
  const tiff = openTiff(file);
  if (tiff === undefined) return undefined;
  const pages: Directory[] = [];
  const seen = new Set<number>();
  for (let at = tiff.first; at !== 0; ) {
    const page = seen.has(at) ? undefined : tiff.directory(at);
    if (page === undefined) return undefined;
    seen.add(at);
    if (((page.number(254) ?? 0) & 1) === 0) pages.push(page);
    at = page.next;
  }
  const out = new Output(tiff.isLittle);
  for (const [index, page] of pages.entries())
    if (!out.page(file, page, index === 0 ? xmp : undefined)) return undefined;
  return pages.length === 0 ? undefined : out.bytes();
}

interface NewTag {
  readonly tag: number;
  readonly type: number;
  readonly count: number;
  readonly bytes: Uint8Array;
}

/** A TIFF that grows: data first, then the directory of the page that names it. */
class Output {
  readonly #isLittle: boolean;
  readonly #parts: Buffer[] = [];
  #length = 8;
  /** Where the place of the next directory is written: a part, and an offset in it. */
  #link: readonly [Buffer, number];

  constructor(isLittle: boolean) {
    this.#isLittle = isLittle;
    const head = Buffer.alloc(8);
    head.write(isLittle ? "II*\0" : "MM\0*", "latin1");
    this.#parts.push(head);
    this.#link = [head, 4];
  }

  bytes(): Uint8Array {
    return Buffer.concat(this.#parts);
  }

  /** False for a page that cannot be copied. */
  page(file: Buffer, page: Directory, xmp: string | undefined): boolean {
    const stored: NewTag[] = page.stored.filter(({ tag }) => shown.has(tag));
    const [placeTag, countTag] = page.number(322) === undefined ? [273, 279] : [324, 325];
    const [places, counts] = [page.numbers(placeTag), page.numbers(countTag)];
    if (places.length === 0 || places.length !== counts.length || page.number(259) === 6) return false;
    const moved: number[] = [];
    for (const [index, place] of places.entries()) {
      const end = place + (counts[index] ?? 0);
      if (end > file.length) return false;
      moved.push(this.#add(file.subarray(place, end)));
    }
    stored.push({ tag: placeTag, type: 4, count: moved.length, bytes: this.#longs(moved) });
    stored.push({ tag: countTag, type: 4, count: counts.length, bytes: this.#longs(counts) });
    if (xmp !== undefined) {
      const text = Buffer.from(xmp, "utf8");
      stored.push({ tag: 700, type: 1, count: text.length, bytes: text });
    }
    this.#directory(stored.sort((a, b) => a.tag - b.tag));
    return true;
  }

  #directory(stored: readonly (NewTag | StoredTag)[]): void {
    const places = stored.map(({ bytes }) => (bytes.length <= 4 ? undefined : this.#add(bytes)));
    const directory = Buffer.alloc(2 + stored.length * 12 + 4);
    this.#short(directory, 0, stored.length);
    for (const [index, { tag, type, count, bytes }] of stored.entries()) {
      const at = 2 + index * 12;
      this.#short(directory, at, tag);
      this.#short(directory, at + 2, type);
      this.#long(directory, at + 4, count);
      const place = places[index];
      if (place === undefined) directory.set(bytes, at + 8);
      else this.#long(directory, at + 8, place);
    }
    const [part, offset] = this.#link;
    this.#long(part, offset, this.#add(directory));
    this.#link = [directory, directory.length - 4];
  }

  /** Gives the place of what is added; it is even, as TIFF asks. */
  #add(bytes: Uint8Array): number {
    const place = this.#length;
    const part = Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes);
    this.#parts.push(part, Buffer.alloc(part.length % 2));
    this.#length += part.length + (part.length % 2);
    return place;
  }

  #longs(values: readonly number[]): Buffer {
    const bytes = Buffer.alloc(values.length * 4);
    for (const [index, value] of values.entries()) this.#long(bytes, index * 4, value);
    return bytes;
  }

  #short(bytes: Buffer, at: number, value: number): void {
    if (this.#isLittle) bytes.writeUInt16LE(value, at);
    else bytes.writeUInt16BE(value, at);
  }

  #long(bytes: Buffer, at: number, value: number): void {
    if (this.#isLittle) bytes.writeUInt32LE(value, at);
    else bytes.writeUInt32BE(value, at);
  }
}

/** Size, colours, compression, orientation, density and the colour profile. The places and lengths of data are written anew. */
const shown: ReadonlySet<number> = new Set([
  254, 256, 257, 258, 259, 262, 266, 274, 277, 278, 282, 283, 284, 292, 293, 296, 297, 301, 317, 318, 319, 320, 322,
  323, 332, 338, 339, 347, 529, 530, 531, 532, 34675,
]);
