/** A reader without a mouse: all that the pages offer is reached by Tab, seen where the focus is, and used by keys alone. */
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { eventually } from "./eventually.ts";
import { fromDisk, long, mostly, openBrowser, type Place, serveFolder, watch } from "./harness.ts";
import { invented, kinds, quick } from "./invented.ts";
import { withPage } from "./sample.ts";
import { focusOf, frames, jump, tabThrough, tabTo } from "./walk.ts";

let browser: Browser;
let site: string;
beforeAll(async () => {
  browser = await openBrowser();
  site = await invented("en-GB");
});

const shown = (page: Page) => page.locator(".posts > li:visible > .post").evaluateAll((all) => all.map(({ id }) => id));
const inFocus = (page: Page) => page.evaluate<string>(`document.activeElement.closest("[id]")?.id ?? ""`);
const file = (page: Page) => page.url().split("/").slice(-2).join("/");

/** In the short suite one of several pages that have the same controls. */
const tabbed = quick.filter(([name]) => long || !/^(?:not found|live page, oldest|newest part|part of)/.test(name));

describe.each(long ? [1280, 360] : [1280])("at %i px", (width) => {
  test.each(tabbed)("Tab comes to every link and control of the %s, and each is seen to have the focus", (_, name) =>
    withPage(
      browser,
      async (page) => {
        await page.goto(`${(await fromDisk(site)).base}${name}`);
        const places = await tabThrough(page);
        expect(places.filter(({ wrong }) => wrong !== "")).toEqual([]);
        const all = `[...document.querySelectorAll("a[href], button, input, select, summary, textarea")].filter((one) => one.tabIndex >= 0 && one.checkVisibility({ visibilityProperty: true }) && !one.walked).map((one) => one.outerHTML.slice(0, 120))`;
        expect(await page.evaluate(all)).toEqual([]);
      },
      { viewport: { width, height: 800 }, timezoneId: "Asia/Tokyo" },
    ),
  );
});

const places: readonly [string, () => Promise<Place>][] = [
  ["from disk", () => fromDisk(site)],
  ["under /a/b/c/", () => serveFolder(site, "/a/b/c/")],
];
describe.each(mostly(places, 1))("by keys alone, %s,", (_, open) => {
  let place: Place;
  beforeAll(async () => {
    place = await open();
  });
  afterAll(() => place?.close());

  const walk = (start: string, run: (page: Page) => Promise<void>, options: BrowserContextOptions = {}) =>
    withPage(
      browser,
      async (page) => {
        const offences = watch(page, place.base);
        await page.goto(`${place.base}${start}`);
        await run(page);
        expect(offences.filter((one) => !one.includes("data:application/"))).toEqual([]);
      },
      { timezoneId: "Asia/Tokyo", ...options },
    );

  test("a reader comes from the front page into a live page, passes its head, and comes back", () =>
    walk(kinds["front page"], async (page) => {
      await tabTo(page, ".title a[href^='river/']");
      await page.keyboard.press("Enter");
      await page.waitForURL("**/river/index.html");
      await page.keyboard.press("Tab");
      await eventually(async () => (await focusOf(page))?.words).toBe("Skip to the posts");
      await jump(page);
      await page.keyboard.press("Tab");
      await eventually(() => page.evaluate(`document.activeElement.closest("#the_posts") !== null`)).toBe(true);
      await tabTo(page, ".colophon a[href='../index.html']");
      await page.keyboard.press("Enter");
      await page.waitForURL("**/index.html");
      expect(await page.locator(".pages").count()).toBe(1);
    }));

  test("the summary, the key events and the list of posts lead to posts, whose links are next", () =>
    walk(
      kinds["live page, newest first"],
      async (page) => {
        for (const [way, id] of [
          [".support", "p-4"],
          [".events a", "p-8"],
          [".jump a[href='#p-6']", "p-6"],
        ] as const) {
          // From the top, where the list of posts is folded, except on a wide screen.
          await page.goto(page.url().replace(/#.*/, ""));
          await page.reload();
          if (way.startsWith(".jump") && !(await page.locator(way).isVisible())) {
            await tabTo(page, ".jump summary");
            await page.keyboard.press("Enter");
          }
          await tabTo(page, way);
          await jump(page);
          await eventually(() => new URL(page.url()).hash).toBe(`#${id}`);
          await page.keyboard.press("Tab");
          await eventually(() => inFocus(page)).toBe(id);
        }
      },
      { viewport: { width: 800, height: 800 } },
    ));

  test("j and k go between posts, ? tells the keys, Escape closes them and gives the focus back", () =>
    walk(kinds["live page, newest first"], async (page) => {
      await page.keyboard.press("j");
      await page.keyboard.press("j");
      await eventually(() => inFocus(page)).toBe("p-10");
      await page.keyboard.press("k");
      await eventually(() => inFocus(page)).toBe("p-11");
      await page.keyboard.press("?");
      await eventually(() => page.evaluate(`document.activeElement.closest("dialog") !== null`)).toBe(true);
      await page.keyboard.press("Escape");
      await eventually(() => page.locator("dialog[open]").count()).toBe(0);
      await eventually(() => inFocus(page)).toBe("p-11");
    }));

  test("/ searches, Tab goes on to the filters, Escape clears all", () =>
    walk(kinds["live page, newest first"], async (page) => {
      const all = await shown(page);
      await page.keyboard.press("/");
      await page.keyboard.type("GAUGE trusted");
      await eventually(() => page.locator(".result").innerText()).toBe("2 posts found");
      await tabTo(page, ".tools button", 1);
      await tabTo(page, ".filters summary", 3);
      await page.keyboard.press("Enter");
      await tabTo(page, ".filters select", 1);
      // A letter chooses, as in any list.
      await page.keyboard.type("Ana");
      await eventually(() => page.evaluate("document.activeElement.value")).toBe("Analysis");
      await tabTo(page, ".filters input[type=checkbox]", 5);
      await page.keyboard.press("Space");
      await eventually(() => new URL(page.url()).search).toMatch(/q=.*&label=Analysis&key=1/);
      await page.keyboard.press("Escape");
      await eventually(() => shown(page)).toEqual(all);
      await eventually(() => new URL(page.url()).search).toBe("");
    }));

  test("the page as of a moment: play, pause, the slider, and back", () =>
    walk(
      kinds["live page, newest first"],
      async (page) => {
        const all = await shown(page);
        await tabTo(page, "form.tools > button");
        await page.keyboard.press("Enter");
        // The slider has the focus, as the bar below a film has: Space pauses, arrows go from post to post.
        await eventually(() => page.evaluate(`document.activeElement.className`)).toBe("slider");
        await page.keyboard.press("End");
        await eventually(() => shown(page)).toEqual(all);
        await page.keyboard.press("ArrowLeft");
        await eventually(async () => (await shown(page)).length).toBe(all.length - 1);
        await page.keyboard.press("Home");
        await eventually(() => shown(page)).toEqual(["p-0"]);
        await eventually(() => page.url()).toContain("#at=2024-05-16T22:10");
        await page.keyboard.press("Space");
        await eventually(async () => (await shown(page)).length).toBeGreaterThan(1);
        await page.keyboard.press("Space");
        await page.getByRole("button", { name: "Replay" }).waitFor();
        const paused = await shown(page);
        await page.keyboard.press("Shift+Tab");
        await tabTo(page, ".moment a");
        expect(await shown(page)).toEqual(paused);
        await page.keyboard.press("Enter");
        await eventually(() => shown(page)).toEqual(all);
      },
      { reducedMotion: "reduce" },
    ));

  test("times change to another zone and back", () =>
    walk(kinds["live page, newest first"], async (page) => {
      const clock = () => page.locator("#p-0 .when time").textContent();
      const published = await clock();
      await tabTo(page, ".zones select");
      await page.keyboard.press("End");
      await eventually(clock).toContain("05:10");
      await page.keyboard.press("Home");
      await eventually(clock).toBe(published);
    }));

  test("a post's citation is copied, its other forms open, and its neighbours are a key away", () =>
    walk(kinds["post page"], async (page) => {
      await tabTo(page, "#cite_text + .copy");
      // The thanks are taken back after two seconds: no time passes until they are read.
      await page.clock.pauseAt(Date.now() + 60_000);
      await page.keyboard.press("Enter");
      await eventually(async () => (await focusOf(page))?.words).toBe("Copied");
      await page.clock.resume();
      await tabTo(page, ".cite summary", 1);
      await page.keyboard.press("Enter");
      await tabTo(page, "#cite_wiki + .copy", 1);
      await tabTo(page, ".provenance summary");
      await page.keyboard.press("Space");
      await tabTo(page, ".provenance dd a", 1);
      await tabTo(page, ".neighbours .next");
      await page.keyboard.press("Enter");
      await page.waitForURL("**/p-4/index.html");
      await tabTo(page, ".neighbours .prev");
      await page.keyboard.press("Enter");
      await page.waitForURL("**/p-3/index.html");
      await tabTo(page, ".back a, .part a");
      await page.keyboard.press("Enter");
      await page.waitForURL("**/river/index.html*");
    }));

  test("a picture opens large, turns by the arrows, closes, and the focus is where it was", () =>
    walk(kinds["live page, newest first"], async (page) => {
      await tabTo(page, ".pictures a");
      await page.keyboard.press("Enter");
      await page.waitForURL("**/gallery.html");
      await tabTo(page, ".enlarge");
      await jump(page);
      const large = () => page.locator(".large:visible .extent").innerText();
      await eventually(large).toBe("1 / 3");
      await page.keyboard.press("Tab");
      await eventually(() => page.evaluate(`document.activeElement.closest(".large:target") !== null`)).toBe(true);
      await page.keyboard.press("ArrowRight");
      await eventually(large).toBe("2 / 3");
      await page.keyboard.press("Escape");
      await eventually(() => page.locator(".large:visible").count()).toBe(0);
      await frames(page);
      await page.keyboard.press("Tab");
      await eventually(() => page.evaluate(`document.activeElement.closest(".wall li")?.matches(":target")`)).toBe(
        true,
      );
    }));

  // Hundreds of links stand before those it looks for.
  test.runIf(long)("a long event is read part by part, and its index leads to every post of it", () =>
    walk(kinds["newest part of an event"], async (page) => {
      await tabTo(page, ".further a.prev");
      await page.keyboard.press("Enter");
      await page.waitForURL("**/log/page-*.html");
      await tabTo(page, ".further a.next");
      await page.keyboard.press("Enter");
      await page.waitForURL("**/log/index.html");
      await tabTo(page, ".index a[href$='#p-3']", 600);
      await page.keyboard.press("Enter");
      await page.waitForURL("**/log/page-1.html#p-3");
      await eventually(() => page.locator("#p-3:target h3").isVisible()).toBe(true);
      await tabTo(page, ".order a[href='oldest.html']", 600);
      await page.keyboard.press("Enter");
      await page.waitForURL("**/log/oldest.html");
      expect(file(page)).toBe("log/oldest.html");
    }),
  );
});
