/** Pictures in a text as a browser sets them: how wide, how high, in how many columns, and what shows behind them. */
import type { Browser, Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { fromDisk, mostly, openBrowser } from "./harness.ts";
import { invented } from "./invented.ts";
import { figureSizes } from "./invented-figures.ts";
import { withPage } from "./sample.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly width: number;
  readonly height: number;
}

const open = async (page: Page, slug: string): Promise<void> => {
  await page.goto(`${(await fromDisk(await invented("figures"))).base}${slug}/oldest.html`);
};
const load = "Promise.all([...document.images].map((image) => { image.loading = 'eager'; return image.decode(); }))";
const boxes = (page: Page, selector: string): Promise<readonly Box[]> =>
  page.evaluate(
    `[...document.querySelectorAll(${JSON.stringify(selector)})].map((one) => { const box = one.getBoundingClientRect().toJSON(); box.top += scrollY; box.bottom += scrollY; return box; })`,
  );

const windows = [
  [360, 640],
  [1280, 700],
  [768, 900],
  [1280, 1000],
  [1920, 1200],
] as const;

test.each(mostly(windows, 2))(
  "at %i × %i px no picture is wider than its pixels or its text, nor higher than the window allows",
  (width, height) =>
    withPage(
      browser,
      async (page) => {
        await open(page, "views");
        const before = await boxes(page, ".figure img");
        await page.evaluate(load);
        const after = await boxes(page, ".figure img");
        expect(after.length).toBe(14);
        // A file in another size has its height in whole pixels.
        for (const [index, { top, height }] of after.entries()) {
          expect(Math.abs(top - (before[index]?.top ?? 0)), `picture ${index}`).toBeLessThan(1);
          expect(Math.abs(height - (before[index]?.height ?? 0)), `picture ${index}`).toBeLessThan(1);
        }
        const rem = Number(await page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)"));
        const [text] = await boxes(page, "#small .text");
        for (const box of after) {
          expect(box.height).toBeLessThanOrEqual(Math.min(0.85 * height, 44 * rem) + 0.5);
          expect(box.width).toBeLessThanOrEqual((text?.width ?? 0) + 0.5);
        }
        const small = await boxes(page, "#small img, #four img[width='240']");
        const [least] = figureSizes["small.jpg"];
        for (const box of small) expect(box.width).toBeLessThanOrEqual(least);
        expect(small[0]?.width).toBe(least);
      },
      { viewport: { width, height } },
    ),
);

test("four pictures in a row stand in two columns from tablet width, the first of five above them, in their order", () =>
  withPage(
    browser,
    async (page) => {
      await open(page, "views");
      const rows = async (id: string) => {
        const lefts = (await boxes(page, `#${id} .text figure`)).map(({ left, top }) => ({ left, top }));
        return [...Map.groupBy(lefts, ({ top }) => top).values()].map((row) => row.length);
      };
      expect(await rows("three")).toEqual([1, 1, 1]);
      expect(await rows("four")).toEqual([2, 2]);
      expect(await rows("five")).toEqual([1, 2, 2]);
      const captions = await page.locator("#five .caption").allTextContents();
      expect(captions.map((words) => words.replace(/^.*, /, ""))).toEqual(["0", "1", "2", "3", "4"]);
      for (const [index, figure] of (await boxes(page, "#four figure")).entries()) {
        const [caption] = await boxes(page, `#four figure:nth-of-type(${index + 1}) figcaption`);
        expect(caption?.left).toBe(figure.left);
        expect(caption?.bottom).toBeLessThanOrEqual(figure.bottom + 0.5);
      }
      await page.setViewportSize({ width: 700, height: 900 });
      expect(await rows("four")).toEqual([1, 1, 1, 1]);
    },
    { viewport: { width: 768, height: 900 }, javaScriptEnabled: true },
  ));

test("the tone lies within the picture that covers it, from the left and from the right", () =>
  withPage(
    browser,
    async (page) => {
      for (const slug of ["views", "mirrored"]) {
        await open(page, slug);
        await page.evaluate(load);
        const tones = await boxes(page, ".tone:not(.clear) rect");
        const shown = await page.evaluate<readonly Box[]>(
          `[...document.querySelectorAll(".figure img")].filter((image) => image.closest(".frame").querySelector(".clear") === null).map((image) => {
            const { left, right, top, bottom } = image.getBoundingClientRect();
            const width = Math.min(right - left, (bottom - top) * image.getAttribute("width") / image.getAttribute("height"));
            return document.dir === "rtl" ? { left: right - width, right, top: top + scrollY, bottom: bottom + scrollY } : { left, right: left + width, top: top + scrollY, bottom: bottom + scrollY };
          })`,
        );
        expect(tones.length).toBe(shown.length);
        expect(tones.length).toBeGreaterThan(10);
        for (const [index, tone] of tones.entries()) {
          const picture = shown[index]!;
          const apart = [
            tone.left - picture.left,
            picture.right - tone.right,
            tone.top - picture.top,
            picture.bottom - tone.bottom,
          ];
          expect(Math.min(...apart), `${slug} ${index}`).toBeGreaterThan(0);
          expect(Math.max(...apart), `${slug} ${index}`).toBeLessThan(14);
        }
      }
    },
    { viewport: { width: 1280, height: 900 } },
  ));

test.each(["light", "dark"] as const)(
  "behind a transparent picture is white paper on a dark page alone, %s",
  (colorScheme) =>
    withPage(
      browser,
      async (page) => {
        await open(page, "views");
        expect(await page.locator("#clear .tone").isVisible()).toBe(colorScheme === "dark");
      },
      { colorScheme },
    ),
);

test("in the gallery no picture is wider than its pixels, small or large", () =>
  withPage(
    browser,
    async (page) => {
      const { base } = await fromDisk(await invented("figures"));
      await page.goto(`${base}views/gallery.html`);
      const frames = await boxes(page, ".wall .frame");
      for (const { width, height } of frames) expect(width / height).toBeCloseTo(1.5, 1);
      const [least] = figureSizes["small.jpg"];
      for (const { width } of await boxes(page, ".wall img[width='240']")) expect(width).toBeLessThanOrEqual(least);
      await page.goto(`${base}views/gallery.html#picture_small_1`);
      const [large] = await boxes(page, ".large:target img");
      expect(large?.width).toBe(least);
    },
    { viewport: { width: 1280, height: 900 } },
  ));
