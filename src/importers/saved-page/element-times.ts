/** From an element of any page to its time: in attributes for machines, in words for people. */
import { twoDigits } from "../../model/instant.ts";
import { shortLineOf } from "../html/html.ts";
import { attribute, type Element } from "../html/inline.ts";
import { isCalled } from "../html/names.ts";
import { isMachineTime } from "../times/json-moment.ts";
import { trailingTime } from "../written-time/line-times.ts";
import type { Stamp } from "../written-time/stamp.ts";
import { isRelativeTime, leadingTimeLength, parseWrittenTime, tellsChange } from "../written-time/written-time.ts";

/** A machine time. */
export interface AttributeTime {
  /** The name of the attribute. */
  readonly from: string;
  /** ISO 8601, with an offset or without. */
  readonly machine: string;
}

/** The time of one element. */
export interface ElementTime {
  readonly element: Element;
  /** The surest of `machines`: ISO 8601, with an offset or without. */
  readonly machine?: string;
  /** The times in its attributes, the surest first, each with the name of the attribute. */
  readonly machines: readonly AttributeTime[];
  /** It is the time of a change. */
  readonly updated: boolean;
  /** It says only how long ago something was. */
  readonly relative: boolean;
}

/** The surest first. On many pages, a time for sorting or of creation differs from that of publication. */
const machineNames = [
  "datetime data-datetime data-date-time data-first-publish data-first-published data-published data-published-at data-publish-date data-publication-date data-pubdate data-post-time data-posted",
  "data-time data-timestamp data-js-timestamp data-unixtime data-utime data-epoch data-date data-ts",
  "data-created data-created-at data-sort-time",
]
  .join(" ")
  .split(" ");
const machineRanks: ReadonlyMap<string, number> = new Map(machineNames.map((name, rank) => [name, rank]));
/** Attributes that hold a time only where the name of the element says so. */
const looseNames = new Set(["data-value", "content", "value"]);
const timeCall =
  / (?:time|times|date|datetime|datestamp|timestamp|timeline time|clock|ago|when|posted|published|uhrzeit|hora|heure|pub ?date) /;
const updatedCall = / (?:updated|update time|modified|last updated) /;

/** The attribute of an element with a whole hour, "16h", that is a time of day by the page's other times. */
export const hourNote = "data-hour-of-day";
export const isHour = (element: Element): boolean => attribute(element, hourNote) !== undefined;

/** The attribute of an element in the place where posts show their times. */
export const shownNote = "data-shown-time";
const isShown = (element: Element): boolean => attribute(element, shownNote) !== undefined;

/** The time of an element; undefined for elements without one. Attributes of its children do not count. */
export function timeOfElement(element: Element): ElementTime | undefined {
  if (element.attrs.length === 0 && element.tagName !== "time") return undefined;
  if (isHour(element)) return { element, machines: [], updated: false, relative: false };
  const called = element.tagName === "time" || isShown(element) || isCalled(element, timeCall);
  const updated = isCalled(element, updatedCall);
  const machines = element.attrs
    .flatMap(({ name, value }) => {
      if (!machineRanks.has(name) && !(called && looseNames.has(name))) return [];
      const machine = machineTimeIn(value) ?? writtenTimeIn(value);
      return machine === undefined ? [] : [{ from: name, machine }];
    })
    .sort((a, b) => rankOf(a) - rankOf(b));
  if (!called && machines.length === 0) return undefined;
  const line = shortLineOf(element, 80) ?? "";
  const isUpdate = updated || (called && isUpdateWord(line));
  if (called)
    for (const name of titleNames) {
      const machine = writtenTimeIn(attribute(element, name) ?? "");
      if (machine !== undefined) machines.push({ from: name, machine });
    }
  const [first] = machines;
  if (first !== undefined) return { element, machine: first.machine, machines, updated: isUpdate, relative: false };
  if (line === "") return undefined;
  const isClock = isCalled(element, clockCall) || element.tagName === "time";
  if (parseWrittenTime(line, { called: isClock }) !== undefined)
    return { element, machines, updated: isUpdate, relative: false };
  if (isRelativeTime(line)) return { element, machines, updated: isUpdate, relative: true };
  const isNamed = leadingTimeLength(line) > 0 || trailingTime(line) !== undefined;
  return isNamed ? { element, machines, updated: isUpdate, relative: false } : undefined;
}

/**
 * The machine times of a post. The time of a change is taken only where the page shows no time (`isShown`) and no element has a time of
 * the post's own.
 */
export function machineTimesOf(
  all: readonly ElementTime[],
  isShown: boolean,
): { readonly times: readonly AttributeTime[] } | { readonly time?: string } {
  if (!isShown && all.every(({ updated, relative }) => updated || relative)) {
    const changed = all.find(({ updated, machine }) => updated && machine !== undefined)?.machine;
    return changed === undefined ? {} : { time: changed };
  }
  const times = all.flatMap(({ updated, machines }) => (updated ? [] : machines));
  return { times: times.sort((a, b) => rankOf(a) - rankOf(b)) };
}

const titleNames = ["title", "aria-label", "data-title", "data-original-title"];
/** Names of elements with a time of day: "2015" in one of them is no year. */
const clockCall = / (?:time|times|timestamp|clock|uhrzeit|hora|heure) /;

/** Behind the names that say "published", before those that may hold any time. */
const titleRank = 11.5;
/** Orders the times of several elements, the surest first. */
const rankOf = ({ from }: AttributeTime): number => machineRanks.get(from) ?? (from === "content" ? 0 : titleRank);

const isUpdateWord = (line: string): boolean =>
  /^(?:last )?updated\b|^aktualisiert|^mis à jour/i.test(line) || tellsChange(line);

/** A date with a time of day, or the seconds or milliseconds since 1970, in ISO 8601; undefined for other text. */
function machineTimeIn(written: string): string | undefined {
  const value = written.trim();
  if (value.length < 10 || value.length > 40) return undefined;
  if (/^1\d{9}(?:\d{3})?(?:\.\d+)?$/.test(value)) {
    const number = Number(value);
    return new Date(number < 1e11 ? number * 1000 : number).toISOString();
  }
  const normal = value
    .replace(/^(\d{4}-\d\d-\d\d) (?=\d\d:)/, "$1T")
    .replace(/ (?=[+-]\d\d:?\d\d$)/, "")
    .replace(/([+-]\d\d)(\d\d)$/, "$1:$2");
  return isMachineTime(normal) ? normal : undefined;
}

/** "Fri, 17 May 2024 09:32:00 GMT" in ISO 8601; undefined for other text. */
function writtenTimeIn(written: string): string | undefined {
  const stamp = parseWrittenTime(written);
  return stamp && isoOf(stamp);
}

/** A printed time with its whole date, in ISO 8601; undefined where the date or the offset of its zone is missing. */
function isoOf({ year, month, day, hour, minute, zoneName, offset }: Stamp): string | undefined {
  if (year === undefined || month === undefined || day === undefined) return undefined;
  if (zoneName !== undefined && offset === undefined) return undefined;
  const local = `${year}-${twoDigits(month)}-${twoDigits(day)}T${twoDigits(hour)}:${twoDigits(minute)}`;
  if (offset === undefined) return local;
  return `${local}${offset < 0 ? "-" : "+"}${twoDigits(Math.trunc(Math.abs(offset) / 60))}:${twoDigits(Math.abs(offset) % 60)}`;
}
