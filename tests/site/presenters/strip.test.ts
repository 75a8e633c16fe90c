/** The density strip: its bars, their areas, its days and its ruler, from the times of posts. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { en } from "../../../src/site/i18n/interface/en.ts";
import { stringsFor } from "../../../src/site/i18n/language.ts";
import { stripView } from "../../../src/site/presenters/strip.ts";
import { localTime } from "../../../src/site/time/clock.ts";
import { at, post } from "../sample.ts";

const numRuns = process.env.AFTERLIVE_LONG ? 5000 : 200;

describe("stripView", () => {
  test("has a bar for every post, within its width, however long the event", () => {
    const epochs = fc.array(fc.integer({ min: Date.UTC(1999, 0), max: Date.UTC(2031, 0) }), {
      minLength: 3,
      maxLength: 60,
    });
    fc.assert(
      fc.property(epochs, fc.constantFrom("ltr" as const, "rtl" as const), (times, direction) => {
        const posts = times
          .sort((a, b) => b - a)
          .map((epoch, index) => post(`p${index}`, { published: { epoch, offset: 60, zone: "Europe/London" } }));
        const strip = stripView(posts, en, direction);
        const said = strip?.bars.map(({ title }) => Number(/: (\d+) post/.exec(title)?.[1])) ?? [];
        expect(said.reduce((sum, count) => sum + count, 0)).toBe(times.length);
        const { bars, width } = strip ?? { bars: [], width: 0 };
        for (const { x, height } of bars) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x + 10).toBeLessThanOrEqual(width);
          expect(height).toBeGreaterThan(0);
        }
        // From left to right, each area begins where the one before it ends, or later, and holds its bar.
        const sorted = bars.toSorted((a, b) => a.x - b.x);
        for (const [place, { x, area }] of sorted.entries()) {
          expect(area.x).toBeGreaterThanOrEqual(0);
          expect(area.x).toBeLessThanOrEqual(x);
          expect(area.x + area.width).toBeGreaterThanOrEqual(x + 10);
          expect(area.x + area.width).toBeLessThanOrEqual(sorted[place + 1]?.area.x ?? width);
        }
      }),
      { numRuns },
    );
  });

  test("has the words of its days within its width, in both directions and each language", () => {
    const posts = ["18T05:30", "17T12:05", "17T07:15", "17T06:40"].map((time, index) =>
      post(`p${index}`, { published: at(`2024-11-${time}:00+00:00`) }),
    );
    for (const strings of ["en", "fa", "ar"].map(stringsFor)) {
      const [ltr, rtl] = (["ltr", "rtl"] as const).map((direction) => stripView(posts, strings, direction)?.days ?? []);
      expect(ltr?.map(({ text }) => text)).toEqual(
        [17, 18].map((day) => strings.shortDay(localTime(at(`2024-11-${day}T12:00:00+00:00`)))),
      );
      expect(rtl).toEqual(
        ltr?.map(({ x, anchor, text }) => ({
          x: Math.round((100 - x) * 10) / 10,
          anchor: anchor === "end" ? "start" : "end",
          text,
        })),
      );
      expect(rtl?.[0]).toMatchObject({ x: 100, anchor: "end" });
    }
    // "الاثنين 18 نوفمبر" is wider than "Mon 18 Nov": it does not fit behind its line.
    expect(stripView(posts, stringsFor("en"), "ltr")?.days[1]?.anchor).toBe("start");
    expect(stripView(posts, stringsFor("ar"), "ltr")?.days[1]?.anchor).toBe("end");
  });

  const everyMinutes = (step: number, count: number) =>
    Array.from({ length: count }, (_, n) =>
      post(`p${n}`, {
        published: { epoch: Date.UTC(2024, 10, 17, 14, step * (count - 1 - n)), offset: 0, zone: "Europe/London" },
      }),
    );

  test("has bars of a minute for half an hour, which fills it, and of two minutes for two hours", () => {
    const half = stripView(everyMinutes(1, 30), en, "ltr");
    expect(half?.bars.map(({ x }) => x)).toEqual(Array.from({ length: 30 }, (_, n) => 10 * n));
    expect(half?.bars.slice(0, 2).map(({ title }) => title)).toEqual(["14:00: 1 post", "14:01: 1 post"]);
    expect(half?.ticks.flatMap(({ text }) => text ?? [])).toEqual(["14:10", "14:20"]);
    expect(
      stripView(everyMinutes(1, 120), en, "ltr")
        ?.bars.map(({ title }) => title)
        .slice(0, 2),
    ).toEqual(["14:00–14:02: 2 posts", "14:02–14:04: 2 posts"]);
  });

  test("gives a bar an area of 24 pixels at 320 where its neighbours leave room, at its ends too", () => {
    for (const direction of ["ltr", "rtl"] as const) {
      const { bars, width } = stripView(everyMinutes(40, 3), en, direction)!;
      for (const { area } of bars) expect((area.width / width) * 320).toBeGreaterThanOrEqual(24);
    }
  });

  test("is absent where fewer than three posts have a time", () => {
    expect(stripView([post("a"), post("b"), post("c")], en, "ltr")).toBeUndefined();
  });
});
