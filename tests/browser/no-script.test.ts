/** A reader without script: plain links lead to all that an event has, and every address of a post is found on each of its pages. */
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { eventually } from "./eventually.ts";
import { fromDisk, mostly, openBrowser, type Place, serveFolder, watch } from "./harness.ts";
import { invented } from "./invented.ts";
import { withPage } from "./sample.ts";

let browser: Browser;
let site: string;
beforeAll(async () => {
  browser = await openBrowser();
  site = await invented("en-GB");
});

const target = (page: Page) =>
  page.locator(":target").evaluateAll((all) => all.map((one) => (one.closest(".post") ?? one).id));

const places: readonly [string, () => Promise<Place>][] = [
  ["from disk", () => fromDisk(site)],
  ["under /a/b/c/", () => serveFolder(site, "/a/b/c/")],
];
describe.each(mostly(places, 1))("without script, %s,", (_, open) => {
  let place: Place;
  beforeAll(async () => {
    place = await open();
  });
  afterAll(() => place?.close());

  const walk = (start: string, run: (page: Page) => Promise<void>) =>
    withPage(
      browser,
      async (page) => {
        const offences = watch(page, place.base);
        await page.goto(`${place.base}${start}`);
        await run(page);
        expect(offences).toEqual([]);
      },
      { javaScriptEnabled: false, viewport: { width: 1280, height: 900 } },
    );
  const follow = async (page: Page, link: string, end: string) => {
    await page.locator(link).first().click();
    await page.waitForURL(`${place.base}${end}`);
  };

  /** Clicks where the pointer means a bar of the strip: `part` of its height from the top. Content quads miss what a viewBox scales. */
  const clickArea = async (page: Page, bar: Locator, part = 0.5) => {
    await bar.scrollIntoViewIfNeeded();
    const { x, y, width, height } = await bar.locator(".area").evaluate((area) => area.getBoundingClientRect());
    await page.mouse.click(x + width / 2, y + height * part);
  };

  test("links lead from the front page through a live page, its posts, pictures and other forms", () =>
    walk("index.html", async (page) => {
      await follow(page, ".title a", "log/index.html");
      await follow(page, "header .archive a", "index.html");
      await follow(page, ".title a[href^='river']", "river/index.html");
      await follow(page, ".support", "river/index.html#p-4");
      await eventually(() => target(page)).toEqual(["p-4"]);
      await follow(page, ".events a", "river/index.html#p-8");
      await follow(page, ".jump a[href='#p-0']", "river/index.html#p-0");
      expect(await page.locator("#p-0 h3").isVisible()).toBe(true);
      await follow(page, "#p-0 .when a", "river/p-0/index.html");
      await follow(page, ".neighbours .next", "river/p-1/index.html");
      await follow(page, ".back a, .part a", "river/index.html#p-1");
      await follow(page, ".order a", "river/oldest.html");
      await follow(page, ".pictures a", "river/gallery.html");
      await follow(page, ".enlarge", `river/gallery.html#${await page.locator(".large").first().getAttribute("id")}`);
      await eventually(() => page.locator(".large:visible img").count()).toBe(1);
      await follow(page, ".large:target .of a", "river/index.html#p-11");
      await eventually(() => target(page)).toEqual(["p-11"]);
      for (const form of ["feed.xml", "posts.csv", "page.json", "citations.bib", "source.md"])
        expect(await page.locator(`.colophon a[href="${form}"]`).count(), form).toBe(1);
    }));

  test("a bar of the strip leads to the posts of its minutes", () =>
    walk("river/index.html", async (page) => {
      const bar = page.locator(".strip a", { has: page.locator("rect[height='33']") }).first();
      const id = (await bar.getAttribute("href"))?.split("#")[1];
      // Above the bar, which is not as high as the strip.
      await clickArea(page, bar, 0.05);
      await eventually(() => target(page)).toEqual([id]);
    }));

  describe.each(mostly(["log/page-3", "river/index", "log/index", "log/all"], 1))(
    "from %s.html two links lead",
    (start) => {
      const oldest = `${start.split("/")[0]}/oldest.html`;

      /** All that was known stands above the post, and the post is in view. */
      const happened = async (page: Page, id: string) => {
        await page.waitForURL(`${place.base}${oldest}#${id}`);
        await eventually(() => target(page)).toEqual([id]);
        const ids = await page.locator(".posts .post").evaluateAll((posts) => posts.map((post) => post.id));
        const before = Array.from({ length: Number(id.slice(2)) }, (_unused, n) => `p-${n}`);
        expect(ids.slice(0, ids.indexOf(id))).toEqual(before);
        const heading = page.locator(`#${id} h3`);
        await eventually(() => heading.evaluate((h3) => h3.getBoundingClientRect().top)).toBeLessThan(450);
      };
      const inTheMiddle = async (page: Page, links: string) => {
        const found = page.locator(links);
        const link = found.nth(Math.floor((await found.count()) / 2));
        const id = (await link.getAttribute("href"))?.split("#")[1] ?? "";
        return { link, id };
      };

      test("to an hour in the order in which it happened, by the strip", () =>
        walk(`${start}.html`, async (page) => {
          await follow(page, ".order a[href='oldest.html']", oldest);
          const { link, id } = await inTheMiddle(page, ".strip a");
          await clickArea(page, link);
          await happened(page, id);
        }));

      test("to an hour in the order in which it happened, by the table of contents", () =>
        walk(`${start}.html`, async (page) => {
          await follow(page, ".order a[href='oldest.html']", oldest);
          await page.locator(".jump summary").press("Enter");
          const { link, id } = await inTheMiddle(page, ".jump ol a");
          await link.press("Enter");
          await happened(page, id);
        }));

      test("to a post in the order in which it happened, by its time", () =>
        walk(`${start}.html`, async (page) => {
          const post = page.locator(".posts .post").nth(5);
          const id = (await post.getAttribute("id")) ?? "";
          await post.locator(".when a").press("Enter");
          await page.locator("a.then").press("Enter");
          await happened(page, id);
        }));
    },
  );

  test("below a post of the stream, Cite leads to the words of its citation", () =>
    walk("river/index.html", async (page) => {
      const below = page.locator("li:has(> #p-3) > .ways a");
      expect(await below.allInnerTexts()).toEqual(["Link", "Cite"]);
      await below.last().press("Enter");
      await page.waitForURL(/river\/p-3\/index\.html#to_cite$/);
      expect(await page.locator("#cite_text").isVisible()).toBe(true);
    }));

  test("a post page folds the other forms of its citation and its provenance, and opens them", () =>
    walk("river/p-3/index.html", async (page) => {
      for (const part of [".cite details", ".provenance"]) {
        expect(await page.locator(`${part} > :not(summary)`).first().isVisible()).toBe(false);
        await page.locator(`${part} summary`).click();
        await eventually(() => page.locator(`${part} > :not(summary)`).first().isVisible()).toBe(true);
      }
    }));

  test("a long event is turned page by page to its beginning and back", () =>
    walk("log/index.html", async (page) => {
      let pages = 1;
      for (; (await page.locator(".further .prev").count()) > 0; pages++) {
        const before = page.url();
        await page.locator(".further .prev").first().click();
        await page.waitForURL((url) => url.href !== before);
      }
      expect(await page.locator(".posts .post").last().getAttribute("id")).toBe("p-0");
      for (; (await page.locator(".further .next").count()) > 0; pages--) {
        const before = page.url();
        await page.locator(".further .next").last().click();
        await page.waitForURL((url) => url.href !== before);
      }
      expect([pages, page.url()]).toEqual([1, `${place.base}log/index.html`]);
      await follow(page, ".order a[href='all.html']", "log/all.html");
      expect(await page.locator(".posts .post").count()).toBe(221);
    }));

  test.each(mostly(["index", "page-2", "all", "page-1", "page-9", "oldest"], 3))(
    "log/%s.html has the address of every post, and shows the post or the way to it",
    (name) =>
      walk(`log/${name}.html`, async (page) => {
        const ids = Array.from({ length: 221 }, (_, n) => `p-${n}`);
        const missing = `${JSON.stringify(ids)}.filter((id) => document.querySelectorAll("#" + id).length !== 1)`;
        expect(await page.evaluate(missing)).toEqual([]);
        for (const id of mostly(["p-0", "p-30", "p-220", "p-3", "p-110"], 3)) {
          await page.goto(`${place.base}log/${name}.html#${id}`);
          await eventually(() => target(page)).toEqual([id]);
          const found = page.locator(`#${id}:target`);
          expect(await found.locator("a").first().isVisible()).toBe(true);
          if ((await found.getAttribute("class"))?.includes("post")) continue;
          await found.locator("a").click();
          await page.locator(`#${id}.post:target h3`).waitFor();
        }
      }),
  );

  test("nothing that only a script could serve is shown", () =>
    walk("river/index.html", async (page) => {
      expect(await page.locator("button, input, select, form").count()).toBe(0);
      await page.goto(`${place.base}river/p-3/index.html`);
      expect(await page.locator("button, input, select, form").count()).toBe(0);
    }));
});
