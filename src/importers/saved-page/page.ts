/** From the elements of a page that are no posts to its title, editors, panel and summary. */
import type { Block } from "../../model/block.ts";
import type { FoundPage } from "../../model/live-page.ts";
import type { PageField } from "../account/account-span.ts";
import { byWordsOfName } from "../account/by-words.ts";
import { losses } from "../account/losses.ts";
import { betweenNames, bylineWords, nameSplit } from "../account/text-furniture.ts";
import type { WordLedger } from "../account/word-ledger.ts";
import { setApart } from "../html/apart.ts";
import { readBlocks } from "../html/blocks.ts";
import { takeOut, textOfElement } from "../html/html.ts";
import type { Element } from "../html/inline.ts";
import { mediaReader } from "../media/media.ts";
import type { NamedPictures } from "../pictures.ts";
import { loseUnseen } from "../rendered/unseen.ts";
import type { About } from "./plain.ts";
import { settleCopies, takeHidden } from "./post/hidden.ts";

/** The elements. An element may be named once; elements that are not named stand around the page and are counted as lost. */
export interface PageParts {
  readonly title?: Element | undefined;
  readonly source?: string | undefined;
  readonly publisher?: string;
  /** "Edited by A and B". */
  readonly editors?: readonly Element[];
  readonly panel?: readonly Element[];
  /** With its heading or without. */
  readonly summary?: Element | undefined;
}

export function readPageParts(
  parts: PageParts,
  about: About,
  { words, pictures }: { readonly words: WordLedger; readonly pictures: NamedPictures },
): FoundPage {
  const line = (element: Element, page: PageField): string => {
    const kept = words.keep(textOfElement(element), { page }).trim();
    takeOut(element);
    return kept;
  };
  const title = parts.title && line(parts.title, "title");
  const editors = (parts.editors ?? []).flatMap((element) => {
    takeOut(element);
    return namesInText(textOfElement(element), words);
  });
  const panel = (parts.panel ?? []).map((element) => line(element, "panel")).filter((text) => text !== "");
  const summary = parts.summary && readSummary(parts.summary, words, pictures);
  const known = title === undefined || title === "" ? about.title : title;
  const source = parts.source ?? about.source;
  const publisher = parts.publisher ?? about.publisher;
  return {
    ...(known !== undefined && { title: known }),
    ...(source !== undefined && { source }),
    ...(publisher !== undefined && { publisher }),
    ...(about.language !== undefined && { language: about.language }),
    editors,
    panel,
    ...(summary !== undefined && { summary }),
  };
}

function readSummary(summary: Element, words: WordLedger, pictures: NamedPictures): readonly Block[] {
  const heading = summary.childNodes.find(
    (node): node is Element => "tagName" in node && losses.summary.pattern.test(textOfElement(node)),
  );
  if (heading !== undefined) {
    words.lose(textOfElement(heading), "summary");
    takeOut(heading);
  }
  const place = (field: "body" | "caption" | "credit" | "author") => ({
    page: field === "body" ? ("summary" as const) : field,
  });
  loseUnseen(summary, words, place("body"));
  const { roles, copies } = takeHidden(summary, words, place("body"));
  takeOut(summary);
  setApart(summary);
  const blocks = readBlocks([summary], mediaReader({ words, place, pictures, roles }));
  return pictures.namedBlocks([...blocks, ...settleCopies(copies, blocks, words, place("body"))]);
}

/** The names in "Edited by A, B and C". The words before and between them are counted as lost. */
export function namesInText(text: string, words: WordLedger): readonly string[] {
  const opening = /^(?:(?:Edited|Written|Produced|Reporting|Live reporting) by:?|By)(?=\s)/i.exec(text)?.[0] ?? "";
  const other = opening === "" && byWordsOfName(text) > 0 ? (bylineWords.exec(text)?.[0] ?? "") : "";
  if (opening !== "") words.lose(opening, "edited by");
  if (other !== "") words.lose(other, "byline word");
  const list = text.slice(opening.length + other.length);
  const names: string[] = [];
  const keep = (name: string): void => {
    if (name !== "") names.push(words.keep(name, { page: "editors" }).trim());
  };
  let from = 0;
  for (const { 0: split, index } of list.matchAll(nameSplit)) {
    if (!betweenNames.test(split.trim())) continue;
    keep(list.slice(from, index).trim());
    words.lose(split.trim(), "name separator");
    from = index + split.length;
  }
  keep(list.slice(from).trim());
  return names.filter((name) => name !== "");
}
