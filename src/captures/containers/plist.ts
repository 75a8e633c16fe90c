/** From a binary property list to its value. The references between values are checked first: a list with circles is refused. */
import { parseBuffer } from "bplist-parser";
import { ContainerFault } from "../document.ts";
import { limits } from "../limits.ts";

/** The top value, of unknown type. Throws a ContainerFault. */
export function readPropertyList(bytes: Uint8Array): unknown {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    if (!isTree(buffer)) throw new Error("its values refer to each other in circles, or too often");
    return parseBuffer<unknown>(buffer)[0];
  } catch (error) {
    throw new ContainerFault(
      `Cannot read the property list: ${error instanceof Error ? error.message : String(error)}`,
      "Save the page again, or save it as HTML",
    );
  }
}

/** The deepest nesting of values: a web archive has six levels, and one more for each frame inside a frame. */
const deepest = 40;
/** Bytes of text of all values, each counted as often as it is referred to. */
const mostText = limits.wholeContainer;

interface Trailer {
  readonly offsetSize: number;
  readonly referenceSize: number;
  readonly objects: number;
  readonly top: number;
  readonly table: number;
}

/** Walks the list as the library will, without making values. */
function isTree(buffer: Buffer): boolean {
  const trailer = trailerOf(buffer);
  const waiting = [{ object: trailer.top, depth: 0 }];
  let values = 0;
  let text = 0;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    values += 1;
    if (values > limits.values || next.depth > deepest || next.object >= trailer.objects) return false;
    const at = uint(buffer, trailer.table + next.object * trailer.offsetSize, trailer.offsetSize);
    const kind = uint(buffer, at, 1) >> 4;
    if (kind < 4 || kind === 8) continue;
    const { length, start } = lengthAt(buffer, at);
    const isText = kind === 5 || kind === 6;
    if (isText) text += length * (kind - 4);
    if (isText || kind === 4) {
      if (text > mostText || start + length * (kind === 6 ? 2 : 1) > buffer.length) return false;
      continue;
    }
    const references = kind === 13 ? length * 2 : length;
    if (values + waiting.length + references > limits.values) return false;
    for (let index = 0; index < references; index += 1)
      waiting.push({
        object: uint(buffer, start + index * trailer.referenceSize, trailer.referenceSize),
        depth: next.depth + 1,
      });
  }
  return true;
}

function trailerOf(buffer: Buffer): Trailer {
  const at = buffer.length - 32;
  if (at < 8) throw new Error("it is not whole");
  return {
    offsetSize: uint(buffer, at + 6, 1),
    referenceSize: uint(buffer, at + 7, 1),
    objects: uint(buffer, at + 8, 8),
    top: uint(buffer, at + 16, 8),
    table: uint(buffer, at + 24, 8),
  };
}

/** The number of bytes, characters or members of a value, and where they begin. */
function lengthAt(buffer: Buffer, at: number): { readonly length: number; readonly start: number } {
  const short = uint(buffer, at, 1) & 15;
  if (short < 15) return { length: short, start: at + 1 };
  const marker = uint(buffer, at + 1, 1);
  if (marker >> 4 !== 1) throw new Error("a length in it is no number");
  const size = 2 ** (marker & 15);
  return { length: uint(buffer, at + 2, size), start: at + 2 + size };
}

function uint(buffer: Buffer, at: number, size: number): number {
  if (size < 1 || size > 8 || at < 0 || at + size > buffer.length) throw new Error("it is not whole");
  let value = 0;
  for (let index = at; index < at + size; index += 1) value = value * 256 + (buffer[index] ?? 0);
  return value;
}
