/** From a live page to the text of `page.md`: front matter and summary. */
import { printBlocks, printInline } from "../../markdown/print.ts";
import { printInstant } from "../../model/instant.ts";
import { printFile, type Value } from "../front-matter/yaml-text.ts";
import { normalisePage, type PageText } from "../normalise.ts";
import { onlyFilled } from "./print-post.ts";

/** The front matter of a normalised page, in the order of its keys. */
export function pageValues(page: PageText, imported?: string): ReadonlyMap<string, Value> {
  return onlyFilled([
    ["title", page.title],
    ["source", page.source],
    ["captured", page.captured && printInstant(page.captured)],
    ["publisher", page.publisher],
    ["zone", page.zone],
    ["eventZone", page.eventZone],
    ["language", page.language],
    ["rights", page.rights],
    ["note", page.note && printInline(page.note)],
    ["editors", page.editors],
    ["panel", page.panel],
    ["imported", imported],
  ]);
}

/** The whole file, without the folder's name and the posts. */
export function printPage(page: PageText, imported?: string): string {
  const normal = normalisePage(page);
  return printFile(pageValues(normal, imported), printBlocks(normal.summary));
}
