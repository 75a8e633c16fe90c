/** The front page as a browser sets it: three columns, years, the newest large, as long as it must be. */
import type { Browser, Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { axeFindings, fromDisk, mostly, openBrowser } from "./harness.ts";
import { invented } from "./invented.ts";
import { site, withPage } from "./sample.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});

const shown = <T>(archive: string, width: number, run: (page: Page) => Promise<T>, colorScheme?: "dark"): Promise<T> =>
  withPage(
    browser,
    async (page) => {
      await page.addInitScript(
        "window.moved = 0; new PerformanceObserver((list) => { for (const one of list.getEntries()) window.moved += one.value; }).observe({ type: 'layout-shift', buffered: true });",
      );
      await page.goto(`${(await fromDisk(await invented(archive))).base}index.html`);
      await page.evaluate(
        "Promise.all([...document.images].map((image) => { image.loading = 'eager'; return image.decode(); }))",
      );
      return run(page);
    },
    { viewport: { width, height: 900 }, ...(colorScheme && { colorScheme }) },
  );
const middles = (page: Page, index: number): Promise<readonly number[]> =>
  page.evaluate(
    `[".dates", ".title", ".look"].map((selector) => { const { left, right } = document.querySelectorAll(".page")[${index}].querySelector(selector).getBoundingClientRect(); return (left + right) / 2; })`,
  );

test("23 live pages take at most 3,600 px at 1280", () =>
  shown("many pages", 1280, async (page) => {
    expect(await page.locator(".page").count()).toBe(23);
    expect(await page.evaluate("document.documentElement.scrollHeight")).toBeLessThanOrEqual(3600);
  }));

test("dates, words, and picture and bars stand in columns in the order of the script", async () => {
  for (const index of [0, 1, 2, 3]) {
    const [dates, title, look] = await shown("many pages", 1280, (page) => middles(page, index));
    expect(dates! < title! && title! < look!, `${index}`).toBe(true);
    const mirrored = await shown("many pages, ar", 1280, (page) => middles(page, index));
    expect(mirrored[0]! > mirrored[1]! && mirrored[1]! > mirrored[2]!, `${index}`).toBe(true);
  }
});

test("the newest live page is large, the others are set in 1.5rem, under their years", () =>
  shown("many pages", 1280, async (page) => {
    const sizes = await page.evaluate(
      "[...document.querySelectorAll('.title')].map((one) => Number.parseFloat(getComputedStyle(one).fontSize))",
    );
    expect(sizes).toEqual([34, ...Array.from({ length: 22 }, () => 24)]);
    expect(await page.locator("h2").allTextContents()).toEqual([
      "2024",
      "2023",
      "2022",
      "2021",
      expect.stringContaining("The rain stops"),
    ]);
  }));

test("one live page has no search, several have one", async () => {
  const searches = (page: Page) => page.locator("input[type=search]").count();
  expect(await shown("one page", 1280, searches)).toBe(0);
  expect(await shown("many pages", 1280, searches)).toBe(1);
});

test.each([360, 1280])("the days above the bars of the sample are whole, at %i px", (width) =>
  withPage(
    browser,
    async (page) => {
      await page.goto(`${(await fromDisk(site)).base}index.html`);
      const cut = `[...document.querySelectorAll("svg.strip")].flatMap((strip) => {
        const { left, right } = strip.getBoundingClientRect();
        const room = getComputedStyle(strip).overflow === "visible" ? 12 : 1;
        return [...strip.querySelectorAll("text")]
          .filter((text) => text.getBoundingClientRect().left < left - room || text.getBoundingClientRect().right > right + room)
          .map((text) => text.textContent);
      })`;
      expect(await page.locator("svg.strip text").count()).toBeGreaterThan(2);
      expect(await page.evaluate(cut)).toEqual([]);
    },
    { viewport: { width, height: 900 } },
  ),
);

describe.each(["one page", "many pages", "many pages, ar"])("%s", (archive) => {
  test.each(mostly([320, 1280, 360, 768, 1104, 1920], 2))(
    "at %i px nothing is cut off, moves, or is larger than its file",
    (width) =>
      shown(archive, width, async (page) => {
        expect(await page.evaluate("document.scrollingElement.scrollWidth")).toBeLessThanOrEqual(width);
        expect(await page.evaluate("window.moved")).toBe(0);
        const wide = await page.evaluate<readonly (readonly [number, number])[]>(
          "[...document.images].map((image) => [image.getBoundingClientRect().width, Number(image.getAttribute('width'))])",
        );
        expect(wide.length).toBeGreaterThan(0);
        expect(wide.filter(([shown, own]) => shown > own)).toEqual([]);
      }),
  );

  test("leaves axe nothing to say, light and dark", async () => {
    expect(await shown(archive, 1280, (page) => axeFindings(page))).toEqual([]);
    expect(await shown(archive, 360, (page) => axeFindings(page), "dark")).toEqual([]);
  });
});
