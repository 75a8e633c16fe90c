/** The head of a live page: its facts are one quiet line in every language, and a phone shows the summary first. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fromDisk, mostly, openBrowser } from "./harness.ts";
import { invented } from "./invented.ts";
import { withPage } from "./sample.ts";
import { tongues } from "./tongues.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

/** A reader in another zone has all controls. */
const reader = (width: number) => ({ viewport: { width, height: 900 }, timezoneId: "Asia/Tokyo" });

const top = (page: Page, selector: string): Promise<number> =>
  page.evaluate<number>(`document.querySelector(${JSON.stringify(selector)}).getBoundingClientRect().top + scrollY`);

/** The facts that have each row, by their place in the list; a name that is for the ear has none. */
const rowsScript = `(() => {
  const rows = new Map();
  [...document.querySelectorAll(".facts > div")].forEach((fact, place) => {
    for (const part of fact.querySelectorAll("dt:not(.hidden), dd"))
      for (const { bottom, width } of part.getClientRects())
        if (width > 1) rows.set(Math.round(bottom / 12), new Set([...(rows.get(Math.round(bottom / 12)) ?? []), place]));
  });
  return [...rows.values()].map((facts) => [...facts]);
})()`;

describe.each(
  mostly(
    tongues.map(({ language }) => language),
    3,
  ),
)("in %s", (language) => {
  test.each([360, 768, 1280, 1920])("no fact stands alone on the second row, at %i px", (width) =>
    withPage(
      browser,
      async (page) => {
        await page.goto(`${(await fromDisk(await invented(language))).base}river/index.html`);
        const rows = await page.evaluate<readonly (readonly number[])[]>(rowsScript);
        expect(rows.length).toBeGreaterThan(0);
        expect(rows.length).toBeLessThanOrEqual(width < 768 ? 3 : width < 1280 ? 2 : 1);
        if (rows.length === 2) expect(rows[1]?.length).toBeGreaterThan(1);
      },
      reader(width),
    ),
  );
});

test("a phone shows title, facts, summary, strip, contents and tools, in this order", () =>
  withPage(
    browser,
    async (page) => {
      await page.goto(`${(await fromDisk(await invented("en-GB"))).base}river/index.html`);
      const places = [];
      for (const part of ["h1", ".facts", ".summary", ".strip", ".jump", "form.tools", ".post"])
        places.push(await top(page, part));
      expect(places).toEqual(places.toSorted((a, b) => a - b));
    },
    reader(360),
  ));
