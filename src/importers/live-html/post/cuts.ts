/** From the parts of a post to elements of their own in the same places; lines of dashes become rules. */
import { dividerMark, iconPhrase, likelyPhrase, separator, surePhrase } from "../../account/furniture-words.ts";
import type { PhraseKind } from "../../account/losses.ts";
import type { Element } from "../../html/inline.ts";
import { putBefore, spanOf } from "../../html/split.ts";
import type { Range, View } from "../../saved-page/view.ts";
import type { Part } from "./line.ts";

/** A part with its new element. */
export type Cut = readonly [part: Part, element: Element];

/** Finds lines of only dashes or stars: a rule between two paragraphs, or a mark at an end or before a name. */
export function dividersIn(
  view: View,
  body: number,
  parts: readonly Part[],
  names: ReadonlySet<number>,
): { readonly parts: readonly Part[]; readonly rules: readonly Text[] } {
  const taken = new Set<number>(names);
  for (const { range } of parts) for (let index = range.from; index < range.to; index += 1) taken.add(index);
  const isText = (index: number): boolean => !taken.has(index) && !dividerMark.test(view.pieces[index]?.text ?? "");
  let last = view.pieces.length - 1;
  while (last > body && !isText(last)) last -= 1;
  const found: Part[] = [];
  const rules: Text[] = [];
  let begun = false;
  for (const { from, to } of view.lines) {
    const one = view.pieces[from];
    const marks = one !== undefined && !one.quoted && !taken.has(from) && dividerMark.test(one.text);
    const alone = to - from === 1 || isNamed(names, from + 1, to);
    if (marks && alone && last >= body) {
      found.push({ role: "separator", range: { from, to: from + 1 }, text: one.text });
      if (begun && from < last) rules.push(one.node);
    } else if (from >= body && isText(from)) begun = true;
  }
  return { parts: found, rules };
}

type Text = View["pieces"][number]["node"];

function isNamed(names: ReadonlySet<number>, from: number, to: number): boolean {
  for (let index = from; index < to; index += 1) if (!names.has(index)) return false;
  return to > from;
}

export function ruleOf(): Element {
  const rule = spanOf("");
  rule.tagName = "hr";
  rule.nodeName = "hr";
  rule.childNodes = [];
  return rule;
}

/** Puts each part into an element of its own, in the place of its first piece. */
export function cutOut(view: View, parts: readonly Part[]): readonly Cut[] {
  const cuts: Cut[] = [];
  const reached = new Map<Text, number>();
  const sorted = parts.toSorted((a, b) => a.range.from - b.range.from || (a.cut?.start ?? 0) - (b.cut?.start ?? 0));
  let done = 0;
  for (const part of sorted) {
    const piece = view.pieces[part.range.from];
    if (piece === undefined || part.range.from < done || part.text.trim() === "") continue;
    const element = spanOf(part.text);
    if (part.cut === undefined) {
      putBefore(element, piece.node);
      for (let index = part.range.from; index < part.range.to; index += 1) {
        const node = view.pieces[index]?.node;
        // The texts on both sides of the part stay separate.
        if (node !== undefined) node.value = isAtEdge(view, index) ? "" : " ";
      }
      done = part.range.to;
    } else {
      const from = reached.get(piece.node) ?? 0;
      if (from === 0) piece.node.value = piece.text;
      if (part.cut.start < from) continue;
      const before = piece.node.value.slice(0, part.cut.start - from);
      if (before !== "") putBefore(spanOf(before), piece.node);
      putBefore(element, piece.node);
      piece.node.value = piece.node.value.slice(part.cut.end - from);
      reached.set(piece.node, part.cut.end);
    }
    cuts.push([part, element]);
  }
  return cuts;
}

/** True for a piece at the beginning or the end of its line. */
function isAtEdge({ pieces }: View, index: number): boolean {
  const line = pieces[index]?.line;
  return pieces[index - 1]?.line !== line || pieces[index + 1]?.line !== line;
}

/** The words of closed lists: "By", bars between names, dashes, buttons. */
export function phrasesOf(cuts: readonly Cut[]): readonly (readonly [Element, PhraseKind])[] {
  return cuts.flatMap(([{ role, text }, element]): readonly (readonly [Element, PhraseKind])[] => {
    const words = text.trim();
    if (role === "by") return [[element, "edited by"]];
    if (role === "separator") return [[element, dividerMark.test(words) ? "divider mark" : "furniture"]];
    return role === "furniture" && isPhrase(words) ? [[element, "furniture"]] : [];
  });
}

export const isPhrase = (words: string): boolean =>
  [surePhrase, likelyPhrase, iconPhrase, separator].some((pattern) => pattern.test(words));

export const piecesIn = ({ from, to }: Range): readonly number[] =>
  Array.from({ length: to - from }, (_, index) => from + index);
