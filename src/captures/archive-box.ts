/** Knows the folder of an ArchiveBox snapshot: one page in many copies, of which the best is taken. */
import { withoutReplay } from "./saved-note.ts";

/** The copies of the page, the best first: whole pages as a browser had them, then what the server sent, then text. */
const copies: readonly { readonly name: string; readonly pattern: RegExp }[] = [
  { name: "singlefile", pattern: /^(?:singlefile\/)?singlefile\.html$/i },
  { name: "dom", pattern: /^(?:dom\/)?output\.html$/i },
  { name: "warc", pattern: /^(?:wget\/)?warc\/[^/]+\.warc(?:\.gz|\.zst)?$/i },
  { name: "wget", pattern: /^(?:wget\/)?[^/]+\.[^/]+\/(?:.*\/)?[^/]*\.html?(?:[?@][^/]*)?$/i },
  { name: "readability", pattern: /^readability\/content\.html$/i },
  { name: "mercury", pattern: /^mercury\/content\.html$/i },
];

export interface Snapshot {
  /** The paths of the copy that is taken: several where it is a web archive in parts. */
  readonly paths: readonly string[];
  readonly source?: string;
  /** ISO 8601. */
  readonly captured?: string;
}

/** True where the files in a folder may be a snapshot: its index and a copy of the page. */
export const mayBeSnapshot = (paths: readonly string[]): boolean =>
  paths.includes("index.json") && copies.slice(0, 3).some(({ pattern }) => paths.some((one) => pattern.test(one)));

/** `index` is the text of `index.json`; undefined where it is no snapshot's. */
export function readSnapshot(paths: readonly string[], index: string): Snapshot | undefined {
  const facts = parsed(index);
  if (facts === undefined || typeof facts.url !== "string" || !("timestamp" in facts || "history" in facts))
    return undefined;
  const copy = copies.find(({ pattern }) => paths.some((one) => pattern.test(one)));
  if (copy === undefined) return undefined;
  const all = paths.filter((one) => copy.pattern.test(one));
  const source = /^https?:/.test(facts.url) ? facts.url : undefined;
  const captured = takenAt(facts, copy.name);
  return withoutReplay({
    paths: copy.name === "warc" ? all : all.slice(0, 1),
    ...(source !== undefined && { source }),
    ...(captured !== undefined && { captured }),
  });
}

/** When the copy was made, or the page was handed to ArchiveBox. */
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
