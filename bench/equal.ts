/** Whether another generator printed afterlive's own pages: file for file the same, however each writes a character. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { filesBelow } from "../src/builder/output/files-below.ts";

/** A kind of file, such as each post's `index.html`. */
export interface Compared {
  /** `*` for each folder on the way. */
  readonly kind: string;
  readonly files: number;
  /** Bytes of all of them. */
  readonly ours: number;
  readonly theirs: number;
  /** Those that say something else, or that we do not have. */
  readonly unlike: readonly string[];
}

/** Each file below `theirs` beside the file of that name below `ours`. What they lack is compared with nothing. */
export function compareSites(ours: string, theirs: string): readonly Compared[] {
  const kinds = new Map<string, { files: number; ours: number; theirs: number; unlike: string[] }>();
  for (const file of filesBelow(theirs).toSorted()) {
    const kind = file.replace(/[^/]+\//g, "*/");
    const compared = kinds.get(kind) ?? { files: 0, ours: 0, theirs: 0, unlike: [] };
    kinds.set(kind, compared);
    const own = existsSync(path.join(ours, file)) ? readFileSync(path.join(ours, file), "utf8") : undefined;
    const other = readFileSync(path.join(theirs, file), "utf8");
    compared.files += 1;
    compared.ours += Buffer.byteLength(own ?? "");
    compared.theirs += Buffer.byteLength(other);
    if (own === undefined || said(own) !== said(other)) compared.unlike.push(file);
  }
  return [...kinds].map(([kind, compared]) => ({ kind, ...compared }));
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"' };

/**
 * What a file says: without what only afterlive draws (the strip of times, links from the summary to posts), each character as
 * itself, whether it is written as an entity, in percents or as JSON does, and white space as it is shown.
 */
export function said(text: string): string {
  return (
    text
      .replace(/<svg class="strip".*?<g class="ruler">.*?<\/svg>/gs, "")
      .replace(/ ?<a class="support".*?<\/a>/gs, "")
      .replace(/(?:%[\da-f]{2})+/gi, unescaped)
      .replace(/\\u([\da-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
      .replaceAll("\\n", " ")
      .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
      .replace(/&(amp|lt|gt|quot);/g, (_, name: string) => entities[name] ?? "")
      .replace(/\s+/g, " ")
      .replace(/ ?([<>]) ?/g, "$1")
      // Where a description is cut, the mark before it goes or stays.
      .replace(/[\s,;:–—-]+…/g, "…")
      .trim()
  );
}

function unescaped(percents: string): string {
  try {
    return decodeURIComponent(percents);
  } catch {
    return percents;
  }
}

/** The comparison as lines of a table, and whether all are alike; where there is nothing to compare, nothing is. */
export function equalityText(all: readonly Compared[]): { readonly text: string; readonly alike: boolean } {
  const lines = all.map(({ kind, files, ours, theirs, unlike }) => {
    const verdict = unlike.length === 0 ? "alike" : `${unlike.length} unlike, as ${unlike[0]}`;
    return `| ${kind} | ${files} | ${ours} | ${theirs} | ${verdict} |`;
  });
  const head = ["| file | files | our bytes | their bytes | |", "| --- | ---: | ---: | ---: | --- |"];
  return {
    text: `${[...head, ...lines].join("\n")}\n`,
    alike: all.length > 0 && all.every(({ unlike }) => unlike.length === 0),
  };
}
