/** From a ZIP archive in memory to its files, one at a time. Archives that were made to fill the memory are refused first. */
import { type Entry, fromBufferPromise, type ZipFile } from "yauzl";
import { type Budget, LimitFault } from "../budget.ts";
import { ContainerFault } from "../document.ts";
import { limits, megabytes } from "../limits.ts";
import type { HeldFile } from "./files.ts";

/** The files, in the order of their names. Throws a ContainerFault. */
export async function filesInZip(bytes: Uint8Array, budget: Budget): Promise<readonly HeldFile[]> {
  const zip = await open(bytes);
  const entries = await entriesOf(zip);
  refuseOverlaps(entries);
  budget.hold(bytes.length);
  // A first check: the sizes may be false, and the bytes are counted again when they are unpacked.
  const declared = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
  if (declared > limits.unpacked)
    throw new LimitFault(
      `Cannot unpack the ZIP archive: expected at most ${megabytes(limits.unpacked)} in all containers of one import, got ${megabytes(declared)}`,
      "Import the pages of the live page alone, in several imports",
    );
  return entries.map((entry) => ({
    path: entry.fileName,
    size: entry.uncompressedSize,
    start: () => read(zip, entry, limits.unpacked, 4096),
    async bytes(limit) {
      const all = await read(zip, entry, limit);
      budget.unpack(all.length);
      return all;
    },
  }));
}

async function open(bytes: Uint8Array): Promise<ZipFile> {
  try {
    return await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      lazyEntries: true,
    });
  } catch (error) {
    throw damaged(error);
  }
}

async function entriesOf(zip: ZipFile): Promise<readonly Entry[]> {
  if (zip.entryCount > limits.entries)
    throw new ContainerFault(
      `Cannot read the ZIP archive: expected at most ${limits.entries} entries, got ${zip.entryCount}`,
      "Import the pages in it one by one",
    );
  const entries: Entry[] = [];
  try {
    for await (const entry of zip.eachEntry()) if (!entry.fileName.endsWith("/") && !isLink(entry)) entries.push(entry);
  } catch (error) {
    throw damaged(error);
  }
  return entries.sort((a, b) => (a.fileName < b.fileName ? -1 : a.fileName > b.fileName ? 1 : 0));
}

/** A symbolic link: its content is a path. */
const isLink = ({ externalFileAttributes }: Entry): boolean =>
  ((externalFileAttributes >>> 16) & 0o170000) === 0o120000;

/** Entries that share bytes unpack into many times their size; no honest program writes them. */
function refuseOverlaps(entries: readonly Entry[]): void {
  const localHeader = 30;
  let reached = 0;
  let before = "";
  for (const entry of entries.toSorted((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader)) {
    const start = entry.relativeOffsetOfLocalHeader;
    if (start < reached)
      throw new ContainerFault(
        `Cannot read the ZIP archive: its entries "${before}" and "${entry.fileName}" overlap`,
        "It is damaged or made to do harm: get the pages in it in another way",
      );
    reached = start + localHeader + entry.fileNameRaw.length + entry.compressedSize;
    before = entry.fileName;
  }
}

/** The bytes of an entry, or its first `enough` bytes. Throws a ContainerFault where it has more than `limit` bytes. */
async function read(zip: ZipFile, entry: Entry, limit: number, enough = Number.POSITIVE_INFINITY): Promise<Uint8Array> {
  const tooLarge = new ContainerFault(
    `Cannot read "${entry.fileName}" in the ZIP archive: it has more than ${megabytes(limit)}`,
    "Leave the file out of the archive, or import the live page in parts",
  );
  if (entry.uncompressedSize > limit) throw tooLarge;
  try {
    const stream = await zip.openReadStreamPromise(entry);
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of stream) {
      size += (chunk as Buffer).length;
      if (size > limit) throw tooLarge;
      chunks.push(chunk as Buffer);
      if (size >= enough) break;
    }
    return Buffer.concat(chunks);
  } catch (error) {
    throw error === tooLarge ? tooLarge : damaged(error);
  }
}

const damaged = (error: unknown): ContainerFault =>
  new ContainerFault(
    `Cannot read the ZIP archive: ${error instanceof Error ? error.message : String(error)}`,
    "Save it again, or unpack it and import the pages in it",
  );
