/** The clock that a reader chooses, by keyboard: for posts, for lists of them and for the moment of a view, here and at the event. */
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { printInstant } from "../../src/model/instant.ts";
import { eventually } from "./eventually.ts";
import { beforeScripts, mostly, openBrowser, type Place } from "./harness.ts";
import { longest, onLongest, places } from "./longest.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});

describe.each(mostly(places, 1))("the script %s", (_, open) => {
  let place: Place;
  beforeAll(async () => {
    place = await open();
  });
  afterAll(() => place?.close());

  const onPage = (run: (page: Page) => Promise<void>, rest = "", options: BrowserContextOptions = {}) =>
    onLongest(browser, place, run, rest, options);

  test("shows times where the reader is, with the day where it is another, and as published again", () =>
    onPage(
      async (page) => {
        const text = () => page.locator(".posts .when time").first().innerText();
        const published = await text();
        await page.getByLabel("Times", { exact: true }).selectOption("reader");
        const epoch = longest.posts[0]!.published!.epoch;
        const parts = new Intl.DateTimeFormat("en-GB", {
          timeZone: "Pacific/Kiritimati",
          hour: "2-digit",
          minute: "2-digit",
        });
        expect(await text()).toContain(parts.format(epoch));
        const shifted = await page.locator(".posts .shifted").count();
        expect(shifted).toBeGreaterThan(0);
        expect(await page.locator(".posts .when time").first().getAttribute("datetime")).toBe(
          printInstant(longest.posts[0]!.published!),
        );
        await page.reload();
        expect(await page.locator(".posts .shifted").count()).toBe(shifted);
        await page.getByLabel("Times", { exact: true }).selectOption("page");
        expect(await text()).toBe(published);
      },
      "",
      { timezoneId: "Pacific/Kiritimati" },
    ));

  test("says a moment by the clock that the reader chose", () =>
    onPage(
      async (page) => {
        const said = page.locator(".moment b");
        const ofNewest = async (): Promise<readonly (string | null)[]> => {
          const time = page.locator(".posts > li:not([hidden]) .when time").first();
          return await Promise.all(["b", ".zone"].map((part) => time.locator(part).textContent()));
        };
        await page.getByLabel("Times", { exact: true }).selectOption("reader");
        await page.evaluate(`location.hash = ${JSON.stringify(`at=${printInstant(longest.posts[3]!.published!)}`)}`);
        await eventually(() => said.textContent()).toContain(`, ${(await ofNewest()).join("\u00a0")} ·`);
        const before = await said.textContent();
        await page.getByLabel("Times", { exact: true }).selectOption("page");
        expect(await said.textContent()).toContain(`, ${(await ofNewest()).join("\u00a0")} ·`);
        expect(await said.textContent()).not.toBe(before);
        // No post is of that minute: the zone is that of the post before it.
        await page.evaluate(`location.hash = "at=2024-05-16T23:01:30Z"`);
        await eventually(() => said.textContent()).toContain("17 May 2024, 00:01\u00a0BST ·");
        await page.evaluate(`location.hash = "at=2024-05-16T08:02+03:00"`);
        await eventually(() => said.textContent()).toContain("16 May 2024, 06:02\u00a0BST · 0 of");
      },
      "",
      { timezoneId: "Pacific/Kiritimati" },
    ));

  test("offers no zones where all clocks show the same, and that of the event where the page names it", () =>
    onPage(async (page) => {
      expect(await page.locator(".zones").count()).toBe(0);
      await beforeScripts(page, `document.querySelector("main").dataset.eventZone = "Asia/Shanghai"`);
      await page.reload();
      await page.getByLabel("Times", { exact: true }).selectOption("event");
      expect(await page.locator(".posts .when .zone").first().innerText()).toBe("UTC+8");
    }));
});
