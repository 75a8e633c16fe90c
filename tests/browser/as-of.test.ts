/** The page as of a moment, seen: the sentence above the title, and the density strip as its slider, in every language. */
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { eventually } from "./eventually.ts";
import { axeFindings, fromDisk, mostly, openBrowser } from "./harness.ts";
import { invented } from "./invented.ts";
import { withPage } from "./sample.ts";
import { tongues } from "./tongues.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});

/** The river, from 22:10 to 10:10, after five of its posts. */
const moment = "#at=2024-05-17T02:40+01:00";
const onRiver = (
  language: string,
  run: (page: Page) => Promise<void>,
  options: BrowserContextOptions = {},
  rest = moment,
): Promise<void> =>
  withPage(
    browser,
    async (page) => {
      await page.goto(`${(await fromDisk(await invented(language))).base}river/index.html${rest}`);
      await run(page);
    },
    { viewport: { width: 1280, height: 900 }, timezoneId: "Europe/London", ...options },
  );

const box = (page: Page, selector: string) =>
  page.evaluate<{ left: number; top: number; width: number; height: number; bottom: number }>(
    `document.querySelector(${JSON.stringify(selector)}).getBoundingClientRect().toJSON()`,
  );
const shown = (page: Page) => page.locator(".posts > li:visible").count();
const said = async (page: Page) => ((await page.locator(".moment b").textContent()) ?? "").replaceAll("\u00a0", " ");

const languages = mostly(
  tongues.map(({ language }) => language),
  3,
);

describe.each(languages)("in %s", (language) => {
  test.each(mostly([320, 1280, 360], 2))("the moment stands above the title in one sentence, at %i px", (width) =>
    onRiver(
      language,
      async (page) => {
        await page.locator(".moment").waitFor();
        expect(await said(page)).toMatch(/^[^{}]*02:40 BST[^{}]*$/);
        expect((await box(page, ".moment")).bottom).toBeLessThanOrEqual((await box(page, "h1")).top);
        expect((await box(page, ".moment")).height).toBeLessThan(width < 1280 ? 190 : 70);
        expect(await page.evaluate("document.scrollingElement.scrollWidth")).toBeLessThanOrEqual(width);
        await page.locator(".moment a").press("Enter");
        await eventually(() => shown(page)).toBe(12);
        expect(await page.locator(".moment").isVisible()).toBe(false);
      },
      { viewport: { width, height: 900 } },
    ),
  );
});

const fills = (page: Page) =>
  page.evaluate<readonly (readonly [boolean, string])[]>(
    `[...document.querySelectorAll(".strip a")].map((bar) => [bar.matches(".later"), getComputedStyle(bar.lastElementChild).fill])`,
  );

test.each([
  ["light", {}],
  ["dark", { colorScheme: "dark" }],
  ["forced colours", { forcedColors: "active" }],
] as const)("bars after the moment have another colour than those before it: %s", (_, options) =>
  onRiver(
    "en-GB",
    async (page) => {
      const all = await fills(page);
      const [before, after] = [false, true].map((wanted) =>
        all.filter(([later]) => later === wanted).map(([, fill]) => fill),
      );
      expect(before).toHaveLength(await shown(page));
      expect(after!.length).toBeGreaterThan(0);
      expect(new Set([...before!, ...after!]).size).toBe(2);
      expect(before).not.toContain(after![0]);
      expect(await axeFindings(page)).toEqual([]);
      await page.locator(".moment a").press("Enter");
      await eventually(async () => (await fills(page)).some(([later]) => later)).toBe(false);
    },
    options,
  ),
);

describe.each([1280, 360])("at %i px", (width) => {
  const options = { viewport: { width, height: 900 } };

  test.each(["en-GB", "ar"])(
    "the slider lies on the bars, and a click beside a bar shows its moment, in %s",
    (language) =>
      onRiver(
        language,
        async (page) => {
          const [slider, strip] = [await box(page, ".slider"), await box(page, ".strip")];
          expect([slider.left, slider.top, slider.width]).toEqual([strip.left, strip.top, strip.width]);
          expect(Math.abs(slider.bottom - (await box(page, ".ruler line")).top)).toBeLessThan(1);
          const id = await page.locator(".strip a").nth(6).getAttribute("href");
          const bar = await page
            .locator(".strip a")
            .nth(6)
            .evaluate((one) => one.lastElementChild!.getBoundingClientRect().toJSON());
          await page.mouse.click(bar.left + (language === "ar" ? -2 : bar.width + 2), slider.top + 20);
          await eventually(() => shown(page)).toBe(7);
          expect(`#${await page.locator(".posts > li:visible .post").first().getAttribute("id")}`).toBe(id);
          expect(decodeURIComponent(page.url())).toMatch(/#at=2024-05-17T0\d:\d\d:00\+01:00$/);
        },
        options,
      ),
  );

  test("the pointer that is drawn over the strip goes through all moments, never beyond the first and the last post", () =>
    onRiver(
      "en-GB",
      async (page) => {
        const { left, top, width: wide } = await box(page, ".slider");
        await page.mouse.move(left + wide / 2, top + 20);
        await page.mouse.down();
        await page.mouse.move(left + 1, top + 30, { steps: 4 });
        await eventually(() => shown(page)).toBe(1);
        expect(await said(page)).toContain("16 May 2024, 22:10 BST");
        await page.mouse.move(left + wide - 1, top + 30, { steps: 4 });
        await page.mouse.up();
        await eventually(() => shown(page)).toBe(12);
      },
      options,
    ));
});

test("the slider says its moment to those who hear it", () =>
  onRiver("en-GB", async (page) => {
    const slider = page.getByRole("slider", { name: "Replay" });
    await slider.press("Home");
    await eventually(() => slider.getAttribute("aria-valuetext")).toMatch(
      /^As it stood on 16 May 2024, 22:10\sBST · 1 of 12 posts$/,
    );
  }));

test("paper says that it is not the whole, and has none of the controls", () =>
  onRiver("en-GB", async (page) => {
    await page.locator(".moment").waitFor();
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".moment b").isVisible()).toBe(true);
    for (const control of [".moment a", ".slider", ".tools"])
      expect(await page.locator(control).first().isVisible(), control).toBe(false);
    expect(await page.locator(".strip").isVisible()).toBe(true);
  }));

test("a page that shows the whole event has no sentence and no slider", () =>
  onRiver(
    "en-GB",
    async (page) => {
      await page.locator("form.tools").waitFor();
      expect(await page.locator(".moment").isVisible()).toBe(false);
      expect(await page.locator(".slider").isVisible()).toBe(false);
    },
    {},
    "",
  ));

test("a page that shall show a moment is not seen before it does, and is seen after a while where its script does not come", () =>
  withPage(browser, async (page) => {
    await page.route("**/script-*", (route) => route.abort());
    await page.goto(`${(await fromDisk(await invented("en-GB"))).base}river/index.html${moment}`);
    const visibility = () => page.evaluate("getComputedStyle(document.querySelector('h1')).visibility");
    await eventually(visibility).toBe("visible");
    expect(await shown(page)).toBe(12);
    const waits = "getComputedStyle(document.body).animationDelay";
    expect(await page.evaluate(waits)).toBe("2s");
    await page.goto("about:blank");
    await page.goto(`${(await fromDisk(await invented("en-GB"))).base}river/index.html#p-3`);
    expect(await page.evaluate(waits)).toBe("0s");
    expect(await visibility()).toBe("visible");
  }));
