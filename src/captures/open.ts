/**
 * From a file to the documents in it: the file itself, or the content of a gzip file, a ZIP archive, a web archive or an MHTML file.
 * Containers inside containers are opened too, a few levels deep.
 */
import path from "node:path/posix";
import { Readable } from "node:stream";
import { constants, createGunzip } from "node:zlib";
import { sha256 } from "../base/digest.ts";
import { printableWords } from "../base/printable.ts";
import { fileProblem, type Problem } from "../model/problem.ts";
import { type Budget, LimitFault } from "./budget.ts";
import { isContainerName, isDocumentName } from "./containers/file-names.ts";
import { chooseFiles, findAmong, type HeldFile } from "./containers/files.ts";
import { isMhtml } from "./containers/mhtml-start.ts";
import { beginsAsZstd, framesOf, knowsZstd, streamZstd } from "./containers/zstd.ts";
import { ContainerFault, type FindBeside, type FoundDocument, type HeldDocument, type NamedBytes } from "./document.ts";
import { limits, megabytes } from "./limits.ts";
import { noteReach, readReplayNote } from "./notes/replay-note.ts";
import { readSavedNote, withoutReplay } from "./notes/saved-note.ts";
import { packedDocument } from "./packed.ts";
import { type Packing, unpackWhole } from "./unpack.ts";

/** A file, and how its bytes are read again. Without `again`, they stay in memory. */
export interface GivenFile extends NamedBytes {
  again?(): Promise<Uint8Array>;
}

interface Opening {
  readonly budget: Budget;
  readonly beside?: FindBeside;
  /** How many containers it lies in. */
  readonly depth?: number;
}

interface Found {
  readonly documents: readonly FoundDocument[];
  /** Names of files that were passed over. */
  readonly passed: readonly string[];
  /** Records of web archives that were passed over, each with the reason. The warnings name them too. */
  readonly records?: readonly string[];
  readonly warnings: readonly string[];
}

export type Opened = Found | { readonly problem: Problem };

/** The documents in a file, in their order; a file that is no container is one document. */
export const openCapture = (given: GivenFile, opening: Opening): Promise<Opened> =>
  orProblem(given.file, () => documentsIn(given, opening));

/** The documents in a folder; as those of a container they belong to one live page. */
export const openFolder = (folder: string, files: readonly HeldFile[], budget: Budget): Promise<Opened> =>
  orProblem(folder, async () => {
    const found = await documentsAmong(folder, path.basename(folder), files, { budget, depth: 0 });
    if (found.documents.length > 0) return found;
    throw new ContainerFault(
      `Cannot find a capture in the folder "${folder}": expected .html, .json, .txt, .mhtml, .webarchive, .warc, .wacz, .zip or .gz`,
      "Name the files in it",
    );
  });

/** Makes the names in containers safe for lines of reports, since they are hostile. */
async function orProblem(file: string, open: () => Promise<Found>): Promise<Opened> {
  try {
    const { documents, passed, records = [], warnings } = await open();
    const among = documents.length < 2 ? {} : { among: printableWords(file) };
    return {
      documents: documents.map((one) => ({ ...one, file: printableWords(one.file), ...among })),
      passed: passed.map(printableWords),
      records: records.map(printableWords),
      warnings: warnings.map(printableWords),
    };
  } catch (error) {
    if (!(error instanceof ContainerFault)) throw error;
    const { message, hint } = error;
    return { problem: fileProblem(file, message, hint) };
  }
}

async function documentsIn(given: GivenFile, opening: Opening): Promise<Found> {
  const { bytes } = given;
  const { budget, depth = 0 } = opening;
  if (depth > limits.depth)
    throw new ContainerFault(
      `Cannot unpack the capture: expected at most ${limits.depth} containers in one another, got more`,
      "Unpack it, and import the pages in it",
    );
  // A library is loaded only for the form that needs it.
  if (begins(bytes, 0x50, 0x4b, 0x03, 0x04)) {
    const found = await documentsInZip(given, opening);
    if (found.documents.length > 0) return found;
    throw new ContainerFault(
      "Cannot find a capture in the ZIP archive: it holds no .html, .json, .txt or .warc file",
      "Put the saved pages into it, or import them one by one",
    );
  }
  const appended = await documentsBehindPage(given, opening);
  if (appended !== undefined) return appended;
  const packing: Packing | undefined = begins(bytes, 0x1f, 0x8b) ? "gzip" : beginsAsZstd(bytes) ? "zstd" : undefined;
  const start = textOf(packing === undefined ? bytes.subarray(0, 4096) : await unpackedStart(packing, bytes));
  if (start.startsWith("WARC/") || (packing === "zstd" && /\.warc\.zst$/i.test(given.name))) {
    const { readWarcs } = await import("./containers/warc.ts");
    const pages = await readWarcs(given.file, given.name, [{ name: given.name, bytes: async () => bytes }], budget);
    return { ...pages, passed: [] };
  }
  if (packing !== undefined) {
    const inner = unpacked(packing, bytes);
    budget.unpack(inner.length);
    const name = given.name.replace(/\.(?:gz|zst)$/i, "");
    return documentsIn(
      { file: given.file, name, bytes: inner, again: async () => unpacked(packing, await (given.again?.() ?? bytes)) },
      { ...opening, depth: depth + 1 },
    );
  }
  if (isMhtml(start)) {
    const { documents, passed } = (await import("./containers/mhtml.ts")).openMhtml(given);
    return { ...held(documents, budget), passed };
  }
  if (start.startsWith("bplist00"))
    return held((await import("./containers/web-archive.ts")).openWebArchive(given), budget);
  return { documents: [plainDocument(given, opening)], passed: [], warnings: [] };
}

async function documentsInZip(given: GivenFile, opening: Opening): Promise<Found> {
  const files = await (await import("./containers/zip.ts")).filesInZip(given.bytes, opening.budget);
  return documentsAmong(given.file, given.name, files, opening);
}

/** The content of the ZIP archive that SingleFile puts behind a page; undefined for a page without one. */
async function documentsBehindPage(given: GivenFile, opening: Opening): Promise<Found | undefined> {
  const { bytes } = given;
  const isBoth =
    begins(bytes, 0x3c) &&
    textOf(bytes.subarray(-1024)).includes("PK\x05\x06") &&
    textOf(bytes.subarray(-limits.picture)).includes("PK\x01\x02");
  try {
    const found = isBoth ? await documentsInZip(given, opening) : undefined;
    return found?.documents.length === 0 ? undefined : found;
  } catch (error) {
    // It is a page that mentions ZIP archives.
    if (error instanceof LimitFault || !(error instanceof ContainerFault)) throw error;
    return undefined;
  }
}

/** A file that is no container: a page, a text, data. */
function plainDocument({ bytes, again, ...given }: GivenFile, { budget, beside }: Opening): FoundDocument {
  budget.addDocument();
  const start = textOf(bytes.subarray(0, noteReach));
  const end = textOf(bytes.subarray(Math.max(0, bytes.length - 8192)));
  const note = withoutReplay({ ...readSavedNote(start), ...readReplayNote(start, end) });
  return {
    ...given,
    ...note,
    digest: sha256(bytes),
    size: bytes.length,
    bytes: again ?? (async () => bytes),
    ...(beside !== undefined && { find: beside }),
  };
}

function held(documents: readonly HeldDocument[], budget: Budget): Found {
  return {
    documents: documents.map((document) => {
      budget.addDocument();
      return packedDocument(withoutReplay(document));
    }),
    passed: [],
    warnings: [],
  };
}

/** The documents among the files of a folder or a ZIP archive. */
async function documentsAmong(
  container: string,
  name: string,
  all: readonly HeldFile[],
  { budget, depth = 0 }: Opening,
): Promise<Found> {
  const { files, archives, passed, note } = await chooseFiles(all);
  const documents: FoundDocument[] = [];
  const others = [...passed];
  const records: string[] = [];
  const warnings: string[] = [];
  for (const file of files) {
    const limit = isDocumentName(file.path) && !isContainerName(file.path) ? limits.document : limits.file;
    const found = await documentsIn(
      {
        file: `${container}, ${file.path}`,
        name: path.basename(file.path),
        bytes: await file.bytes(limit),
        again: () => file.bytes(limit),
      },
      { budget, depth: depth + 1, beside: findAmong(all, file.path, budget) },
    );
    documents.push(...found.documents.map((one) => ({ ...note, ...one })));
    others.push(...found.passed.map((one) => `${file.path}, ${one}`));
    records.push(...(found.records ?? []));
    warnings.push(...found.warnings);
  }
  if (archives.length > 0) {
    const { readWarcs } = await import("./containers/warc.ts");
    const parts = archives.map((file) => ({ name: file.path, bytes: () => file.bytes(limits.file) }));
    const found = await readWarcs(container, name, parts, budget);
    documents.push(...found.documents);
    records.push(...found.records);
    warnings.push(...found.warnings);
  }
  return { documents, passed: others, records, warnings };
}

const begins = (bytes: Uint8Array, ...start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

const textOf = (bytes: Uint8Array): string => new TextDecoder("latin1").decode(bytes);

/** The beginning of the content of a compressed file; nothing where it is damaged. */
async function unpackedStart(packing: Packing, bytes: Uint8Array): Promise<Uint8Array> {
  // The first kilobytes are enough; they end in the middle, which is no fault here.
  const start =
    packing === "zstd" && knowsZstd()
      ? streamZstd(framesOf(bytes))
      : Readable.from([bytes.subarray(0, 65_536)]).pipe(createGunzip({ finishFlush: constants.Z_SYNC_FLUSH }));
  try {
    for await (const chunk of start) return (chunk as Uint8Array).subarray(0, 16);
  } catch {
    // Damaged before its first bytes.
  }
  return new Uint8Array();
}

function unpacked(packing: Packing, bytes: Uint8Array): Uint8Array {
  const whole = unpackWhole(packing, bytes, limits.file);
  const file = `Cannot unpack the ${packing} file`;
  if ("fault" in whole)
    throw whole.fault === "it is too large"
      ? new ContainerFault(
          `${file}: what is in it has more than ${megabytes(limits.file)}`,
          "Import the pages of the live page one by one",
        )
      : new ContainerFault(
          `${file}: ${whole.fault === "it is damaged" || whole.fault === "it is not whole" ? "it is damaged or not whole" : whole.fault}`,
          "Save or download it again",
        );
  if (whole.cut === true) throw new ContainerFault(`${file}: it is damaged or not whole`, "Save or download it again");
  return whole.bytes;
}
