import { expect, test } from "vitest";
import { weekdayWarnings } from "../../../../src/importers/times/doubts/weekdays.ts";
import { parseWrittenTime } from "../../../../src/importers/written-time/written-time.ts";

const said = (...texts: string[]) =>
  weekdayWarnings(texts.map((text) => parseWrittenTime(text))).map(([message]) => message);

test("a date that was another day of the week than the page says is named, once a page", () => {
  expect(said("Monday 17 May 2024 10:05", "Friday 17 May 2024 10:10", "Sat, 17 May 2024 10:15")).toEqual([
    "The page calls 17 May 2024 a Monday, and it was a Friday; the same in 1 more",
  ]);
  expect(said("10:05, mardi 17 mai 2024")).toEqual(["The page calls 17 May 2024 a Tuesday, and it was a Friday"]);
});

test("nothing is said of a weekday that is right, or beside a date without its year", () => {
  expect(said("Friday 17 May 2024 10:05", "Freitag, 17. Mai 2024, 10:05 Uhr", "Monday 17 May 10:05", "10:05")).toEqual(
    [],
  );
});
