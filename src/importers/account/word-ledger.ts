/** From the texts that an importer reads in a page or in data to one text, a piece a line, and the account of it. */
import type { Account, AccountPlace, Span } from "./account-span.ts";
import { invisibleAround, invisibleIn, withoutInvisible } from "./invisible.ts";
import type { LossKind } from "./losses.ts";

export interface WordLedger {
  /** Counts the text as kept at `place`, and gives it in writable form: without control characters and invisible signs. */
  keep(text: string, place: AccountPlace): string;
  /** Counts the text as lost. `of` is the place beside it, for the kinds that are compared with what was written there. */
  lose(text: string, kind: LossKind, of?: AccountPlace): void;
  /** All counted text, for `unaccounted`. */
  text(): string;
  /** The pieces from number `count` on; `count()` is the number of pieces so far. */
  since(count: number): readonly string[];
  count(): number;
  account(): Account;
}

const unwritable = /(?:[^\P{Cc}\s]|[\p{Noncharacter_Code_Point}\p{Cs}])+/gu;

/** The text in writable form, for words that are not counted, such as a publisher's name. */
export const writable = (text: string): string => withoutInvisible(text.replace(unwritable, "")).trim();

export function makeWordLedger(): WordLedger {
  const pieces: string[] = [];
  const spans: Span[] = [];
  let length = 0;
  const seen = /\S/;
  /** Adds a piece and gives its place in the ledger; undefined for a blank text. */
  const add = (text: string, unseen = false): { readonly start: number; readonly end: number } | undefined => {
    if (!unseen && !seen.test(text)) return undefined;
    const start = length;
    pieces.push(text);
    length += text.length + 1;
    return { start, end: start + text.length };
  };
  const keepPiece = (text: string, into: AccountPlace): void => {
    const at = add(text);
    if (at !== undefined) spans.push({ start: at.start, end: at.end, into });
  };
  /** Keeps a text that has no control characters, without its invisible signs. */
  const keepSeen = (text: string, into: AccountPlace): string => {
    const isStamp = "field" in into && into.field === "stamp";
    const unseen = isStamp ? invisibleAround(text) : invisibleIn(text);
    if (unseen.length === 0) {
      keepPiece(text, into);
      return text;
    }
    let words = "";
    let reached = 0;
    for (const { start, end } of unseen) {
      keepPiece(text.slice(reached, start), into);
      losePiece(text.slice(start, end), "invisible character");
      words += text.slice(reached, start);
      reached = end;
    }
    keepPiece(text.slice(reached), into);
    return words + text.slice(reached);
  };
  const losePiece = (text: string, lost: LossKind, of?: AccountPlace): void => {
    const at = add(text, lost === "invisible character");
    if (at !== undefined) spans.push({ ...at, lost, ...(of !== undefined && { of }) });
  };
  return {
    keep(text, place) {
      let reached = 0;
      let words = "";
      for (const { 0: bad, index } of text.matchAll(unwritable)) {
        words += keepSeen(text.slice(reached, index), place);
        losePiece(bad, "control character");
        reached = index + bad.length;
      }
      return words + keepSeen(reached === 0 ? text : text.slice(reached), place);
    },
    lose: losePiece,
    text: () => pieces.map((piece) => `${piece}\n`).join(""),
    since: (count) => pieces.slice(count),
    count: () => pieces.length,
    account: () => spans,
  };
}
