/** From a time in structured data or an attribute to an instant. */
import { dayNumber, type Instant, instantInZone, instantsInZone, isDate, parseInstant } from "../../model/instant.ts";
import type { InferredPart } from "../../model/live-page.ts";
import { parseWrittenTime } from "../written-time/written-time.ts";
import { momentsOn } from "./stamp-moment.ts";

/** No live page is older: a year such as 1403 belongs to another calendar, and 1970 stands for a missing time. */
const firstYear = 1990;
const earliest = Date.UTC(firstYear, 0, 1);
/** In minutes: no zone has a larger offset. */
const farthest = 14 * 60;

/** A time with an offset, to the second; undefined for one without, which could be in any zone. */
export function momentOf(text: string, zone: string): Instant | undefined {
  const instant = parseInstant(text, zone);
  if (instant === undefined || instant.epoch < earliest || Math.abs(instant.offset) > farthest) return undefined;
  const epoch = Math.floor(instant.epoch / 1000) * 1000;
  // "Z" and "+00:00" are the usual form of machines: the page showed the time of its own zone.
  return isGreenwich(text) ? instantInZone(epoch, zone) : { ...instant, epoch };
}

const isGreenwich = (text: string): boolean => /(?:z|[+-]00:?00)\s*$/i.test(text);

export interface MachineTime {
  readonly instant: Instant;
  readonly inferred: readonly InferredPart[];
  /** The zone as it is written: none, UTC, which machines write for any zone, or another offset. */
  readonly writtenZone: "local" | "greenwich" | "offset";
}

/** A time to the second; one without an offset is taken as a time of the zone. */
export function machineTime(text: string, zone: string): MachineTime | undefined {
  const instant = momentOf(text.trim(), zone);
  if (instant === undefined) return localTime(text, zone);
  return { instant, inferred: [], writtenZone: isGreenwich(text) ? "greenwich" : "offset" };
}

function localTime(text: string, zone: string): MachineTime | undefined {
  const [, year, month, day, hour, minute, second] = (
    /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::([0-5]\d)(?:\.\d{1,9})?)?$/.exec(text.trim()) ?? []
  ).map((part) => Number(part ?? 0));
  if (year === undefined || month === undefined || day === undefined || hour === undefined || minute === undefined)
    return undefined;
  if (year < firstYear || !isDate(year, month, day) || hour > 23 || minute > 59) return undefined;
  const [instant] = instantsInZone({ year, month, day, hour, minute }, zone).instants;
  if (instant === undefined) return undefined;
  return {
    instant: { ...instant, epoch: instant.epoch + (second ?? 0) * 1000 },
    inferred: ["zone"],
    writtenZone: "local",
  };
}

/** True for a time in ISO 8601 that can be that of a post, with an offset or without. */
export const isMachineTime = (text: string): boolean => machineTime(text, "UTC") !== undefined;

/** A time in any form that data of newsrooms use: ISO 8601, "Thu, 16 May 2024 18:05:00 GMT", "1715882700", "May 16, 2024 6:40 PM". */
export function dataTime(text: string, zone: string): MachineTime | undefined {
  const written = text.trim();
  if (/^1\d{9}(?:\d{3})?$/.test(written)) {
    const epoch = Number(written) * (written.length === 10 ? 1000 : 1);
    return { instant: instantInZone(Math.floor(epoch / 1000) * 1000, zone), inferred: [], writtenZone: "greenwich" };
  }
  return machineTime(written, zone) ?? wordedTime(written, zone);
}

/** A time in words, with its date and its year. JavaScript writes the zone twice: "GMT+0100 (British Summer Time)". */
function wordedTime(text: string, zone: string): MachineTime | undefined {
  const stamp = parseWrittenTime(text.replace(/(?<=GMT[+-]\d{4}) \([\p{L} ]{1,60}\)$/u, ""));
  if (stamp?.year === undefined || stamp.month === undefined || stamp.day === undefined) return undefined;
  if (stamp.year < firstYear || !isDate(stamp.year, stamp.month, stamp.day)) return undefined;
  const [instant] = momentsOn(stamp, dayNumber(stamp.year, stamp.month, stamp.day), zone);
  if (instant === undefined) return undefined;
  const second = Number(/\d:\d\d:([0-5]\d)(?!\d)/.exec(text)?.[1] ?? 0);
  const exact = { ...instant, epoch: instant.epoch + second * 1000 };
  if (stamp.zoneName === undefined) return { instant: exact, inferred: ["zone"], writtenZone: "local" };
  return stamp.offset === 0
    ? { instant: instantInZone(exact.epoch, zone), inferred: [], writtenZone: "greenwich" }
    : { instant: exact, inferred: [], writtenZone: "offset" };
}
