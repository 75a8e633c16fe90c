/** yearsStrip: every live page in a bar, and a tick at each New Year. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { yearsStrip } from "../../../src/site/cards/years.ts";

const day = 86_400_000;

test("yearsStrip has at most 84 bars on the paper, the same for any order of the live pages, and mirrored from the right", () => {
  const anyTimes = fc.array(fc.integer({ min: -40_000 * day, max: 40_000 * day }), { minLength: 3, maxLength: 60 });
  fc.assert(
    fc.property(anyTimes, (times) => {
      const strip = yearsStrip(times, "ltr");
      expect(yearsStrip(times.toReversed(), "ltr")).toEqual(strip);
      expect(strip?.bars.length).toBeLessThanOrEqual(84);
      for (const [x, height] of strip?.bars ?? []) {
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x + (strip?.barWidth ?? 0)).toBeLessThanOrEqual(100.1);
        expect(height).toBeGreaterThan(0);
        expect(height).toBeLessThanOrEqual(100);
      }
      const mirrored = yearsStrip(times, "rtl")?.ticks ?? [];
      expect(mirrored.length).toBeLessThanOrEqual(24);
      for (const [index, { x }] of mirrored.entries()) expect(x + (strip?.ticks[index]?.x ?? 0)).toBeCloseTo(100, 0);
    }),
  );
});

test("yearsStrip names each New Year between its live pages", () => {
  const times = [Date.UTC(2021, 5), Date.UTC(2022, 5), Date.UTC(2022, 5, 2), Date.UTC(2024, 5)];
  const strip = yearsStrip(times, "ltr");
  expect(strip?.ticks.map(({ text }) => text)).toEqual(["2022", "2023", "2024"]);
  expect(strip?.bars.map(([, height]) => height)).toEqual([33, 67, 33]);
});

test("yearsStrip is not there for fewer than three live pages", () => {
  expect(yearsStrip([0, day], "ltr")).toBeUndefined();
});
