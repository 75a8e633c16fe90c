import { expect, test } from "vitest";
import { countsTwelve, withHalves } from "../../../src/importers/times/halves.ts";
import { parseWrittenTime } from "../../../src/importers/written-time/written-time.ts";

const stamps = (...texts: readonly string[]) => texts.map((text) => parseWrittenTime(text));

test("countsTwelve knows a page that counts 12 hours by am and pm, and by one o'clock beside twelve", () => {
  for (const texts of [
    ["1.39pm", "12.15"],
    ["1:39", "12:15", "11:02"],
    ["11:02", "12:15", "1:39"],
  ])
    expect(countsTwelve(stamps(...texts)), texts.join()).toBe(true);
  for (const texts of [
    ["13:39", "12:15", "1:02"],
    ["09:15", "1:02", "12:40"],
    ["9:15", "8:40"],
    ["12 Uhr", "1:10"],
    [],
  ])
    expect(countsTwelve(stamps(...texts)), texts.join()).toBe(false);
});

test("withHalves takes away the times that say neither am nor pm, on such a page only", () => {
  const read = withHalves(stamps("1.39pm", "12.15", "noon", "11.02am"));
  expect([read.removed, read.stamps.map((stamp) => stamp?.hour)]).toEqual([1, [13, undefined, 12, 11]]);
  expect(withHalves(stamps("13:39", "12:15")).removed).toBe(0);
});
