import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { agrees } from "../../../src/importers/times/stamp-truth.ts";
import { isCutStamp, isMatchClock, parseStamp } from "../../../src/importers/written-time/stamp.ts";
import { localParts } from "../../../src/model/instant.ts";
import { monthName } from "../../../src/model/month-names.ts";

describe("parseStamp", () => {
  test("parseStamp reads every form that was found", () => {
    const zone = (zoneName: string, offset: number) => ({ zoneName, offset });
    const forms = {
      "04:28 British Summer Time 17 May": {
        hour: 4,
        minute: 28,
        ...zone("British Summer Time", 60),
        day: 17,
        month: 5,
      },
      "22:10 Greenwich Mean Time 17 January": {
        hour: 22,
        minute: 10,
        ...zone("Greenwich Mean Time", 0),
        day: 17,
        month: 1,
      },
      "08:01 British Summer Time 25 October 2023": {
        hour: 8,
        minute: 1,
        ...zone("British Summer Time", 60),
        day: 25,
        month: 10,
        year: 2023,
      },
      "22:33 British Summer Time": { hour: 22, minute: 33, ...zone("British Summer Time", 60) },
      "12:15": { hour: 12, minute: 15 },
      "15:57 BST 3 July 2017": { hour: 15, minute: 57, ...zone("BST", 60), day: 3, month: 7, year: 2017 },
      "09:22 16 June": { hour: 9, minute: 22, day: 16, month: 6 },
      "23:58 11 Feb": { hour: 23, minute: 58, day: 11, month: 2 },
      "9:05 GMT Friday 3rd Sept 2021": { hour: 9, minute: 5, ...zone("GMT", 0), day: 3, month: 9, year: 2021 },
      "10:00 Zembla Daylight Time 5 June": { hour: 10, minute: 0, zoneName: "Zembla Daylight Time", day: 5, month: 6 },
    };
    for (const [text, stamp] of Object.entries(forms))
      expect(parseStamp(text), text).toEqual({ stamp, end: text.length });
  });
  test("parseStamp finds the label that is glued behind", () => {
    for (const text of [
      "05:00 Greenwich Mean Time 6 November 2024",
      "05:00 GMT 6 May",
      "05:00 British Summer Time",
      "05:00",
    ])
      for (const label of ["Breaking", " Breaking", "Analysis"]) {
        if (label === "Analysis" && text.endsWith("Time")) continue;
        expect(parseStamp(text + label)?.end, text + label).toBe(text.length);
      }
  });
  test("parseStamp takes no sentence for a stamp", () => {
    const sentences = [
      "12:00 British Summer Time have not been changed.",
      "12:00 on 5 May",
      "25:00",
      "12:60",
      "12:000",
      "12.00",
      "",
      "12:00 and then",
      "12:00 5",
      "12:00 5 Mayor",
      "12:00 GMT 5 June 2024 was late",
      "noon",
    ];
    for (const text of sentences) expect(parseStamp(text), text).toBeUndefined();
  });
  test("parseStamp reads back what an instant shows", () => {
    const epochs = fc.integer({ min: Date.UTC(1990, 0, 1) / 60_000, max: Date.UTC(2090, 0, 1) / 60_000 });
    fc.assert(
      fc.property(
        epochs,
        fc.constantFrom({ name: "BST", offset: 60 }, { name: "Greenwich Mean Time", offset: 0 }),
        (minutes, { name, offset }) => {
          const instant = { epoch: minutes * 60_000, offset, zone: "Europe/London" };
          const { year, month, day, hour, minute } = localParts(instant);
          const two = (value: number) => String(value).padStart(2, "0");
          const { stamp } = parseStamp(`${two(hour)}:${two(minute)} ${name} ${day} ${monthName(month)} ${year}`)!;
          expect(agrees(stamp, instant)).toBe(true);
          expect(agrees(stamp, { ...instant, epoch: instant.epoch + 60_000 })).toBe(false);
          expect(agrees(stamp, { ...instant, offset: offset - 60 })).toBe(false);
        },
      ),
    );
  });
});

describe("isMatchClock", () => {
  test("isMatchClock takes overs and minutes, and no time of day", () => {
    for (const clock of ["88 overs", "87.5 overs", "1 over", "45 mins", "90'+3 mins", "90+2 mins", "45'", "HT"])
      expect(isMatchClock(clock), clock).toBe(true);
    for (const text of ["12:15", "45", "mins", "45 minutes later", "3 overs left"])
      expect(isMatchClock(text), text).toBe(false);
  });
});

describe("isCutStamp", () => {
  test("isCutStamp takes every beginning of a stamp, and no more", () => {
    const whole = "04:28 British Summer Time 17 May 2024";
    for (let length = 0; length < whole.length; length += 1)
      expect(isCutStamp(whole.slice(0, length).trim())).toBe(true);
    expect(isCutStamp("noon, sources say")).toBe(false);
  });
});
