/** Dates that can be several: what decides, and what is said. */
import { describe, expect, test } from "vitest";
import { withDates } from "../../../../src/importers/times/doubts/either-dates.ts";
import { parseWrittenTime } from "../../../../src/importers/written-time/written-time.ts";
import { dayNumber } from "../../../../src/model/instant.ts";
import { captured } from "../../outline.ts";

const read = (texts: readonly string[], saved?: string, pageDays: readonly number[] = []) => {
  const stamps = texts.map((text) => parseWrittenTime(text));
  const { stamps: found, warnings } = withDates(
    stamps,
    [],
    saved === undefined ? undefined : captured(saved),
    () => pageDays,
  );
  return [
    ...found.map((one) => (one?.month === undefined ? undefined : `${one.year}-${one.month}-${one.day}`)),
    ...warnings.map(([message]) => message),
  ];
};

describe("a date that can be several", () => {
  test("is the one that the other dates of the page allow", () => {
    expect(read(["10:05 24/05/17", "10:10 17 May 2024"])).toEqual(["2024-5-17", "2024-5-17"]);
    expect(read(["10:05 3/4/2024"], undefined, [dayNumber(2024, 4, 2)])).toEqual(["2024-4-3"]);
  });

  test("is the one that is not later than the capture, or that is near it, which is said", () => {
    expect(read(["10:05 3/4/2024"], "2024-03-20T12:00Z")).toEqual(["2024-3-4"]);
    expect(read(["10:05 24/05/17", "10:10 24/05/18"], "2024-07-18T12:00Z")).toEqual([
      "2024-5-17",
      "2024-5-18",
      'The dates beside the times, such as "24/05/17", can be read in several ways: they were taken as year, month, day, which is within a year of the capture',
    ]);
  });

  test("is no date where nothing decides, and the day is not guessed", () => {
    expect(read(["10:05 3/4/2024", "10:10"], "2024-07-18T12:00Z")).toEqual([
      undefined,
      undefined,
      'Cannot tell the date that stands beside 1 time: "3/4/2024"',
    ]);
    expect(read(["10:05 1403/02/28", "10:10 1403/02/28"], "2024-07-18T12:00Z")).toEqual([
      undefined,
      undefined,
      'Cannot tell the date that stands beside 2 times: "1403/02/28"',
    ]);
  });
});
