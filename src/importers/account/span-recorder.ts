/** From an importer's decisions about a capture to words and spans: each span has the place to which its words go, or the kind of its loss. */
import type { Account, AccountPlace, Span } from "./account-span.ts";
import { invisibleAround, invisibleIn } from "./invisible.ts";
import type { LossKind } from "./losses.ts";

export interface SpanRecorder {
  /** The characters of the capture from `start` up to `end`, unchanged. */
  peek(start: number, end: number): string;
  /** Keeps a piece of the capture and gives its words on one line. Hidden words and invisible characters in it are counted as lost. */
  keep(place: AccountPlace, start: number, end: number): string;
  /** Counts a piece as lost. `of` is the place beside it, for the kinds that are compared with what was written there. */
  lose(kind: LossKind, start: number, end: number, of?: AccountPlace): void;
  /** In the order of the text. */
  account(): Account;
}

/** "external" before one of these words is not hidden: "the minister, external affairs adviser and ...". */
const ownWord =
  "(?! (?:affairs|relations|auditors?|debts?|demand|examiners?|experts?|factors?|forces?|hard|influences?|internal|links?|observers?|or|powers?|pressures?|review(?:ers?)?|security|shocks?|sites?|support|threats?|trade|wall|walls)\\b)";
const hidden = new RegExp(
  `, external(?![\\w-])${ownWord}|(?:[^\\P{Cc}\\s]|[\\p{Noncharacter_Code_Point}\\p{Cs}])+`,
  "gu",
);

/** The piece without hidden words and control characters. */
export const withoutHidden = (piece: string): string => piece.replace(hidden, "");

interface Cut {
  readonly start: number;
  readonly end: number;
  readonly kind: LossKind;
}

/** The parts of a piece that are not kept: hidden words, control characters, and invisible signs. */
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

/** A recorder that records nothing, for a reader that only tries a line. */
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

/** Each run of white space becomes one blank; a single no-break space stays. */
const oneLine = (text: string): string => (rough.test(text) ? smooth(text) : text);
const rough = /[^\S \u00a0]|\s\s|^\s|\s$/;
const smooth = (text: string): string => text.replace(/\s+/g, (run) => (run === "\u00a0" ? run : " ")).trim();
