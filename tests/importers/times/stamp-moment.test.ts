import { expect, test } from "vitest";
import { momentNear, momentsOn } from "../../../src/importers/times/stamp-moment.ts";
import { parseWrittenTime } from "../../../src/importers/written-time/written-time.ts";
import { dayNumber, parseInstant, printInstant } from "../../../src/model/instant.ts";

const on = (text: string, month: number, day: number, zone = "Europe/London") =>
  momentsOn(parseWrittenTime(text)!, dayNumber(2024, month, day), zone).map(printInstant);

test("momentsOn gives both moments of the hour that comes twice, and the one after the hour that is skipped", () => {
  expect(on("01:30", 10, 27)).toEqual(["2024-10-27T01:30:00+01:00", "2024-10-27T01:30:00+00:00"]);
  expect(on("01:30 GMT", 10, 27)).toEqual(["2024-10-27T01:30:00+00:00"]);
  expect(on("01:30", 3, 31)).toEqual(["2024-03-31T02:30:00+01:00"]);
  expect(on("02:30", 10, 27, "Europe/Berlin")).toEqual(["2024-10-27T02:30:00+02:00", "2024-10-27T02:30:00+01:00"]);
});

test("momentsOn turns the day at 24:00, and knows a zone by its name where all that it can mean agree", () => {
  expect(on("24:00", 5, 17)).toEqual(["2024-05-18T00:00:00+01:00"]);
  expect(on("12:30 pm ET", 7, 4)).toEqual(["2024-07-04T12:30:00-04:00"]);
  expect(on("12:30 IST", 7, 4)).toEqual([]);
  expect(on("12:30 IST", 7, 4, "Asia/Kolkata")).toEqual(["2024-07-04T12:30:00+05:30"]);
});

test("momentNear takes the day, the year and the half of the day that are nearest", () => {
  const near = (text: string, time: string) =>
    printInstant(momentNear(parseWrittenTime(text)!, parseInstant(time, "Europe/London")!, "Europe/London")!);
  expect(near("00:10", "2024-05-16T23:50:00+01:00")).toBe("2024-05-17T00:10:00+01:00");
  expect(near("23:50", "2024-05-17T00:10:00+01:00")).toBe("2024-05-16T23:50:00+01:00");
  expect(near("1 January 00:10", "2023-12-31T23:50:00+00:00")).toBe("2024-01-01T00:10:00+00:00");
  expect(near("1:39", "2024-05-17T13:39:00+01:00")).toBe("2024-05-17T13:39:00+01:00");
  expect(near("01:30", "2024-10-27T01:30:00Z")).toBe("2024-10-27T01:30:00+00:00");
});
