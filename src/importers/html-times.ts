/** The times that elements of any page tell: to machines in attributes, to people in words. */
import { shortLineOf } from "./html-dom.ts";
import { attribute, type Element } from "./html-inline.ts";
import { isCalled } from "./html-names.ts";
import { isMachineTime } from "./html-post.ts";
import type { Stamp } from "./stamp.ts";
import { isRelativeTime, parseWrittenTime } from "./written-time.ts";

export interface Told {
  readonly element: Element;
  /** ISO 8601, with an offset or without. */
  readonly machine?: string;
  /** It says when something was changed, not when it was published. */
  readonly updated: boolean;
  /** It says only how long ago that was. */
  readonly relative: boolean;
}

const machineNames = new Set(
  "datetime data-datetime data-date-time data-time data-first-publish data-first-published data-published data-published-at data-publish-date data-publication-date data-pubdate data-post-time data-posted data-timestamp data-js-timestamp data-unixtime data-utime data-epoch data-ts data-created data-created-at data-date data-sort-time".split(
    " ",
  ),
);
/** Names of attributes that tell times only where the element is called so. */
const looseNames = new Set(["data-value", "content", "value"]);
const timeCall =
  / (?:time|times|date|datetime|datestamp|timestamp|timeline time|clock|ago|when|posted|published|uhrzeit|hora|heure|pub ?date) /;
const updatedCall = / (?:updated|update time|modified|last updated) /;

/** The time that an element tells; undefined for elements that tell none. Its children are not asked. */
export function timeTold(element: Element): Told | undefined {
  if (element.attrs.length === 0 && element.tagName !== "time") return undefined;
  const called = element.tagName === "time" || isCalled(element, timeCall);
  const updated = isCalled(element, updatedCall);
  for (const { name, value } of element.attrs) {
    if (!machineNames.has(name) && !(called && looseNames.has(name))) continue;
    const machine = machineTimeIn(value);
    if (machine !== undefined) return { element, machine, updated, relative: false };
  }
  if (!called) return undefined;
  const line = shortLineOf(element, 80) ?? "";
  const isUpdate = updated || /^(?:last )?updated\b|^aktualisiert|^mis à jour/i.test(line);
  for (const name of ["title", "aria-label", "data-title", "data-original-title"]) {
    const stamp = parseWrittenTime(attribute(element, name) ?? "");
    const machine = stamp && isoOf(stamp);
    if (machine !== undefined) return { element, machine, updated: isUpdate, relative: false };
  }
  if (line === "") return undefined;
  if (parseWrittenTime(line) !== undefined) return { element, updated: isUpdate, relative: false };
  return isRelativeTime(line) ? { element, updated: isUpdate, relative: true } : undefined;
}

/** A date with a time of day, or the seconds or milliseconds since 1970, as ISO 8601. */
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

const two = (value: number): string => String(value).padStart(2, "0");

/** A printed time with its whole date. */
function isoOf({ year, month, day, hour, minute, zoneName, offset }: Stamp): string | undefined {
  if (year === undefined || month === undefined || day === undefined) return undefined;
  if (zoneName !== undefined && offset === undefined) return undefined;
  const local = `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}`;
  if (offset === undefined) return local;
  return `${local}${offset < 0 ? "-" : "+"}${two(Math.trunc(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`;
}
