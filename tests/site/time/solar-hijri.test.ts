/** solarHijri: known first and last days of years, and days in sequence. */
import { describe, expect, test } from "vitest";
import { solarHijri } from "../../../src/site/time/solar-hijri.ts";

const of = (iso: string): string => {
  const [year = 0, month = 0, day = 0] = iso.split("-").map(Number);
  const solar = solarHijri({ year, month, day });
  return `${solar.year}-${solar.month}-${solar.day}`;
};

describe("solarHijri", () => {
  test.each([
    ["2020-03-20", "1399-1-1"],
    ["2021-03-21", "1400-1-1"],
    ["2022-03-21", "1401-1-1"],
    ["2023-03-21", "1402-1-1"],
    ["2024-03-20", "1403-1-1"],
    ["2025-03-21", "1404-1-1"],
    ["2026-03-21", "1405-1-1"],
    ["2027-03-21", "1406-1-1"],
    ["2028-03-20", "1407-1-1"],
    ["2029-03-20", "1408-1-1"],
    ["2030-03-21", "1409-1-1"],
    ["2031-03-21", "1410-1-1"],
  ])("knows that %s began a year: %s", (gregorian, solar) => expect(of(gregorian)).toBe(solar));

  test.each([
    ["2021-03-20", "1399-12-30"],
    ["2025-03-20", "1403-12-30"],
    ["2029-03-19", "1407-12-29"],
    ["2030-03-20", "1408-12-30"],
    ["2024-03-19", "1402-12-29"],
  ])("knows that %s ended a year, leap or not: %s", (gregorian, solar) => expect(of(gregorian)).toBe(solar));

  test.each([
    ["1979-02-11", "1357-11-22"],
    ["2024-05-17", "1403-2-28"],
    ["2024-09-21", "1403-6-31"],
    ["2024-09-22", "1403-7-1"],
  ])("knows %s as %s", (gregorian, solar) => expect(of(gregorian)).toBe(solar));

  test("gives each day of 1800 to 2100 the day after the one before, in months of 29 to 31 days", () => {
    let before = solarHijri({ year: 1799, month: 12, day: 31 });
    for (let at = Date.UTC(1800, 0, 1); at < Date.UTC(2101, 0, 1); at += 86_400_000) {
      const date = new Date(at);
      const solar = solarHijri({ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() });
      const next =
        solar.day === 1
          ? before.day >= 29 &&
            (solar.month === before.month + 1 || (solar.month === 1 && solar.year === before.year + 1))
          : solar.day === before.day + 1 && solar.month === before.month && solar.year === before.year;
      if (!next) expect.fail(`${date.toISOString()}: ${JSON.stringify(before)} ${JSON.stringify(solar)}`);
      before = solar;
    }
    expect(before).toEqual({ year: 1479, month: 10, day: 10 });
  });
});
