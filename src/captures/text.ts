/** From bytes to text: UTF-8 or marked UTF-16; other bytes give a clear problem. */
import { fileProblem, type Problem } from "../model/problem.ts";
import { limits } from "./limits.ts";
import { savePage } from "./save-page.ts";

export type Decoded = { readonly text: string } | { readonly problem: Problem };

const kinds: readonly { readonly name: string; readonly begins: readonly number[] }[] = [
  { name: "a PDF document", begins: [0x25, 0x50, 0x44, 0x46] },
  { name: "a ZIP archive (or an office document)", begins: [0x50, 0x4b, 0x03, 0x04] },
  { name: "an empty ZIP archive", begins: [0x50, 0x4b, 0x05, 0x06] },
  { name: "a PNG picture", begins: [0x89, 0x50, 0x4e, 0x47] },
  { name: "a JPEG picture", begins: [0xff, 0xd8, 0xff] },
  { name: "a GIF picture", begins: [0x47, 0x49, 0x46, 0x38] },
  { name: "a gzip file", begins: [0x1f, 0x8b] },
  { name: "an old office document", begins: [0xd0, 0xcf, 0x11, 0xe0] },
];

interface HowFound {
  /** The encoding that a server named. A page that is valid UTF-8 is read as UTF-8 all the same. */
  readonly charset?: string;
  readonly limit?: number;
}

/** Decodes a text capture and removes a byte order mark. `file` names it in the problem. */
export function decodeText(
  bytes: Uint8Array,
  file: string,
  { charset, limit = limits.document }: HowFound = {},
): Decoded {
  const fail = (message: string, hint: string): Decoded => ({
    problem: fileProblem(file, `Cannot read the capture: ${message}`, hint),
  });
  if (bytes.length === 0) return fail("the file is empty", savePage);
  if (bytes.length > limit) return fail(`expected at most ${size(limit)}, got ${size(bytes.length)}`, tooLarge);
  const kind = kinds.find(({ begins }) => begins.every((byte, index) => bytes[index] === byte));
  if (kind !== undefined) return fail(`expected text, got ${kind.name}`, savePage);
  const wide = wideEncoding(bytes);
  if (wide !== undefined) {
    try {
      return checked(new TextDecoder(wide, { fatal: true }).decode(bytes), fail);
    } catch {
      return fail(`it says that it is ${wide.toUpperCase()} but is not`, "Save the file as UTF-8");
    }
  }
  const nul = bytes.indexOf(0);
  if (nul !== -1) return fail(`expected text, got a NUL byte at byte ${nul}`, `The file is not text. ${savePage}`);
  try {
    return checked(new TextDecoder("utf-8", { fatal: true }).decode(bytes), fail);
  } catch {
    const declared = (charset && textIn(charset, bytes)) ?? declaredText(bytes);
    if (declared !== undefined) return checked(declared, fail);
    const at = firstBadByte(bytes);
    const byte = (bytes[at] ?? 0).toString(16).padStart(2, "0");
    return fail(`expected UTF-8, got byte 0x${byte} at byte ${at}`, "Save the file as UTF-8 (it may be Windows-1252)");
  }
}

/** A page in the encoding that it declares, such as windows-1252; undefined where it declares none that is known. */
function declaredText(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 4096));
  const label = /^\s*</.test(start)
    ? /<meta\b[^>]{0,200}\bcharset\s{0,9}=\s{0,9}["']?\s{0,9}([\w:.-]{1,40})/i.exec(start)?.[1]
    : undefined;
  return label === undefined ? undefined : textIn(label, bytes);
}

function textIn(label: string, bytes: Uint8Array): string | undefined {
  if (/^utf-?8$/i.test(label)) return undefined;
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const tooLarge = "Import the pages of the live page one by one";

function checked(text: string, fail: (message: string, hint: string) => Decoded): Decoded {
  if (text.trim() === "") return fail("there is nothing but blanks in it", savePage);
  const nul = text.indexOf("\0");
  if (nul !== -1) return fail(`expected text, got a NUL character at character ${nul}`, "The file is not text");
  return { text };
}

function wideEncoding(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  return bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : undefined;
}

const size = (bytes: number): string =>
  bytes >= 1024 * 1024 ? `${Math.round(bytes / 1024 / 1024)} MB` : `${bytes} bytes`;

/** The offset of the first byte that is no UTF-8; only called for bytes that hold one. */
function firstBadByte(bytes: Uint8Array): number {
  const at = (index: number): number => bytes[index] ?? -1;
  let index = 0;
  while (index < bytes.length) {
    const length = sequenceLength(at(index), at(index + 1));
    if (length === 0) return index;
    for (let more = 1; more < length; more += 1)
      if ((at(index + more) & 0xc0) !== 0x80 || at(index + more) < 0) return index;
    index += length;
  }
  return bytes.length;
}

/** How many bytes a character takes by its first two; 0 where no character begins so. */
function sequenceLength(first: number, second: number): number {
  if (first < 0x80) return 1;
  if (first >= 0xc2 && first <= 0xdf) return 2;
  if (first === 0xe0) return second >= 0xa0 ? 3 : 0;
  if (first === 0xed) return second <= 0x9f ? 3 : 0;
  if (first >= 0xe1 && first <= 0xef) return 3;
  if (first === 0xf0) return second >= 0x90 ? 4 : 0;
  if (first === 0xf4) return second <= 0x8f ? 4 : 0;
  return first >= 0xf1 && first <= 0xf3 ? 4 : 0;
}
