import { describe, expect, test } from "vitest";
import { exampleZone, fixedZone, isFixedZone, offsetInWords, zoneInWords } from "../../src/model/fixed-zone.ts";
import { instantInZone, isZone, parseInstant } from "../../src/model/instant.ts";

const at = (text: string) => parseInstant(text, "UTC")!;

describe("a zone that always has one offset", () => {
  test("fixedZone names one that exists and has that offset, in summer and in winter", () => {
    for (const offset of [-720, -570, -300, 0, 60, 210, 270, 330, 345, 390, 570, 660, 840]) {
      const zone = fixedZone(offset)!;
      expect(isZone(zone)).toBe(true);
      for (const day of ["2025-01-15T12:00Z", "2025-07-15T12:00Z"])
        expect(instantInZone(at(day).epoch, zone).offset).toBe(offset);
    }
    expect([7, -780, 900].map(fixedZone)).toEqual([undefined, undefined, undefined]);
  });

  test("zoneInWords and offsetInWords turn the sign to the side that people read", () => {
    expect(["Etc/GMT-11", "Etc/GMT+5", "Europe/London"].map(zoneInWords)).toEqual(["UTC+11", "UTC-5", "Europe/London"]);
    expect([660, -300, 330].map(offsetInWords)).toEqual(["UTC+11", "UTC-5", "UTC+5:30"]);
    expect(["Etc/GMT-11", "Europe/London"].map(isFixedZone)).toEqual([true, false]);
  });

  test("exampleZone has these offsets on these days, or is none", () => {
    const zones = [["2025-03-25T22:00+11:00"], ["2025-03-10T05:00+01:00"], ["2025-01-10T05:00-05:00"]];
    expect(zones.map((times) => exampleZone(times.map(at)))).toEqual([
      "Australia/Sydney",
      "Europe/Berlin",
      "America/New_York",
    ]);
    expect(exampleZone([at("2025-01-10T05:00+01:00"), at("2025-07-10T05:00+02:00")])).toBe("Europe/Berlin");
    expect(exampleZone([at("2025-01-10T05:00+02:17")])).toBeUndefined();
  });
});
