/** From web archives (WARC) to documents: each page is one, and finds its pictures among the records of all the archives. */

import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { AsyncIterReader, WARCParser, type WARCRecord } from "warcio";
import { type Budget, LimitFault } from "../budget.ts";
import { ContainerFault, type FoundDocument, plainAddress } from "../document.ts";
import { limits, megabytes } from "../limits.ts";
import { originalOf } from "../notes/replay-address.ts";
import { packedDocument } from "../packed.ts";
import { pictureEnding } from "../pictures/kind.ts";
import { someNames } from "./file-names.ts";
import {
  endsInHead,
  isPage,
  payloadOf,
  type RecordFacts,
  recordFactsOf,
  redirectOf,
  shortenedBy,
} from "./warc-content.ts";
import { beginsAsZstd, framesOf, knowsZstd, streamZstd } from "./zstd.ts";

/** One file of a web archive, which is read when its turn comes. */
export interface WarcPart {
  readonly name: string;
  bytes(): Promise<Uint8Array>;
}

interface Gathered {
  readonly pages: FoundDocument[];
  readonly pictures: Map<string, Uint8Array>;
  /** By digest: the bytes of records, for later records that only refer to them (revisits). */
  readonly known: Map<string, "page" | Uint8Array>;
  readonly revisits: { readonly source: string; readonly digest: string }[];
  /** By address: where servers redirected requests. */
  readonly redirects: Map<string, string>;
  /** What cannot be read, and why. */
  readonly passed: string[];
  /** Bytes that pictures may still take. */
  room: number;
  records: number;
  cut: boolean;
}

export interface FoundPages {
  readonly documents: readonly FoundDocument[];
  readonly warnings: readonly string[];
  /** Records that cannot be read, each with the reason; one of the warnings says so too. */
  readonly records: readonly string[];
}

/** The pages of some WARC files, which may be compressed. Throws a ContainerFault. */
export async function readWarcs(
  file: string,
  name: string,
  parts: readonly WarcPart[],
  budget: Budget,
): Promise<FoundPages> {
  const gathered: Gathered = {
    pages: [],
    pictures: new Map(),
    known: new Map(),
    revisits: [],
    redirects: new Map(),
    passed: [],
    room: limits.pictures,
    records: 0,
    cut: false,
  };
  for (const part of parts) {
    try {
      await readPart(await part.bytes(), { file, name, gathered, budget });
    } catch (error) {
      if (error instanceof ContainerFault) throw error;
      if (!(error instanceof EndsInside) && !isCut(error))
        throw new ContainerFault(
          `Cannot read the web archive: ${error instanceof Error ? error.message : String(error)}`,
          "Capture the page again, or import the page's HTML",
        );
      gathered.cut = true;
    }
  }
  const { pages, cut, passed } = gathered;
  const missing = followRevisits(gathered);
  if (pages.length === 0) throw noPage(gathered, missing);
  return {
    documents: pages,
    records: passed,
    warnings: [
      ...(cut ? ["The web archive ends inside a record: what followed is not known"] : []),
      ...(passed.length === 0
        ? []
        : [
            `Some records of the web archive cannot be read and were passed over: ${passed.slice(0, 4).join("; ")}${passed.length > 4 ? `; and ${passed.length - 4} more` : ""}`,
          ]),
      ...(missing.length === 0
        ? []
        : [
            `The web archive says of some addresses only that they are as in another archive, which is not here: ${someNames(missing)}`,
          ]),
    ],
  };
}

function noPage({ cut, passed }: Gathered, missing: readonly string[]): ContainerFault {
  if (passed.length > 0)
    return new ContainerFault(
      `Cannot read the page in the web archive: ${passed[0]}`,
      "Capture the page again, or import the page's HTML",
    );
  if (missing.length > 0)
    return new ContainerFault(
      `Cannot find a page in the web archive: it says only that ${someNames(missing.slice(0, 1))} is as in another archive`,
      "Import that archive, or both together: put them into one folder",
    );
  if (cut)
    return new ContainerFault("Cannot read the web archive: it ends inside its first page", "Capture the page again");
  return new ContainerFault(
    "Cannot find a page in the web archive: it holds no response of the type text/html or application/json",
    "Import another web archive, or the page's HTML",
  );
}

/** One file of a web archive while it is read. */
interface PartReading {
  readonly file: string;
  readonly name: string;
  readonly gathered: Gathered;
  readonly budget: Budget;
}

const digestIn = (record: WARCRecord): string => record.warcPayloadDigest ?? "";

async function readPart(bytes: Uint8Array, part: PartReading): Promise<void> {
  const { gathered, budget } = part;
  for await (const record of new WARCParser(new AsyncIterReader(recordsIn(bytes, budget), null))) {
    gathered.records += 1;
    if (gathered.records > limits.entries)
      throw new LimitFault(
        `Cannot read the web archive: expected at most ${limits.entries} records`,
        "Import a web archive of the live page alone",
      );
    if (endsInHead(record)) throw new EndsInside();
    if (record.warcType === "continuation") gathered.passed.push(`${record.warcTargetURI}, a further segment of it`);
    const redirect = redirectOf(record);
    if (redirect !== undefined) gathered.redirects.set(plainAddress(redirect.from), plainAddress(redirect.to));
    const facts = recordFactsOf(record);
    if (facts === undefined) continue;
    if (record.warcType === "revisit") {
      if (facts.kind !== "unknown") gathered.revisits.push({ source: facts.source, digest: digestIn(record) });
    } else await takeRecord(record, facts, part);
  }
}

async function takeRecord(
  record: WARCRecord,
  facts: RecordFacts,
  { file, name, gathered, budget }: PartReading,
): Promise<void> {
  const digest = digestIn(record);
  const limit = facts.kind === "picture" ? limits.picture : limits.document;
  const content = await payloadOf(record, limit);
  const isWanted = facts.kind !== "unknown";
  if ("fault" in content) {
    // Bytes up to the limit were unpacked and cost as much as bytes that are kept.
    budget.unpack(limit);
    const why = content.fault === "it is too large" ? `it has more than ${megabytes(limit)}` : content.fault;
    if (isWanted) gathered.passed.push(`${facts.source}, ${why}`);
    return;
  }
  const { bytes } = content;
  if (bytes.length === 0) return;
  budget.unpack(bytes.length);
  if (facts.kind === "page" || (facts.kind === "unknown" && isPage(bytes))) {
    budget.addDocument();
    const shortened = shortenedBy(record) ?? ("cut" in content ? "it is cut off in the web archive" : undefined);
    gathered.pages.push(pageOf(bytes, facts, shortened, { file, name }, gathered));
    if (digest !== "") gathered.known.set(digest, "page");
    return;
  }
  // Many stores of pictures name no type.
  const isPicture = facts.kind === "picture" || (facts.kind === "unknown" && pictureEnding(bytes) !== undefined);
  if (!isPicture || gathered.pictures.has(plainAddress(facts.source))) return;
  if (bytes.length > gathered.room) {
    gathered.passed.push(`${facts.source}, the pictures have more than ${megabytes(limits.pictures)}`);
    return;
  }
  gathered.room -= bytes.length;
  gathered.pictures.set(plainAddress(facts.source), bytes);
  if (digest !== "") gathered.known.set(digest, bytes);
}

function pageOf(
  bytes: Uint8Array,
  { source, captured, charset, partial }: RecordFacts,
  shortened: string | undefined,
  { file, name }: { readonly file: string; readonly name: string },
  { pictures, redirects }: Gathered,
): FoundDocument {
  const warning = partial
    ? "The server sent a part of the page only"
    : shortened === undefined
      ? undefined
      : `The end of the page is missing: ${shortened}`;
  return packedDocument({
    file: `${file}, ${source}`,
    name,
    bytes,
    source,
    ...(warning !== undefined && { warning }),
    ...(captured !== undefined && { captured }),
    ...(charset !== undefined && { charset }),
    find: async (address) => {
      const named = URL.canParse(address, source) ? new URL(address, source).href : address;
      let whole = plainAddress(originalOf(named).address);
      for (let step = 0; step < mostRedirects && !pictures.has(whole); step += 1) whole = redirects.get(whole) ?? whole;
      return pictures.get(whole);
    },
  });
}

/** The most redirects that lead to a picture. */
const mostRedirects = 10;

/** Gives pictures the bytes of the records to which they refer. Returns the addresses whose bytes are not in the archive. */
function followRevisits({ revisits, known, pictures, pages }: Gathered): readonly string[] {
  const missing: string[] = [];
  const addresses = new Set(pages.map(({ source }) => plainAddress(source ?? "")));
  for (const { source, digest } of revisits) {
    const address = plainAddress(source);
    const found = known.get(digest);
    if (found instanceof Uint8Array && !pictures.has(address)) pictures.set(address, found);
    else if (found === undefined && !addresses.has(address) && !pictures.has(address)) missing.push(source);
  }
  return [...new Set(missing)];
}

/** Thrown where the archive ends inside a record: the library would wait for the rest for ever. */
class EndsInside extends Error {}

const isCut = (error: unknown): boolean =>
  ["Z_BUF_ERROR", "Z_DATA_ERROR"].includes((error as NodeJS.ErrnoException).code ?? "");

/** The records, unpacked, in pieces that are counted one by one. */
function recordsIn(bytes: Uint8Array, budget: Budget): AsyncIterable<Uint8Array> {
  if (beginsAsZstd(bytes)) {
    if (!knowsZstd())
      throw new ContainerFault(
        `Cannot read the web archive: it is packed with zstd, which this Node (${process.version}) does not know`,
        "Unpack it with zstd -d and import the .warc file, or use a newer Node",
      );
    return patiently(streamZstd(framesOf(bytes)), budget);
  }
  if (bytes[0] === 0x1f && bytes[1] === 0x8b)
    return patiently(Readable.from(slices(bytes)).pipe(createGunzip()), budget);
  return patiently(slices(bytes));
}

function* slices(bytes: Uint8Array): Iterable<Uint8Array> {
  for (let start = 0; start < bytes.length; start += 65_536) yield bytes.subarray(start, start + 65_536);
}

/** How often a reader at the end of the data may ask for more. */
const patience = 50;

function patiently(
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  budget?: Budget,
): AsyncIterable<Uint8Array> {
  const inner: AsyncIterator<Uint8Array> | Iterator<Uint8Array> =
    Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]();
  let asked = 0;
  let end = "";
  const next = async (): Promise<IteratorResult<Uint8Array>> => {
    const step = await inner.next();
    if (step.done === true) {
      asked += 1;
      // The library takes the first letters of a record's head for a line of the record before.
      if (asked > patience || /\nW(?:AR?)?$/.test(end)) throw new EndsInside();
      return { done: true, value: undefined };
    }
    budget?.unpack(step.value.length);
    end = (end + Buffer.from(step.value.subarray(-4)).toString("latin1")).slice(-4);
    return { done: false, value: step.value };
  };
  return { [Symbol.asyncIterator]: () => ({ next }) };
}
