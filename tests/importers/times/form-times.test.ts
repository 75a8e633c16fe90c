import { describe, expect, test } from "vitest";
import { timesOfForms } from "../../../src/importers/times/form-times.ts";
import { parseInstant, printInstant } from "../../../src/model/instant.ts";
import type { FoundPost, InferredPart } from "../../../src/model/live-page.ts";

const post = (time: string | undefined, ...inferred: InferredPart[]): FoundPost => ({
  ...(time !== undefined && { published: parseInstant(time, "Europe/London")! }),
  inferred,
  breaking: false,
  context: [],
  bylines: [],
  truncated: false,
  blocks: [],
});
const settle = (main: readonly FoundPost[], twins: readonly (FoundPost | undefined)[], zoneGuessed = false) => {
  const { posts, timed, warnings } = timesOfForms(main, twins, zoneGuessed);
  return {
    times: posts.map(({ published }) => published && printInstant(published)),
    inferred: posts.map(({ inferred }) => inferred.join(" ")),
    timed,
    warnings: warnings.map(([message]) => message),
  };
};

describe("timesOfForms", () => {
  test("timesOfForms takes a time, a date and seconds that only the other form tells", () => {
    const read = settle(
      [
        post(undefined),
        post("2024-05-18T10:32:00+01:00", "date", "zone"),
        post("2024-05-17T09:15:00+01:00"),
        post("2024-05-17T08:02:00+01:00"),
      ],
      [
        post("2024-05-17T11:00:05+01:00"),
        post("2024-05-17T10:32:41+01:00"),
        post("2024-05-17T09:15:09+01:00"),
        undefined,
      ],
    );
    expect(read.times).toEqual([
      "2024-05-17T11:00:05+01:00",
      "2024-05-17T10:32:41+01:00",
      "2024-05-17T09:15:09+01:00",
      "2024-05-17T08:02:00+01:00",
    ]);
    expect([read.inferred, read.timed, read.warnings]).toEqual([["", "", "", ""], 2, []]);
  });

  const main = [post("2024-05-17T10:32:00+01:00", "zone"), post("2024-05-17T09:15:00+01:00", "zone")];
  test("timesOfForms keeps what the page shows where the forms differ, and says by how much", () => {
    const read = settle(main, [post("2024-05-17T10:40:00+01:00"), post("2024-05-17T09:15:20+01:00")]);
    expect(read.times).toEqual(["2024-05-17T10:32:00+01:00", "2024-05-17T09:15:20+01:00"]);
    expect(read.warnings).toEqual([
      "the times of 1 post differ, by 8 minutes, and those that the page shows were taken",
    ]);
  });

  test("timesOfForms knows a mistake about zones, and whose it is where the page names no zone", () => {
    const twins = [post("2024-05-17T14:32:10+01:00"), post("2024-05-17T13:15:20+01:00")];
    const known = settle(main, twins);
    expect(known.times).toEqual(["2024-05-17T10:32:00+01:00", "2024-05-17T09:15:00+01:00"]);
    expect(known.warnings[0]).toContain("all by 4 hours: one of the forms mistakes its zone");
    const guessed = settle(main, twins, true);
    expect(guessed.times).toEqual(["2024-05-17T10:32:10-03:00", "2024-05-17T09:15:20-03:00"]);
    expect([guessed.inferred, guessed.timed]).toEqual([["zone", "zone"], 2]);
  });

  test("timesOfForms takes the zone in which the other form tells the same clock", () => {
    const read = settle(main, [post("2024-05-17T10:32:05+02:00"), post("2024-05-17T09:15:07+02:00")]);
    expect(read.times).toEqual(["2024-05-17T10:32:05+02:00", "2024-05-17T09:15:07+02:00"]);
    expect(read.inferred).toEqual(["", ""]);
  });

  test("timesOfForms keeps the zone that the page shows where the other form tells its clock without one", () => {
    const read = settle([post("2024-05-17T12:32:00-04:00")], [post("2024-05-17T12:32:05+01:00", "zone")]);
    expect([read.times, read.inferred, read.warnings]).toEqual([["2024-05-17T12:32:05-04:00"], [""], []]);
  });
});
