/** What the pages may weigh, on the built sample: bytes as `gzip -9` makes them, and requests. How fast they are, `npm run lighthouse` measures. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import type { Browser } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { openBrowser, serveFolder } from "./harness.ts";
import { files, pages, site, withPage } from "./sample.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});

const text = (file: string): string => readFileSync(path.join(site, file), "utf8");
const packed = (words: string): number => gzipSync(words, { level: 9 }).length;
const twenty = pages.filter(({ posts }) => posts.length === 20);

/** Without their markup, and without their addresses in the structured data. */
const withoutPictures = (page: string): string =>
  page.replace(/<picture>.*?<\/picture>/gs, "").replace(/"image":(?:"[^"]*"|\[[^\]]*\]),?/g, "");

test("a live page of twenty posts is 23 KB at most with its style sheet, its pictures apart, in either order", () => {
  expect(twenty.length).toBeGreaterThan(0);
  for (const { slug } of twenty)
    for (const file of ["index.html", "oldest.html"])
      expect(packed(withoutPictures(text(`${slug}/${file}`))) + packed(text("style.css")), file).toBeLessThanOrEqual(
        23 * 1024,
      );
});

test("the style sheet is 9 KB at most, and all of a page's script 12 KB", () => {
  expect(packed(text("style.css"))).toBeLessThanOrEqual(9 * 1024);
  const scripts = files.filter((file) => /^script-[a-zA-Z-]+\.js$/.test(file));
  expect(scripts.length).toBeGreaterThan(0);
  for (const file of scripts) expect(packed(text(file)), file).toBeLessThanOrEqual(12 * 1024);
});

test("a page is read with three requests at most, pictures and icons apart", () =>
  withPage(browser, async (page) => {
    const place = await serveFolder(site, "/");
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url().slice(place.base.length)));
    const slug = twenty[0]?.slug ?? "";
    const kinds = [
      "index.html",
      `${slug}/index.html`,
      `${slug}/gallery.html`,
      `${slug}/${twenty[0]?.posts[0]?.id}/index.html`,
    ];
    for (const file of kinds) {
      asked.length = 0;
      await page.goto(`${place.base}${file}`, { waitUntil: "networkidle" });
      const needed = asked.filter((one) => !/^(?:pictures\/|favicon|apple-touch)/.test(one));
      expect(needed, file).toContain(file);
      expect(needed.length, needed.join(", ")).toBeLessThanOrEqual(3);
    }
    await place.close();
  }));
