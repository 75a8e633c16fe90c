/** From words that are taken out of a page before its posts are known to notes at the element in which they stood, and back. */

import type { LossKind } from "../account/losses.ts";
import type { Tree } from "../html/html.ts";
import type { Element } from "../html/inline.ts";
import { wordsOfAttribute } from "./attribute-words.ts";

/** `unlessShown`: the words count as lost only where the page does not show them elsewhere. */
type Note = readonly [kind: LossKind, text: string, unlessShown?: true];

interface Noted {
  unseen?: readonly Note[];
}

/** Notes words that were taken out of `parent`. */
export function noteUnseen(parent: Tree, kind: LossKind, text: string): void {
  if (/\S/.test(text)) note(parent, [kind, text.trim()]);
}

/** Notes words that may be a copy of words that the page shows. */
export function noteUnlessShown(parent: Tree, kind: LossKind, text: string): void {
  if (/\S/.test(text)) note(parent, [kind, text.trim(), true]);
}

function note(parent: Tree, one: Note): void {
  const noted = parent as Noted;
  const notes = (noted.unseen ?? []) as Note[];
  notes.push(one);
  noted.unseen = notes;
}

/** Notes the words in the attributes of an element that another one replaces, but for the attribute `but`. */
export function noteAttributes(
  parent: Tree,
  element: Element,
  { but, kind = "attribute words" }: { readonly but?: string; readonly kind?: LossKind } = {},
): void {
  for (const { name, value } of element.attrs)
    if (name !== but) noteUnlessShown(parent, kind, wordsOfAttribute(element, name, value) ?? "");
}

/** Gives the notes of an element and removes them. */
export function takeNotes(element: Tree): readonly Note[] {
  const noted = element as Noted;
  const notes = noted.unseen ?? [];
  if (notes.length > 0) noted.unseen = [];
  return notes;
}
