/** The time of a new post: clocks of a zone, with the hours that they show twice or never. */
import { describe, expect, test } from "vitest";
import { readPostTime, thisMinute } from "../../../src/archive/new/post-time.ts";
import { printInstant } from "../../../src/model/instant.ts";

/** Noon of 27 October 2024 in Greenwich, the day on which London's clocks were put back. */
const now = Date.UTC(2024, 9, 27, 12, 0, 31);
const told = (text: string, zone = "Europe/London", at = now) => {
  const time = readPostTime(text, zone, at);
  return time.kind === "time" ? printInstant(time.instant) : `${time.why} | ${time.hint}`;
};

describe("readPostTime", () => {
  test.each([
    ["14:05", "2024-10-27T14:05:00+00:00"],
    ["0:30", "2024-10-27T00:30:00+01:00"],
    ["2024-05-17T14:05", "2024-05-17T14:05:00+01:00"],
    [" 2024-05-17 9:05 ", "2024-05-17T09:05:00+01:00"],
    ["2024-10-27T01:30+01:00", "2024-10-27T01:30:00+01:00"],
    ["2024-10-27 01:30+00:00", "2024-10-27T01:30:00+00:00"],
    ["2024-05-17T12:00:00Z", "2024-05-17T13:00:00+01:00"],
  ])("reads %j with the offset that London had then", (text, expected) => expect(told(text)).toBe(expected));

  test("takes the day that it is in the zone, not in Greenwich", () => {
    expect(told("09:00", "Asia/Tokyo", Date.UTC(2024, 4, 17, 20))).toBe("2024-05-18T09:00:00+09:00");
    expect(told("09:00", "America/New_York", Date.UTC(2024, 4, 17, 2))).toBe("2024-05-16T09:00:00-04:00");
  });

  test("asks which of the two is meant in the hour that comes twice", () => {
    expect(told("01:30")).toMatch(/twice.*2024-10-27T01:30:00\+01:00.*2024-10-27T01:30:00\+00:00/);
  });

  test("knows that an hour was left out in spring", () => {
    expect(told("2024-03-31T01:30")).toMatch(/never showed it.*2024-03-31T02:30:00\+01:00/);
  });

  test.each(["", "25:00", "12:60", "2024-02-30T10:00", "noon", "14", "2024-05-17"])(
    "refuses %j with an example",
    (text) => {
      expect(told(text)).toBe("expected a time of the day, with or without a date | For example 2024-10-27T12:00");
    },
  );
});

test("thisMinute leaves seconds out", () => {
  expect(printInstant(thisMinute(now, "Asia/Kolkata"))).toBe("2024-10-27T17:30:00+05:30");
});
