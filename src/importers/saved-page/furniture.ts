/** From a post to its furniture: buttons, share links, menus, by their shape and by closed lists of words, never by a name alone. */
import { awayHeading, iconPhrase, likelyPhrase, separator, surePhrase } from "../account/furniture-words.ts";
import { parentOf } from "../html/html.ts";
import { attribute, type Element } from "../html/inline.ts";
import { isCalled } from "../html/names.ts";
import { iconNote } from "./figures.ts";
import { lengthOf, type Range, spacedText, type View, viewOf } from "./view.ts";

/** Names of the parts of a post that hold buttons and links of the page. */
const controlCall =
  / (?:share|sharing|shares?box|share bar|social|social share|social links|toolbar|tools|permalink|copy link|actions?|action bar|reactions?|comments?|comments? link|ad|ads|advert|adverts|advertisement|adslot|sponsored|promo|promos|newsletter|related|bookmark|save|follow|signup|subscribe|feedback|outbrain|taboola|recirc|footer links|menu|buttons?|btn|teilen|partage|compartir|condividi|delen) /;

const buttons = new Set(["button", "select", "textarea", "option", "optgroup", "datalist"]);
const buttonRoles = new Set(["button", "menuitem", "tab", "switch", "checkbox", "radio", "option", "combobox"]);
const menus = new Set(["nav", "menu"]);
const menuRoles = new Set(["toolbar", "menu", "menubar", "navigation", "tablist", "listbox"]);
/** In characters: the text of a button. */
const longestButton = 60;
/** In characters: the text of a menu, a bar of links or a form. */
const longestMenu = 200;
const longestForm = 160;

/** Names of embeds and the like, which are no controls although they may also have such a name. */
const storyCall = / (?:embed|embedded|tweet|player|media|gallery|story|card|video|audio|quote) /;

const roleOf = (element: Element): string => attribute(element, "role")?.toLowerCase() ?? "";
export const isButton = (element: Element): boolean => buttons.has(element.tagName) || buttonRoles.has(roleOf(element));
const isMenu = (element: Element): boolean => menus.has(element.tagName) || menuRoles.has(roleOf(element));
const isHeading = (element: Element): boolean =>
  /^h[1-6]$/.test(element.tagName) || element.tagName === "summary" || roleOf(element) === "heading";

/** True for short buttons and forms, and for menus that consist of links. A button in a heading is no furniture: it holds the heading. */
export function isFurnitureElement(element: Element): boolean {
  if (!isButton(element) && !isMenu(element) && element.tagName !== "form") return false;
  const view = viewOf(element);
  const all: Range = { from: 0, to: view.pieces.length };
  if (view.elements.some(holdsStory)) return false;
  if (element.tagName === "form") return lengthOf(view, all) <= longestForm && view.elements.some(isField);
  if (isButton(element)) return lengthOf(view, all) <= longestButton && !isInHeading(element);
  return lengthOf(view, all) <= longestMenu && isLinksOnly(view, all);
}

const isField = (element: Element): boolean => isButton(element) || element.tagName === "input";
const holdsStory = ({ tagName }: Element): boolean =>
  ["blockquote", "iframe", "figure", "video", "audio", "table"].includes(tagName);

function isInHeading(element: Element): boolean {
  let above = parentOf(element);
  for (let height = 0; above !== undefined && height < 8; height += 1, above = parentOf(above))
    if (isHeading(above)) return true;
  return false;
}

/** True where each word stands in a link or on a button, but for separators and words of closed lists. */
function isLinksOnly(view: View, all: Range): boolean {
  let reached = all.from;
  for (const element of view.elements) {
    if (element.tagName !== "a" && !isButton(element)) continue;
    const { from, to } = view.rangeOf(element);
    if (from > reached && !areNeutral(view, { from: reached, to: from })) return false;
    reached = Math.max(reached, to);
  }
  return areNeutral(view, { from: reached, to: all.to });
}

function areNeutral({ pieces }: View, { from, to }: Range): boolean {
  for (let index = from; index < to; index += 1) {
    const text = pieces[index]?.text ?? "";
    if (!separator.test(text) && !likelyPhrase.test(text) && !awayHeading.test(text)) return false;
  }
  return true;
}

/** How a piece of text is known to be furniture. */
export type Proof = "shape" | "words";

/**
 * The pieces of a post that are furniture. `isMeta` is true for pieces of times, names and labels, beside which buttons may stand.
 * `heading` is a heading without other words: it is furniture only within a bar or menu, or below the text and before buttons.
 */
export function furnitureIn(
  view: View,
  isMeta: (piece: number) => boolean,
  heading?: Range,
): ReadonlyMap<number, Proof> {
  const found = new Map<number, Proof>();
  const mark = ({ from, to }: Range, proof: Proof): void => {
    for (let index = from; index < to; index += 1)
      if (!isMeta(index) && found.get(index) !== "shape") found.set(index, proof);
  };
  // Of elements with the same words, only the outermost gets the costly test.
  const asked = new Set<string>();
  const alone: (readonly [Range, Proof])[] = [];
  for (const element of view.elements) {
    const range = view.rangeOf(element);
    if (range.from === range.to || range.to - range.from > 40) continue;
    const proof = proofOf(view, element, range, asked);
    if (proof === undefined) continue;
    if (isIn(range, heading)) alone.push([range, proof]);
    else mark(range, proof);
  }
  if (heading !== undefined && isBeforeButtons(heading, found, isMeta))
    for (const [range, proof] of alone) mark(range, proof);
  keepCells(view, found);
  for (const { from, to } of view.lines) nameBesideButtons(view, from, to, found);
  for (const { from, to } of view.lines) {
    let only = true;
    for (let index = from; index < to && only; index += 1)
      only = found.has(index) || isMeta(index) || separator.test(view.pieces[index]?.text ?? "");
    // Words of the lists in a line with other words are part of a sentence.
    if (!only) for (let index = from; index < to; index += 1) if (found.get(index) === "words") found.delete(index);
  }
  return found;
}

/** Marks "Share this update:" before a button, where it has no element of its own. */
function nameBesideButtons(view: View, from: number, to: number, found: Map<number, Proof>): void {
  let buttons = false;
  for (let index = from; index < to && !buttons; index += 1) buttons = found.has(index);
  for (let index = from; buttons && index < to; index += 1)
    if (!found.has(index) && surePhrase.test(view.pieces[index]?.text.trim() ?? "")) found.set(index, "words");
}

const isIn = ({ from, to }: Range, heading: Range | undefined): boolean =>
  heading !== undefined && from >= heading.from && to <= heading.to;

/** True for a heading below a text and right before buttons. */
function isBeforeButtons(
  { from, to }: Range,
  found: ReadonlyMap<number, Proof>,
  isMeta: (piece: number) => boolean,
): boolean {
  if (found.get(to) !== "shape") return false;
  for (let index = 0; index < from; index += 1) if (!found.has(index) && !isMeta(index)) return true;
  return false;
}

/** Keeps "Share" in a table beside "Price": in a table with other words, a cell beside other cells is no button. */
function keepCells(view: View, found: Map<number, Proof>): void {
  const tables = new Map<Element, boolean>();
  const saysMore = ({ from, to }: Range): boolean => {
    for (let index = from; index < to; index += 1)
      if (!found.has(index) && !separator.test(view.pieces[index]?.text ?? "")) return true;
    return false;
  };
  const cells: Range[] = [];
  for (const cell of view.elements) {
    if ((cell.tagName !== "td" && cell.tagName !== "th") || !view.isQuoted(cell)) continue;
    const range = view.rangeOf(cell);
    if (range.from === range.to || range.to - range.from > 40 || saysMore(range)) continue;
    const row = parentOf(cell);
    const above = row && parentOf(row);
    const table = above?.tagName === "table" ? above : above && parentOf(above);
    if (row === undefined || table?.tagName !== "table" || isAlone(range, view.rangeOf(row))) continue;
    const hasWords = tables.get(table) ?? saysMore(view.rangeOf(table));
    tables.set(table, hasWords);
    if (hasWords) cells.push(range);
  }
  for (const { from, to } of cells)
    for (let index = from; index < to; index += 1) if (found.get(index) === "words") found.delete(index);
}

const isAlone = (cell: Range, row: Range): boolean => cell.to - cell.from === row.to - row.from;

function proofOf(view: View, element: Element, range: Range, asked: Set<string>): Proof | undefined {
  const first = (what: string): boolean => {
    const key = `${what} ${range.from} ${range.to}`;
    return !asked.has(key) && asked.add(key) !== undefined;
  };
  if (isButton(element) || isMenu(element) || element.tagName === "form")
    return first(element.tagName) && isFurnitureElement(element) ? "shape" : undefined;
  const text = spacedText(view, range, longestMenu);
  if (text === undefined) return undefined;
  const called = isCalled(element, controlCall) && !isCalled(element, storyCall);
  if (element.tagName === "a" && text.length <= longestButton) {
    const href = attribute(element, "href") ?? "";
    if (isShareAddress(href)) return "shape";
    if (href === "" && likelyPhrase.test(text)) return surePhrase.test(text) ? "shape" : "words";
    if (called && likelyPhrase.test(text)) return "shape";
  }
  if (surePhrase.test(text) || (attribute(element, iconNote) !== undefined && iconPhrase.test(text))) return "words";
  if (!called || /^(?:p|h[1-6])$/.test(element.tagName)) return undefined;
  if (likelyPhrase.test(text)) return "words";
  return first("bar") && isBarOfLinks(element) ? "words" : undefined;
}

/** True for links and buttons without other words than those of closed lists. */
function isBarOfLinks(element: Element): boolean {
  const inner = viewOf(element);
  if (inner.elements.some(holdsStory) || inner.pieces.some(({ text }) => text.length > 120)) return false;
  return (
    inner.elements.some((one) => one.tagName === "a" || isButton(one)) &&
    isLinksOnly(inner, { from: 0, to: inner.pieces.length })
  );
}

const shareAddress =
  /^(?:javascript:|mailto:\?|whatsapp:|fb-messenger:|tg:|sms:|viber:)|(?:facebook\.com\/(?:sharer|share|dialog)|(?:twitter|x)\.com\/(?:intent|share)|wa\.me\/\?|api\.whatsapp\.com\/send|t\.me\/share|linkedin\.com\/(?:sharing|shareArticle|cws)|pinterest\.[a-z.]{2,12}\/pin\/create|reddit\.com\/submit|bsky\.app\/intent|threads\.(?:net|com)\/intent|getpocket\.com\/(?:save|edit)|flipboard\.com\/bookmarklet|xing\.com\/(?:spi|social)|tumblr\.com\/(?:share|widgets)|vk\.com\/share|service\.weibo\.com\/share)/i;

/** True for the address of a link that only shares the page. */
export const isShareAddress = (href: string): boolean => shareAddress.test(href.slice(0, 200));
