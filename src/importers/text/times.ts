/** From a line of text to the time that it is, begins with or ends with, and to the place of its other words. */

import { minutesOf } from "../account/text-furniture.ts";
import type { Stamp } from "../written-time/stamp.ts";
import { joiningWords } from "../written-time/time-words.ts";
import {
  isBareHour,
  isRelativeTime,
  isShownTime,
  leadingTimeLength,
  parseWrittenTime,
  tellsChange,
} from "../written-time/written-time.ts";

export interface TimeLine {
  /** The time is all of the line, or stands before its other words, or behind them. */
  readonly kind: "alone" | "before" | "behind";
  /** Offsets of the time in the line. */
  readonly start: number;
  readonly end: number;
  /** Offsets of the other words; both 0 where the time is alone. */
  readonly from: number;
  readonly to: number;
  readonly stamp?: Stamp;
  /** Minutes before the capture, where the line says only how long ago it was. */
  readonly ago?: number;
  /** It is the time of a change: a word such as "Updated" says so. */
  readonly update: boolean;
}

type Time = Pick<TimeLine, "stamp" | "ago" | "update">;

const longestTime = 100;
const digit = /\p{Nd}/u;

/** The time of a line; undefined where it has none, or where the time is part of a sentence. */
export function timeLineOf(text: string): TimeLine | undefined {
  const found = timeLineIn(text) ?? framedTime(text);
  return found === undefined || hasLongMarks(text, found) ? undefined : found;
}

/** A longer row of signs beside a time is no mark of it: the account accepts no more. */
const longestMark = 9;

function hasLongMarks(text: string, { kind, start, end, from, to }: TimeLine): boolean {
  const [first, last] = kind === "before" ? [0, from] : [to, text.length];
  const marks = [text.slice(first, start), text.slice(end, last), kind === "before" ? text.slice(to) : ""];
  return marks.some((mark) => mark.replace(/\s/g, "").length > longestMark);
}

/** Signs before a time: "+++ 10:33 Uhr: The ferry leaves +++" and "🔴 10:33". */
const frame = /^(?:[+*=~#_]{1,6}|[►▶▸»◆■●🔴]) {0,2}/u;
const frameEnd = /(?:[+*=~#_]{2,6}|[◄◀◂«◆■●])$/u;

function framedTime(text: string): TimeLine | undefined {
  const before = frame.exec(text)?.[0].length;
  if (before === undefined) return undefined;
  const behind = frameEnd.exec(text.slice(-6))?.[0].length ?? 0;
  const inner = text.slice(before, text.length - behind).trimEnd();
  const found = timeLineIn(inner);
  if (found === undefined || found.kind === "behind") return undefined;
  const [start, end] = [found.start + before, found.end + before];
  return found.kind === "alone"
    ? { ...found, start, end }
    : { ...found, start, end, from: found.from + before, to: found.to + before };
}

function timeLineIn(text: string): TimeLine | undefined {
  const head = text.slice(0, 60);
  if (!digit.test(head) && !digit.test(text.slice(-60)) && !isRelative(text)) return undefined;
  if (text.length <= longestTime) {
    const time = timeOf(text);
    if (time !== undefined) return { kind: "alone", start: 0, end: text.length, from: 0, to: 0, ...time };
  }
  return timeBefore(text) ?? timeBehind(text);
}

/** The time of a line that is a whole hour, "16h", or begins with one and a sign, "16h : ...". It may be a duration: see `isBareHour`. */
export function hourLineOf(text: string): TimeLine | undefined {
  const [all = "", start = "", hour = ""] = /^([[(]?)(\d{1,2}h)(?:[\])]? ?[:–—|•·-](?= ))?[\])]?/.exec(text) ?? [];
  if (!isBareHour(hour)) return undefined;
  const stamp = parseWrittenTime(hour, { hourly: true });
  const end = start.length + hour.length;
  if (stamp === undefined) return undefined;
  const own = { start: start.length, end, stamp, update: false };
  if (all === text) return { kind: "alone", ...own, from: 0, to: 0 };
  if (all.length === end || !/\p{L}/u.test(text.slice(all.length, all.length + 200))) return undefined;
  const from = all.length + (/^ {1,9}/.exec(text.slice(all.length, all.length + 9))?.[0].length ?? 0);
  return { kind: "before", ...own, from, to: text.length };
}

const isRelative = (text: string): boolean => text.length <= longestTime && isRelativeTime(text);

function timeOf(words: string): Time | undefined {
  if (!isShownTime(words)) return undefined;
  const stamp = parseWrittenTime(words);
  if (stamp !== undefined) return { stamp, update: tellsChange(words) };
  const ago = isRelativeTime(words) ? agoOf(words) : undefined;
  return ago === undefined ? undefined : { ago, update: false };
}

/** "10:32:05" and "2024-05-17T10:32", which machines write before a line, for example in logs. */
const machine = /^\W*(?:\d{4}-\d\d-\d\d[T ]\d\d:\d\d|\d{1,2}:\d\d:\d\d)/;
const mark = /^[\s)\]]*(?:[:–—|·•\-.](?!\d))?\s*/u;

function timeBefore(text: string): TimeLine | undefined {
  if (machine.test(text)) return undefined;
  const end = leadingTimeLength(text);
  if (end === 0) return undefined;
  const time = timeOf(text.slice(0, end));
  if (time === undefined) return undefined;
  const from = end + (mark.exec(text.slice(end, end + 12))?.[0].length ?? 0);
  const rest = text.slice(from);
  if (/^[,;]\S|^-->/.test(text.slice(end).trimStart()) || !/\p{L}/u.test(rest)) return undefined;
  const start = /^[\s•·*\-–—|([]*/u.exec(text)?.[0].length ?? 0;
  return { kind: "before", start: Math.min(start, end), end, from, to: text.length, ...time };
}

/** The time at the end of a line: the longest end that is a time. Undefined where a word such as "at" makes it part of a sentence. */
function timeBehind(text: string): TimeLine | undefined {
  const tail = Math.max(0, text.length - longestTime);
  for (const { index, 0: token } of text.slice(tail).matchAll(/\S+/gu)) {
    const at = tail + index;
    if (at === 0 || (index === 0 && /\S/.test(text[at - 1] ?? " "))) continue;
    const words = text.slice(at);
    const time = timeOf(words);
    if (time === undefined) continue;
    const before = text.slice(0, at).trimEnd();
    const separated = /[–—|·•(\t-]$/u.test(before) || /^[–—|·•([-]/u.test(words) || text[at - 1] === "\t";
    const last = before.slice(before.lastIndexOf(" ") + 1);
    if (!separated && (joins(token) || joins(last) || /[,;:]$/.test(before))) return undefined;
    const to = endOf(before, /[–—|·•([-]/u);
    if (!/\p{L}/u.test(text.slice(0, to))) return undefined;
    const start = at + (/^[–—|·•([\s-]*/u.exec(words)?.[0].length ?? 0);
    const end = endOf(text, /[)\]]/);
    return { kind: "behind", start, end, from: 0, to, ...time };
  }
  return undefined;
}

/** The length of a text without the blanks and the signs at its end. */
function endOf(text: string, sign: RegExp): number {
  let end = text.length;
  while (end > 0 && (/\s/.test(text[end - 1] ?? "") || sign.test(text[end - 1] ?? ""))) end -= 1;
  return end;
}

const prepositions = new Set(
  "by from until till since after before around about to and bis ab seit gegen dès vers depuis desde hasta dalle fino of before".split(
    " ",
  ),
);
const joins = (word: string): boolean => {
  const plain = word.toLowerCase();
  return joiningWords.has(plain) || prepositions.has(plain);
};

/** The minutes in "1h 20m ago", "vor 3 Stunden", "just now"; undefined where a unit is not known. */
function agoOf(words: string): number | undefined {
  let minutes = 0;
  const amount =
    /(\p{Nd}{1,3}|(?<!\p{L})(?:an?|one|ein(?:er|em|e)?|une?|una?|uno?|uma?|een|en|ett|bir)(?!\p{L}))\s?(\p{L}+)/giu;
  const plain = words.normalize("NFKC");
  for (const [, number, unit] of plain.matchAll(amount)) {
    const each = minutesOf(unit ?? "");
    if (each === undefined) return /^just now|moments/i.test(plain.trim()) ? 0 : undefined;
    minutes += each * (digit.test(number ?? "") ? Number(number) : 1);
  }
  if (minutes > 0) return minutes;
  const single = /(?:قبل|منذ)\s+(\p{L}+)/u.exec(plain)?.[1];
  if (single !== undefined) return minutesOf(single);
  return /just now|moments ago/i.test(plain) ? 0 : undefined;
}
