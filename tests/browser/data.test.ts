/** Structured data in a browser: as many posts as the page shows, at its times, by ids and addresses that lead there. */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { eachFourth, fromDisk, mostly, openBrowser } from "./harness.ts";
import { buildLog } from "./log.ts";
import { pages, site, squeeze, withPage } from "./sample.ts";

let browser: Browser;
const log = buildLog(240);
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  log.remove();
});

interface Data {
  readonly "@id": string;
  readonly headline: string;
  readonly datePublished?: string;
  readonly articleBody?: string;
  readonly image?: string | readonly { readonly contentUrl: string; readonly caption?: string }[];
  readonly author?: readonly { readonly name: string }[];
}

/** A post as the page shows it. */
interface Shown {
  readonly id: string;
  readonly headline?: string;
  readonly time?: string;
  readonly authors: readonly string[];
}

const dataOf = (page: Page): Promise<Data & { readonly liveBlogUpdate: readonly Data[] }> =>
  page.evaluate(`JSON.parse(document.querySelector('script[type="application/ld+json"]').textContent)`);

const shownOn = (page: Page): Promise<readonly Shown[]> =>
  page.evaluate(`[...document.querySelectorAll("article.post")].map((post) => ({
    id: post.id,
    headline: post.querySelector(".headline")?.textContent,
    time: post.querySelector(".when time")?.getAttribute("datetime") ?? undefined,
    authors: [...post.querySelectorAll(".byline .name")].map((name) => name.textContent),
  }))`);

const load = <T>(folder: string, file: string, run: (page: Page) => Promise<T>): Promise<T> =>
  withPage(browser, async (page) => {
    await page.goto(`${(await fromDisk(folder)).base}${file}`);
    return await run(page);
  });

describe.each([
  ...pages.flatMap(({ slug }) => ["index", "oldest"].map((name) => [`${slug}/${name}.html`, site] as const)),
  ...mostly(["page-2", "all", "index", "oldest"], 2).map((name) => [`log/${name}.html`, log.out] as const),
])("the data of %s", (file, folder) => {
  test("tell each post of the page, by an id that resolves in it, with its time, headline and authors", () =>
    load(folder, file, async (page) => {
      const { liveBlogUpdate: told } = await dataOf(page);
      const shown = await shownOn(page);
      expect(shown.length).toBeGreaterThan(0);
      expect(told.map((post) => post["@id"])).toEqual(shown.map(({ id }) => `#${id}`));
      expect(told.map(({ datePublished }) => datePublished)).toEqual(shown.map(({ time }) => time));
      expect(told.map(({ author = [] }) => author.map(({ name }) => name))).toEqual(
        shown.map(({ authors }) => authors),
      );
      for (const [index, { headline }] of shown.entries())
        if (headline !== undefined) expect(told[index]!.headline).toBe(headline);
      for (const post of told) {
        expect(await page.locator(`[id="${post["@id"].slice(1)}"]`).count()).toBe(1);
        expect(post.articleBody).toBeUndefined();
      }
      const pictures = told.flatMap(({ image = [] }) => [image].flat());
      expect(pictures).toHaveLength(await page.locator("article picture img").count());
    }));
});

test("the data of each post have its time, its text and its pictures, and an id that resolves in the live page", async () => {
  let [pictures, read] = [0, 0];
  await withPage(browser, async (page) => {
    const { base } = await fromDisk(site);
    for (const { slug, posts } of pages) {
      await page.goto(`${base}${slug}/index.html`);
      const ids = await page.evaluate<string[]>(`[...document.querySelectorAll("[id]")].map(({ id }) => id)`);
      for (const { id } of eachFourth(posts)) {
        await page.goto(`${base}${slug}/${id}/index.html`);
        const data = await dataOf(page);
        const [shown] = await shownOn(page);
        const [file = "", anchor = ""] = data["@id"].split("#");
        expect(new URL(file, page.url()).href).toBe(new URL("../index.html", page.url()).href);
        expect(ids).toContain(anchor);
        expect(data.datePublished).toBe(shown!.time);
        const body = squeeze(data.articleBody ?? "");
        const paragraphs = await page.locator("article .text > p:not([class])").allTextContents();
        for (const words of paragraphs) expect(body).toContain(squeeze(words));
        read += paragraphs.length;
        const seen = await page.locator("article picture img").count();
        const images = Array.isArray(data.image) ? data.image : [];
        expect(images).toHaveLength(seen);
        for (const { contentUrl } of images)
          expect(existsSync(fileURLToPath(new URL(contentUrl, page.url()))), contentUrl).toBe(true);
        pictures += seen;
      }
    }
  });
  expect(Math.min(pictures, read)).toBeGreaterThan(0);
});
