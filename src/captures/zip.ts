/** ZIP archives: several captures, a saved page with its files, or a web archive (WACZ). Read from memory, an entry at a time. */
import path from "node:path";
import { type Entry, fromBufferPromise, type ZipFile } from "yauzl";
import { ContainerFault, type FoundDocument, isDocumentName, limits, type NamedBytes } from "./document.ts";
import { readWarcs } from "./warc.ts";

const isArchiveName = (name: string): boolean => /\.warc(?:\.gz)?$/i.test(name);

/** The documents of a ZIP archive, in the order of their names. Throws a ContainerFault. */
export async function openZip(given: NamedBytes): Promise<readonly FoundDocument[]> {
  const zip = await open(given.bytes);
  const entries = await entriesOf(zip);
  const archives = entries.filter(({ fileName }) => isArchiveName(fileName));
  if (archives.length > 0) {
    const parts: Uint8Array[] = [];
    for (const entry of archives) parts.push(await read(zip, entry, limits.pictures));
    return readWarcs(given, parts);
  }
  const known = new Map(entries.map((entry) => [entry.fileName, entry]));
  const documents: FoundDocument[] = [];
  for (const entry of entries.filter(({ fileName }) => isDocument(fileName))) {
    const folder = path.posix.dirname(entry.fileName);
    documents.push({
      file: `${given.file}, ${entry.fileName}`,
      name: path.posix.basename(entry.fileName),
      bytes: await read(zip, entry, limits.document),
      async find(address) {
        const beside = known.get(path.posix.normalize(path.posix.join(folder, decoded(address))));
        return beside === undefined ? undefined : read(zip, beside, limits.picture);
      },
    });
  }
  if (documents.length === 0)
    throw new ContainerFault(
      "Cannot find a capture in the ZIP archive: it holds no .html, .json, .txt or .warc file",
      "Put the saved pages into it, or import them one by one",
    );
  return documents;
}

/** Files that a system or a browser put there are no captures. */
const isDocument = (name: string): boolean =>
  isDocumentName(name) &&
  !/(?:^|\/)(?:__MACOSX|\.)|_files\/|\.json$(?<=(?:^|\/)(?:datapackage|package)[^/]*\.json)/i.test(name);

const decoded = (address: string): string => {
  try {
    return decodeURIComponent(address.replace(/[?#].*/s, ""));
  } catch {
    return address;
  }
};

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
    for await (const entry of zip.eachEntry()) if (!entry.fileName.endsWith("/")) entries.push(entry);
  } catch (error) {
    throw damaged(error);
  }
  return entries.sort((a, b) => (a.fileName < b.fileName ? -1 : 1));
}

/** An entry's bytes, however many it says it has; a ContainerFault where there are more than `limit`. */
async function read(zip: ZipFile, entry: Entry, limit: number): Promise<Uint8Array> {
  const tooLarge = new ContainerFault(
    `Cannot read "${entry.fileName}" in the ZIP archive: it has more than ${Math.round(limit / 1024 / 1024)} MB`,
    "Import the page in it alone, or leave the file out",
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
