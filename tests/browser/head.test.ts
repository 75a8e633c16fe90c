/** The head of a live page: how soon the news begins below it, its facts in one line, its tools in one row, in every language. */
import type { Browser, Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { eventually } from "./eventually.ts";
import { fromDisk, mostly, openBrowser } from "./harness.ts";
import { invented } from "./invented.ts";
import { pages, site, withPage } from "./sample.ts";
import { tongues } from "./tongues.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});

/** A reader in another zone has all controls. */
const reader = (width: number) => ({ viewport: { width, height: 900 }, timezoneId: "Asia/Tokyo" });

const top = (page: Page, selector: string): Promise<number> =>
  page.evaluate<number>(`document.querySelector(${JSON.stringify(selector)}).getBoundingClientRect().top + scrollY`);

test.each([
  [1280, 570],
  [360, 1450],
])("at %i px the first post of the sample begins at %i px at most", (width, most) =>
  withPage(
    browser,
    async (page) => {
      await page.goto(`${(await fromDisk(site)).base}${pages[0]?.slug}/index.html`);
      await page.locator(".find").waitFor();
      expect(await top(page, ".post")).toBeLessThanOrEqual(most);
    },
    reader(width),
  ),
);

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

const languages = mostly(
  tongues.map(({ language }) => language),
  3,
);

describe.each(languages)("in %s", (language) => {
  test.each(mostly([360, 1280, 768, 1920], 2))("no fact stands alone on the second row, at %i px", (width) =>
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

const tools = [".find", ".filters > summary", ".zones", "form.tools > button"];

describe.each(languages)("in %s the tools stand in one row", (language) => {
  test.each(mostly([320, 1280, 360, 768], 2))("at %i px, and with open filters", (width) =>
    withPage(
      browser,
      async (page) => {
        await page.goto(`${(await fromDisk(await invented(language))).base}river/index.html`);
        const bottoms = () =>
          page.evaluate<readonly number[]>(
            `${JSON.stringify(width < 768 ? tools.filter((one) => one !== ".zones") : tools)}.map((one) => Math.round(document.querySelector(one).getBoundingClientRect().bottom))`,
          );
        await page.locator(".find").waitFor();
        expect(new Set(await bottoms()).size).toBe(1);
        expect(await page.evaluate(`document.querySelector(".find input").offsetWidth`)).toBeGreaterThanOrEqual(96);
        await page.locator(".filters > summary").click();
        expect(new Set(await bottoms()).size).toBe(1);
      },
      reader(width),
    ),
  );
});

describe.each(languages)("in %s", (language) => {
  test.each([320, 360])(
    "the zone of the times is whole at the top, beside the name of the archive, at %i px",
    (width) =>
      withPage(
        browser,
        async (page) => {
          for (const file of ["river/index.html", "river/p-3/index.html"]) {
            await page.goto(`${(await fromDisk(await invented(language))).base}${file}`);
            const short = page.locator(".zones span");
            for (const [choice, zone] of [
              ["page", /^BST$/],
              ["reader", /^UTC\+5:30$|^GMT\+5:30$/],
            ] as const) {
              await page.locator(".zones select").selectOption(choice);
              await eventually(() => short.innerText()).toMatch(zone);
              expect(await short.evaluate((one) => one.scrollWidth <= one.clientWidth)).toBe(true);
              const overlap = `(() => { const [a, b] = [".archive", ".zones"].map((one) => document.querySelector(one).getBoundingClientRect()); return a.left < b.right && b.left < a.right; })()`;
              expect(await page.evaluate(overlap), file).toBe(false);
              const { height, width: wide } = (await page.locator(".zones select").boundingBox())!;
              expect(Math.min(height, wide)).toBeGreaterThanOrEqual(24);
              expect(await page.evaluate("document.scrollingElement.scrollWidth")).toBeLessThanOrEqual(width);
            }
            await page.locator(".zones select").selectOption("page");
          }
        },
        { viewport: { width, height: 900 }, timezoneId: "Asia/Kolkata" },
      ),
  );
});

test("the foot has a button that lists the keys", () =>
  withPage(browser, async (page) => {
    await page.goto(`${(await fromDisk(await invented("en-GB"))).base}river/index.html`);
    await page.locator(".colophon").getByRole("button", { name: "Keyboard" }).press("Enter");
    expect(await page.locator("dialog[open] dt").allInnerTexts()).toEqual(["j", "k", "/", "?", "Esc"]);
  }));

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
