/** From the folder of an ArchiveBox snapshot, one page in many copies, to its best copy. */

import { withoutReplay } from "../notes/saved-note.ts";
import { isWarcName } from "./file-names.ts";

/** The copies of the page, the best first: whole pages from a browser, then the answer of the server, then text. */
const copies: readonly { readonly name: string; readonly isCopy: (path: string) => boolean }[] = [
  { name: "singlefile", isCopy: (path) => /^(?:singlefile\/)?singlefile\.html$/i.test(path) },
  { name: "dom", isCopy: (path) => /^(?:dom\/)?output\.html$/i.test(path) },
  { name: "warc", isCopy: (path) => /^(?:wget\/)?warc\/[^/]{1,250}$/i.test(path) && isWarcName(path) },
  { name: "wget", isCopy: isMirrored },
  { name: "readability", isCopy: (path) => /^readability\/content\.html$/i.test(path) },
  { name: "mercury", isCopy: (path) => /^mercury\/content\.html$/i.test(path) },
];

/** A page below a folder with the name of its server. */
function isMirrored(path: string): boolean {
  const [server = "", ...rest] = path.replace(/^wget\//, "").split("/");
  return server.includes(".") && /\.html?(?:[?@]|$)/i.test(rest.at(-1) ?? "");
}

export interface Snapshot {
  /** The paths of the chosen copy: several for a web archive in parts. */
  readonly paths: readonly string[];
  readonly source?: string;
  /** ISO 8601. */
  readonly captured?: string;
}

/** True where the files in a folder may be a snapshot: its index and a copy of the page. */
export const mayBeSnapshot = (paths: readonly string[]): boolean =>
  paths.includes("index.json") && copies.slice(0, 3).some(({ isCopy }) => paths.some(isCopy));

/** The best copy in a folder. `index` is the text of `index.json`; undefined where it is not the index of a snapshot. */
export function readSnapshot(paths: readonly string[], index: string): Snapshot | undefined {
  const facts = parsed(index);
  if (facts === undefined || typeof facts.url !== "string" || !("timestamp" in facts || "history" in facts))
    return undefined;
  const copy = copies.find(({ isCopy }) => paths.some(isCopy));
  if (copy === undefined) return undefined;
  const all = paths.filter(copy.isCopy);
  const source = /^https?:/.test(facts.url) ? facts.url : undefined;
  const captured = takenAt(facts, copy.name);
  return withoutReplay({
    paths: copy.name === "warc" ? all : all.slice(0, 1),
    ...(source !== undefined && { source }),
    ...(captured !== undefined && { captured }),
  });
}

/** When the copy was made, or when ArchiveBox was given the page. */
function takenAt({ history, timestamp }: Readonly<Record<string, unknown>>, copy: string): string | undefined {
  const runs = isRecord(history) ? history[copy] : undefined;
  const last: unknown = Array.isArray(runs) ? runs.at(-1) : undefined;
  const started = isRecord(last) && typeof last.start_ts === "string" ? last.start_ts : "";
  const zoned = /(?:Z|[+-]\d\d:?\d\d)$/.test(started) ? started : `${started}Z`;
  const seconds = /^\d{9,10}(?:\.\d{1,9})?$/.test(String(timestamp)) ? Number(timestamp) : Number.NaN;
  for (const date of [new Date(zoned), new Date(Math.floor(seconds) * 1000)])
    if (!Number.isNaN(date.getTime())) return date.toISOString();
  return undefined;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function parsed(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
