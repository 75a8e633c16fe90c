/** Takes words out of a capture for an importer, and records the span that each word comes from and the place that it goes to. */
import type { Account, AccountPlace, Span } from "./account-span.ts";
import { invisibleAround, invisibleIn } from "./invisible.ts";
import type { LossKind } from "./losses.ts";

export interface SpanRecorder {
  /** The capture's own characters of a piece. */
  peek(start: number, end: number): string;
  /** The words of a piece of the capture, on one line; hidden words and unseen characters in it are counted as lost. */
  keep(place: AccountPlace, start: number, end: number): string;
  /** `of` is the place beside which it stood, for the kinds that are checked against what was written there. */
  lose(kind: LossKind, start: number, end: number, of?: AccountPlace): void;
  /** In the order of the text. */
  account(): Account;
}

/** "external" before one of these is no hidden word: "the minister, external affairs adviser and ...". */
const ownWord =
  "(?! (?:affairs|relations|auditors?|debts?|demand|examiners?|experts?|factors?|forces?|hard|influences?|internal|links?|observers?|or|powers?|pressures?|review(?:ers?)?|security|shocks?|sites?|support|threats?|trade|wall|walls)\\b)";
const hidden = new RegExp(
  `, external(?![\\w-])${ownWord}|(?:[^\\P{Cc}\\s]|[\\p{Noncharacter_Code_Point}\\p{Cs}])+`,
  "gu",
);

/** A piece as it is kept: without these. */
export const withoutHidden = (piece: string): string => piece.replace(hidden, "");

interface Cut {
  readonly start: number;
  readonly end: number;
  readonly kind: LossKind;
}

/** What a piece of a capture holds that is not kept: hidden words, control characters, and signs that say nothing. */
function cutsIn(piece: string, into: AccountPlace, hasHidden: boolean): readonly Cut[] {
  const isStamp = "field" in into && into.field === "stamp";
  const cuts = (isStamp ? invisibleAround(piece) : invisibleIn(piece)).map(
    ({ start, end }): Cut => ({ start, end, kind: "invisible character" }),
  );
  if (!hasHidden) return cuts;
  const others = Array.from(piece.matchAll(hidden), ({ 0: words, index }): Cut => {
    const kind = words === ", external" ? "external" : "control character";
    return { start: index, end: index + words.length, kind };
  });
  return [...cuts, ...others].sort((a, b) => a.start - b.start);
}

/** A recorder that writes nothing down, to see what a line would be. */
export const silentRecorder: SpanRecorder = {
  peek: () => "",
  keep: () => "-",
  lose: () => undefined,
  account: () => [],
};

export function makeSpanRecorder(text: string): SpanRecorder {
  const spans: Span[] = [];
  const controlled = /[^\P{Cc}\s]|[\p{Noncharacter_Code_Point}\p{Cs}]/u.test(text);
  const push = (span: Span): void => {
    if (text.slice(span.start, span.end).trim() !== "") spans.push(span);
  };
  return {
    peek: (start, end) => text.slice(start, end),
    keep(into, start, end) {
      const piece = text.slice(start, end);
      let words = "";
      let from = 0;
      for (const cut of cutsIn(piece, into, controlled || piece.includes(", external"))) {
        push({ start: start + from, end: start + cut.start, into });
        spans.push({ start: start + cut.start, end: start + cut.end, lost: cut.kind });
        words += piece.slice(from, cut.start);
        from = cut.end;
      }
      push({ start: start + from, end, into });
      return oneLine(words + piece.slice(from));
    },
    lose(lost, start, end, of) {
      push({ start, end, lost, ...(of === undefined ? {} : { of }) });
    },
    account: () => spans.sort((a, b) => a.start - b.start),
  };
}

/** Runs of white space as one blank; a single no-break space stays what it is. */
const oneLine = (text: string): string => (rough.test(text) ? smooth(text) : text);
const rough = /[^\S \u00a0]|\s\s|^\s|\s$/;
const smooth = (text: string): string => text.replace(/\s+/g, (run) => (run === "\u00a0" ? run : " ")).trim();
