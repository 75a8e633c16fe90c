/** What lies in the folder of a site and is not ours, or is ours no longer. */
import fs from "node:fs";
import path from "node:path";
import type { Refusal } from "../../model/problem.ts";
import { outputForms } from "../../outputs/registry.ts";
import { searchFile } from "../../site/files/search.ts";
import { filesBelow, isLitter } from "./files-below.ts";
import { refusal } from "./out-folder.ts";

/** What is known of a folder whose files are looked through one by one. */
export interface Ground {
  readonly out: string;
  /** All that is to be in the site. */
  readonly wanted: ReadonlySet<string>;
  /** What is about to be written over. */
  readonly written: ReadonlySet<string>;
  /** What builds of this archive are known to have written. */
  readonly ours: ReadonlySet<string>;
  /** Whether anything at all is known: if not, pages tell by themselves who printed them. */
  readonly known: boolean;
}

/**
 * The files of a folder that no longer belong there. Throws Refusal if it holds files that no build of this archive is known
 * to have written: they would be overwritten or lost.
 */
export function strays({ out, wanted, written, ours, known }: Ground): readonly string[] {
  // What is to come may lie in it already, staged.
  const present = filesBelow(out, ".afterlive").filter((file) => !isLitter(file));
  const lost = !known && looksOurs(out, "index.html");
  // Originals of pictures and other forms do not tell whose they are, and only the record of their live page names them.
  const isBesideOurs = (file: string): boolean => {
    const [whole, folder = "", name = ""] = /^([^/]+\/)?(?:media\/[^/]+|([^/]+))$/.exec(file) ?? [];
    if (whole === undefined || !(name === "" ? folder !== "" : formNames.has(name.replace(divided, "")))) return false;
    const index = `${folder}index.html`;
    return ours.has(index) || looksOurs(out, index);
  };
  // Nor do citations, Markdown and drawn cards: they belong to the page beside them.
  const isCompanion = (file: string): boolean => {
    const folder = /^(.+\/)(?:citations\.(?:bib|ris|json)|(?:source|post)\.md)$|^((?:[^/]+\/)?)card\.png$/
      .exec(file)
      ?.slice(1)
      .find((one) => one !== undefined);
    return folder !== undefined && (ours.has(`${folder}index.html`) || looksOurs(out, `${folder}index.html`));
  };
  // Nor does what a search reads.
  const isSearched = (file: string): boolean => {
    const index = path.posix.join(path.posix.dirname(file), "index.html");
    return path.posix.basename(file) === searchFile && (ours.has(index) || looksOurs(out, index));
  };
  const foreign = present.filter((file) => {
    if (ours.has(file) || isBesideOurs(file) || isCompanion(file) || isSearched(file)) return false;
    if (wanted.has(file)) return written.has(file) && !lost;
    return !(lost && looksOurs(out, file));
  });
  if (foreign.length > 0) throw foreignFiles(out, foreign);
  return present.filter((file) => !wanted.has(file));
}

/** A long form is divided into several files. */
const divided = /-\d+(?=\.xml$)/;
const formNames: ReadonlySet<string> = new Set(outputForms.map(({ file }) => file));

/** The cache can be deleted at any time: pages say themselves who printed them. */
function looksOurs(out: string, file: string): boolean {
  if (/^pictures\/[0-9a-f]{16}(?:-card)?-\d+\.(avif|webp|jpg|png)$/.test(file)) return true;
  if (!/\.(?:html|json)$/.test(file) || !fs.existsSync(path.join(out, file))) return false;
  const start = fs.readFileSync(path.join(out, file), "utf8").slice(0, 4096);
  return /<meta name="generator" content="afterlive|^\{"generator":"afterlive"/.test(start);
}

/** Files that no known build has laid there, and that would be overwritten or lost. */
export function foreignFiles(out: string, files: readonly string[]): Refusal {
  const shown = files.slice(0, 5).map((file) => `"${file}"`);
  const more = files.length > shown.length ? ` and ${files.length - shown.length} more` : "";
  return refusal(
    out,
    `Cannot build into "${out}": it holds files that no build of this archive is known to have written: ${shown.join(", ")}${more}`,
    "Name an empty folder with --out. If it is an old build, delete the folder; what is to be in the site goes to ROOT/public/",
  );
}
