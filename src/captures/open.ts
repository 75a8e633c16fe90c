/** Opens what a person found: a file as it is, or the documents in a gzip file, a ZIP archive, a web archive, an MHTML file. */
import { gunzipSync } from "node:zlib";
import type { Problem } from "../model/problem.ts";
import { ContainerFault, type FoundDocument, limits, type NamedBytes } from "./document.ts";
import { readSavedNote } from "./saved-note.ts";

/** Looks for a file beside the one that was given; undefined where there is none. */
export type FindBeside = (address: string) => Promise<Uint8Array | undefined>;

export type Opened = { readonly documents: readonly FoundDocument[] } | { readonly problem: Problem };

/** The documents in a file, in their order; a file that is no container is one document. */
export async function openCapture(given: NamedBytes, beside?: FindBeside): Promise<Opened> {
  try {
    const documents = await documentsIn(given, beside);
    return { documents: documents.length === 1 ? documents : documents.map((one) => ({ ...one, among: given.file })) };
  } catch (error) {
    if (!(error instanceof ContainerFault)) throw error;
    const { message, hint } = error;
    return { problem: { severity: "error", file: given.file, line: 0, column: 0, message, hint } };
  }
}

async function documentsIn(given: NamedBytes, beside?: FindBeside): Promise<readonly FoundDocument[]> {
  const { bytes } = given;
  // The libraries are loaded for the forms that need them only.
  if (begins(bytes, 0x50, 0x4b, 0x03, 0x04)) return (await import("./zip.ts")).openZip(given);
  if (begins(bytes, 0x1f, 0x8b)) {
    const start = textOf(unpackedStart(bytes));
    if (start.startsWith("WARC/")) return (await import("./warc.ts")).readWarcs(given, [bytes]);
    return documentsIn({ ...given, name: given.name.replace(/\.gz$/i, ""), bytes: unpacked(bytes) }, beside);
  }
  const start = textOf(bytes.subarray(0, 4096));
  if (start.startsWith("WARC/")) return (await import("./warc.ts")).readWarcs(given, [bytes]);
  if (isMhtml(start)) return (await import("./mhtml.ts")).openMhtml(given);
  return [{ ...given, ...readSavedNote(start), ...(beside !== undefined && { find: beside }) }];
}

export const isMhtml = (start: string): boolean =>
  /^(?:[!-9;-~]{1,60}:[^\n]{0,1000}(?:\r?\n[ \t][^\n]{0,1000})*\r?\n){1,40}/.test(start) &&
  /^content-type:\s*multipart\/related/im.test(start);

const begins = (bytes: Uint8Array, ...start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

const textOf = (bytes: Uint8Array): string => new TextDecoder("latin1").decode(bytes);

/** The beginning of what a gzip file holds; nothing where it is damaged. */
function unpackedStart(bytes: Uint8Array): Uint8Array {
  try {
    // The first kilobytes are enough, and end in the middle: that is no fault here.
    return gunzipSync(bytes.subarray(0, 65_536), { finishFlush: 2, maxOutputLength: 64 * 1024 * 1024 }).subarray(0, 16);
  } catch {
    return new Uint8Array();
  }
}

function unpacked(bytes: Uint8Array): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength: limits.document });
  } catch (error) {
    const large = error instanceof RangeError || (error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE";
    throw large
      ? new ContainerFault(
          `Cannot unpack the gzip file: what is in it has more than ${limits.document / 1024 / 1024} MB`,
          "Import the pages of the live page one by one",
        )
      : new ContainerFault("Cannot unpack the gzip file: it is damaged or not whole", "Save or download it again");
  }
}
