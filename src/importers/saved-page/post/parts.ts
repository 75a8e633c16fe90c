/** From the elements of a post's parts to its headline, time, authors and so on. Each element is taken out, and the body stays. */
import type { Byline, FoundPost, InferredPart } from "../../../model/live-page.ts";
import type { AccountPlace, PostField } from "../../account/account-span.ts";
import { losses, type PhraseKind } from "../../account/losses.ts";
import type { WordLedger } from "../../account/word-ledger.ts";
import { isWithin, takeOut, textOfElement } from "../../html/html.ts";
import { type Element, wordsOf } from "../../html/inline.ts";
import { loseMediaWords } from "../../rendered/unseen.ts";
import { machineTime } from "../../times/json-moment.ts";
import { type PostTime, readTimes, type TimeParts } from "./times.ts";

/** The elements of the parts. An element may be named once; elements that are not named are the body. */
export interface PostParts extends TimeParts {
  /** The publisher's own id or address of the post. */
  readonly source?: string | undefined;
  /** The machine time of its last change. */
  readonly updated?: string | undefined;
  readonly keyEvent?: boolean;
  readonly headline?: Element | undefined;
  /** The headline may be a word such as "Untitled", which stands for a missing one. */
  readonly untitled?: boolean;
  readonly label?: Element | undefined;
  readonly breaking?: Element | undefined;
  /** It is breaking news, although no word says so. */
  readonly isBreaking?: boolean;
  readonly subheadline?: Element | undefined;
  readonly context?: readonly Element[];
  readonly corrections?: readonly Element[];
  readonly bylines?: readonly BylineParts[];
  /** The clock of a match. */
  readonly clock?: Element | undefined;
  readonly inferred?: readonly InferredPart[];
  readonly truncated?: boolean;
  /** Fixed words that only this form has. */
  readonly phrases?: readonly (readonly [Element, PhraseKind])[];
  /** Buttons and menus. */
  readonly controls?: readonly Element[];
  /** The elements of the body, where other elements of the post do not belong to it. */
  readonly body?: readonly Element[];
}

interface BylineParts {
  readonly name: Element;
  readonly role?: Element | undefined;
}

/** A post, and what it says of its time. */
export interface Timed {
  readonly head: PostTime;
  readonly post: FoundPost;
}

export function readPostParts(post: Element, index: number, parts: PostParts, words: WordLedger, zone: string): Timed {
  const place = (field: PostField): AccountPlace => ({ post: index, field });
  const line = (element: Element | undefined, field: PostField): string | undefined => {
    if (element === undefined || !isWithin(element, post)) return undefined;
    const kept = words.keep(textOfElement(element), place(field));
    loseMediaWords(element, words, place("body"));
    takeOut(element);
    return kept.trim() === "" ? undefined : kept.trim();
  };
  for (const [element, kind] of parts.phrases ?? []) {
    if (!isWithin(element, post) || !losses[kind].pattern.test(textOfElement(element))) continue;
    words.lose(wordsOf([element]), kind, place("body"));
    takeOut(element);
  }
  const shownClock = line(parts.clock, "clock");
  const time = readTimes(parts, post, index, words, zone);
  const clock = shownClock ?? time.clock;
  const updated = parts.updated === undefined ? undefined : machineTime(parts.updated, zone)?.instant;
  const published = time.clues?.machine[0]?.time.instant;
  const isLater = updated !== undefined && published !== undefined && updated.epoch > published.epoch;
  const label = line(parts.label, "label");
  const breaking = parts.breaking === undefined ? "" : textOfElement(parts.breaking);
  const isBreaking = /^breaking(?: news)?:?$/i.test(breaking);
  const breakingLine = line(parts.breaking, isBreaking ? "breaking" : "context");
  const headline = headlineOf(parts, post, words, line);
  const subheadline = line(parts.subheadline, "subheadline");
  const context = (parts.context ?? []).flatMap((element) => line(element, "context") ?? []);
  const corrections = (parts.corrections ?? []).flatMap((element) => line(element, "correction") ?? []);
  const bylines = (parts.bylines ?? []).flatMap((byline) => bylineOf(byline, line) ?? []);
  return {
    head: {
      ...(time.stamp !== undefined && { stamp: time.stamp }),
      ...(time.written !== undefined && { written: time.written }),
      ...(time.clues !== undefined && { clues: time.clues }),
      ...(clock !== undefined && { clock }),
    },
    post: {
      inferred: parts.inferred ?? [],
      breaking: (isBreaking && breakingLine !== undefined) || parts.isBreaking === true,
      ...(label !== undefined && { label }),
      ...(headline !== undefined && { headline }),
      ...(clock !== undefined && { clock }),
      ...(subheadline !== undefined && { subheadline }),
      context: !isBreaking && breakingLine !== undefined ? [breakingLine, ...context] : context,
      bylines,
      truncated: parts.truncated === true,
      ...(parts.source !== undefined && { source: parts.source }),
      ...(parts.keyEvent === true && { keyEvent: true }),
      ...(isLater && { updated }),
      ...(corrections.length > 0 && { corrections }),
      blocks: [],
    },
  };
}

type ReadLine = (element: Element | undefined, field: PostField) => string | undefined;

function bylineOf({ name, role }: BylineParts, line: ReadLine): Byline | undefined {
  const who = line(name, "byline");
  const what = line(role, "byline");
  if (who === undefined) return what === undefined ? undefined : { name: what };
  return { name: who, ...(what !== undefined && { role: what }) };
}

function headlineOf(
  { headline, untitled }: PostParts,
  post: Element,
  words: WordLedger,
  line: ReadLine,
): string | undefined {
  if (headline === undefined || untitled !== true || !isWithin(headline, post)) return line(headline, "headline");
  const text = textOfElement(headline);
  if (!losses.untitled.pattern.test(text)) return line(headline, "headline");
  words.lose(text, "untitled");
  takeOut(headline);
  return undefined;
}
