/**
 * From zstd data to its content, frame by frame, because Node's zlib stops after the first frame. A web archive (`.warc.zst`) may begin
 * with the dictionary of its frames.
 */
import { Readable } from "node:stream";
import zlib from "node:zlib";

interface Frames {
  readonly frames: readonly Uint8Array[];
  /** The dictionary before the frames, if there is one. */
  readonly dictionary?: Uint8Array;
  /** True where the data ends inside a frame or other bytes follow. */
  readonly cut: boolean;
}

const [magic, skippable, dictionaryFrame] = [0xfd2fb528, 0x184d2a5, 0x184d2a5d];

export const beginsAsZstd = (bytes: Uint8Array): boolean => {
  const first = bytes.length < 4 ? 0 : viewOf(bytes).getUint32(0, true);
  return first === magic || first >>> 4 === skippable;
};

/** False on a Node without zstd. */
export const knowsZstd = (): boolean => typeof zlib.createZstdDecompress === "function";

/** Cuts zstd data into its frames, without unpacking them (RFC 8878, 3.1). */
export function framesOf(bytes: Uint8Array): Frames {
  const view = viewOf(bytes);
  const frames: Uint8Array[] = [];
  let dictionary: Uint8Array | undefined;
  let at = 0;
  while (at + 8 <= bytes.length) {
    const first = view.getUint32(at, true);
    const isSkipped = first >>> 4 === skippable;
    const end = isSkipped ? at + 8 + view.getUint32(at + 4, true) : first === magic ? frameEnd(view, at) : undefined;
    if (end === undefined || end > bytes.length) break;
    if (!isSkipped) frames.push(bytes.subarray(at, end));
    else if (first === dictionaryFrame && frames.length === 0) dictionary = bytes.subarray(at + 8, end);
    at = end;
  }
  return { frames, cut: at < bytes.length, ...(dictionary !== undefined && { dictionary }) };
}

/** The offset behind the frame that begins at `start`; undefined where the data ends first. */
function frameEnd(view: DataView, start: number): number | undefined {
  const size = view.byteLength;
  const descriptor = view.getUint8(start + 4);
  const single = (descriptor & 0x20) !== 0;
  const contentSize = [single ? 1 : 0, 2, 4, 8][descriptor >>> 6] ?? 0;
  const dictionaryId = [0, 1, 2, 4][descriptor & 3] ?? 0;
  let at = start + 5 + (single ? 0 : 1) + dictionaryId + contentSize;
  for (let last = false; !last; ) {
    if (at + 3 > size) return undefined;
    const head = view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
    last = (head & 1) === 1;
    // A block of one repeated byte holds only this byte.
    at += 3 + (((head >>> 1) & 3) === 1 ? 1 : head >>> 3);
  }
  at += (descriptor & 4) === 0 ? 0 : 4;
  return at > size ? undefined : at;
}

/** The content of the frames, in pieces. Throws where a frame is damaged. */
export function streamZstd({ frames, dictionary }: Frames): AsyncIterable<Uint8Array> {
  const plain =
    dictionary !== undefined && viewOf(dictionary).byteLength >= 4 && viewOf(dictionary).getUint32(0, true) === magic
      ? zlib.zstdDecompressSync(dictionary, { maxOutputLength: 4 * 1024 * 1024 })
      : dictionary;
  return Readable.from(frames, { objectMode: true }).pipe(
    zlib.createZstdDecompress(plain === undefined ? {} : { dictionary: Buffer.from(plain) }),
  );
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
