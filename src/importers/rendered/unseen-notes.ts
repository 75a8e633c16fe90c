/** What was taken out of a page before anybody knew of which post it is: remembered at the element in which it stood. */

import type { LossKind } from "../account/losses.ts";
import type { Tree } from "../html/html.ts";

type Note = readonly [kind: LossKind, text: string];

interface Noted {
  unseen?: readonly Note[];
}

/** Remembers words that were taken out of an element. */
export function noteUnseen(parent: Tree, kind: LossKind, text: string): void {
  if (!/\S/.test(text)) return;
  const noted = parent as Noted;
  const notes = (noted.unseen ?? []) as Note[];
  notes.push([kind, text.trim()]);
  noted.unseen = notes;
}

/** The notes of an element, once. */
export function takeNotes(element: Tree): readonly Note[] {
  const noted = element as Noted;
  const notes = noted.unseen ?? [];
  if (notes.length > 0) noted.unseen = [];
  return notes;
}
