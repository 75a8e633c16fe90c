/** From a caption to its credit: "(Image: X)", "Photograph: X", "Foto: X/Agency", "© X", "(Reuters)". */

import type { LossKind } from "../account/losses.ts";
import { takeOut } from "../html/html.ts";
import { type Element, type HtmlNode, isElement } from "../html/inline.ts";
import { makeElement, makeText } from "../html/make.ts";

type Lose = (text: string, kind: LossKind) => void;
type Text = HtmlNode & { value: string };

/** A piece of a line that leaves the caption. */
interface Cut {
  readonly start: number;
  readonly end: number;
  readonly to: "credit" | "credit mark" | "image source";
}

/** Takes the credit out of a caption, as an element of its own; undefined where there is none. */
export function splitCredit(caption: Element, lose: Lose): Element | undefined {
  const texts = textsIn(caption);
  let line = "";
  const starts = texts.map(({ value }) => {
    const start = line.length;
    line += `${value.replace(/\s/g, " ")} `;
    return start;
  });
  const cuts = cutsIn(line);
  if (cuts.length === 0) return undefined;
  const credit = makeElement("span");
  for (const [index, text] of texts.entries()) cutText(text, starts[index] ?? 0, cuts, credit, lose);
  return credit;
}

/** Removes the brackets around a credit and the fixed words before it, such as "Image source,". */
export function unwrapCredit(credit: Element, lose: Lose): void {
  const texts = textsIn(credit).filter(({ value }) => value.trim() !== "");
  const [first, last] = [texts[0], texts.at(-1)];
  if (first === undefined || last === undefined) return;
  const opening = /^\s*(Credit\.\.\.|Image source,|Copyright:)\s*/i.exec(first.value);
  if (opening?.[1] !== undefined) {
    lose(opening[1], "image source");
    first.value = first.value.slice(opening[0].length);
  }
  const [start, end] = [first.value.trimStart(), last.value.trimEnd()];
  const pair = `${start.charAt(0)}${end.charAt(end.length - 1)}`;
  if ((pair !== "()" && pair !== "[]") || (first === last && start.trimEnd().length < 3)) return;
  const inner = texts
    .map(({ value }) => value)
    .join("")
    .trim()
    .slice(1, -1);
  if (/[()[\]]/.test(inner)) return;
  lose(pair.charAt(0), "credit mark");
  first.value = start.slice(1);
  lose(pair.charAt(1), "credit mark");
  last.value = last.value.trimEnd().slice(0, -1);
}

function textsIn(element: Element): readonly Text[] {
  const texts: Text[] = [];
  const waiting: HtmlNode[] = [...element.childNodes].reverse();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (isElement(node))
      for (let index = node.childNodes.length - 1; index >= 0; index -= 1)
        waiting.push(node.childNodes[index] as HtmlNode);
    else if (node.nodeName === "#text" && "value" in node) texts.push(node as Text);
  }
  return texts;
}

/** Takes the cuts out of one text node, which begins at `start` of the line. Credits go into the element `credit`. */
function cutText(text: Text, start: number, cuts: readonly Cut[], credit: Element, lose: Lose): void {
  const { value } = text;
  let rest = "";
  let reached = 0;
  for (const cut of cuts) {
    const [from, to] = [Math.max(cut.start - start, reached), Math.min(cut.end - start, value.length)];
    if (from >= to) continue;
    rest += value.slice(reached, from);
    const piece = value.slice(from, to);
    reached = to;
    if (cut.to !== "credit") lose(piece.trim(), cut.to);
    else if (piece.trim() !== "") {
      if (credit.childNodes.length > 0) credit.childNodes.push(makeText(" "));
      credit.childNodes.push(makeText(piece));
    }
  }
  if (reached === 0) return;
  text.value = rest + value.slice(reached);
  if (text.value.trim() === "") takeOut(text);
}

/** In characters: a credit stands at the end of a caption, and is no longer. */
const reach = 240;

const label =
  "(?:Photo(?:graph(?:er|y)?)?|Image|Picture|Pic|Foto(?:s|graf(?:ie|ía|in)?)?|Bild(?:er|nachweis|quelle|rechte)?|Quelle|Credits?|Crédits?(?: photo)?|Source|Copyright|Imagen|Imagem|Immagine|Beeld|Fot\\.|Video|Illustration|Grafik|Graphic)(?: credits?| source| by| courtesy)?";
const named = `${label} ?:`;
const byWhom = "(?:Photo(?:graph)?s?|Pictures?|Images?|Fotos?|Video) (?:by|von|courtesy of|via) ";
const bracketed = new RegExp(`([([])\\s*((?:${named}|©|${byWhom})[^()[\\]]{1,150})([)\\]])\\s*$`, "iu");
const labelled = new RegExp(`(?:^|[\\s([|/–—-])((?:${named}|${byWhom})\\s*\\S.{0,150})$`, "u");
const sign = /(?:^|[\s|/–—-])((?:©|\(c\)\s|Copyright )\s*\S.{0,120})$/iu;
const inBrackets = /([([])([^()[\]]{2,80})([)\]])\s*$/u;
const agencies =
  /^(?:(?:the )?ap(?: photo| images)?|associated press|reuters|afp|dpa|getty(?: images)?|epa(?:-efe)?|efe|pa(?: media| wire| images)?|press association|ansa|tass|xinhua|anadolu|imago|alamy|shutterstock|keystone(?:-sda)?|apa|ritzau|tt|ntb|belga|anp|lusa|lapresse|bloomberg|zuma|picture alliance|handout|x|twitter|facebook|instagram|youtube)$/i;
const places =
  /^(?:left|right|above|below|cent(?:re|er)|top|bottom|pictured|archive|file photo|links|rechts|oben|unten)$/i;

function cutsIn(line: string): readonly Cut[] {
  const from = Math.max(0, line.length - reach);
  const tail = line.slice(from).trimEnd();
  const before = line.slice(0, from).trim() !== "";
  const cut = (start: number, end: number, to: Cut["to"]): Cut => ({ start: from + start, end: from + end, to });
  const dots = tail.lastIndexOf("Credit...");
  if (dots !== -1) return [cut(dots, dots + 9, "image source"), cut(dots + 9, tail.length, "credit")];
  const brackets = bracketed.exec(tail) ?? agencyIn(tail, before);
  if (brackets !== null) {
    const [whole, , inner = "", close = ""] = brackets;
    const end = brackets.index + whole.trimEnd().length;
    return [
      cut(brackets.index, brackets.index + 1, "credit mark"),
      cut(brackets.index + 1, end - close.length, inner === "" ? "credit mark" : "credit"),
      cut(end - close.length, end, "credit mark"),
    ];
  }
  const found = labelled.exec(tail) ?? sign.exec(tail);
  const credit = found?.[1];
  // "Photo: X. The ferry arrives" is a sentence and no credit.
  if (credit === undefined || /[.!?]\s+\p{L}{3,}\s+\p{Ll}{2,}/u.test(credit.slice(0, 200))) return [];
  const start = tail.length - credit.length;
  const mark = /[|/–—-]\s*$/.exec(tail.slice(Math.max(0, start - 4), start));
  const markStart = mark === null ? start : start - mark[0].length;
  return [...(mark === null ? [] : [cut(markStart, markStart + 1, "credit mark")]), cut(start, tail.length, "credit")];
}

/** "(Reuters)" behind a caption, or a name in brackets that is the whole caption; null for other words. */
function agencyIn(tail: string, before: boolean): RegExpExecArray | null {
  const found = inBrackets.exec(tail);
  if (found === null) return null;
  const inner = (found[2] ?? "").trim();
  if (inner.split(/[/,|]|\svia\s/).some((one) => agencies.test(one.trim()))) return found;
  const alone = !before && tail.slice(0, found.index).trim() === "";
  const words = inner.split(/\s+/);
  const isName =
    !places.test(inner) && words.length <= 5 && (words.length === 1 || /^\p{Lu}/u.test(inner) || inner.includes("/"));
  return alone && isName ? found : null;
}
