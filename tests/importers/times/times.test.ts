import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findPlaces } from "../../../src/importers/places.ts";
import { yearFromEvidence } from "../../../src/importers/times/evidence.ts";
import { findOrder, resolveTimes, type TimeOptions } from "../../../src/importers/times/times.ts";
import { parseStamp } from "../../../src/importers/written-time/stamp.ts";
import { localParts, printInstant } from "../../../src/model/instant.ts";
import { monthName } from "../../../src/model/month-names.ts";
import { captured } from "../outline.ts";

const stampsOf = (...texts: string[]) => texts.map((text) => parseStamp(text)?.stamp);
const none = { zone: "Europe/London", evidence: () => undefined };
const resolve = (texts: string[], options: Partial<TimeOptions> = {}) => {
  const stamps = stampsOf(...texts);
  const moments = resolveTimes(stamps, findOrder(stamps), { ...none, ...options });
  return moments.map(({ instant, trouble }) => (instant === undefined ? trouble : printInstant(instant).slice(0, 16)));
};

describe("resolveTimes", () => {
  test("resolveTimes takes a missing date from the post above, over midnight", () => {
    expect(resolve(["17:34 BST 17 August 2016", "17:18", "00:05", "23:50", "23:55 BST 15 August"])).toEqual([
      "2016-08-17T17:34",
      "2016-08-17T17:18",
      "2016-08-17T00:05",
      "2016-08-16T23:50",
      "2016-08-15T23:55",
    ]);
    expect(resolve(["23:50 GMT 31 December 2024", "23:59", "00:01", "00:20 1 January"])).toEqual([
      "2024-12-31T23:50",
      "2024-12-31T23:59",
      "2025-01-01T00:01",
      "2025-01-01T00:20",
    ]);
  });
  test("resolveTimes takes a time without a date above one with a date for one of a later day", () => {
    expect(resolve(["13:45", "23:58 11 February"], { captured: captured("2024-02-12T22:00:00Z") })).toEqual([
      "2024-02-12T13:45",
      "2024-02-11T23:58",
    ]);
  });

  test("resolveTimes reads a zone's name that can be several as the zone of the page, and asks where it is none of them", () => {
    const year = { year: 2024 };
    expect(resolve(["15:02 IST 17 May"], { ...year, zone: "Asia/Kolkata" })).toEqual(["2024-05-17T15:02"]);
    expect(resolve(["15:02 ET 17 May"], { ...year, zone: "America/New_York" })).toEqual(["2024-05-17T15:02"]);
    expect(resolve(["15:02 IST 17 May"], year)).toEqual(["unknown zone"]);
  });

  test("resolveTimes takes it from below, or from the capture, where none is above", () => {
    expect(resolve(["00:10", "23:50", "22:00 BST 2 July 2024"])).toEqual([
      "2024-07-03T00:10",
      "2024-07-02T23:50",
      "2024-07-02T22:00",
    ]);
    expect(resolve(["00:10", "23:50"], { captured: captured("2024-07-03T09:00+01:00") })).toEqual([
      "2024-07-03T00:10",
      "2024-07-02T23:50",
    ]);
    expect(resolve(["00:10"], { year: 2024 })).toEqual(["no date"]);
  });

  test("resolveTimes takes the newest for one of the day before where the page was saved after midnight", () => {
    const afterMidnight = { captured: captured("2024-07-03T00:05+01:00") };
    expect(resolve(["23:50", "23:10"], afterMidnight)).toEqual(["2024-07-02T23:50", "2024-07-02T23:10"]);
    expect(resolve(["23:10", "23:50"], afterMidnight)).toEqual(["2024-07-02T23:10", "2024-07-02T23:50"]);
    // No post is later than its capture.
    expect(resolve(["18:30"], { captured: captured("2024-07-03T12:00+01:00") })).toEqual(["2024-07-02T18:30"]);
    expect(resolve(["12:00"], { captured: captured("2024-07-03T12:00+01:00") })).toEqual(["2024-07-03T12:00"]);
  });
  test("resolveTimes does not turn the day for a post that is a little out of order", () => {
    expect(resolve(["17:18 BST 2 July 2024", "17:25", "17:00"])).toEqual([
      "2024-07-02T17:18",
      "2024-07-02T17:25",
      "2024-07-02T17:00",
    ]);
  });
  test("resolveTimes turns the year, forwards and backwards", () => {
    expect(resolve(["00:10 GMT 1 January", "23:50 GMT 31 December"], { year: 2025 })).toEqual([
      "2025-01-01T00:10",
      "2024-12-31T23:50",
    ]);
    expect(resolve(["23:50 GMT 31 December", "00:10 GMT 1 January"], { year: 2025 })).toEqual([
      "2024-12-31T23:50",
      "2025-01-01T00:10",
    ]);
    expect(resolve(["23:50 GMT 31 December", "00:10 GMT 1 January 2025"], { year: 1999 })).toEqual([
      "2024-12-31T23:50",
      "2025-01-01T00:10",
    ]);
  });
  test("resolveTimes takes the year in which the newest post is not later than the capture", () => {
    expect(resolve(["10:00 GMT 30 December"], { captured: captured("2025-01-02T10:00Z") })).toEqual([
      "2024-12-30T10:00",
    ]);
    expect(resolve(["10:00 GMT 2 January"], { captured: captured("2025-01-02T09:00Z") })).toEqual(["2025-01-02T10:00"]);
  });
  test("resolveTimes asks the page only where nothing else says the year", () => {
    expect(resolve(["10:00 GMT 2 January"], { evidence: () => 2013 })).toEqual(["2013-01-02T10:00"]);
    expect(resolve(["10:00 GMT 2 January"], { year: 2014, evidence: () => 2013 })).toEqual(["2014-01-02T10:00"]);
    expect(resolve(["10:00 GMT 2 January"])).toEqual(["no year"]);
  });
  test("resolveTimes says what is wrong with a date, a zone, an hour", () => {
    expect(resolve(["10:00 BST 31 June 2024"])).toEqual(["no such date"]);
    expect(resolve(["10:00 GMT 29 February"], { year: 2023 })).toEqual(["no such date"]);
    expect(resolve(["10:00 Zembla Time 3 June 2024"])).toEqual(["unknown zone"]);
    const skipped = resolveTimes(stampsOf("01:30 31 March 2024"), "newest-first", none);
    expect(skipped).toMatchObject([{ trouble: "skipped hour", inferred: ["zone"] }]);
  });
  test("resolveTimes reads the repeated hour by the name, and without one by the post above", () => {
    expect(resolve(["01:30 GMT 27 October 2024", "01:30 BST 27 October"])).toEqual([
      "2024-10-27T01:30",
      "2024-10-27T01:30",
    ]);
    const moments = resolveTimes(
      stampsOf("01:40 GMT 27 October 2024", "01:30", "01:20 BST 27 October", "01:10"),
      "newest-first",
      none,
    );
    expect(moments.map(({ instant }) => instant?.offset)).toEqual([0, 0, 60, 60]);
  });
  test("resolveTimes carries a day between times of several zones in the clocks of one", () => {
    expect(resolve(["10:15 BST 17 May 2024", "05:20 EDT", "10:25 BST", "11:40 CEST"])).toEqual([
      "2024-05-17T10:15",
      "2024-05-17T05:20",
      "2024-05-17T10:25",
      "2024-05-17T11:40",
    ]);
    expect(resolve(["23:45 BST 17 May 2024", "00:50 CEST", "22:55 UTC", "00:05 BST"])).toEqual([
      "2024-05-17T23:45",
      "2024-05-18T00:50",
      "2024-05-17T22:55",
      "2024-05-18T00:05",
    ]);
    const saved = { captured: captured("2024-05-20T12:00+01:00") };
    expect(resolve(["00:05 BST", "22:55 UTC", "00:50 CEST", "23:45 BST"], saved)).toEqual([
      "2024-05-20T00:05",
      "2024-05-19T22:55",
      "2024-05-20T00:50",
      "2024-05-19T23:45",
    ]);
    // One without a zone is the page's own.
    expect(resolve(["10:15 BST 17 May 2024", "05:20 EDT", "10:25"])).toEqual([
      "2024-05-17T10:15",
      "2024-05-17T05:20",
      "2024-05-17T10:25",
    ]);
  });
  const offsetsOf = (...texts: string[]) => {
    const stamps = stampsOf(...texts);
    return resolveTimes(stamps, findOrder(stamps), none).map(({ instant, trouble }) => trouble ?? instant?.offset);
  };
  test("resolveTimes takes a fall of the clocks within the hour that comes twice for its second pass", () => {
    const oldest = ["00:40 27 October 2024", "01:10", "01:40", "01:05", "01:35", "02:10"];
    expect(offsetsOf(...oldest)).toEqual([60, 60, 60, 0, 0, 0]);
    expect(offsetsOf("02:10 27 October 2024", "01:35", "01:05", "01:40", "01:10", "00:40")).toEqual([
      0, 0, 0, 60, 60, 60,
    ]);
    expect(offsetsOf("01:40 GMT 27 October 2024", "01:50", "02:10")).toEqual([0, 0, 0]);
    expect(offsetsOf("00:40 27 October 2024", "01:10", "01:20 BST")).toEqual([60, 60, 60]);
  });
  test("resolveTimes says where nothing tells which pass of an hour is meant", () => {
    expect(offsetsOf("00:40 27 October 2024", "01:10", "01:40", "02:10")).toEqual([
      60,
      "doubled hour",
      "doubled hour",
      0,
    ]);
  });
  test("resolveTimes names what it inferred, and only that", () => {
    const moments = resolveTimes(
      stampsOf("10:00 GMT 2 January 2024", "09:00 2 January", "08:00"),
      "newest-first",
      none,
    );
    expect(moments.map(({ inferred }) => inferred)).toEqual([[], ["year", "zone"], ["year", "date", "zone"]]);
  });
  test("resolveTimes finds all dates again that a newest-first page leaves out", () => {
    const gaps = fc.array(fc.integer({ min: 1, max: 60 * 20 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(2001, 0, 1) / 60_000, max: Date.UTC(2040, 0, 1) / 60_000 }),
        gaps,
        (newest, steps) => {
          let minutes = newest;
          const epochs = [newest, ...steps.map((step) => (minutes -= step))].map((value) => value * 60_000);
          const texts = epochs.map((epoch, index) => {
            const { year, month, day, hour, minute } = localParts({ epoch, offset: 0, zone: "UTC" });
            const date = index === 0 ? ` UTC ${day} ${monthName(month)} ${year}` : "";
            return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}${date}`;
          });
          const moments = resolveTimes(stampsOf(...texts), "newest-first", { zone: "UTC", evidence: () => undefined });
          expect(moments.map(({ instant }) => instant?.epoch)).toEqual(epochs);
        },
      ),
    );
  });
});

describe("findOrder", () => {
  test("findOrder goes by the stamps, and by habit where they say nothing", () => {
    expect(findOrder(stampsOf("10:00", "09:00", "23:50"))).toBe("newest-first");
    expect(findOrder(stampsOf("21:00 GMT 31 December", "23:59 GMT 31 December", "00:00 GMT 1 January", "00:04"))).toBe(
      "oldest-first",
    );
    expect(findOrder(stampsOf("01:30 GMT 27 October", "01:30 BST 27 October"))).toBe("newest-first");
    expect(findOrder(stampsOf("10:00"))).toBe("newest-first");
    expect(findOrder([])).toBe("newest-first");
  });
});

describe("findPlaces", () => {
  const at = (minute: number | undefined) =>
    minute === undefined ? undefined : { epoch: minute * 60_000, offset: 0, zone: "UTC" };
  const places = (...minutes: (number | undefined)[]) => findPlaces(minutes.map(at), "newest-first");
  test("findPlaces counts the posts of one minute only", () => {
    expect(places(9, 7, 7, 5)).toEqual([undefined, 2, 1, undefined]);
    expect(findPlaces([5, 7, 7].map(at), "oldest-first")).toEqual([undefined, 1, 2]);
  });
  test("findPlaces counts posts without a time from the oldest, with the post they stand on", () => {
    expect(places(undefined, undefined)).toEqual([2, 1]);
    expect(places(9, undefined, 7, 5)).toEqual([undefined, 3, 2, undefined]);
    expect(places(9, 7, undefined)).toEqual([undefined, 2, 1]);
  });
});

describe("yearFromEvidence", () => {
  const stamps = stampsOf("04:28 BST 17 May", "11:06 BST 16 May");
  test("yearFromEvidence takes a full date on the day of a stamp, glued to what follows too", () => {
    expect(yearFromEvidence("A welcome in Skell on 16 May 2024Image source, AP. On Thursday it rained.", stamps)).toBe(
      2024,
    );
    expect(yearFromEvidence("May 17, 2024", stamps)).toBe(2024);
  });
  test("yearFromEvidence takes no other date, none that a weekday contradicts, and none of two", () => {
    expect(yearFromEvidence("It was founded on 3 May 2014.", stamps)).toBeUndefined();
    expect(yearFromEvidence("On 16 May 2015. See you on Thursday 16 May.", stamps)).toBeUndefined();
    expect(yearFromEvidence("On 16 May 2015. It rained on Tuesday, and on Wednesday.", stamps)).toBeUndefined();
    expect(yearFromEvidence("On 16 May 2024 and on 16 May 2019.", stamps)).toBeUndefined();
    expect(yearFromEvidence("On 16 May 2014 and on 16 May 2024, a Thursday 16 May.", stamps)).toBe(2024);
  });
});
