import { describe, expect, test } from "vitest";
import { monthName, monthNumber, weekdayNumber } from "../../src/model/month-names.ts";
import { zoneNameOffset } from "../../src/model/zone-names.ts";

describe("zoneNameOffset", () => {
  test("zoneNameOffset knows the names that pages print", () => {
    const known = {
      "British Summer Time": 60,
      BST: 60,
      "Greenwich Mean Time": 0,
      GMT: 0,
      UTC: 0,
      bst: 60,
      "Eastern Daylight Time": -240,
    };
    for (const [name, offset] of Object.entries(known)) expect(zoneNameOffset(name)).toBe(offset);
  });
  test("zoneNameOffset knows no ambiguous name, and nothing of objects", () => {
    for (const name of ["IST", "CST", "", "London", "constructor", "__proto__"])
      expect(zoneNameOffset(name)).toBeUndefined();
  });
});

describe("monthNumber and weekdayNumber", () => {
  test("monthNumber reads full and short names, in any case", () => {
    expect(["January", "feb", "Sept", "SEP", "December", "May"].map(monthNumber)).toEqual([1, 2, 9, 9, 12, 5]);
    expect(["", "Ma", "Mayo", "constructor"].map(monthNumber)).toEqual([undefined, undefined, undefined, undefined]);
  });
  test("monthName undoes monthNumber", () => {
    for (let month = 1; month <= 12; month += 1) expect(monthNumber(monthName(month))).toBe(month);
  });
  test("weekdayNumber counts from Monday", () => {
    expect(["Monday", "Thu", "Thurs", "sunday", "someday"].map(weekdayNumber)).toEqual([1, 4, 4, 7, undefined]);
  });
});
