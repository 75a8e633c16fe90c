/** Looks through the folder of a site, and tells the files that must go from those that no build has written. */
import fs from "node:fs";
import path from "node:path";
import type { Refusal } from "../../model/problem.ts";
import { outputForms } from "../../outputs/registry.ts";
import { searchFile } from "../../site/files/search.ts";
import { filesBelow, isLitter } from "./files-below.ts";
import { refusal } from "./out-folder.ts";

/** What is known of a folder whose files are looked through one by one. Paths from the site's root. */
export interface SiteFolder {
  /** Absolute. */
  readonly out: string;
  /** All files of the new site. */
  readonly wanted: ReadonlySet<string>;
  /** The files that are about to be written. */
  readonly written: ReadonlySet<string>;
  /** The files that builds of this archive are known to have written. */
  readonly ours: ReadonlySet<string>;
  /** Whether the last build is known; if not, pages tell by themselves what wrote them. */
  readonly knowsLast: boolean;
}

/**
 * The files that no longer belong there. Throws Refusal if the folder holds files that no build of this archive is known to have
 * written: they would be overwritten or lost.
 */
export function strayFiles(site: SiteFolder): readonly string[] {
  const { out, wanted, written, ours } = site;
  // `.afterlive` holds what is staged.
  const present = filesBelow(out, ".afterlive").filter((file) => !isLitter(file));
  const lastIsLost = !site.knowsLast && looksOurs(out, "index.html");
  const foreign = present.filter((file) => {
    if (ours.has(file) || isBesideOurs(file, site)) return false;
    if (wanted.has(file)) return written.has(file) && !lastIsLost;
    return !(lastIsLost && looksOurs(out, file));
  });
  if (foreign.length > 0) throw foreignFiles(out, foreign);
  return present.filter((file) => !wanted.has(file));
}

/** Whether a file does not tell by itself what wrote it, but stands where we write such a file, beside a page of ours. */
function isBesideOurs(file: string, { out, ours }: SiteFolder): boolean {
  const folder = path.posix.dirname(file);
  const name = path.posix.basename(file);
  const depth = folder === "." ? 0 : folder.split("/").length;
  const isOurs = (page: string): boolean => ours.has(page) || looksOurs(out, page);
  const isOriginal = depth === 2 && path.posix.basename(folder) === "media";
  const isForm = depth <= 1 && formNames.has(name.replace(divided, ""));
  const isCompanion = depth >= 1 && /^(?:citations\.(?:bib|ris|json)|(?:source|post)\.md)$/.test(name);
  const isCard = depth <= 1 && name === "card.png";
  if (isOriginal && isOurs(path.posix.join(path.posix.dirname(folder), "index.html"))) return true;
  return (isForm || isCompanion || isCard || name === searchFile) && isOurs(path.posix.join(folder, "index.html"));
}

/** A long form is divided into several files. */
const divided = /-\d+(?=\.xml$)/;
const formNames: ReadonlySet<string> = new Set(outputForms.map(({ file }) => file));

/** People may delete the cache at any time: pages say by themselves what wrote them. */
function looksOurs(out: string, file: string): boolean {
  if (/^pictures\/[0-9a-f]{16}(?:-card)?-\d+\.(avif|webp|jpg|png)$/.test(file)) return true;
  if (!/\.(?:html|json)$/.test(file) || !isPlainFile(path.join(out, file))) return false;
  const start = fs.readFileSync(path.join(out, file), "utf8").slice(0, 4096);
  return /<meta name="generator" content="afterlive|^\{"generator":"afterlive"/.test(start);
}

const isPlainFile = (file: string): boolean => fs.statSync(file, { throwIfNoEntry: false })?.isFile() === true;

/** The refusal to overwrite or remove files that no known build has written. */
export function foreignFiles(out: string, files: readonly string[]): Refusal {
  const shown = files.slice(0, 5).map((file) => `"${file}"`);
  const more = files.length > shown.length ? ` and ${files.length - shown.length} more` : "";
  return refusal(
    out,
    `Cannot build into "${out}": it holds files that no build of this archive is known to have written: ${shown.join(", ")}${more}`,
    "Name an empty folder with --out. If it is an old build, delete the folder; what is to be in the site goes to ROOT/public/",
  );
}
