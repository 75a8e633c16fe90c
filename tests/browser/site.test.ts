/** The built sample in a browser: the same from disk, at a server's root and far below one. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ArchivedPage } from "../../src/archive/archive.ts";
import { printInstant } from "../../src/model/instant.ts";
import { eventually } from "./eventually.ts";
import {
  type Anatomy,
  anatomy,
  eachFourth,
  fromDisk,
  mostly,
  openBrowser,
  type Place,
  pictureWidths,
  serveFolder,
  watch,
} from "./harness.ts";
import { archive, figuresIn, files, htmlFiles, pages, site, squeeze, whole, withPage } from "./sample.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});

const idsAmong = (found: Anatomy, wanted: readonly string[]) => found.ids.filter((id) => wanted.includes(id));

const places: readonly [name: string, open: () => Promise<Place>][] = [
  ["under /a/b/c/", () => serveFolder(site, "/a/b/c/")],
  ["from disk", () => fromDisk(site)],
  ["at a server's root", () => serveFolder(site, "/")],
];

describe.each(mostly(places, 1))("the sample %s", (_, open) => {
  let place: Place;
  beforeAll(async () => {
    place = await open();
  });
  afterAll(() => place?.close());

  test("lists every live page on its first page, and a click opens it", () =>
    withPage(browser, async (page) => {
      const offences = watch(page, place.base);
      for (const { slug, title } of pages) {
        await page.goto(`${place.base}index.html`);
        await page.locator(`a[href="${slug}/index.html"]`).first().click();
        await page.waitForURL(`${place.base}${slug}/index.html`);
        expect(await page.locator("h1").innerText()).toContain(title.slice(0, 20));
      }
      expect(offences).toEqual([]);
    }));

  test("shows all posts of a live page, newest first, and oldest first on the other page", () =>
    withPage(browser, async (page) => {
      const offences = watch(page, place.base);
      for (const { slug, posts } of whole) {
        const expected = posts.map(({ id }) => id);
        await page.goto(`${place.base}${slug}/index.html`);
        expect(idsAmong(await anatomy(page), expected)).toEqual(expected);
        await page.goto(`${place.base}${slug}/oldest.html`);
        expect(idsAmong(await anatomy(page), expected)).toEqual(expected.toReversed());
      }
      expect(offences).toEqual([]);
    }));

  test("jumps to each post by its anchor, and shows its headline clear of what is sticky", () =>
    withPage(browser, async (page) => {
      for (const { slug, posts } of whole) {
        for (const { id } of eachFourth(posts)) {
          await page.goto("about:blank");
          await page.goto(`${place.base}${slug}/index.html#${id}`);
          await eventually(() => page.evaluate("document.querySelector(':target')?.id")).toBe(id);
          await eventually(() => page.evaluate(visibleAtTop(id)), `${id} is in view`).toBe(true);
        }
      }
    }));

  test("opens a page of each post, with its time, its headline and a way back", () =>
    withPage(browser, async (page) => {
      const offences = watch(page, place.base);
      for (const { slug, posts } of pages) {
        for (const post of eachFourth(posts)) {
          await page.goto(`${place.base}${slug}/${post.id}/index.html`);
          const text = squeeze(await page.locator("body").innerText());
          if (post.headline !== undefined) expect(text).toContain(squeeze(post.headline));
          if (post.published !== undefined) expect(await timesOf(page)).toContain(printInstant(post.published));
          expect((await anatomy(page)).links.map(({ url }) => url)).toContain(
            `${place.base}${slug}/index.html#${post.id}`,
          );
        }
      }
      expect(offences).toEqual([]);
    }));

  test("resolves every link and fragment, names files, reaches every page, and asks for nothing from elsewhere", () =>
    withPage(browser, async (page) => {
      const watched = watch(page, place.base);
      const offences: string[] = [];
      const seen = new Map<string, Anatomy>();
      for (const file of htmlFiles) {
        await page.goto(`${place.base}${file}`);
        seen.set(file, await anatomy(page));
      }
      const local = (url: string) =>
        url.startsWith(place.base) ? decodeURIComponent(url.slice(place.base.length)) : undefined;
      const reached = new Set(["index.html", "404.html"]);
      for (const [file, { ids, links, resources }] of seen) {
        if (new Set(ids).size !== ids.length) offences.push(`${file} has one id twice`);
        for (const url of resources) {
          if (!files.includes(local(url)?.replace(/[?#].*/, "") ?? "") && !url.startsWith("data:"))
            offences.push(`${file} needs ${url}`);
        }
        for (const { written, url } of links) {
          const [name = "", fragment] = local(url)?.split("#") ?? [];
          if (local(url) === undefined) {
            // A citation lies in its link, to be kept: see citation.test.ts.
            if (
              !/^(?:https?:|mailto:|data:application\/(?:x-bibtex|x-research-info-systems|vnd\.citationstyles\.csl\+json);)/.test(
                written,
              )
            )
              offences.push(`${file} links to ${written}`);
          } else if (!files.includes(name)) offences.push(`${file} links to ${written}, which is no file`);
          // The moment of a post, which only the script of a stream shows.
          else if (
            /^at=\d{4}-\d\d-\d\dT[\d:]{8}[+-]\d\d:\d\d$/.test(fragment ?? "") &&
            seen.get(name)?.ids.includes("the_posts")
          )
            reached.add(name);
          else if (fragment && !seen.get(name)?.ids.includes(fragment))
            offences.push(`${file} links to ${written}: no such id`);
          else reached.add(name);
        }
      }
      expect([...watched, ...offences]).toEqual([]);
      expect(htmlFiles.filter((file) => !reached.has(file))).toEqual([]);
    }));

  test("shows its pictures, and a card for each picture that is not in the archive", () =>
    withPage(browser, async (page) => {
      const offences = watch(page, place.base);
      for (const archived of archive.pages) {
        const { slug, posts } = archived.page;
        await page.goto(`${place.base}${slug}/index.html`);
        const loaded = await pictureWidths(page);
        expect(loaded.filter(({ width }) => width === 0)).toEqual([]);
        for (const { id, blocks } of posts.filter(() => posts.length <= 200)) {
          const post = page.locator(`[id="${id}"]`);
          const figures = figuresIn(blocks);
          const present = figures.filter(({ file }) => hasFile(archived, file));
          expect(await post.locator("img").count(), `pictures of ${id}`).toBeGreaterThanOrEqual(present.length);
          const text = squeeze(await post.innerText());
          for (const { alt, file } of figures) {
            if (hasFile(archived, file)) continue;
            expect(text, `the card of ${file}`).toContain(squeeze(alt));
            expect(loaded.filter((picture) => alt !== "" && picture.alt === alt)).toEqual([]);
          }
        }
      }
      expect(offences).toEqual([]);
    }));

  test("can be read without JavaScript", () =>
    withPage(
      browser,
      async (page) => {
        const offences = watch(page, place.base);
        for (const { slug, posts } of whole) {
          await page.goto(`${place.base}${slug}/index.html`);
          const text = squeeze(await page.locator("body").innerText());
          for (const { headline } of posts) if (headline !== undefined) expect(text).toContain(squeeze(headline));
          const last = posts.at(-1);
          if (last !== undefined) await page.goto(`${place.base}${slug}/index.html#${last.id}`);
        }
        expect(offences).toEqual([]);
      },
      { javaScriptEnabled: false },
    ));
});

/** True where the element begins within the upper part of the window and nothing lies over its beginning. */
const visibleAtTop = (id: string) => `(() => {
  const element = document.getElementById(${JSON.stringify(id)});
  const { top, left, width } = element.getBoundingClientRect();
  const atEnd = innerHeight + scrollY >= document.documentElement.scrollHeight - 2;
  if (top < 0 || top > innerHeight || (!atEnd && top > innerHeight / 2)) return false;
  const words = element.querySelector("h2, h3, h4, time, p") ?? element;
  const box = words.getBoundingClientRect();
  const shown = document.elementFromPoint(Math.min(box.left + 4, left + width - 1), Math.min(box.top + box.height / 2, innerHeight - 1));
  return shown !== null && (element.contains(shown) || shown.contains(element));
})()`;

const timesOf = (page: Page): Promise<readonly string[]> =>
  page.evaluate(`[...document.querySelectorAll("time[datetime]")].map((time) => time.getAttribute("datetime"))`);

const hasFile = ({ media }: ArchivedPage, file: string) => media.has(file);
