/** Web archives (WARC): each page in it is a document, and finds its pictures among the other records. */
import { brotliDecompressSync } from "node:zlib";
import { WARCParser, type WARCRecord } from "warcio";
import { ContainerFault, type FoundDocument, limits, type NamedBytes, plainAddress } from "./document.ts";
import { pictureEnding } from "./picture-kind.ts";

interface Page {
  readonly bytes: Uint8Array;
  readonly source: string;
  readonly captured: string | undefined;
  readonly charset: string | undefined;
}

/** The pages of some WARC files, which may be compressed; the newest of one address only. Throws a ContainerFault. */
export async function readWarcs(given: NamedBytes, parts: readonly Uint8Array[]): Promise<readonly FoundDocument[]> {
  const pages: Page[] = [];
  const pictures = new Map<string, Uint8Array>();
  const redirects = new Map<string, string>();
  let room: number = limits.pictures;
  let records = 0;
  let cut = false;
  for (const part of parts) {
    try {
      for await (const record of new WARCParser(slices(part))) {
        records += 1;
        if (records > limits.entries)
          throw new ContainerFault(
            `Cannot read the web archive: expected at most ${limits.entries} records`,
            "Import a web archive of the live page alone",
          );
        const source = record.warcTargetURI ?? "";
        const target = redirectOf(record, source);
        if (target !== undefined) redirects.set(plainAddress(source), plainAddress(target));
        const kind = kindOf(record);
        if (kind === undefined || source === "") continue;
        const bytes = await contentOf(record, kind === "page" ? limits.document : Math.min(limits.picture, room));
        if (bytes === undefined || bytes.length === 0) continue;
        if (kind === "page") {
          const captured = record.warcDate ?? undefined;
          pages.push({ bytes, source, captured, charset: charsetOf(record) });
        } else if (!pictures.has(plainAddress(source)) && (kind === "picture" || pictureEnding(bytes) !== undefined)) {
          room -= bytes.length;
          pictures.set(plainAddress(source), bytes);
        }
      }
    } catch (error) {
      if (error instanceof ContainerFault) throw error;
      if (error instanceof EndsInside) {
        cut = true;
        continue;
      }
      throw new ContainerFault(
        `Cannot read the web archive: ${error instanceof Error ? error.message : String(error)}`,
        "Capture the page again, or import the page's HTML",
      );
    }
  }
  if (pages.length === 0 && cut)
    throw new ContainerFault("Cannot read the web archive: it ends inside its first page", "Capture the page again");
  if (pages.length === 0)
    throw new ContainerFault(
      "Cannot find a page in the web archive: it holds no response of the type text/html or application/json",
      "Import another web archive, or the page's HTML",
    );
  return pages.map(({ bytes, source, captured, charset }) => ({
    file: `${given.file}, ${source}`,
    name: given.name,
    bytes,
    source,
    ...(cut && { warning: "The web archive ends inside a record: what followed is not known" }),
    ...(captured !== undefined && { captured }),
    ...(charset !== undefined && { charset }),
    find: async (address) => {
      let whole = plainAddress(URL.canParse(address, source) ? new URL(address, source).href : address);
      for (let step = 0; step < mostRedirects && !pictures.has(whole); step += 1) whole = redirects.get(whole) ?? whole;
      return pictures.get(whole);
    },
  }));
}

/** Thrown where the archive ends inside a record: the library would wait for the rest for ever. */
class EndsInside extends Error {}

/** How often a reader that is at the end may ask for more. */
const patience = 50;

/** The bytes in pieces, so that nothing is unpacked all at once. */
function slices(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  let start = 0;
  let asked = 0;
  const next = async (): Promise<IteratorResult<Uint8Array>> => {
    if (start >= bytes.length) {
      asked += 1;
      if (asked > patience) throw new EndsInside();
      return { done: true, value: undefined };
    }
    const value = bytes.subarray(start, start + 65_536);
    start += value.length;
    return { done: false, value };
  };
  return { [Symbol.asyncIterator]: () => ({ next }) };
}

/** How many redirects lead to a picture at most. */
const mostRedirects = 10;

/** Where a server sent whoever asked for `source`. */
function redirectOf({ warcType, httpHeaders }: WARCRecord, source: string): string | undefined {
  const status = Number(httpHeaders?.statusCode ?? 200);
  if (warcType !== "response" || status < 300 || status > 399) return undefined;
  const location = httpHeaders?.headers.get("location") ?? "";
  return location !== "" && URL.canParse(location, source) ? new URL(location, source).href : undefined;
}

/** What a record may hold for us; undefined for requests, errors, scripts and the like. */
function kindOf(record: WARCRecord): "page" | "picture" | "bytes" | undefined {
  if (record.warcType !== "response" && record.warcType !== "resource") return undefined;
  const status = record.httpHeaders?.statusCode;
  if (status !== undefined && Number(status) !== 200) return undefined;
  const type = (record.httpHeaders?.headers.get("content-type") ?? record.warcContentType ?? "").toLowerCase();
  if (/^(?:text\/html|application\/xhtml\+xml|application\/json)\b/.test(type)) return "page";
  if (type.startsWith("image/")) return "picture";
  // Many stores of pictures name no type.
  return /^(?:(?:application|binary)\/octet-stream|$)/.test(type) ? "bytes" : undefined;
}

const charsetOf = (record: WARCRecord): string | undefined =>
  /charset\s*=\s*["']?([\w:.-]{1,40})/i.exec(record.httpHeaders?.headers.get("content-type") ?? "")?.[1];

/** The decoded content of a record; undefined where there is more than `limit`. */
async function contentOf(record: WARCRecord, limit: number): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of record) {
    size += chunk.length;
    if (size > limit) return undefined;
    chunks.push(chunk);
  }
  const bytes = Buffer.concat(chunks);
  // The library knows gzip and deflate; what it does not know it hands over as it is.
  if (record.httpHeaders?.headers.get("content-encoding")?.toLowerCase() !== "br") return bytes;
  try {
    return brotliDecompressSync(bytes, { maxOutputLength: limit });
  } catch {
    return bytes;
  }
}
