import { expect, test } from "vitest";
import { machineTime, momentOf } from "../../../src/importers/times/json-moment.ts";
import { printInstant } from "../../../src/model/instant.ts";

const read = (text: string) => {
  const time = machineTime(text, "Europe/London");
  return time && printInstant(time.instant);
};

test("an offset that no place on earth has is none", () => {
  expect(read("2024-05-17T10:05:00+14:00")).toBe("2024-05-17T10:05:00+14:00");
  expect(read("2024-05-17T10:05:00-12:00")).toBe("2024-05-17T10:05:00-12:00");
  expect(read("2024-05-17T10:05:00+15:00")).toBeUndefined();
  expect(momentOf("2024-05-17T10:05:00-14:30", "Europe/London")).toBeUndefined();
});

test("a year before all live pages is one of another calendar, or none", () => {
  expect(read("1403-02-28T10:05:00+03:30")).toBeUndefined();
  expect(read("1403-02-28T10:05")).toBeUndefined();
  expect(read("1970-01-01T00:00:00Z")).toBeUndefined();
  expect(read("1999-05-17T10:05:00Z")).toBe("1999-05-17T11:05:00+01:00");
});
