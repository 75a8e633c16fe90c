/** A page of 1,500 posts: what is out of sight is neither styled nor laid out, whatever the reader does, and yet a jump comes where it should. */
import type { Browser, Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { eventually } from "./eventually.ts";
import { fromDisk, openBrowser } from "./harness.ts";
import { invented } from "./invented.ts";
import { withPage } from "./sample.ts";

let browser: Browser;
let base: string;
beforeAll(async () => {
  browser = await openBrowser();
  base = (await fromDisk(await invented("looks"))).base;
});

const count = 1500;
const phone = { width: 390, height: 844 };
const desktop = { width: 1280, height: 900 };

const onPage = (rest: string, viewport: typeof phone, run: (page: Page) => Promise<void>) =>
  withPage(
    browser,
    async (page) => {
      await page.goto(`${base}many/${rest}`);
      await run(page);
    },
    { viewport, timezoneId: "Europe/London" },
  );

const atRest = (page: Page) => page.locator(":root.settled").waitFor();

describe.each([phone, desktop])("on a window of $width px", (viewport) => {
  test.each([
    ["all", "at once", "#p-700"],
    ["oldest", "at once", "#p-700"],
    ["all", "once the page is at rest", ""],
    ["oldest", "once the page is at rest", ""],
  ])("a link leads to its post in %s.html, %s", (file, _when, start) =>
    onPage(`${file}.html${start}`, viewport, async (page) => {
      if (start === "") await atRest(page);
      for (const id of ["p-700", "p-20", "p-1480"]) {
        if (start === "" || id !== "p-700") await page.evaluate(`location.hash = "${id}"`);
        await page.evaluate(
          `(async () => { for (let n = 0; n < 20; n++) await new Promise(requestAnimationFrame); })()`,
        );
        const clear = `(() => {
          const post = document.getElementById("${id}");
          const top = post.querySelector("h3").getBoundingClientRect().top;
          const below = top - post.closest(".day").querySelector("h2").getBoundingClientRect().bottom;
          return below >= -1 && below < 60 ? "clear" : below;
        })()`;
        await eventually(() => page.evaluate(clear), id).toBe("clear");
      }
    }),
  );
});

test("the page keeps about its length while it is read, so that the scrollbar does not jump", () =>
  onPage("all.html", phone, async (page) => {
    const height = () => page.evaluate<number>("document.scrollingElement.scrollHeight");
    const guessed = await height();
    // What lies within a window and a half is laid out.
    await page.evaluate(`(async () => {
      for (let y = 0; y < document.scrollingElement.scrollHeight; y += 3 * innerHeight) {
        scrollTo(0, y);
        for (let n = 0; n < 2; n++) await new Promise(requestAnimationFrame);
      }
    })()`);
    const real = await height();
    expect(Math.abs(real / guessed - 1)).toBeLessThan(0.25);
    expect(real).not.toBe(guessed);
  }));

interface Cost {
  readonly styled: number;
  readonly laidOut: number;
  readonly layouts: number;
}

/** How many elements are styled at once at most, how many boxes laid out, and how often: the browser counts them, however fast it is. */
async function costOf(page: Page, run: () => Promise<void>): Promise<Cost> {
  await browser.startTracing(page, { categories: ["devtools.timeline"] });
  await run();
  // The reader's place is noted half a second after they rest.
  await page.waitForTimeout(700);
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
    readonly traceEvents: readonly TraceEvent[];
  };
  const named = (name: string) => traceEvents.filter((event) => event.name === name);
  const most = (name: string, size: (event: TraceEvent) => number | undefined) =>
    Math.max(0, ...named(name).map((event) => size(event) ?? 0));
  return {
    styled: most("UpdateLayoutTree", ({ args }) => args.elementCount),
    laidOut: most("Layout", ({ args }) => args.beginData?.dirtyObjects),
    layouts: named("Layout").length,
  };
}

interface TraceEvent {
  readonly name: string;
  readonly args: { readonly elementCount?: number; readonly beginData?: { readonly dirtyObjects: number } };
}

const few = ({ styled, laidOut, layouts }: Cost, what: string): void => {
  expect(styled, what).toBeLessThan(count);
  expect(laidOut, what).toBeLessThan(count);
  expect(layouts, what).toBeLessThan(count / 5);
};

test("what is out of sight is left alone while the reader scrolls, jumps, goes from post to post and through the times", () =>
  onPage("all.html", desktop, async (page) => {
    await atRest(page);
    const steps: Readonly<Record<string, () => Promise<void>>> = {
      End: () => page.keyboard.press("End"),
      "a turn of the wheel": () => page.mouse.wheel(0, -2000),
      "page up": () => page.keyboard.press("PageUp"),
      k: () => page.keyboard.press("k"),
      "a link": () => page.evaluate(`location.hash = "p-700"`),
      Home: () => page.keyboard.press("Home"),
      j: () => page.keyboard.press("j"),
    };
    for (const [name, run] of Object.entries(steps)) few(await costOf(page, run), name);
    await page.getByRole("button", { name: "Replay" }).click();
    await page.locator(".slider").press("End");
    few(await costOf(page, () => page.keyboard.press("ArrowLeft")), "a step back in time");
  }));

test("a search looks only at posts that come or go with a key, not at all of them", () =>
  onPage("all.html", desktop, async (page) => {
    await atRest(page);
    await page.locator("#the_search").focus();
    await costOf(page, () => page.keyboard.type("(7"));
    await eventually(() => page.locator(".posts > li:not([hidden])").count()).toBeLessThan(count / 2);
    for (const key of "0)") few(await costOf(page, () => page.keyboard.press(key)), key);
  }));
