/** The script on an event of several pages: what a page cannot show alone, it sends to the page that holds all. */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { eventually } from "./eventually.ts";
import { fromDisk, mostly, openBrowser, watch } from "./harness.ts";
import { buildLog } from "./log.ts";
import { withPage } from "./sample.ts";
import { frames } from "./walk.ts";

const count = 240;
const log = buildLog(count);
const { out } = log;
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  log.remove();
});

const onPage = (rest: string, run: (page: Page) => Promise<void>, timezoneId = "Europe/London") =>
  withPage(
    browser,
    async (page) => {
      const { base } = await fromDisk(path.join(out, "log"));
      const offences = watch(page, new URL("..", base).href);
      await page.goto(`${base}index.html${rest}`);
      await run(page);
      expect(offences).toEqual([]);
    },
    { timezoneId },
  );

test("a search on a page of several goes along to the whole event", () =>
  onPage("?q=river", async (page) => {
    await eventually(() => page.locator(".result").innerText()).toBe("Posts found on this page: 0, on other pages: 3");
    await page.locator(".more").press("Enter");
    await page.waitForURL("**/all.html?q=river");
    await eventually(() => page.locator(".result").innerText()).toBe("3 posts found");
    await page.locator(".order a[href^='oldest.html']").press("Enter");
    await page.waitForURL("**/oldest.html?q=river");
    await eventually(() => page.locator(".posts > li:visible").count()).toBe(3);
  }));

test("a moment opens the whole event as of then, from an address and from the button", () =>
  onPage("#at=2024-10-26T22:10Z", async (page) => {
    await page.waitForURL("**/all.html#at=2024-10-26T22:10Z");
    await eventually(() => page.locator(".moment b").innerText()).toContain(`6 of ${count} posts`);
    await eventually(() => page.locator(".posts > li:visible").count()).toBe(6);
    await page.goto(page.url().replace("all.html", "page-2.html").replace(/#.*/, ""));
    await page.getByRole("button", { name: "Replay" }).press("Enter");
    await page.waitForURL("**/all.html#at=2024-10-26*");
  }));

test("clocks of the reader are right on both sides of the end of summer time", () =>
  onPage(
    "#note-0",
    async (page) => {
      await page.goto(page.url().replace(/index\.html.*/, "all.html"));
      await page.getByLabel("Times", { exact: true }).selectOption("reader");
      const clock = (n: number) => page.locator(`#note-${n} .when time`).textContent();
      expect((await clock(89))!.replace(/\s+/g, " ")).toMatch(/^02:58 (?:CEST|GMT\+2)$/);
      expect((await clock(90))!.replace(/\s+/g, " ")).toMatch(/^02:00 (?:CET|GMT\+1)$/);
    },
    "Europe/Berlin",
  ));

test("clocks of posts that stand on other pages stay as published, and say in which zone that is", () =>
  onPage(
    "",
    async (page) => {
      const clocks = () =>
        page.evaluate<string[]>(`[...document.querySelectorAll(".index .at")].map((one) => one.textContent)`);
      const published = await clocks();
      await page.getByLabel("Times", { exact: true }).selectOption("reader");
      const [here, ...others] = [...(await clocks()).entries()].filter(([index]) => index % 60 === 0);
      expect(here?.[1]).not.toContain(published[0]);
      for (const [index, text] of others) expect(text).toBe(`${published[index]} GMT`);
      expect(await page.locator(".drawn").innerText()).toBe("Times: as published (GMT)");
      await page.getByLabel("Times", { exact: true }).selectOption("page");
      expect(await clocks()).toEqual(published);
    },
    "Asia/Tokyo",
  ));

test("a post of an event of several pages leads to the whole event as of its time", () =>
  onPage("", async (page) => {
    await page.goto(new URL("note-5/index.html", page.url()).href);
    await page.locator("a.then").click();
    await eventually(() => page.url()).toMatch(/\/all\.html#at=2024-10-26T22:10:00\+00:00$/);
    await page.locator(".moment").waitFor();
    await eventually(() => page.locator(".posts > li:not([hidden])").count()).toBe(6);
  }));

const result = (page: Page) => page.locator(".result").innerText();
const inAll = /^(\d+) of 240 posts$/;
const inParts = /^Posts found on this page: (\d+), on other pages: (\d+)$/;
const choices = [
  "label=Analysis&day=2024-10-27&q=line",
  "by=Jo+Farrow",
  "key=1",
  "label=Analysis",
  "label=Breaking",
  "day=2024-10-26",
  "pictures=1",
];

test.each(mostly(choices, 3))("filters on each page find what they find on the page with all posts: %s", (query) =>
  onPage(`?${query}`, async (page) => {
    const open = (name: string) => page.goto(new URL(`${name}.html?${query}`, page.url()).href);
    await open("all");
    const shown = () =>
      page.evaluate<string[]>(
        `[...document.querySelectorAll(".posts > li:not([hidden]) > .post")].map(({ id }) => id)`,
      );
    await eventually(() => result(page)).toMatch(/found|of 240 posts/);
    const wanted = await shown();
    expect(wanted.length).toBeGreaterThan(0);
    expect(wanted.length).toBeLessThan(count);
    for (const name of mostly(["index", "page-2", "page-1", "page-5"], 2)) {
      await open(name);
      const parts = async () =>
        inParts
          .exec(await result(page))
          ?.slice(1)
          .map(Number) ?? [];
      // What other pages offer to choose comes late, and is chosen then.
      await eventually(async () => (await parts()).reduce((sum, one) => sum + one, 0), name).toBe(wanted.length);
      const [here, elsewhere] = await parts();
      const there = await page.evaluate<string[]>(
        `[...document.querySelectorAll("#elsewhere:not([hidden]) .hits a")].map(({ hash }) => hash.slice(1))`,
      );
      expect(elsewhere).toBe(there.length < 100 ? there.length : wanted.length - here!);
      const own = await shown();
      expect(own).toHaveLength(here!);
      expect(wanted.filter((id) => own.includes(id) || there.includes(id))).toHaveLength(own.length + there.length);
    }
  }),
);

test("a filter on a page of several offers what the whole event has, and leads by keys to posts elsewhere and to all", () =>
  onPage("", async (page) => {
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.goto(page.url().replace("index.html", "page-6.html"));
    expect(asked.filter((url) => url.endsWith("search.js"))).toEqual([]);
    await page.locator(".filters summary").press("Enter");
    const labels = page.getByLabel("Label", { exact: true });
    await eventually(() => labels.locator("option").allInnerTexts()).toEqual(["any", "Analysis", "Breaking"]);
    expect(await page.getByLabel("Day", { exact: true }).locator("option").allInnerTexts()).toEqual([
      "any",
      "26 October 2024",
      "27 October 2024",
    ]);
    await page.getByLabel("Only key events").press("Space");
    await eventually(() => result(page)).toBe("Posts found on this page: 0, on other pages: 3");
    await eventually(() => new URL(page.url()).search).toBe("?key=1");
    expect((await page.locator(".elsewhere li").allInnerTexts()).map((text) => text.replace(/\s+/g, " "))).toEqual([
      "27 Oct 02:20 GMT Note 130 Line 130. Page 7",
      "26 Oct 23:02 GMT Note 31 Line 31. Page 2",
      "23:00 GMT Note 30 Line 30. Page 2",
    ]);
    await page.locator(".elsewhere a").nth(1).press("Enter");
    await page.waitForURL("**/page-2.html?key=1#note-31");
    await eventually(() => page.locator(".posts > li:visible").count()).toBe(2);
    await page.locator(".more").press("Enter");
    await page.waitForURL("**/all.html?key=1");
    await eventually(() => result(page)).toMatch(inAll);
    await eventually(() => page.locator(".posts > li:visible").count()).toBe(3);
  }));

test("a filter of a page of several is cleared on all of them", () =>
  onPage("", async (page) => {
    await page.goto(page.url().replace("index.html", "page-5.html?pictures=1"));
    await eventually(() => result(page)).toBe("Posts found on this page: 1, on other pages: 0");
    await page.getByRole("button", { name: "Clear" }).press("Enter");
    await eventually(() => page.locator(".posts > li:visible").count()).toBe(20);
    await eventually(() => new URL(page.url()).search).toBe("");
    expect(await page.locator("#elsewhere").isVisible()).toBe(false);
  }));

test("a filter of a page of several chooses from its own posts where the others cannot be read, and says so", () =>
  withPage(browser, async (page) => {
    const { base } = await fromDisk(path.join(out, "log"));
    await page.route("**/search.js", (route) => route.abort());
    await page.goto(`${base}page-2.html`);
    await page.locator(".filters summary").press("Enter");
    await page.getByLabel("Only key events").press("Space");
    await eventually(() => result(page)).toBe("2 of 20 posts Could not be searched: On other pages");
    expect(await page.locator(".posts > li:visible").count()).toBe(2);
    expect(await page.locator(".more").isVisible()).toBe(true);
  }));

test("an address of a post on a page without an index, as those of more than 2,000 posts are, leads to the page of the post", () =>
  onPage("", async (page) => {
    const whole = readFileSync(path.join(out, "log/page-3.html"), "utf8");
    const bare = whole.replace(/<nav class="index".*?<\/nav>/s, "");
    expect(bare).not.toContain('id="note-200"');
    writeFileSync(path.join(out, "log/bare.html"), bare);
    const at = (rest: string) => new URL(rest, page.url()).href;
    await page.goto(at("bare.html#note-200"));
    await page.waitForURL("**/page-11.html#note-200");
    await eventually(() => page.locator("#note-200.post:target h3").isVisible()).toBe(true);
    await page.goto(at("bare.html"));
    await page.evaluate(`location.hash = "note-239"`);
    await page.waitForURL("**/index.html#note-239");
    for (const known of ["#note-45", "#nobody-knows", "#%61t=", "#the_posts"]) {
      const address = at(`bare.html?fresh${known}`);
      await page.goto("about:blank");
      await page.goto(address);
      // The filters ask for what all pages have, after the address did.
      await page.locator(".filters summary").press("Enter");
      await eventually(() => page.getByLabel("Label", { exact: true }).locator("option").count()).toBe(3);
      await frames(page);
      expect(page.url()).toBe(address);
    }
  }));
