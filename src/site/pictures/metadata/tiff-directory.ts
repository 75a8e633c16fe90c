/** Turns the bytes of a TIFF file, or of EXIF, into its directories of tags. */
import { metadataText } from "./metadata-text.ts";

/** An entry as it stands in the file. */
export interface StoredTag {
  readonly tag: number;
  readonly type: number;
  readonly count: number;
  /** Its values, as they stand in the file. */
  readonly bytes: Uint8Array;
}

export interface Directory {
  readonly tags: readonly number[];
  readonly stored: readonly StoredTag[];
  /** The place of the next directory; 0 for none. */
  readonly next: number;
  number(tag: number): number | undefined;
  numbers(tag: number): readonly number[];
  /** A tag can hold several texts; each ends with a zero byte. */
  texts(tag: number): readonly string[];
}

export interface Tiff {
  readonly isLittle: boolean;
  /** The place of the first directory. */
  readonly first: number;
  /** Undefined where there is none at that place, or the file ends in it. */
  directory(at: number | undefined): Directory | undefined;
}

/** Undefined for bytes that are no TIFF. */
export function openTiff(bytes: Uint8Array): Tiff | undefined {
  if (bytes.length < 8) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const order = view.getUint16(0);
  const isLittle = order === 0x4949;
  if ((!isLittle && order !== 0x4d4d) || view.getUint16(2, isLittle) !== 42) return undefined;
  return {
    isLittle,
    first: view.getUint32(4, isLittle),
    directory: (at) => (at === undefined || at === 0 ? undefined : directoryAt(bytes, view, isLittle, at)),
  };
}

function directoryAt(bytes: Uint8Array, view: DataView, isLittle: boolean, at: number): Directory | undefined {
  if (at + 2 > bytes.length) return undefined;
  const count = view.getUint16(at, isLittle);
  const end = at + 2 + count * 12;
  if (end > bytes.length) return undefined;
  const stored: StoredTag[] = [];
  for (let place = at + 2; place < end; place += 12) {
    const type = view.getUint16(place + 2, isLittle);
    const number = view.getUint32(place + 4, isLittle);
    const size = (sizes[type] ?? 1) * number;
    const start = size <= 4 ? place + 8 : view.getUint32(place + 8, isLittle);
    if (start + size > bytes.length) continue;
    stored.push({
      tag: view.getUint16(place, isLittle),
      type,
      count: number,
      bytes: bytes.subarray(start, start + size),
    });
  }
  const byTag = new Map(stored.map((found) => [found.tag, found]));
  const numbers = (tag: number): readonly number[] => numbersOf(byTag.get(tag), isLittle);
  return {
    stored,
    tags: stored.map(({ tag }) => tag),
    next: end + 4 <= bytes.length ? view.getUint32(end, isLittle) : 0,
    numbers,
    number: (tag) => numbers(tag)[0],
    texts: (tag) => textsOf(byTag.get(tag)),
  };
}

function numbersOf(found: StoredTag | undefined, isLittle: boolean): readonly number[] {
  if (found === undefined || (found.type !== 3 && found.type !== 4)) return [];
  const view = new DataView(found.bytes.buffer, found.bytes.byteOffset, found.bytes.byteLength);
  return Array.from({ length: found.count }, (_, index) =>
    found.type === 3 ? view.getUint16(index * 2, isLittle) : view.getUint32(index * 4, isLittle),
  );
}

/** Each text is decoded alone: what stands behind the first one can be no text. */
function textsOf(found: StoredTag | undefined): readonly string[] {
  if (found === undefined || (found.type !== 2 && found.type !== 129)) return [];
  const texts: string[] = [];
  for (let at = 0; at < found.bytes.length; ) {
    const zero = found.bytes.indexOf(0, at);
    const end = zero < 0 ? found.bytes.length : zero;
    texts.push(metadataText(found.bytes.subarray(at, end)).trim());
    at = end + 1;
  }
  return texts;
}

/** The bytes of one value, by type. */
const sizes: Readonly<Record<number, number>> = { 3: 2, 4: 4, 5: 8, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4, 16: 8 };
