/** The parts of a post that are not its body: each is read from its element, which is then taken out. */
import { type Instant, instantsInZone, isDate } from "../model/instant.ts";
import type { Byline, FoundPost, InferredPart } from "../model/live-page.ts";
import type { Place, PostField } from "./account-span.ts";
import { isWithin, takeOut } from "./html-dom.ts";
import { type Element, wordsOf } from "./html-inline.ts";
import { linesOf } from "./html-lines.ts";
import { momentOf } from "./json-moment.ts";
import { losses, type PhraseKind } from "./losses.ts";
import { isMatchClock, parseStamp, type Stamp } from "./stamp.ts";
import { repeats } from "./stamp-truth.ts";
import type { Words } from "./words.ts";
import { type Day, isShownTime, parseWrittenTime } from "./written-time.ts";

/** Where the parts of a post are. An element may be named once; what is not named is the body. */
export interface PostParts {
  /** The publisher's own id or address of the post. */
  readonly source?: string | undefined;
  /** Elements that hold printed times: the first that can be read is the post's. */
  readonly stamps?: readonly Element[];
  /** A time for machines, with an offset; it counts before printed ones. */
  readonly time?: string | undefined;
  /** When it was last changed, for machines. */
  readonly updated?: string | undefined;
  /** The day that the page prints above the post, for printed times without a date. */
  readonly day?: Day | undefined;
  readonly keyEvent?: boolean;
  readonly headline?: Element | undefined;
  /** The headline may be the word that stands for a missing one. */
  readonly untitled?: boolean;
  readonly label?: Element | undefined;
  readonly breaking?: Element | undefined;
  /** Known to be breaking without a word that says so. */
  readonly isBreaking?: boolean;
  readonly subheadline?: Element | undefined;
  readonly context?: readonly Element[];
  readonly corrections?: readonly Element[];
  readonly bylines?: readonly { readonly name: Element; readonly role?: Element | undefined }[];
  /** The clock of a match. */
  readonly clock?: Element | undefined;
  readonly inferred?: readonly InferredPart[];
  readonly truncated?: boolean;
  /** Fixed words of the form's own. */
  readonly phrases?: readonly (readonly [Element, PhraseKind])[];
  /** Buttons and menus. */
  readonly controls?: readonly Element[];
  /** The elements of the body, where the rest of the post is none. */
  readonly body?: readonly Element[];
}

export interface Timed {
  readonly head: { readonly stamp?: Stamp; readonly clock?: string };
  readonly post: FoundPost;
}

export interface ReadParts extends Timed {
  readonly published?: NonNullable<FoundPost["published"]>;
}

export function readPostParts(post: Element, index: number, parts: PostParts, words: Words, zone: string): ReadParts {
  const place = (field: PostField): Place => ({ post: index, field });
  const line = (element: Element | undefined, field: PostField): string | undefined => {
    if (element === undefined || !isWithin(element, post)) return undefined;
    const kept = words.keep(wordsOf([element]).replace(/\s+/g, " ").trim(), place(field));
    takeOut(element);
    return kept.trim() === "" ? undefined : kept.trim();
  };
  for (const [element, kind] of parts.phrases ?? []) {
    if (!isWithin(element, post) || !losses[kind].pattern.test(wordsOf([element]).replace(/\s+/g, " ").trim()))
      continue;
    words.lose(wordsOf([element]), kind, place("body"));
    takeOut(element);
  }
  const shown = line(parts.clock, "clock");
  const stamps = (parts.stamps ?? []).filter((element) => isWithin(element, post));
  const time = timeOf({ ...parts, stamps }, post, index, words, zone);
  const clock = shown ?? time.clock;
  const updated = parts.updated === undefined ? undefined : machineTime(parts.updated, zone)?.instant;
  const isLater = updated !== undefined && time.published !== undefined && updated.epoch > time.published.epoch;
  const label = line(parts.label, "label");
  const breaking = parts.breaking === undefined ? "" : wordsOf([parts.breaking]).replace(/\s+/g, " ").trim();
  const isBreaking = /^breaking(?: news)?:?$/i.test(breaking);
  const shout = line(parts.breaking, isBreaking ? "breaking" : "context");
  const headline = headlineOf(parts, post, words, line);
  const subheadline = line(parts.subheadline, "subheadline");
  const context = (parts.context ?? []).flatMap((element) => line(element, "context") ?? []);
  const corrections = (parts.corrections ?? []).flatMap((element) => line(element, "correction") ?? []);
  const bylines = (parts.bylines ?? []).flatMap(({ name, role }): readonly Byline[] => {
    const who = line(name, "byline");
    const what = line(role, "byline");
    return who === undefined
      ? what === undefined
        ? []
        : [{ name: what }]
      : [{ name: who, ...(what !== undefined && { role: what }) }];
  });
  return {
    head: {
      ...(time.stamp !== undefined && { stamp: time.stamp }),
      ...(clock !== undefined && { clock }),
    },
    ...(time.published !== undefined && { published: time.published }),
    post: {
      inferred: parts.inferred ?? time.inferred ?? [],
      breaking: (isBreaking && shout !== undefined) || parts.isBreaking === true,
      ...(label !== undefined && { label }),
      ...(headline !== undefined && { headline }),
      ...(clock !== undefined && { clock }),
      ...(subheadline !== undefined && { subheadline }),
      context: !isBreaking && shout !== undefined ? [shout, ...context] : context,
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

function headlineOf(
  { headline, untitled }: PostParts,
  post: Element,
  words: Words,
  line: (element: Element | undefined, field: PostField) => string | undefined,
): string | undefined {
  if (headline === undefined || untitled !== true || !isWithin(headline, post)) return line(headline, "headline");
  const text = wordsOf([headline]).replace(/\s+/g, " ").trim();
  if (!losses.untitled.pattern.test(text)) return line(headline, "headline");
  words.lose(text, "untitled");
  takeOut(headline);
  return undefined;
}

interface Time {
  readonly inferred?: readonly InferredPart[];
  readonly stamp?: Stamp;
  readonly clock?: string;
  readonly published?: NonNullable<FoundPost["published"]>;
}

/** Times as printed, one a line: the first counts, others repeat it. */
function timeOf(parts: PostParts, whole: Element, post: number, words: Words, zone: string): Time {
  const machine = parts.time === undefined ? undefined : machineTime(parts.time, zone);
  let time: Time = machine === undefined ? {} : { published: machine.instant, inferred: machine.inferred };
  for (const element of parts.stamps ?? []) {
    if (!isWithin(element, whole)) continue;
    for (const line of linesOf([element])) {
      const text = wordsOf(line).replace(/\s+/g, " ").trim();
      const opening = /^,?\s*(?:published|posted|updated)\s+at\b\s*/i.exec(text)?.[0] ?? "";
      if (opening !== "")
        words.lose(
          opening.trim(),
          losses["published at"].pattern.test(opening.trim()) ? "published at" : "unread markup",
        );
      time = readStamp(text.slice(opening.length), time, post, words, parts.day);
    }
    takeOut(element);
  }
  return time;
}

function readStamp(text: string, time: Time, post: number, words: Words, day: Day | undefined): Time {
  if (text === "") return time;
  const written = parseStamp(text) === undefined && !isMatchClock(text) ? parseWrittenTime(text) : undefined;
  const reading = parseStamp(text) ?? (written && { stamp: written, end: text.length });
  if (time.published !== undefined || (reading === undefined && !isMatchClock(text))) {
    words.lose(text, isShownTime(text) ? "shown time" : "unread markup");
    return time;
  }
  if (reading === undefined) {
    if (time.clock === undefined) return { ...time, clock: words.keep(text, { post, field: "clock" }) };
    words.lose(text, "unread markup");
    return time;
  }
  if (time.stamp !== undefined) {
    const same = repeats(time.stamp, text);
    words.lose(text, same ? "repeated stamp" : isShownTime(text) ? "shown time" : "unread markup", {
      post,
      field: "body",
    });
    return time;
  }
  words.keep(text.slice(0, reading.end), { post, field: "stamp" });
  words.lose(text.slice(reading.end), "unread markup");
  const undated = reading.stamp.month === undefined;
  return { ...time, stamp: undated ? { ...reading.stamp, ...day } : reading.stamp };
}

interface MachineTime {
  readonly instant: Instant;
  readonly inferred: readonly InferredPart[];
}

/** A time to the second; one without an offset is taken as a time of the zone. */
function machineTime(text: string, zone: string): MachineTime | undefined {
  const instant = momentOf(text.trim(), zone);
  return instant === undefined ? localTime(text, zone) : { instant, inferred: [] };
}

function localTime(text: string, zone: string): MachineTime | undefined {
  const [, year, month, day, hour, minute] = (
    /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::\d\d(?:\.\d{1,9})?)?$/.exec(text.trim()) ?? []
  ).map(Number);
  if (year === undefined || month === undefined || day === undefined || hour === undefined || minute === undefined)
    return undefined;
  if (!isDate(year, month, day) || hour > 23 || minute > 59) return undefined;
  const [instant] = instantsInZone({ year, month, day, hour, minute }, zone).instants;
  return instant === undefined ? undefined : { instant, inferred: ["zone"] };
}

/** True for a time that can be a post's: ISO 8601, with an offset or without. */
export const isMachineTime = (text: string): boolean => machineTime(text, "UTC") !== undefined;
