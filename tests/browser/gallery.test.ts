/** The gallery in a browser: without script by its anchors alone, with one by the keyboard too. */
import type { Browser, Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { eventually } from "./eventually.ts";
import { axeFindings, fromDisk, openBrowser, watch } from "./harness.ts";
import { figuresIn, files, pages, site, withPage } from "./sample.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});

const slug = pages.find(({ slug }) => files.includes(`${slug}/gallery.html`))?.slug;
const open = async (page: Page): Promise<string> => {
  const { base } = await fromDisk(site);
  await page.goto(`${base}${slug}/gallery.html`);
  return base;
};
const shown = (page: Page) => page.locator(".large:visible").evaluateAll((all) => all.map(({ id }) => id));
const ids = (page: Page) => page.locator(".large").evaluateAll((all) => all.map(({ id }) => id));

describe("the gallery", () => {
  test("without script, opens a picture, goes to the next and closes it, by anchors", () =>
    withPage(
      browser,
      async (page) => {
        const offences = watch(page, await open(page));
        const [first, second] = await ids(page);
        expect(await shown(page)).toEqual([]);
        await page.locator(".enlarge").first().click();
        await eventually(() => shown(page)).toEqual([first]);
        await eventually(() => page.url()).toContain(`#${first}`);
        await page.locator(".large:target .next").click();
        await eventually(() => shown(page)).toEqual([second]);
        const width =
          "document.querySelector('.large:target img').decode().then(() => document.querySelector('.large:target img').naturalWidth)";
        await page.locator(".large:target .prev").focus();
        expect(await page.evaluate("getComputedStyle(document.querySelector('.wall')).visibility")).toBe("hidden");
        expect(await page.evaluate<number>(width)).toBeGreaterThan(0);
        await page.locator(".large:target .close").click();
        await eventually(() => shown(page)).toEqual([]);
        await eventually(() => page.locator("li:target").isVisible()).toBe(true);
        await page.goBack();
        await eventually(() => shown(page)).toEqual([second]);
        expect(offences).toEqual([]);
      },
      { javaScriptEnabled: false },
    ));

  test("leads from the live page, and back to each picture's post", () =>
    withPage(browser, async (page) => {
      const base = await open(page);
      await page.goto(`${base}${slug}/index.html`);
      await page.locator('a[href="gallery.html"]').click();
      await page.waitForURL("**/gallery.html");
      const posts = pages.find((one) => one.slug === slug)?.posts ?? [];
      const pictured = posts.filter(({ blocks }) => figuresIn(blocks).length > 0).map(({ id }) => `index.html#${id}`);
      const ways = await page.locator(".wall .of a").evaluateAll((all) => all.map((one) => one.getAttribute("href")));
      expect(ways.length).toBeGreaterThan(1);
      expect(ways.filter((way) => way === null || !pictured.includes(way))).toEqual([]);
    }));

  test("is where each picture of a stream and of a post is seen large, and one step back from there", () =>
    withPage(browser, async (page) => {
      const base = await open(page);
      const large = (await ids(page)).toReversed();
      for (const file of ["oldest.html", `${/^picture_(.*)_\d+$/.exec(large[0] ?? "")?.[1]}/index.html`]) {
        await page.goto(`${base}${slug}/${file}`);
        const ways = await page
          .locator("main a.enlarge")
          .evaluateAll((all) => all.map((one) => one.getAttribute("href")?.replace(/^.*#/, "#")));
        expect(ways.length).toBeGreaterThan(0);
        if (file === "oldest.html") expect(ways.toSorted()).toEqual(large.map((id) => `#${id}`).toSorted());
        await page.locator("main a.enlarge").first().press("Enter");
        await page.waitForURL("**/gallery.html#*");
        await eventually(() => shown(page)).toEqual([ways[0]?.slice(1)]);
        await page.keyboard.press("ArrowRight");
        await page.keyboard.press("Escape");
        await eventually(() => shown(page)).toEqual([]);
        await page.goBack();
        await eventually(() => page.url()).toBe(`${base}${slug}/${file}`);
      }
    }));

  test("turns by the arrows and closes by Escape", () =>
    withPage(browser, async (page) => {
      await open(page);
      const [first, second] = await ids(page);
      await page.locator(".enlarge").first().click();
      await eventually(() => shown(page)).toEqual([first]);
      await page.keyboard.press("ArrowRight");
      await eventually(() => shown(page)).toEqual([second]);
      await page.keyboard.press("ArrowLeft");
      await eventually(() => shown(page)).toEqual([first]);
      await page.keyboard.press("ArrowLeft");
      expect(await shown(page)).toEqual([first]);
      await page.keyboard.press("Escape");
      await eventually(() => shown(page)).toEqual([]);
    }));

  test.each(["light", "dark"] as const)("with a picture large leaves axe nothing to say, %s", (colorScheme) =>
    withPage(
      browser,
      async (page) => {
        await open(page);
        await page.locator(".enlarge").nth(1).click();
        await page.locator(".large:target").waitFor();
        expect(await axeFindings(page)).toEqual([]);
      },
      { colorScheme },
    ),
  );

  test("does not move while its pictures come", () =>
    withPage(browser, async (page) => {
      await page.addInitScript(
        "window.moved = 0; new PerformanceObserver((list) => { for (const one of list.getEntries()) window.moved += one.value; }).observe({ type: 'layout-shift', buffered: true });",
      );
      await open(page);
      await page.evaluate(
        "Promise.all([...document.querySelectorAll('.wall img')].map((image) => { image.loading = 'eager'; return image.decode().catch(() => {}); }))",
      );
      await page.evaluate(
        "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))",
      );
      expect(await page.evaluate("window.moved")).toBe(0);
    }));
});
