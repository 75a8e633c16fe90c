/** Where things stand: nothing is cut off at any width or size of text, right-to-left pages are mirrored, jumps come clear of what is sticky. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { eventually } from "./eventually.ts";
import { fromDisk, long, mostly, openBrowser } from "./harness.ts";
import { invented, kinds } from "./invented.ts";
import { fontsAllowed, setRealSerif } from "./real-serif.ts";
import { withPage } from "./sample.ts";

let browser: Browser;
/** Of a reader who has set the text twice as large. */
let large: Browser;
const sites = new Map<string, string>();
const languages = ["en-GB", "ar"] as const;
beforeAll(async () => {
  browser = await openBrowser();
  large = await openBrowser("--blink-settings=defaultFontSize=32");
  for (const name of [...languages, "looks"]) sites.set(name, await invented(name));
});
afterAll(async () => {
  await large?.close();
});

const open = async (page: Page, site: string, rest: string): Promise<void> => {
  await page.goto(`${(await fromDisk(sites.get(site) ?? "")).base}${rest}`);
  const id = /#([\w-]+)$/.exec(rest)?.[1];
  if (id !== undefined) await page.locator(`#${id}:target`).waitFor();
};

/** What stands beyond an edge of the window, except in what scrolls by itself and what is for other ears. */
const beyond = `(() => {
  const width = document.documentElement.clientWidth;
  const out = [...document.querySelectorAll("body *")].filter((one) => {
    if (one.closest(".skip, .hidden, .table, .large:not(:target), svg *") !== null || !one.checkVisibility()) return false;
    const { left, right, width: own } = one.getBoundingClientRect();
    return own > 0 && (left < -1 || right > width + 1);
  });
  const sideways = document.scrollingElement.scrollWidth > width ? ["the page scrolls to " + document.scrollingElement.scrollWidth] : [];
  return [...sideways, ...out.slice(0, 3).map((one) => one.outerHTML.slice(0, 100))];
})()`;

/** 320 px are also what is left of 1,280 at four times the size. */
describe.each(languages)("in %s nothing is cut off", (language) => {
  const files = [
    ...Object.values(kinds),
    "river/index.html?q=a#at=2024-05-17T02:00+01:00",
    "river/gallery.html#picture_p-11_1",
  ];

  // Without much time one language is seen in usual text, the other in large text.
  test.each(long ? [320, 360, 768, 1280, 1920] : language === "ar" ? [] : [320])("at %i px", (width) =>
    withPage(
      browser,
      async (page) => {
        for (const file of files) {
          await open(page, language, file);
          expect(await page.evaluate(beyond), file).toEqual([]);
        }
      },
      { viewport: { width, height: 900 }, timezoneId: "Asia/Tokyo" },
    ),
  );

  test.each(long ? [360, 768, 1280] : language === "ar" ? [360] : [])("with text twice as large, at %i px", (width) =>
    withPage(
      large,
      async (page) => {
        for (const file of files) {
          await open(page, language, file);
          expect(await page.evaluate(`parseFloat(getComputedStyle(document.documentElement).fontSize)`)).toBe(32);
          expect(await page.evaluate(beyond), file).toEqual([]);
        }
      },
      { viewport: { width, height: 900 }, timezoneId: "Asia/Tokyo" },
    ),
  );
});

test.each(long ? [320, 360, 768, 1280] : [320])("in a serif that readers have nothing is cut off, at %i px", (width) =>
  withPage(
    browser,
    async (page) => {
      for (const file of Object.values(kinds)) {
        await open(page, "en-GB", file);
        await setRealSerif(page);
        expect(await page.evaluate(beyond), file).toEqual([]);
      }
    },
    { viewport: { width, height: 900 }, ...fontsAllowed },
  ),
);

test.each(mostly([320, 1280, 768], 2))(
  "long headlines and a word of sixty letters stay on the page, at %i px",
  (width) =>
    withPage(
      browser,
      async (page) => {
        for (const file of ["index.html", "oldest.html", "p-4/index.html", "p-5/index.html"]) {
          await open(page, "looks", `headlines/${file}`);
          expect(await page.evaluate(beyond), file).toEqual([]);
        }
      },
      { viewport: { width, height: 900 } },
    ),
);

/** The middle of the first element that the selector finds. */
const middle = (page: Page, selector: string): Promise<number> =>
  page.evaluate(
    `(() => { const { left, right } = document.querySelector(${JSON.stringify(selector)}).getBoundingClientRect(); return (left + right) / 2; })()`,
  );

describe("what is written from the right is read from the right", () => {
  /** In English the first of each stands at the left of the second. */
  const pairs = [
    ["the times and the posts", "river/index.html", "#p-9 .when", "#p-9 .headline"],
    ["the stream and its summary", "river/index.html", ".stream", ".rail"],
    ["the search and the filters", "river/index.html", ".find input", ".filters"],
    ["times and names in a list", "river/index.html", ".events .at", ".events .name"],
    ["the first hour and the last", "river/index.html", ".strip a:first-of-type", ".strip a:last-of-type"],
    ["a post and the posts beside it", "river/p-3/index.html", "#the_post", ".neighbours"],
    ["the ways between pictures", "river/gallery.html#picture_p-7_1", ".large:target .prev", ".large:target .next"],
    [
      "a picture's place and the way to close it",
      "river/gallery.html#picture_p-7_1",
      ".large:target .extent",
      ".large:target .close",
    ],
    ["dates and titles on the front page", "index.html", ".page .dates", ".title a"],
  ] as const;
  test.each(pairs)("%s", (_, file, first, second) =>
    withPage(
      browser,
      async (page) => {
        for (const language of languages) {
          await open(page, language, file);
          const order = (await middle(page, first)) < (await middle(page, second));
          expect(order, language).toBe(language === "en-GB");
        }
      },
      { viewport: { width: 1280, height: 900 } },
    ),
  );
});

describe.each(mostly([360, 1280], 1))("at %i px a jump shows the post's heading clear of the day's", (width) => {
  const files = [
    ["ar", "river/index.html"],
    ["en-GB", "log/page-2.html"],
    ["en-GB", "log/all.html"],
    ["en-GB", "river/index.html"],
    ["ar", "log/all.html"],
    ["looks", "many/oldest.html"],
  ] as const;
  test.each(mostly(files, 3))("%s/%s", (site, file) =>
    withPage(
      browser,
      async (page) => {
        const clear = `(() => { const post = document.querySelector(".post:target");
          if (post === null) return "no target";
          const top = post.querySelector("h3").getBoundingClientRect().top, edge = post.closest(".day").querySelector("h2").getBoundingClientRect().bottom;
          const end = document.scrollingElement.scrollHeight - innerHeight - scrollY < 2;
          return top >= edge - 1 && (top < edge + 100 || end) && top < innerHeight; })()`;
        await open(page, site, file);
        const ids = await page.locator(".posts .post").evaluateAll((all) => all.map(({ id }) => id));
        for (const id of [ids.at(1), ids.at(ids.length / 2), ids.at(-1), ids.at(-3)]) {
          await open(page, site, `${file}?fresh=${id}#${id}`);
          await eventually(() => page.evaluate(clear), `${id}, at once`).toBe(true);
        }
        for (const id of [ids.at(2), ids.at(ids.length / 3), ids.at(-2)]) {
          await page.evaluate(`location.hash = ${JSON.stringify(id)}`);
          await eventually(() => page.evaluate(clear), `${id}, by a link`).toBe(true);
        }
      },
      { viewport: { width, height: 800 } },
    ),
  );
});

const longPages = [
  ["en-GB", "log/all.html", 110],
  ["looks", "many/all.html", 700],
] as const;
test.each(mostly(longPages, 1))("j and k show each heading of %s/%s clear of the day's", (site, file, start) =>
  withPage(browser, async (page) => {
    await open(page, site, `${file}#p-${start}`);
    const focused = `(() => { const post = document.activeElement.closest(".post");
      const top = post.querySelector("h3").getBoundingClientRect().top;
      return top >= post.closest(".day").querySelector("h2").getBoundingClientRect().bottom - 1 && top < 200 ? post.id : post.id + " at " + top; })()`;
    const arrived = `(() => { const { top } = document.querySelector(":target h3").getBoundingClientRect(); return top > 0 && top < 200; })()`;
    await eventually(() => page.evaluate(arrived)).toBe(true);
    for (const [key, step] of [
      ["j", 0],
      ["j", -1],
      ["j", -2],
      ["k", -1],
      ["k", 0],
      ["k", 1],
    ] as const) {
      await page.keyboard.press(key);
      await eventually(() => page.evaluate(focused)).toBe(`p-${start + step}`);
    }
  }),
);
