/** Where the reader is in a live page, without a script: the time stays beside its post, and the table of contents marks it. */
import type { Browser, Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { eventually } from "./eventually.ts";
import { fromDisk, openBrowser } from "./harness.ts";
import { invented } from "./invented.ts";
import { withPage } from "./sample.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});

const withRiver = (language: string, width: number, run: (page: Page) => Promise<void>): Promise<void> =>
  withPage(
    browser,
    async (page) => {
      await page.goto(`${(await fromDisk(await invented(language))).base}river/index.html`);
      await run(page);
    },
    { viewport: { width, height: 420 }, javaScriptEnabled: false },
  );

/** Scrolls so far that the end of the post's text is in the window, and its headline is not. */
const intoPost = (page: Page, id: string): Promise<void> =>
  page.evaluate(
    `scrollTo(0, scrollY + document.querySelector("#${id} .text").getBoundingClientRect().bottom - innerHeight / 2)`,
  );

/** Of the time of a post: its own top and the lower edge of its day. */
const timeAndDay = (page: Page, id: string): Promise<readonly [number, number, number]> =>
  page.evaluate(`(() => {
    const post = document.getElementById("${id}");
    const top = (selector) => post.querySelector(selector).getBoundingClientRect().top;
    return [top(".when time"), post.closest(".day").querySelector("h2").getBoundingClientRect().bottom, top(".headline")];
  })()`);

describe.each(["en-GB", "ar"])("in %s", (language) => {
  test.each([768, 1280])("the time stays below the day while its post is read, at %i px", (width) =>
    withRiver(language, width, async (page) => {
      const beside = `(() => { const [time, text] = [".when time", ".text"].map((one) => document.querySelector("#p-9 " + one).getBoundingClientRect());
        return ${language === "ar" ? "time.left >= text.right" : "time.right <= text.left"}; })()`;
      expect(await page.evaluate(beside)).toBe(true);
      await intoPost(page, "p-9");
      const [time, day, headline] = await timeAndDay(page, "p-9");
      expect(headline).toBeLessThan(0);
      expect(time).toBeGreaterThanOrEqual(day);
      expect(time).toBeLessThan(day + 24);
      expect(await page.evaluate(beside)).toBe(true);
    }),
  );
});

test("on a phone the time stands above its headline and leaves with it", () =>
  withRiver("en-GB", 360, async (page) => {
    await intoPost(page, "p-9");
    expect((await timeAndDay(page, "p-9"))[0]).toBeLessThan(0);
  }));

test("on paper the time stands where its post begins", () =>
  withRiver("en-GB", 1280, async (page) => {
    await page.emulateMedia({ media: "print" });
    await intoPost(page, "p-9");
    const [time, , headline] = await timeAndDay(page, "p-9");
    expect(Math.abs(time - headline)).toBeLessThan(40);
  }));

test("a heading is still named by its time and its headline", () =>
  withRiver("en-GB", 1280, async (page) => {
    const headline = (await page.locator("#p-9 .headline").innerText()).trim();
    const heading = page.locator("#p-9").getByRole("heading", { level: 3 });
    expect(await heading.ariaSnapshot()).toMatch(/^- heading "\d\d:\d\d [A-Z]{3}/);
    expect(await heading.ariaSnapshot()).toContain(headline);
  }));

test("the table of contents marks the post that is read, and follows it", () =>
  withRiver("en-GB", 1280, async (page) => {
    const marked = `document.querySelector(".jump a:target-current")?.hash`;
    for (const id of ["p-9", "p-2", "p-6"]) {
      await page.evaluate(`document.getElementById("${id}").scrollIntoView()`);
      await eventually(() => page.evaluate(marked)).toBe(`#${id}`);
      const seen = `(() => { const list = document.querySelector(".jump .scroll").getBoundingClientRect();
        const line = document.querySelector(".jump a:target-current").getBoundingClientRect();
        return line.top >= list.top - 1 && line.bottom <= list.bottom + 1; })()`;
      await eventually(() => page.evaluate(seen), id).toBe(true);
    }
  }));

test("the table of contents stays where the reader scrolled it while the pointer is there", () =>
  withRiver("en-GB", 1280, async (page) => {
    const place = () => page.evaluate<number>(`document.querySelector(".jump .scroll").scrollTop`);
    await page.evaluate(`document.getElementById("p-0").scrollIntoView()`);
    await eventually(place).toBeGreaterThan(100);
    await page.locator(".jump a").last().hover();
    const before = await place();
    await page.mouse.wheel(0, -100);
    await eventually(place).toBe(before - 100);
  }));
