/** Names of writers that no class tells. */
import { expect, test } from "vitest";
import { outlineOf, pageOf } from "../live-outline.ts";

const page = (names: readonly string[], wrap: (name: string) => string): string =>
  pageOf(
    names
      .map(
        (name, index) =>
          `<div class="entry"><div><span>${20 - index}:05</span></div>${wrap(name)}<p>In hour ${index} a ferry left.</p></div>`,
      )
      .join(""),
  );
const div = (name: string): string => `<div class="x"><span>${name}</span></div>`;
const writers = ["Ada Brook", "Bo Carr", "Bo Carr", "Ada Brook"];

test("names below the times that come again and again are those of the writers", () => {
  expect(outlineOf(page(writers, div))[0]).toBe("20:05 / by Ada Brook / In hour 0 a ferry left.");
  const named = (name: string): string =>
    `<div class="x"><span>${name}</span><span>Reporting from Hull</span></div><h3>A ferry</h3>`;
  expect(outlineOf(page(writers, named))[1]).toBe(
    "19:05 A ferry / by Bo Carr, Reporting from Hull / In hour 1 a ferry left.",
  );
});

test.for([
  ["all are the same", writers.map(() => "Sign Here"), div],
  ["no name comes again", ["Ada Brook", "Bo Carr", "Cy Dunn", "Di East"], div],
  ["other words stand there in one post", [...writers, "Weather"], div],
  ["they are players", writers, (name: string) => `<div class="player">${name}</div>`],
  ["a sentence goes on behind them", writers, (name: string) => `<p><b>${name}</b> says no.</p>`],
  ["the post has no other words", writers, (name: string) => `<ul><li><span>${name}</span></li></ul>`],
] as const)("names are text where %s", ([, names, wrap]) => {
  expect(outlineOf(page(names, wrap)).join()).not.toContain("by ");
});
