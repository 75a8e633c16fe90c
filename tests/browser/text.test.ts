/** How text is set: columns of numbers, bullets, headlines, names in the contents. */
import type { Browser } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { fromDisk, openBrowser } from "./harness.ts";
import { invented } from "./invented.ts";
import { withPage } from "./sample.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});

const seen = <T>(archive: string, file: string, script: string): Promise<T> =>
  withPage(browser, async (page) => {
    await page.goto(`${(await fromDisk(await invented(archive))).base}${file}`);
    return page.evaluate<T>(script);
  });

test.each(["en-GB", "ar"])("a column of numbers ends on one line, its head too, in %s", async (archive) => {
  const ends = `[...document.querySelectorAll(".text tr > :nth-child(2)")].map((cell) => {
    const range = document.createRange();
    range.selectNodeContents(cell);
    return Math.round(range.getBoundingClientRect().right);
  })`;
  const found = await seen<readonly number[]>(archive, "river/index.html", ends);
  expect(found.length).toBeGreaterThan(2);
  expect(new Set(found).size).toBe(1);
});

test("bullets are the same in the summary, in a post and on the front page", async () => {
  const bullets = `[...document.querySelectorAll(".summary li, .text ul > li, .page li")].map((item) => getComputedStyle(item).listStyleType + getComputedStyle(item, "::marker").color)`;
  const found = [
    ...(await seen<readonly string[]>("en-GB", "river/index.html", bullets)),
    ...(await seen<readonly string[]>("en-GB", "index.html", bullets)),
  ];
  expect(found.length).toBeGreaterThan(3);
  expect(new Set(found).size).toBe(1);
});

test("headlines are hyphenated, in English not", async () => {
  const hyphens = `getComputedStyle(document.querySelector(".headline")).hyphens`;
  expect(await seen("en-GB", "river/index.html", hyphens)).toBe("manual");
  expect(await seen("fr-FR", "river/index.html", hyphens)).toBe("auto");
});

test("a name in the contents has three lines at most", async () => {
  const tall = `Math.max(...[...document.querySelectorAll(".jump .name")].map((name) => name.offsetHeight / parseFloat(getComputedStyle(name).lineHeight)))`;
  expect(await seen("looks", "headlines/index.html", tall)).toBe(3);
});
