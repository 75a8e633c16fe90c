/** Turns a WebP into one whose chunks are those that show it, with an orientation and XMP of ours. */
import { exifWithOrientation } from "../metadata/exif.ts";
import type { PublicMetadata } from "./public-metadata.ts";

/** Undefined where the file ends before its chunks do. */
export function cleanWebp(file: Buffer, { orientation, xmp }: PublicMetadata): Uint8Array | undefined {
  const end = 8 + file.readUInt32LE(4);
  if (end > file.length) return undefined;
  const kept = shownChunks(file.subarray(12, end), shown);
  if (kept === undefined) return undefined;
  const extended = kept.find(({ type }) => type === "VP8X");
  // A file without this chunk has no metadata.
  const added =
    extended === undefined
      ? []
      : [
          ...(orientation === 1 ? [] : [chunk("EXIF", exifWithOrientation(orientation))]),
          ...(xmp === undefined ? [] : [chunk("XMP ", Buffer.from(xmp, "utf8"))]),
        ];
  const body = [
    ...kept.map(({ type, bytes }) => (type === "VP8X" ? flagged(bytes, orientation, xmp) : bytes)),
    ...added,
  ];
  const all = Buffer.concat([Buffer.from("RIFF\0\0\0\0WEBP", "latin1"), ...body]);
  all.writeUInt32LE(all.length - 8, 4);
  return all;
}

interface Chunk {
  readonly type: string;
  /** With its head and its padding. */
  readonly bytes: Buffer;
}

/** A frame of an animation holds chunks of its own. */
function shownChunks(bytes: Buffer, known: ReadonlySet<string>): readonly Chunk[] | undefined {
  const kept: Chunk[] = [];
  for (let at = 0; at + 8 <= bytes.length; ) {
    const type = bytes.toString("latin1", at, at + 4);
    const end = at + 8 + bytes.readUInt32LE(at + 4);
    if (end > bytes.length) return undefined;
    const body = bytes.subarray(at + 8, end);
    if (type === "ANMF") {
      const inner = shownChunks(body.subarray(16), framed);
      if (inner === undefined) return undefined;
      const frame = Buffer.concat([body.subarray(0, 16), ...inner.map((one) => one.bytes)]);
      kept.push({ type, bytes: chunk(type, frame) });
    } else if (known.has(type)) kept.push({ type, bytes: chunk(type, body) });
    at = end + (end % 2);
  }
  return kept;
}

function chunk(type: string, body: Uint8Array): Buffer {
  const head = Buffer.from(`${type}\0\0\0\0`, "latin1");
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body, Buffer.alloc(body.length % 2)]);
}

/** Says which metadata follow. */
function flagged(extended: Buffer, orientation: number, xmp: string | undefined): Buffer {
  const copy = Buffer.from(extended);
  const metadata = (orientation === 1 ? 0 : 0x08) | (xmp === undefined ? 0 : 0x04);
  copy.writeUInt8((copy.readUInt8(8) & 0x32) | metadata, 8);
  return copy;
}

const framed: ReadonlySet<string> = new Set(["VP8 ", "VP8L", "ALPH"]);
const shown: ReadonlySet<string> = new Set([...framed, "VP8X", "ANIM", "ICCP"]);
