/** The HTML of a text: pictures in a row, their sizes, what lies behind them. */
import { expect, test } from "vitest";
import type { Block } from "../../../src/model/block.ts";
import { stringsFor } from "../../../src/site/i18n/language.ts";
import type { Picture } from "../../../src/site/pictures/picture.ts";
import { bodyHtml } from "../../../src/site/text/body.ts";
import { words } from "../sample.ts";

const picture = (over: Partial<Picture> = {}): Picture => ({
  width: 1440,
  height: 960,
  tone: "#a1b2c3",
  sources: [],
  fallback: [{ path: "pictures/a-1440.jpg", width: 1440, height: 960, cached: "", size: 1, digest: "" }],
  animated: false,
  publishOriginal: true,
  ...over,
});
const figure = (number: number): Block => ({ kind: "figure", file: `${number}.jpg`, alt: `View ${number}` });
const figures = (count: number): readonly Block[] => Array.from({ length: count }, (_, index) => figure(index));
const text: Block = { kind: "paragraph", content: words("The ferry.") };
const print = (blocks: readonly Block[], shown = picture()): string =>
  bodyHtml(blocks, () => shown, stringsFor("en"), "p1");
const sizesIn = (html: string): readonly string[] =>
  [...html.matchAll(/ sizes="([^"]*)" width=/g)].map(([, one]) => one!);

test("four pictures that follow one another stand in a row, three do not", () => {
  const html = print([text, ...figures(4), text, ...figures(3)]);
  expect(html.match(/<div class="row">/g)).toHaveLength(1);
  const row = /<div class="row">(.*?)<\/div>/s.exec(html)![1]!;
  expect([...row.matchAll(/alt="View (\d)"/g)].map(([, number]) => number)).toEqual(["0", "1", "2", "3"]);
  expect(print([...figures(2), text, ...figures(3)])).not.toContain("row");
});

test("the pictures of a post are counted on through its rows", () => {
  const anchors = [...print([figure(0), text, ...figures(4), text, figure(9)]).matchAll(/#picture_p1_(\d)/g)];
  expect(anchors.map(([, number]) => number)).toEqual(["1", "2", "3", "4", "5", "6"]);
});

test("the first of an odd number is as wide as the text, the others half of it", () => {
  const whole = "(min-width:100rem) 43rem,(min-width:42rem) 38rem,94vw";
  const half = "(min-width:100rem) 21rem,(min-width:48rem) 19rem,(min-width:42rem) 38rem,94vw";
  expect(sizesIn(print([figure(0)]))).toEqual([whole]);
  expect(sizesIn(print(figures(4)))).toEqual([half, half, half, half]);
  expect(sizesIn(print(figures(5)))).toEqual([whole, half, half, half, half]);
});

test("a tall picture asks for a file no wider than its height allows", () => {
  expect(sizesIn(print([figure(0)], picture({ width: 900, height: 1800 })))).toEqual([
    "(min-width:100rem) 25rem,(min-width:42rem) 22rem,94vw",
  ]);
});

test("the tone has the shape of the picture, and white paper is told apart", () => {
  expect(print([figure(0)])).toContain(
    '<svg class="tone" viewBox="0 0 1440 960" aria-hidden="true"><rect width="100%" height="100%" fill="#a1b2c3"/></svg>',
  );
  expect(print([figure(0)], picture({ tone: "#ffffff" }))).toContain(
    '<svg class="tone clear" viewBox="0 0 1440 960" aria-hidden="true"><rect width="100%" height="100%" fill="#ffffff"/></svg>',
  );
});
