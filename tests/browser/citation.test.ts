/** The files of a citation, which lie in their links: a browser keeps them, without a script, from a disk and from a server. */
import { readFileSync } from "node:fs";
import type { Browser } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { axeFindings, fromDisk, openBrowser, serveFolder, watch } from "./harness.ts";
import { pages, site, withPage } from "./sample.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});

const [live] = pages;
const id = live?.posts[0]?.id;
const begins = [
  [`${id}.bib`, `@misc{${live?.slug}:${id},\n`],
  [`${id}.ris`, `TY  - BLOG\r\nID  - ${live?.slug}:${id}\r\n`],
  [`${id}.json`, `[\n {\n  "id": "${live?.slug}:${id}",`],
] as const;

test.each([
  ["a disk", () => fromDisk(site)],
  ["a server, below a path", () => serveFolder(site, "/a/b/c/")],
])("the page of a post gives its citations as files, from %s, without a script", async (_, place) => {
  const { base, close } = await place();
  await withPage(
    browser,
    async (page) => {
      const wrong = watch(page, base);
      await page.goto(`${base}${live?.slug}/${id}/index.html`);
      for (const summary of await page.locator(".record summary").all()) await summary.click();
      for (const [index, [name, start]] of begins.entries()) {
        const coming = page.waitForEvent("download");
        await page.locator(".cite .files a").nth(index).click();
        const file = await coming;
        expect(file.suggestedFilename()).toBe(name);
        expect(readFileSync(await file.path(), "utf8").slice(0, start.length)).toBe(start);
      }
      expect(wrong.filter((one) => !one.includes("data:application/"))).toEqual([]);
    },
    { acceptDownloads: true, javaScriptEnabled: false },
  );
  await close();
});

test("the page of a post leaves axe nothing to say with all of it open, light and dark", async () => {
  for (const colorScheme of ["light", "dark"] as const)
    await withPage(
      browser,
      async (page) => {
        await page.goto(`${(await fromDisk(site)).base}${live?.slug}/${id}/index.html`);
        for (const summary of await page.locator(".record summary").all()) await summary.click();
        expect(await axeFindings(page), colorScheme).toEqual([]);
      },
      { colorScheme, viewport: { width: 360, height: 800 } },
    );
});

test.each([360, 1280])(
  "links below posts and in the foot of a live page are at least 24 px in each direction, at %i px",
  (width) =>
    withPage(
      browser,
      async (page) => {
        await page.goto(`${(await fromDisk(site)).base}${live?.slug}/index.html`);
        const small = `[...document.querySelectorAll(".ways a, .colophon a")].filter((one) => {
        const { width, height } = one.getBoundingClientRect();
        return width < 24 || height < 24;
      }).map((one) => one.outerHTML)`;
        expect(await page.locator(".ways a").count()).toBe(2 * (live?.posts.length ?? 0));
        expect(await page.evaluate(small)).toEqual([]);
      },
      { viewport: { width, height: 800 } },
    ),
);
