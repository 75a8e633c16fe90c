/** The words of a structured capture, one after the other on lines of their own, and the account of them. */
import type { Account, Place, Span } from "./account-span.ts";
import type { LossKind } from "./losses.ts";

export interface Words {
  /** Counts the text as kept at `place`, and gives it back as it can be written: without control characters. */
  keep(text: string, place: Place): string;
  /** Counts the text as lost; `of` is the place beside which it stood, for the kinds that are checked against it. */
  lose(text: string, kind: LossKind, of?: Place): void;
  /** All that was counted, for `unaccounted`. */
  text(): string;
  account(): Account;
}

const unwritable = /(?:[^\P{Cc}\s]|[\p{Noncharacter_Code_Point}\p{Cs}])+/gu;

export function makeWords(): Words {
  const pieces: string[] = [];
  const spans: Span[] = [];
  let length = 0;
  const add = (
    text: string,
    fate: { readonly into: Place } | { readonly lost: LossKind; readonly of?: Place },
  ): void => {
    if (text.trim() === "") return;
    spans.push({ start: length, end: length + text.length, ...fate });
    pieces.push(text, "\n");
    length += text.length + 1;
  };
  return {
    keep(text, place) {
      let reached = 0;
      for (const { 0: bad, index } of text.matchAll(unwritable)) {
        add(text.slice(reached, index), { into: place });
        add(bad, { lost: "control character" });
        reached = index + bad.length;
      }
      add(text.slice(reached), { into: place });
      return text.replace(unwritable, "");
    },
    lose: (text, lost, of) => add(text, { lost, ...(of !== undefined && { of }) }),
    text: () => pieces.join(""),
    account: () => spans,
  };
}
