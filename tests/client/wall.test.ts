/** Clocks on the wall, where summer time begins and ends. */
import { expect, test } from "vitest";
import { dateInWords, wallIn } from "../../src/client/wall.ts";

const at = (zone: string, moment: string) => {
  const { date, clock, zone: name } = wallIn(zone, "en-GB")!(Date.parse(moment));
  return `${date} ${clock} ${name}`;
};

test.each([
  ["Europe/London", "2024-03-31T00:59:00Z", "2024-03-31 00:59 GMT"],
  ["Europe/London", "2024-03-31T01:00:00Z", "2024-03-31 02:00 BST"],
  ["Europe/London", "2024-10-27T00:59:00Z", "2024-10-27 01:59 BST"],
  ["Europe/London", "2024-10-27T01:00:00Z", "2024-10-27 01:00 GMT"],
  ["Asia/Kathmandu", "2024-12-31T18:15:00Z", "2025-01-01 00:00 GMT+5:45"],
  ["America/Los_Angeles", "2024-05-17T04:28:00+01:00", "2024-05-16 20:28 GMT-7"],
])("wallIn knows the clock of %s at %s", (zone, moment, shown) => expect(at(zone, moment)).toBe(shown));

test("wallIn has no clock for a zone that does not exist", () => {
  expect(wallIn("Nowhere/Land", "en")).toBeUndefined();
});

test("wallIn writes digits that can be compared, whatever the language", () => {
  expect(wallIn("Asia/Tehran", "fa")!(0)).toMatchObject({ date: "1970-01-01", clock: "03:30" });
});

test("dateInWords writes a date as its language does, in full or short", () => {
  expect(dateInWords("2024-05-16", "en-GB", true)).toBe("16 May 2024");
  expect(dateInWords("2024-05-16", "de", false)).toBe("16. Mai");
});

test.each(["en", "en-US", "en-AU"])("dateInWords writes a date in %s as the pages do", (language) => {
  expect(dateInWords("2024-05-16", language, true)).toBe("16 May 2024");
  expect(dateInWords("2024-05-16", language, false)).toBe("16 May");
});
