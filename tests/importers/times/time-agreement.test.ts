import { describe, expect, test } from "vitest";
import { machineTime } from "../../../src/importers/times/json-moment.ts";
import {
  gapsInWords,
  minutesInWords,
  settleTimes,
  type TimeClues,
  zoneShift,
} from "../../../src/importers/times/time-agreement.ts";
import { parseWrittenTime } from "../../../src/importers/written-time/written-time.ts";
import { printInstant } from "../../../src/model/instant.ts";

const london = { zone: "Europe/London" };
const clue = (shown: string | undefined, ...machine: readonly (readonly [from: string, time: string])[]): TimeClues => {
  const stamp = shown === undefined ? undefined : parseWrittenTime(shown);
  return {
    machine: machine.map(([from, time]) => ({ from, time: machineTime(time, "Europe/London")! })),
    ...(stamp !== undefined && { shown: stamp }),
  };
};
const settle = (clues: readonly TimeClues[], option: { zone: string; zoneTold?: boolean } = london) => {
  const { times, warnings } = settleTimes(clues, option);
  return {
    times: times.map((time) => time && printInstant(time.published)),
    inferred: times.map((time) => time?.inferred.join(" ")),
    warnings: warnings.map(([message]) => message),
  };
};

describe("settleTimes", () => {
  test("settleTimes takes seconds and date of the attribute that agrees with the shown time to the minute", () => {
    const read = settle([
      clue("10:32", ["datetime", "2024-05-17T09:32:41Z"]),
      clue("9.15am BST", ["datetime", "2024-05-17T08:15:02Z"]),
      clue("17 May 2024 08:02", ["datetime", "2024-05-17T07:02:00Z"]),
    ]);
    expect(read.times).toEqual(["2024-05-17T10:32:41+01:00", "2024-05-17T09:15:02+01:00", "2024-05-17T08:02:00+01:00"]);
    expect([read.inferred, read.warnings]).toEqual([["", "", ""], []]);
  });

  test("settleTimes agrees with a time on the clocks that the attribute names itself, and without am or pm", () => {
    const read = settle([
      clue("10:32", ["datetime", "2024-05-17T10:32:41-04:00"]),
      clue("1:15", ["datetime", "2024-05-17T12:15:00Z"]),
    ]);
    expect(read.times).toEqual(["2024-05-17T10:32:41-04:00", "2024-05-17T13:15:00+01:00"]);
    expect(read.warnings).toEqual([]);
  });

  test("settleTimes takes what is shown where an attribute tells other times, and says once how many and how far", () => {
    const read = settle([
      clue("14 August 2023 10:01", ["data-sort-time", "2023-08-14T04:20:06Z"]),
      clue("14 August 2023 09:01", ["data-sort-time", "2023-08-14T04:23:37Z"]),
      clue("14 August 2023 08:01", ["data-sort-time", "2023-08-14T07:01:00Z"]),
    ]);
    expect(read.times).toEqual(["2023-08-14T10:01:00+01:00", "2023-08-14T09:01:00+01:00", "2023-08-14T08:01:00+01:00"]);
    expect(read.warnings).toEqual([
      'The times that the page shows and its "data-sort-time" differ in 2 posts, by 3 hours 38 minutes to 4 hours 41 minutes: the shown ones were taken',
    ]);
  });

  test("settleTimes takes the attribute that the shown time confirms, and names the other", () => {
    const read = settle([
      clue("10:01", ["data-time", "2023-08-14T04:20:06Z"], ["datetime", "2023-08-14T09:01:52Z"]),
      clue("09:01", ["data-time", "2023-08-14T04:23:37Z"], ["datetime", "2023-08-14T08:01:52Z"]),
    ]);
    expect(read.times).toEqual(["2023-08-14T10:01:52+01:00", "2023-08-14T09:01:52+01:00"]);
    expect(read.warnings).toEqual([
      '"data-time" differs from the times that the page shows in 2 posts, by 3 hours 38 minutes to 4 hours 41 minutes: the shown times were taken',
    ]);
  });

  test("settleTimes says which attribute it took where nothing is shown", () => {
    const read = settle([clue(undefined, ["datetime", "2024-05-17T09:32:41Z"], ["title", "2024-05-17T10:45"])]);
    expect(read.times).toEqual(["2024-05-17T10:32:41+01:00"]);
    expect(read.warnings).toEqual(['"title" differs from "datetime" in 1 post, by 13 minutes: "datetime" was taken']);
  });

  const glued = [clue("16:48", ["datetime", "2023-11-02T16:48Z"]), clue("15:27", ["datetime", "2023-11-02T15:27Z"])];
  test("settleTimes knows an attribute that writes the shown time as one of Greenwich", () => {
    const read = settle(glued, { zone: "Europe/Rome", zoneTold: true });
    expect(read.times).toEqual(["2023-11-02T16:48:00+01:00", "2023-11-02T15:27:00+01:00"]);
    expect(read.inferred).toEqual(["zone", "zone"]);
    expect(read.warnings).toEqual([
      'The times that the page shows and its "datetime" differ in 2 posts, all by 1 hour: a zone is mistaken, since "datetime" writes the shown time as one of Greenwich. The shown times were taken, as times of Europe/Rome',
    ]);
    expect(settle(glued).warnings).toEqual([]);
  });

  test("settleTimes mends the zone of posts that show no time as well", () => {
    const read = settle([clue("5 mins ago", ["datetime", "2023-11-02T17:02:30Z"]), ...glued], {
      zone: "Europe/Rome",
      zoneTold: true,
    });
    expect(read.times).toEqual(["2023-11-02T17:02:30+01:00", "2023-11-02T16:48:00+01:00", "2023-11-02T15:27:00+01:00"]);
    const other = settle([clue(undefined, ["datetime", "2024-05-17T15:02:30Z"]), ...elsewhere]);
    expect(other.times[0]).toBe("2024-05-17T11:02:30-04:00");
  });

  const elsewhere = [
    clue("10:32 a.m.", ["datetime", "2024-05-17T14:32:10Z"]),
    clue("9:39 a.m.", ["datetime", "2024-05-17T13:39:10Z"]),
  ];
  test("settleTimes shows the clocks of another zone as they are, where nobody named the zone and all differ by whole hours", () => {
    const read = settle(elsewhere);
    expect(read.times).toEqual(["2024-05-17T10:32:10-04:00", "2024-05-17T09:39:10-04:00"]);
    expect(read.inferred).toEqual(["zone", "zone"]);
    expect(read.warnings[0]).toMatch(
      /are all 5 hours behind its "datetime" \(2 posts\), if they are times of Europe\/London/,
    );
  });
  test("settleTimes takes the zone that a person names before the attribute's", () => {
    const read = settle(elsewhere, { ...london, zoneTold: true });
    expect(read.times).toEqual(["2024-05-17T10:32:00+01:00", "2024-05-17T09:39:00+01:00"]);
    expect(read.warnings[0]).toContain("all by 5 hours: a zone is mistaken");
  });

  test("settleTimes takes a shown time with the zone that it names before any attribute", () => {
    const read = settle([
      clue("12:32 BST", ["datetime", "2024-05-17T12:32Z"]),
      clue("11:39 BST", ["datetime", "2024-05-17T11:39Z"]),
    ]);
    expect(read.times).toEqual(["2024-05-17T12:32:00+01:00", "2024-05-17T11:39:00+01:00"]);
    expect(read.inferred).toEqual(["", ""]);
    expect(read.warnings[0]).toContain("The shown times were taken, as times of BST");
  });

  test("settleTimes finds the day over midnight", () => {
    expect(settle([clue("00:10", ["datetime", "2024-05-16T23:10:07Z"])]).times).toEqual(["2024-05-17T00:10:07+01:00"]);
    expect(settle([clue("24:00", ["datetime", "2024-05-16T23:00:00Z"])]).warnings).toEqual([]);
  });

  test("settleTimes keeps the nights on which clocks are put forward and back", () => {
    const back = settle([
      clue("01:30", ["datetime", "2024-10-27T01:30:00Z"]),
      clue("01:45", ["datetime", "2024-10-27T00:45:00Z"]),
      clue("01:30", ["datetime", "2024-10-27T00:30:00Z"]),
    ]);
    expect(back.times).toEqual(["2024-10-27T01:30:00+00:00", "2024-10-27T01:45:00+01:00", "2024-10-27T01:30:00+01:00"]);
    const forth = settle([
      clue("02:10", ["datetime", "2024-03-31T01:10:00Z"]),
      clue("00:50", ["datetime", "2024-03-31T00:50:00Z"]),
    ]);
    expect(forth.times).toEqual(["2024-03-31T02:10:00+01:00", "2024-03-31T00:50:00+00:00"]);
    expect([...back.warnings, ...forth.warnings]).toEqual([]);
  });

  test("settleTimes takes seconds of an attribute without a zone, and the zone that is shown", () => {
    const read = settle([clue("12:32 p.m. ET", ["datetime", "2024-05-17T12:32:05"])]);
    expect([read.times, read.inferred, read.warnings]).toEqual([["2024-05-17T12:32:05-04:00"], [""], []]);
  });

  test("settleTimes takes another day than that of the attribute for no mistake about zones", () => {
    const read = settle([
      clue("16 May 2024 10:32", ["datetime", "2024-05-17T10:32+01:00"]),
      clue("16 May 2024 09:15", ["datetime", "2024-05-17T09:15+01:00"]),
    ]);
    expect(read.times).toEqual(["2024-05-16T10:32:00+01:00", "2024-05-16T09:15:00+01:00"]);
    expect(read.warnings).toEqual([
      'The times that the page shows and its "datetime" differ in 2 posts, by 1 day: the shown ones were taken',
    ]);
  });

  test("settleTimes finds the zone of a page that counts 12 hours without am and pm", () => {
    const read = settle([
      clue("1:39", ["datetime", "2024-05-17T17:39:00Z"]),
      clue("12:15", ["datetime", "2024-05-17T16:15:00Z"]),
      clue("11:39", ["datetime", "2024-05-17T15:39:00Z"]),
    ]);
    expect(read.times).toEqual(["2024-05-17T13:39:00-04:00", "2024-05-17T12:15:00-04:00", "2024-05-17T11:39:00-04:00"]);
  });

  test("settleTimes believes no time that all posts show alike", () => {
    const read = settle(["09", "08", "07"].map((hour) => clue("00:00", ["datetime", `2024-05-17T${hour}:10:00Z`])));
    expect(read.times).toEqual(["2024-05-17T10:10:00+01:00", "2024-05-17T09:10:00+01:00", "2024-05-17T08:10:00+01:00"]);
    expect(read.warnings).toEqual(["All posts show one and the same time: those for machines were taken"]);
  });
});

test("zoneShift is the one gap of all that two zones can have", () => {
  expect([zoneShift([60, 60]), zoneShift([330]), zoneShift([60, 120]), zoneShift([7]), zoneShift([])]).toEqual([
    60,
    330,
    undefined,
    undefined,
    undefined,
  ]);
});

test("minutesInWords and gapsInWords count days, hours and minutes", () => {
  expect([minutesInWords(-65), minutesInWords(1441), minutesInWords(0)]).toEqual([
    "1 hour 5 minutes",
    "1 day 1 minute",
    "less than a minute",
  ]);
  expect([gapsInWords([-2, 65]), gapsInWords([60, -60])]).toEqual(["2 minutes to 1 hour 5 minutes", "1 hour"]);
});
