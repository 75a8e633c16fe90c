/** From an offset to a zone whose clocks always have it, for times of which only the offset is known. */
import { type Instant, instantInZone } from "./instant.ts";

/** By minutes east of UTC. The tz database names zones of whole hours; for these offsets it has only places whose clocks do not change. */
const places: Readonly<Record<number, string>> = {
  [-570]: "Pacific/Marquesas",
  210: "Asia/Tehran",
  270: "Asia/Kabul",
  330: "Asia/Kolkata",
  345: "Asia/Kathmandu",
  390: "Asia/Yangon",
  570: "Australia/Darwin",
};

/** The name of a zone that always has an offset, in minutes east; undefined where there is none. */
export function fixedZone(offset: number): string | undefined {
  if (offset === 0) return "UTC";
  if (offset % 60 !== 0) return places[offset];
  const hours = offset / 60;
  // The signs in the names of the tz database are reversed.
  return hours >= -12 && hours <= 14 ? `Etc/GMT${hours > 0 ? "-" : "+"}${Math.abs(hours)}` : undefined;
}

/** True for a zone that is named by its offset alone. */
export const isFixedZone = (zone: string): boolean => /^Etc\/GMT[+-]\d/.test(zone);

/** "UTC+11" for Etc/GMT-11, whose sign would mislead; other zones by their names. */
export const zoneInWords = (zone: string): string =>
  zone.replace(/^Etc\/GMT([+-])(\d+)$/, (_, sign: string, hours: string) => `UTC${sign === "+" ? "-" : "+"}${hours}`);

/** "UTC+11", "UTC+5:30". */
export function offsetInWords(offset: number): string {
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60];
  const rest = minutes === 0 ? "" : `:${String(minutes).padStart(2, "0")}`;
  return `UTC${offset < 0 ? "-" : "+"}${hours}${rest}`;
}

/** One zone for each region with many newsrooms; the first that fits is the example. */
const known = [
  "Europe/London",
  "Europe/Berlin",
  "Europe/Athens",
  "Europe/Moscow",
  "America/New_York",
  "America/Chicago",
  "America/Denver",
  "America/Los_Angeles",
  "America/Sao_Paulo",
  "America/Halifax",
  "America/St_Johns",
  "America/Anchorage",
  "Pacific/Honolulu",
  "Asia/Dubai",
  "Asia/Tehran",
  "Asia/Karachi",
  "Asia/Kolkata",
  "Asia/Kathmandu",
  "Asia/Dhaka",
  "Asia/Bangkok",
  "Asia/Shanghai",
  "Asia/Tokyo",
  "Australia/Adelaide",
  "Australia/Sydney",
  "Australia/Brisbane",
  "Pacific/Auckland",
];

/** A zone whose clocks show these offsets at these moments, as an example. */
export const exampleZone = (instants: readonly Instant[]): string | undefined =>
  known.find((zone) => instants.every(({ epoch, offset }) => instantInZone(epoch, zone).offset === offset));
