/** Reading comfort: high contrast, forced colours, reduced motion, paper, and pages that do not move while they come. */
import type { Browser, Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { eventually } from "./eventually.ts";
import { axeFindings, fromDisk, openBrowser, serveFolder } from "./harness.ts";
import { invented, kinds } from "./invented.ts";
import { withPage } from "./sample.ts";
import { tabThrough } from "./walk.ts";

let browser: Browser;
let site: string;
beforeAll(async () => {
  browser = await openBrowser();
  site = await invented("en-GB");
});

const open = async (page: Page, rest: string): Promise<void> => {
  await page.goto(`${(await fromDisk(site)).base}${rest}`);
};
const schemes = ["light", "dark"] as const;

describe.each(schemes)("with more contrast, %s,", (colorScheme) => {
  test("all text stands out seven to one, and each mark three to one", () =>
    withPage(
      browser,
      async (page) => {
        for (const file of Object.values(kinds)) {
          await open(page, file);
          expect(await axeFindings(page, ["color-contrast-enhanced"]), file).toEqual([]);
        }
        await open(page, "river/index.html");
        const edge = `(() => { const probe = document.createElement("i"); document.body.append(probe);
          const channels = (name) => { probe.style.color = "var(" + name + ")"; return getComputedStyle(probe).color.match(/[\\d.]+/g).slice(0, 3).map((c) => c / 255).map((c) => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4); };
          const light = (name) => { const [r, g, b] = channels(name); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
          const [low, high] = [light("--paper"), light("--rule")].sort((a, b) => a - b);
          return (high + 0.05) / (low + 0.05); })()`;
        expect(await page.evaluate<number>(edge)).toBeGreaterThan(3);
      },
      { colorScheme, contrast: "more" },
    ));
});

describe("in forced colours", () => {
  test.each(Object.entries(kinds))("the focus is seen everywhere on the %s, and axe has nothing to say", (_, file) =>
    withPage(
      browser,
      async (page) => {
        await open(page, file);
        expect((await tabThrough(page)).filter(({ wrong }) => wrong !== "")).toEqual([]);
        expect(await axeFindings(page)).toEqual([]);
      },
      { forcedColors: "active", timezoneId: "Asia/Tokyo" },
    ),
  );

  test("marks of time, the mark of a jump and what is chosen are told from the page", () =>
    withPage(
      browser,
      async (page) => {
        await open(page, "river/index.html#p-4");
        await page.locator(".post:target").waitFor();
        const paper = "getComputedStyle(document.documentElement).backgroundColor";
        expect(
          await page.evaluate(
            `getComputedStyle(document.querySelector(".strip svg rect:not(.area)")).fill !== ${paper}`,
          ),
        ).toBe(true);
        expect(await page.evaluate(`getComputedStyle(document.querySelector(".ruler rect")).fill !== ${paper}`)).toBe(
          true,
        );
        expect(await page.evaluate(`getComputedStyle(document.querySelector(".post:target")).outlineStyle`)).toBe(
          "solid",
        );
        expect(
          await page.evaluate(
            `getComputedStyle(document.querySelector(".when > span"), "::after").borderBlockStartColor !== ${paper}`,
          ),
        ).toBe(true);
        await page.locator(".filters summary").click();
        await eventually(() =>
          page.evaluate(`getComputedStyle(document.querySelector(".filters summary")).fontWeight`),
        ).toBe("600");
      },
      { forcedColors: "active" },
    ));
});

test("for a reader who wants no motion nothing moves by itself, and a jump is marked all the same", () =>
  withPage(
    browser,
    async (page) => {
      await page.clock.install();
      await open(page, "river/index.html#p-4");
      await page.locator(".post:target").waitFor();
      expect(await page.evaluate("document.getAnimations().length")).toBe(0);
      expect(await page.evaluate("getComputedStyle(document.documentElement).scrollBehavior")).toBe("auto");
      const mark = `getComputedStyle(document.querySelector(".post:target"), "::before").borderInlineStartWidth`;
      expect(await page.evaluate(mark)).toBe("4px");
      // It plays when it is asked to, in steps: nothing slides or fades.
      const count = () => page.locator(".posts > li:visible").count();
      // A slow machine may not look at every step: no time passes but what is told.
      await page.clock.pauseAt(Date.now() + 3_600_000);
      await page.getByRole("button", { name: "Replay" }).click();
      await eventually(count).toBe(1);
      await page.clock.runFor(1300);
      await eventually(count).toBe(2);
      expect(await page.evaluate("document.getAnimations().length")).toBe(0);
    },
    { reducedMotion: "reduce" },
  ));

describe("on paper", () => {
  const visible = (selector: string) =>
    `[...document.querySelectorAll(${JSON.stringify(selector)})].filter((one) => one.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true })).map((one) => one.outerHTML.slice(0, 100))`;

  test.each(Object.entries(kinds))(
    "the %s has all its text, no controls, and the address of each link outward",
    (_, file) =>
      withPage(
        browser,
        async (page) => {
          await open(page, file);
          await page.emulateMedia({ media: "print" });
          expect(
            await page.evaluate(
              visible("button, input, select, .skip, .order, .further, .end, .neighbours, .jump, .large"),
            ),
          ).toEqual([]);
          const posts = await page.locator(".post").count();
          expect(await page.evaluate(`${visible(".post")}.length`)).toBe(posts);
          expect(await page.evaluate(`${visible(".post .text")}.length`)).toBe(posts);
          const bare = `[...document.querySelectorAll('main a[href^="http"]')].filter((link) => link.checkVisibility() && !link.textContent.includes(link.href) && !getComputedStyle(link, "::after").content.includes(link.getAttribute("href"))).map((link) => link.outerHTML)`;
          expect(await page.evaluate(bare)).toEqual([]);
        },
        { timezoneId: "Asia/Tokyo" },
      ),
  );

  test("a post's citation and provenance are printed, though they are folded", () =>
    withPage(browser, async (page) => {
      await open(page, "river/p-3/index.html");
      await page.emulateMedia({ media: "print" });
      for (const part of ["#cite_text", ".provenance dd"])
        expect(await page.evaluate(`document.querySelector("${part}").checkVisibility()`), part).toBe(true);
    }));

  test("is white, also for a reader in the dark", () =>
    withPage(
      browser,
      async (page) => {
        await open(page, "river/index.html");
        await page.emulateMedia({ media: "print", colorScheme: "dark" });
        expect(await page.evaluate("getComputedStyle(document.documentElement).backgroundColor")).toBe(
          "rgb(255, 255, 255)",
        );
        expect(await page.evaluate("getComputedStyle(document.querySelector('.text')).color")).toBe("rgb(0, 0, 0)");
      },
      { colorScheme: "dark" },
    ));
});

/** Sums what moves without being asked to. */
const moved =
  "window.moved = []; new PerformanceObserver((list) => { for (const one of list.getEntries()) if (!one.hadRecentInput) window.moved.push(one.value + ' ' + one.sources.map(({ node }) => node?.className ?? node?.nodeName).join()); }).observe({ type: 'layout-shift', buffered: true });";

describe.each([
  ["a phone", { width: 390, height: 844 }],
  ["a desktop", { width: 1280, height: 900 }],
] as const)("on %s", (_, viewport) => {
  test.each([
    ["front page", ""],
    ["live page, newest first", ""],
    ["live page, newest first", "#at=2024-05-17T02:40:00+01:00"],
    ["post page", ""],
    ["gallery", ""],
    ["whole event", ""],
  ] as const)("the %s%s does not move while its script and pictures come, however late", (kind, rest) =>
    withPage(
      browser,
      async (page) => {
        const place = await serveFolder(site, "/");
        const late = async (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
        await page.route(/\/pictures\//, async (route) => {
          await late(300);
          await route.continue();
        });
        await page.route(/\/script-/, async (route) => {
          await late(600);
          await route.continue();
        });
        await page.addInitScript(moved);
        await page.goto(`${place.base}${kinds[kind]}${rest}`);
        await page.evaluate(
          "Promise.all([...document.images].filter((image) => image.checkVisibility()).map((image) => { image.loading = 'eager'; return image.decode().catch(() => {}); }))",
        );
        await late(200);
        expect(await page.evaluate("window.moved")).toEqual([]);
        await place.close();
      },
      { viewport, timezoneId: "Asia/Tokyo" },
    ),
  );
});
