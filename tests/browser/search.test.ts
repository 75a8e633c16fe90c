/** The search over all live pages, and over all pages of one event: by keyboard, from disk and from a deep folder. */
import { renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { eventually } from "./eventually.ts";
import { axeFindings, fromDisk, mostly, openBrowser, type Place, serveFolder, sightsOf, watch } from "./harness.ts";
import { withPage } from "./sample.ts";
import { buildSearchArchive, hostile, livePages } from "./search-archive.ts";

let browser: Browser;
let root: string;
let out: string;
beforeAll(async () => {
  ({ root, out } = buildSearchArchive());
  browser = await openBrowser();
});
afterAll(async () => {
  if (root !== undefined) rmSync(root, { recursive: true, force: true });
});

const result = (page: Page) => page.locator(".result").innerText();
const hits = (page: Page) => page.locator(".hits li").allInnerTexts();
const names = (page: Page) => page.locator(".hits .name").allInnerTexts();
const found = (page: Page, text: string) => eventually(() => result(page)).toBe(text);
const searchFor = async (page: Page, question: string) => {
  await page.keyboard.press("/");
  await page.locator("#the_search").fill(question);
};

const places: readonly [string, (folder: string) => Promise<Place>][] = [
  ["from disk", fromDisk],
  ["under /a/b/c/", (folder) => serveFolder(folder, "/a/b/c/")],
];
describe.each(mostly(places, 1))("the search %s", (_, open) => {
  let place: Place;
  beforeAll(async () => {
    place = await open(out);
  });
  afterAll(() => place?.close());

  const onPage = (rest: string, run: (page: Page) => Promise<void>, options: BrowserContextOptions = {}) =>
    withPage(
      browser,
      async (page) => {
        const offences = watch(page, place.base);
        await page.goto(`${place.base}${rest}`);
        await run(page);
        expect(offences).toEqual([]);
      },
      { timezoneId: "Europe/London", ...options },
    );

  test("asks for no file before it is asked, then for those of the live pages, and for none twice", () =>
    onPage("index.html", async (page) => {
      const asked: string[] = [];
      page.on("request", (request) => {
        const file = request.url().slice(place.base.length);
        // A browser with a window asks for the icons too, when it likes.
        if (!/^(?:favicon|apple-touch-icon)\./.test(file)) asked.push(file);
      });
      await page.keyboard.press("/");
      expect(asked).toEqual([]);
      await page.keyboard.type("river");
      await found(page, "5 posts found");
      const progress = () => page.locator(".progress").innerText();
      await eventually(progress).toBe("Live pages searched: 50 of 50, newest first");
      expect(asked.toSorted()).toEqual(["search.js", ...livePages.map(({ slug }) => `${slug}/search.js`)].toSorted());
      await searchFor(page, "mill");
      await found(page, "1 post found");
      expect(asked).toHaveLength(livePages.length + 1);
    }));

  test("lists posts under their live pages, newest first, with the day and the clock of each page, and the words marked", () =>
    onPage("index.html?q=river", async (page) => {
      await found(page, "5 posts found");
      expect(await page.locator(".finds h2").allInnerTexts()).toEqual([
        "A storm over Fenwick",
        "The log of a long day",
      ]);
      expect((await hits(page)).map((text) => text.replace(/\s+/g, " "))).toEqual([
        "2 November 2024 09:05 GMT Nobody has been hurt. The river rises still.",
        expect.stringContaining("07:40 GMT The river is at the doors of the mill The police say"),
        "26 October 2024 14:20 BST Note 160 Line 160, by the river.",
        "11:40 BST Note 80 Line 80, by the river.",
        "09:00 BST Note 0 Line 0, by the river.",
      ]);
      expect(await page.locator("mark").allInnerTexts()).toEqual(["river", "river", "river", "river", "river"]);
      expect(await page.locator("#live_pages").isVisible()).toBe(false);
    }));

  test("is walked with the keyboard alone: to a post on its page of a long event, where the words are marked too, and back", () =>
    onPage("index.html", async (page) => {
      await page.keyboard.press("/");
      await page.keyboard.type("office 150");
      await found(page, "1 post found");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("ArrowDown");
      await eventually(() => page.evaluate("document.activeElement.querySelector('.name').textContent")).toBe(
        "Note 150",
      );
      await page.keyboard.press("Enter");
      await page.waitForURL(/log\/page-8\.html\?q=office(?:\+|%20)150#note-150$/);
      expect(await page.locator("#note-150").isVisible()).toBe(true);
      expect(await page.evaluate(`CSS.highlights.get("found").size`)).toBeGreaterThan(0);
      await page.goBack();
      await found(page, "1 post found");
      await page.locator("#the_search").press("Escape");
      await eventually(() => page.locator("#live_pages").isVisible()).toBe(true);
      expect(await page.locator("#the_search").inputValue()).toBe("");
      await eventually(() => new URL(page.url()).search).toBe("");
      expect(await page.locator(".hits").count()).toBe(0);
    }));

  test("shows five posts of a live page, and leads to all of them there", () =>
    onPage("index.html?q=reading", async (page) => {
      await found(page, "7 posts found");
      expect(await names(page)).toEqual([7, 6, 5, 4, 3].map((n) => `Gauge reading ${n}`));
      await page.getByRole("link", { name: "All posts found here" }).press("Enter");
      await page.waitForURL("**/storm/index.html?q=reading");
      await found(page, "7 posts found");
    }));

  test.each([
    ["Arabic behind an article, in another form of its letters", "مدينه", "ar", "rtl", "مستوى النهر يرتفع قرب الجسر"],
    ["Persian in Arabic letters, without its half-space", "ميرود", "fa", "rtl", "آب رودخانه بالا می‌رود"],
    ["Persian by a digit of another script", "14 بسته", "fa", "rtl", "آب رودخانه بالا می‌رود"],
    ["Chinese in the middle of a sentence", "夜间上涨", "zh-CN", "ltr", "渡口停航"],
    ["a name without its accents", "elodie gerard", "en-GB", "ltr", "The river is at the doors of the mill"],
  ])("finds %s", (_what, question, language, direction, name) =>
    onPage(`index.html?q=${encodeURIComponent(question)}`, async (page) => {
      await found(page, "1 post found");
      expect(await names(page)).toEqual([name]);
      const own = page.locator(".hits .name");
      expect([await own.getAttribute("lang"), await own.getAttribute("dir")]).toEqual([language, direction]);
      expect(await page.locator(".hits mark").count()).toBeGreaterThan(0);
      await page.locator(".hits a").press("Enter");
      await page.waitForURL(/#[a-z]-1$/);
      await eventually(() => page.locator(".posts > li:visible").count()).toBe(1);
    }),
  );

  test("finds a phrase in quotation marks only as it stands", () =>
    onPage("index.html?q=%22river rises%22", async (page) => {
      await found(page, "1 post found");
      await searchFor(page, '"rises river"');
      await found(page, "No post has these words.");
    }));

  test("shows hostile words as words", () =>
    onPage("index.html?q=onerror", async (page) => {
      await found(page, "1 post found");
      expect(await names(page)).toEqual([hostile]);
      expect(await page.locator(".finds img, .finds script").count()).toBe(0);
      await searchFor(page, `<img src=x onerror=alert(1)>`);
      await found(page, "No post has these words.");
    }));

  test("offers words of the posts for a word that no post has", () =>
    onPage("index.html?q=fenwikc", async (page) => {
      await found(page, "No post has these words.");
      await searchFor(page, "feery sail");
      await page.getByRole("button", { name: "ferry sail" }).press("Enter");
      await found(page, "1 post found");
      await eventually(() => new URL(page.url()).searchParams.get("q")).toBe("ferry sail");
    }));

  test("rests after some sixty posts, and goes on when it is told to", () =>
    onPage("index.html?q=note", async (page) => {
      await found(page, "240 posts found");
      expect(await page.locator(".progress").innerText()).toBe("Live pages searched: 5 of 50, newest first");
      await page.getByRole("button", { name: "Search further" }).press("Enter");
      await eventually(() => page.locator(".progress").innerText()).toContain("50 of 50");
      expect(await page.getByRole("button", { name: "Search further" }).isVisible()).toBe(false);
      expect(await result(page)).toBe("240 posts found");
    }));

  test("covers all pages of a long event from each of them, and says on which page a post stands", () =>
    onPage("log/page-5.html?q=river", async (page) => {
      await found(page, "Posts found on this page: 1, on other pages: 2");
      expect((await page.locator(".elsewhere li").allInnerTexts()).map((text) => text.replace(/\s+/g, " "))).toEqual([
        "26 Oct 14:20 BST Note 160 Line 160, by the river. Page 9",
        "09:00 BST Note 0 Line 0, by the river. Page 1",
      ]);
      await page.locator(".elsewhere a").first().press("Enter");
      await page.waitForURL("**/log/page-9.html?q=river#note-160");
      expect(await page.locator("#note-160").isVisible()).toBe(true);
      await page.locator("#the_search").press("Escape");
      await eventually(() => page.locator(".elsewhere").isVisible()).toBe(false);
    }));
});

test("what the search shows leaves axe nothing to say, light and dark, on a phone and on a desktop", async () => {
  const { base } = await fromDisk(out);
  for (const [turn, rest] of ["index.html?q=river", "index.html?q=feery", "log/page-5.html?q=river"].entries())
    for (const seen of sightsOf(turn))
      await withPage(
        browser,
        async (page) => {
          await page.goto(`${base}${rest}`);
          await page.locator(".hits li, .nearest").first().waitFor();
          const { width } = seen.viewport;
          expect(await axeFindings(page), `${rest}, ${seen.colorScheme}, ${width} px`).toEqual([]);
          const scrolled = await page.evaluate<number>("document.scrollingElement.scrollWidth");
          expect(scrolled).toBeLessThanOrEqual(width);
        },
        seen,
      );
});

test("a search that is stopped says how far it came, and goes on from there", async () => {
  const place = await serveFolder(out, "/");
  try {
    await withPage(browser, async (page) => {
      let open = (): void => {};
      const opened = new Promise<void>((resolve) => {
        open = resolve;
      });
      await page.route("**/day-30/search.js", async (route) => {
        await opened;
        await route.continue();
      });
      await page.goto(`${place.base}index.html`);
      await searchFor(page, "river");
      const progress = () => page.locator(".progress").innerText();
      await eventually(progress).toBe("Live pages searched: 19 of 50, newest first");
      await page.getByRole("button", { name: "Stop" }).press("Enter");
      await found(page, "5 posts found");
      open();
      const further = page.getByRole("button", { name: "Search further" });
      await eventually(() => further.evaluate((one) => one === one.ownerDocument.activeElement)).toBe(true);
      expect(await progress()).toContain("19 of 50");
      await page.keyboard.press("Enter");
      await eventually(progress).toContain("50 of 50");
      expect(await page.locator(".hits li").count()).toBe(5);
    });
  } finally {
    await place.close();
  }
});

test("a live page whose file is missing or broken is named, the others are searched", async () => {
  const { root: own, out: site } = buildSearchArchive("en-GB", livePages.slice(0, 5));
  try {
    renameSync(path.join(site, "storm/search.js"), path.join(site, "storm/gone.js"));
    writeFileSync(path.join(site, "arabic/search.js"), 'afterliveSearch({"title":"cut');
    writeFileSync(path.join(site, "persian/search.js"), "afterliveSearch({posts: 3})");
    await withPage(browser, async (page) => {
      await page.goto(`${(await fromDisk(site)).base}index.html?q=river`);
      await found(page, "3 posts found");
      expect(await page.locator(".failed").allInnerTexts()).toEqual([
        "Could not be searched: الفيضان في المدينة",
        "Could not be searched: A storm over Fenwick",
        "Could not be searched: سیل در شهر",
      ]);
      rmSync(path.join(site, "search.js"));
      await page.reload();
      await eventually(() => page.locator(".failed").innerText()).toBe("Could not be searched: Logs");
      rmSync(path.join(site, "log/search.js"));
      await page.goto(`${(await fromDisk(site)).base}log/page-5.html?q=river`);
      await found(page, "1 post found Could not be searched: On other pages");
    });
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
});

test("the search speaks the archive's language, from the right too", async () => {
  const { root: own, out: site } = buildSearchArchive("ar", livePages.slice(0, 5));
  try {
    await withPage(browser, async (page) => {
      await page.goto(`${(await fromDisk(site)).base}index.html?q=river`);
      await found(page, "عُثر على 5 منشورات");
      const box = (selector: string) => page.locator(selector).first().boundingBox();
      expect((await box(".hits .at"))!.x).toBeGreaterThan((await box(".hits .name"))!.x);
      expect(await page.locator(".hits .name").first().getAttribute("dir")).toBe("ltr");
      expect(await axeFindings(page)).toEqual([]);
    });
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
});

test("without script there is no field that does nothing, and all live pages are listed", () =>
  withPage(
    browser,
    async (page) => {
      await page.goto(`${(await fromDisk(out)).base}index.html`);
      expect(await page.locator("input").count()).toBe(0);
      expect(await page.locator(".pages li:has(> .page)").count()).toBe(30);
    },
    { javaScriptEnabled: false },
  ));
