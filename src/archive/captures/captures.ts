/** From `captures/captures.yaml` of a live page to its records, and back; and from a capture to the compressed file that keeps it. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import {
  anyText,
  fits,
  listOf,
  mappingOf,
  mappingTo,
  optional,
  scalar,
  textLike,
  wholeNumber,
} from "../../base/schema.ts";
import type { Change } from "../../base/transaction/transaction.ts";
import { fileProblem, type Problem, Refusal } from "../../model/problem.ts";
import { canonical } from "../canonical.ts";
import { yaml } from "../front-matter/yaml.ts";
import { printText } from "../front-matter/yaml-text.ts";
import type { Print } from "../merge/match.ts";
import { readText } from "../read/files.ts";

/** The options of an import, by their names on the command line. */
export type StoredOptions = Readonly<Record<string, string | number | boolean>>;

/** What an importer dropped of one kind. */
export interface Loss {
  readonly kind: string;
  readonly count: number;
  /** Lines of the capture, from 1. */
  readonly lines: readonly number[];
}

/** One capture, by the digest of its uncompressed bytes. */
export interface CaptureRecord {
  /** 64 hexadecimal digits. */
  readonly digest: string;
  /** The name of the file that was imported. */
  readonly name: string;
  /** When it was made: ISO with an offset. */
  readonly captured?: string;
  readonly importer: string;
  readonly options: StoredOptions;
  /** The digest of its values for the whole page; undefined while a person's edit is in conflict with them. */
  readonly page?: string;
  readonly ledger: readonly Loss[];
  /** The ids of its posts, in its order. */
  readonly posts: readonly string[];
}

export interface Captures {
  /** In the order of their first imports. */
  readonly records: readonly CaptureRecord[];
  /** By post id: what the posts of the captures are known by. */
  readonly known: ReadonlyMap<string, readonly Print[]>;
  /** The same for posts whose files a person deleted. */
  readonly declined: ReadonlyMap<string, readonly Print[]>;
}

export const capturesFileOf = (slug: string): string => `content/${slug}/captures/captures.yaml`;
export const captureFileOf = (slug: string, digest: string): string => `content/${slug}/captures/${digest}.gz`;
export const revisionFileOf = (slug: string, id: string): string => `content/${slug}/captures/revisions/${id}.md`;

const hex = /^sha256-([0-9a-f]{64})$/;

const text = anyText();
const lines = optional(text);
const captureRecord = mappingOf({
  digest: textLike(hex),
  name: text,
  captured: optional(text),
  importer: text,
  options: optional(mappingTo(scalar)),
  page: optional(text),
  ledger: optional(listOf(mappingOf({ kind: text, count: wholeNumber, lines: listOf(wholeNumber) }))),
  posts: lines,
});
const capturesFile = mappingOf({ captures: listOf(captureRecord), known: lines, declined: lines });

const noCaptures: Captures = { records: [], known: new Map(), declined: new Map() };

/** The last file that was read, by its text: an import of many captures reads the same text once for each of them. */
let last: { readonly text: string; readonly captures: Captures } | undefined;

/** Reads the record of what was imported into a live page. Throws a Refusal where the file cannot be read. */
export function readCaptures(root: string, slug: string): Captures {
  const file = capturesFileOf(slug);
  if (!existsSync(join(root, file))) return noCaptures;
  const read = readText(root, file, 256 * 1024 * 1024);
  if ("problem" in read) throw new Refusal([read.problem]);
  if (last?.text === read.text) return last.captures;
  const content = parseYaml(read.text, file);
  if (!fits(capturesFile, content)) {
    throw new Refusal([unreadable(file, `"${capturesFile.faults(content)[0]?.join(".") ?? ""}"`)]);
  }
  const found: Captures = {
    records: content.captures.map(({ digest, name, importer, options, ledger, posts, captured, page }) => ({
      digest: digest.replace(hex, "$1"),
      name,
      ...(captured !== undefined && { captured }),
      importer,
      options: options ?? {},
      ...(page !== undefined && { page }),
      ledger: ledger ?? [],
      posts: linesOf(posts),
    })),
    known: printsOf(content.known),
    declined: printsOf(content.declined),
  };
  last = { text: read.text, captures: found };
  return found;
}

function parseYaml(text: string, file: string): unknown {
  try {
    return yaml().parse(text, { schema: "core", maxAliasCount: 0 });
  } catch {
    throw new Refusal([unreadable(file, "it is not YAML")]);
  }
}

const unreadable = (file: string, what: string): Problem =>
  fileProblem(file, `Cannot read what was imported: ${what}`, "Undo the change to this file: import writes it");

const linesOf = (text: string | undefined): string[] =>
  (text ?? "").split("\n").flatMap((line) => (line.trim() === "" ? [] : [line.trim()]));

function printsOf(text: string | undefined): Map<string, Print[]> {
  const prints = new Map<string, Print[]>();
  for (const line of linesOf(text)) {
    const [id = "", minute = "-", headline = "-", words = "-", source = "-"] = line.split(/\s+/);
    prints.set(id, [...(prints.get(id) ?? []), { minute, headline, text: words, source }]);
  }
  return prints;
}

/** The file's text. */
export function printCaptures(captures: Captures): string {
  const records = captures.records.flatMap(printRecord);
  const known = printLines("known", 0, printPrints(captures.known));
  const declined = printLines("declined", 0, printPrints(captures.declined));
  const head = "# Written by import: what came from where, so that the next import needs no options";
  const gone =
    declined.length === 0
      ? []
      : ["# Posts whose files you deleted; remove the lines of one to import it again", ...declined];
  return [head, records.length === 0 ? "captures: []" : "captures:", ...records, ...known, ...gone, ""].join("\n");
}

function printRecord(record: CaptureRecord): readonly string[] {
  const options = Object.entries(record.options).map(([key, value]) => {
    return `      ${printText(key)}: ${typeof value === "string" ? printText(value) : String(value)}`;
  });
  const ledger = record.ledger.flatMap(({ kind, count, lines }) => [
    `      - kind: ${printText(kind)}`,
    `        count: ${count}`,
    `        lines: [${lines.join(", ")}]`,
  ]);
  return [
    `  - digest: sha256-${record.digest}`,
    `    name: ${printText(record.name)}`,
    ...(record.captured === undefined ? [] : [`    captured: ${record.captured}`]),
    `    importer: ${printText(record.importer)}`,
    ...(options.length === 0 ? [] : ["    options:", ...options]),
    ...(record.page === undefined ? [] : [`    page: ${record.page}`]),
    ...(ledger.length === 0 ? [] : ["    ledger:", ...ledger]),
    ...printLines("posts", 4, record.posts),
  ];
}

/** A key whose value is lines of plain words. */
function printLines(key: string, indent: number, values: readonly string[]): readonly string[] {
  const lead = " ".repeat(indent);
  return values.length === 0 ? [] : [`${lead}${key}: |`, ...values.map((value) => `${lead}  ${value}`)];
}

const printPrints = (posts: Captures["known"]): readonly string[] =>
  [...posts].flatMap(([id, prints]) =>
    prints.map(({ minute, headline, text, source }) => `${id} ${minute} ${headline} ${text} ${source}`),
  );

/** True where both hold the same values; comments do not count. */
export const sameCaptures = (a: Captures, b: Captures): boolean => {
  const plain = ({ records, known, declined }: Captures) => [records, [...known], [...declined]];
  return canonical(plain(a)) === canonical(plain(b));
};

/** The options of the newest import into a live page or, with `digest`, of the import of one capture; undefined where there is none. */
export function readCaptureOptions(root: string, slug: string, digest?: string): StoredOptions | undefined {
  const { records } = readCaptures(root, slug);
  return (digest === undefined ? records : records.filter((record) => record.digest === digest)).at(-1)?.options;
}

/**
 * Writes the capture, compressed: equal bytes give equal bytes, at any time and on any system. Gives no change where it is kept already. A
 * thread of Node compresses while the caller does other work.
 */
export async function captureChanges(root: string, slug: string, capture: Capture): Promise<readonly Change[]> {
  const path = captureFileOf(slug, capture.digest);
  if (existsSync(join(root, path))) return [];
  // In one piece: for each further piece the thread would wait for this one.
  const { gzip } = await import("node:zlib");
  const packed = await promisify(gzip)(capture.bytes, { level: 9, chunkSize: capture.bytes.length + 1024 });
  packed.fill(0, 4, 8);
  packed[9] = 255;
  return [{ path, bytes: packed }];
}

/** Writes the web archive of a fetched live page, unchanged. Programs that play web archives know it by the ending of its name. */
export function webArchiveChanges(root: string, slug: string, { digest, bytes }: Capture): readonly Change[] {
  const path = `content/${slug}/captures/${digest}.warc.gz`;
  return existsSync(join(root, path)) ? [] : [{ path, bytes }];
}

interface Capture {
  /** The SHA-256 of `bytes`, 64 hexadecimal digits. */
  readonly digest: string;
  readonly bytes: Uint8Array;
}
