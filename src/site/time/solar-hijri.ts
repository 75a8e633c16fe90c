/** Turns Gregorian dates into the Solar Hijri calendar of Iran and Afghanistan. Its cycle of 33 years is exact from 1799 to 2123. */
import { dayMs } from "./clock.ts";

/** A day in some calendar; months and days count from 1. */
export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Days from 1 Farvardin of year 1 to 1 January 1970. */
const epoch = 492_268;

/** Days before a year: eight years of each 33 are leap years. */
const daysBefore = (year: number): number => 365 * (year - 1) + Math.floor((8 * year + 21) / 33);

/** The Solar Hijri date of a Gregorian one. */
export function solarHijri(gregorian: CivilDate): CivilDate {
  const days = Date.UTC(gregorian.year, gregorian.month - 1, gregorian.day) / dayMs + epoch;
  let year = Math.floor((days * 33) / 12_053) + 1;
  while (daysBefore(year) > days) year--;
  while (daysBefore(year + 1) <= days) year++;
  const inYear = days - daysBefore(year);
  // Six months of 31 days, then months of 30.
  const month = inYear < 186 ? Math.floor(inYear / 31) : 6 + Math.floor((inYear - 186) / 30);
  return { year, month: month + 1, day: inYear - (month < 6 ? month * 31 : 186 + (month - 6) * 30) + 1 };
}
