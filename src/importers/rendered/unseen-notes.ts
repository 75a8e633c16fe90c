/** What was taken out of a page before anybody knew of which post it is: remembered at the element in which it stood. */

import type { LossKind } from "../account/losses.ts";
import type { Tree } from "../html/html.ts";
import type { Element } from "../html/inline.ts";
import { wordsOfAttribute } from "./attribute-words.ts";

/** `unlessTold`: words that the page tells elsewhere are a copy. */
type Note = readonly [kind: LossKind, text: string, unlessTold?: true];

interface Noted {
  unseen?: readonly Note[];
}

/** Remembers words that were taken out of an element. */
export function noteUnseen(parent: Tree, kind: LossKind, text: string): void {
  if (/\S/.test(text)) note(parent, [kind, text.trim()]);
}

/** The same for words that may be a copy of what the page tells. */
export function noteUntold(parent: Tree, kind: LossKind, text: string): void {
  if (/\S/.test(text)) note(parent, [kind, text.trim(), true]);
}

function note(parent: Tree, one: Note): void {
  const noted = parent as Noted;
  const notes = (noted.unseen ?? []) as Note[];
  notes.push(one);
  noted.unseen = notes;
}

/** Remembers what the attributes of an element say in whose place another one stands. */
export function noteAttributes(
  parent: Tree,
  element: Element,
  { but, kind = "attribute words" }: { readonly but?: string; readonly kind?: LossKind } = {},
): void {
  for (const { name, value } of element.attrs)
    if (name !== but) noteUntold(parent, kind, wordsOfAttribute(element, name, value) ?? "");
}

/** The notes of an element, once. */
export function takeNotes(element: Tree): readonly Note[] {
  const noted = element as Noted;
  const notes = noted.unseen ?? [];
  if (notes.length > 0) noted.unseen = [];
  return notes;
}
