/** What the script adds to the pages, by keyboard: search, filters, the page as of a moment, copies, the reader's place. */
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { printInstant } from "../../src/model/instant.ts";
import { eventually } from "./eventually.ts";
import { axeFindings, beforeScripts, fromDisk, mostly, openBrowser, type Place, sights } from "./harness.ts";
import { longest as live, onLongest, places } from "./longest.ts";
import { figuresIn, site, withPage } from "./sample.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});

const total = live.posts.length;
const ids = live.posts.map(({ id }) => id);
const headlines = live.posts.flatMap(({ id, headline }) => (headline === undefined ? [] : [{ id, headline }]));
const oneOf = headlines.slice(4).find(({ headline }) => headline.length > 20)!;

const shownPosts = (page: Page) =>
  page.evaluate<string[]>(
    `[...document.querySelectorAll(".posts .post")].filter((post) => post.checkVisibility()).map(({ id }) => id)`,
  );
const result = (page: Page) => page.locator(".result").innerText();
const focusedPost = (page: Page) => page.evaluate<string>(`document.activeElement.closest(".post")?.id ?? ""`);

describe.each(mostly(places, 1))("the script %s", (_, open) => {
  let place: Place;
  beforeAll(async () => {
    place = await open();
  });
  afterAll(() => place?.close());

  const onPage = (run: (page: Page) => Promise<void>, rest = "", options: BrowserContextOptions = {}) =>
    onLongest(browser, place, run, rest, options);

  test("goes from post to post with j and k, its heading clear of what is sticky", () =>
    onPage(async (page) => {
      for (const id of ids.slice(0, 3)) {
        await page.keyboard.press("j");
        await eventually(() => focusedPost(page)).toBe(id);
        const clear = `(() => { const post = document.getElementById(${JSON.stringify(id)});
          return post.querySelector("h3").getBoundingClientRect().top >= post.closest(".day").querySelector("h2").getBoundingClientRect().bottom - 1; })()`;
        await eventually(() => page.evaluate(clear), id).toBe(true);
      }
      await page.keyboard.press("k");
      await eventually(() => focusedPost(page)).toBe(ids[1]);
      await page.keyboard.press("Control+j");
      expect(await focusedPost(page)).toBe(ids[1]);
    }));

  test("tells its keys with ?, and types letters where letters are typed", () =>
    onPage(async (page) => {
      await page.keyboard.press("?");
      expect(await page.locator("dialog[open]").innerText()).toContain("Next post");
      await page.keyboard.press("j");
      expect(await focusedPost(page)).toBe("");
      await page.keyboard.press("Escape");
      await eventually(() => page.locator("dialog[open]").count()).toBe(0);
      // The browser gives the focus back a moment later.
      await eventually(() => page.evaluate(`document.activeElement.closest("dialog") === null`)).toBe(true);
      await page.keyboard.press("/");
      await page.keyboard.type("j?/");
      await eventually(() => page.locator("#the_search").inputValue()).toBe("j?/");
    }));

  test("leaves the letters alone for a reader who turned its keys off, until they are on again", () =>
    onPage(async (page) => {
      for (const [focused, key] of [
        ["", "off"],
        [ids[0], "on"],
      ] as const) {
        await page.getByRole("button", { name: "Keyboard" }).press("Enter");
        await page.getByLabel("Use these keys").press("Space");
        await page.keyboard.press("Escape");
        // Not back to the foot, where the button is: no post follows it.
        await page.evaluate('history.scrollRestoration = "manual"');
        await page.reload();
        await page.keyboard.press("j");
        await eventually(() => focusedPost(page), key).toBe(focused);
      }
    }));

  test("finds posts by words in any case, counts them, and finds them again after a reload; Escape clears", () =>
    onPage(async (page) => {
      await page.keyboard.press("/");
      await page.keyboard.type(oneOf.headline.toUpperCase());
      // Slow typing is answered in between: only the whole of it counts.
      await eventually(() => new URL(page.url()).searchParams.get("q")).toBe(oneOf.headline.toUpperCase());
      await eventually(() => result(page)).toMatch(/found/);
      const found = await shownPosts(page);
      expect(found).toContain(oneOf.id);
      expect(found.length).toBeLessThan(total);
      expect(await result(page)).toBe(found.length === 1 ? "1 post found" : `${found.length} posts found`);
      expect(await page.evaluate(`CSS.highlights.get("found").size`)).toBeGreaterThan(0);
      await page.reload();
      await eventually(() => shownPosts(page)).toEqual(found);
      await page.keyboard.press("j");
      await eventually(() => focusedPost(page)).toBe(found[0]);
      await page.keyboard.press("/");
      await page.keyboard.type(" qqqq");
      await eventually(() => result(page)).toBe("No post has these words.");
      expect(await page.locator(".day:visible").count()).toBe(0);
      await page.keyboard.press("Escape");
      await eventually(() => shownPosts(page)).toEqual(ids);
      await eventually(() => new URL(page.url()).search).toBe("");
    }));

  test("filters by label, author, day and pictures, alone and together, and keeps the choice in the address", () =>
    onPage(async (page) => {
      await page.locator(".filters summary").press("Enter");
      const pictured = live.posts.filter(({ blocks }) => figuresIn(blocks).length > 0).map(({ id }) => id);
      await page.getByLabel("Only with pictures").press("Space");
      await eventually(() => result(page)).toContain(` of ${total} posts`);
      const shown = await shownPosts(page);
      expect(shown.filter((id) => !pictured.includes(id))).toEqual([]);
      expect(shown.length).toBeGreaterThan(1);
      expect(await result(page)).toBe(`${shown.length} of ${total} posts`);
      const day = await page.getByLabel("Day", { exact: true }).locator("option").last().getAttribute("value");
      await page.getByLabel("Day", { exact: true }).selectOption(day);
      await eventually(async () => (await shownPosts(page)).length).toBeLessThan(shown.length);
      const both = await shownPosts(page);
      await page.goto("about:blank");
      await page.goBack();
      await eventually(() => shownPosts(page)).toEqual(both);
      await page.getByRole("button", { name: "Clear" }).press("Enter");
      await eventually(() => shownPosts(page)).toEqual(ids);
    }));

  test("filters by key events where a page has some", () =>
    onPage(async (page) => {
      await page.locator(".filters summary").press("Enter");
      await eventually(() => page.getByLabel("Only with pictures").isVisible()).toBe(true);
      expect(await page.getByLabel("Only key events").isVisible()).toBe(false);
      await beforeScripts(page, `document.getElementById(${JSON.stringify(ids[2])}).classList.add("key")`);
      await page.reload();
      await page.locator(".filters summary").press("Enter");
      await page.getByLabel("Only key events").press("Space");
      await eventually(() => shownPosts(page)).toEqual([ids[2]]);
    }));

  test("shows all posts again where a link leads to one that is not shown", () =>
    onPage(async (page) => {
      expect(await shownPosts(page)).toEqual([]);
      await page.evaluate(`location.hash = ${JSON.stringify(ids[4])}`);
      await eventually(() => shownPosts(page)).toEqual(ids);
    }, "?q=qqqq"));

  test("shows the page as of a moment, and moves through the event", () => {
    const moment = live.posts[Math.floor(total / 2)]!.published!;
    const then = live.posts.filter(({ published }) => published!.epoch <= moment.epoch).map(({ id }) => id);
    return onPage(
      async (page) => {
        expect(await shownPosts(page)).toEqual(then);
        expect(await page.locator(".moment").innerText()).toContain(`${then.length} of ${total} posts`);
        expect(await page.locator(".summary").isVisible()).toBe(false);
        await page.locator(".slider").press("ArrowRight");
        await eventually(async () => (await shownPosts(page)).length).toBeGreaterThan(then.length);
        await eventually(() => page.url()).toContain("#at=");
        await page.locator(".slider").press("Home");
        await eventually(async () => (await shownPosts(page)).length).toBeLessThan(then.length);
        const first = await shownPosts(page);
        await page.getByRole("button", { name: "Replay" }).press("Enter");
        await eventually(async () => (await shownPosts(page)).length).toBeGreaterThan(first.length);
        await page.getByRole("button", { name: "Pause" }).press("Enter");
        await page.getByRole("link", { name: "the whole event" }).press("Enter");
        await eventually(() => shownPosts(page)).toEqual(ids);
        expect(await page.locator(".moment").isVisible()).toBe(false);
      },
      `#at=${printInstant(moment)}`,
    );
  });

  test("leaves the moment where a link leads to a later post, and comes to that post", () =>
    onPage(
      async (page) => {
        await page.evaluate(`location.hash = ${JSON.stringify(ids[1])}`);
        await eventually(() => shownPosts(page)).toEqual(ids);
        const top = `document.getElementById(${JSON.stringify(ids[1])}).getBoundingClientRect().top`;
        await eventually(() => page.evaluate<number>(`Math.abs(${top})`)).toBeLessThan(100);
      },
      `#at=${printInstant(live.posts.at(-2)!.published!)}`,
    ));

  test("copies what data-copy names, and selects it where there is no clipboard", () =>
    onPage(async (page) => {
      await beforeScripts(
        page,
        `Object.defineProperty(navigator, "clipboard", { value: { writeText: async (text) => { window.taken = text; } }, configurable: true });
         document.querySelector("main").insertAdjacentHTML("beforeend", '<p id="the_words">To be cited</p><p data-copy="the_words">Plain</p>')`,
      );
      await page.reload();
      // The thanks are taken back after two seconds: no time passes until they are read.
      await page.clock.pauseAt(Date.now() + 60_000);
      await page.locator("main .copy").press("Enter");
      await page.getByRole("button", { name: "Copied" }).waitFor();
      await page.clock.resume();
      expect(await page.evaluate("window.taken")).toBe("To be cited");
      await page.evaluate(`Object.defineProperty(navigator, "clipboard", { value: undefined })`);
      await page.locator("main .copy").press("Enter");
      await eventually(() => page.evaluate("getSelection().toString()")).toBe("To be cited");
    }));

  test("offers the post where the reader stopped, and forgets it when told", () =>
    onPage(async (page) => {
      const name = `afterlive place ${new URL(page.url()).pathname}`;
      await page.evaluate(`document.getElementById(${JSON.stringify(oneOf.id)}).scrollIntoView()`);
      await eventually(() => page.evaluate(`localStorage.getItem(${JSON.stringify(name)}) !== null`)).toBe(true);
      // At last, whatever else the page notes until then.
      const left = `localStorage.setItem(${JSON.stringify(name)}, ${JSON.stringify(oneOf.id)})`;
      await page.evaluate(`addEventListener("pagehide", () => ${left})`);
      await page.goto("about:blank");
      await page.goto(`${place.base}${live.slug}/index.html`);
      expect(await page.locator(".resume").innerText()).toContain(oneOf.headline);
      await page.getByRole("button", { name: "Dismiss" }).press("Enter");
      await page.reload();
      expect(await page.locator(".resume").count()).toBe(0);
    }));

  test("adds nothing to a page without script", () =>
    onPage(
      async (page) => {
        expect(await page.locator(".tools, .result, .keys, .resume").count()).toBe(0);
        expect(await shownPosts(page)).toEqual(ids);
      },
      "?q=qqqq#at=1999-01-01T00:00Z",
      { javaScriptEnabled: false },
    ));
});

test.each(sights)("axe has nothing to say of the open controls, $colorScheme, $viewport.width px", async (seen) =>
  withPage(
    browser,
    async (page) => {
      await page.goto(`${(await fromDisk(site)).base}${live.slug}/index.html?q=a`);
      await page.locator(".filters summary").click();
      await page.getByRole("button", { name: "Replay" }).click();
      await page.getByRole("button", { name: "Pause" }).click();
      await page.locator(".moment").waitFor();
      expect(await axeFindings(page)).toEqual([]);
      expect(await page.evaluate("document.scrollingElement.scrollWidth")).toBeLessThanOrEqual(seen.viewport.width);
      await page.locator("body").press("?");
      await page.locator("dialog[open]").waitFor();
      expect(await axeFindings(page), "keys").toEqual([]);
    },
    { ...seen, timezoneId: "Asia/Tokyo" },
  ),
);
