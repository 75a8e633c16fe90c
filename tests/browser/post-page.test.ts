/** The page of a post: what stands beside its text, what comes after it on a phone, and its date, in every language. */
import type { Browser, Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { fromDisk, mostly, openBrowser } from "./harness.ts";
import { invented } from "./invented.ts";
import { withPage } from "./sample.ts";
import { tongues } from "./tongues.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});

const onPost = (language: string, width: number, run: (page: Page) => Promise<void>): Promise<void> =>
  withPage(
    browser,
    async (page) => {
      await page.goto(`${(await fromDisk(await invented(language))).base}river/p-3/index.html`);
      await run(page);
    },
    { viewport: { width, height: 900 } },
  );

interface Box {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  readonly height: number;
}
const boxOf = (page: Page, selector: string): Promise<Box> =>
  page.evaluate(`document.querySelector(${JSON.stringify(selector)}).getBoundingClientRect().toJSON()`);

describe.each(
  mostly(
    tongues.map(({ language }) => language),
    3,
  ),
)("in %s", (language) => {
  test.each([360, 768, 1280])("the date of a post stands on one line, clear of its headline, at %i px", (width) =>
    onPost(language, width, async (page) => {
      const [date, headline] = [await boxOf(page, "#the_post .when .date"), await boxOf(page, ".headline")];
      expect(date.height).toBeLessThan(30);
      expect(date.bottom).toBeLessThanOrEqual(headline.top + 1);
    }),
  );
});

test("beside a post stand its neighbours and the summary, which begin no later than its text", () =>
  onPost("en-GB", 1280, async (page) => {
    const [text, ways, summary] = [
      await boxOf(page, ".text"),
      await boxOf(page, ".neighbours"),
      await boxOf(page, ".summary"),
    ];
    expect(ways.left).toBeGreaterThan(text.right);
    expect(ways.top).toBeLessThanOrEqual(text.top);
    expect(summary.left).toBe(ways.left);
    expect(summary.top).toBeGreaterThanOrEqual(ways.bottom);
  }));

test("a summary that is longer than a short post leaves no holes in it", () =>
  onPost("en-GB", 1280, async (page) => {
    await page.evaluate(`document.querySelector(".summary").style.blockSize = "4000px"`);
    const [post, back] = [await boxOf(page, "#the_post"), await boxOf(page, ".back")];
    expect(back.top - post.bottom).toBeLessThan(2);
  }));

test.each([360, 768])("at %i px the post comes first, then its neighbours, then the summary, at one indent", (width) =>
  onPost("en-GB", width, async (page) => {
    const parts = [".text", ".back a", ".record", ".neighbours", ".summary"];
    const boxes = await Promise.all(parts.map((part) => boxOf(page, part)));
    const tops = boxes.map(({ top }) => top);
    expect(tops).toEqual(tops.toSorted((a, b) => a - b));
    const left = await page.evaluate(
      `[".text > *", ".back a", ".record h2", ".neighbours a", ".summary h2"].map((part) => Math.round(document.querySelector(part).getBoundingClientRect().left))`,
    );
    expect(new Set(left as number[]).size).toBe(1);
  }),
);
