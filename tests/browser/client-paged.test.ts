/** The script on an event of several pages: what a page cannot show alone, it sends to the page that holds all. */
import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fromDisk, openBrowser, watch } from "./harness.ts";
import { buildLog } from "./log.ts";
import { withPage } from "./sample.ts";

const count = 240;
const log = buildLog(count);
const { out } = log;
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
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
    await expect.poll(() => page.locator(".result").innerText()).toBe("Posts found on this page: 0, on other pages: 3");
    await page.locator(".more").press("Enter");
    await page.waitForURL("**/all.html?q=river");
    expect(await page.locator(".result").innerText()).toBe("3 posts found");
    await page.locator(".order a[href^='oldest.html']").press("Enter");
    await page.waitForURL("**/oldest.html?q=river");
    expect(await page.locator(".posts > li:visible").count()).toBe(3);
  }));

test("a moment opens the whole event as of then, from an address and from the button", () =>
  onPage("#at=2024-10-26T22:10Z", async (page) => {
    await page.waitForURL("**/all.html#at=2024-10-26T22:10Z");
    expect(await page.locator(".moment output").innerText()).toContain(`6 of ${count} posts`);
    expect(await page.locator(".posts > li:visible").count()).toBe(6);
    await page.goto(page.url().replace("all.html", "page-2.html").replace(/#.*/, ""));
    await page.getByRole("button", { name: "As of" }).press("Enter");
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
    await expect.poll(() => page.url()).toMatch(/\/all\.html#at=2024-10-26T22:10:00\+00:00$/);
    await page.locator(".moment").waitFor();
    expect(await page.locator(".posts > li:not([hidden])").count()).toBe(6);
  }));
