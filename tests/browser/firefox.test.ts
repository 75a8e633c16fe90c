/** The main walks again in Firefox: what the pages promise does not hang on one browser. Skipped where there is no Firefox. */
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser, Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { eventually } from "./eventually.ts";
import { firefox, openFirefox, watchedPage } from "./firefox.ts";
import { fromDisk, type Place, serveFolder } from "./harness.ts";
import { invented, kinds } from "./invented.ts";

let browser: Browser;
let site: string;
beforeAll(async () => {
  if (firefox === undefined) return;
  site = await invented("en-GB");
  browser = await openFirefox("Asia/Tokyo");
});
afterAll(() => browser?.close());

const shown = (page: Page): Promise<readonly string[]> =>
  page.evaluate(
    `[...document.querySelectorAll(".posts .post")].filter((post) => post.checkVisibility()).map(({ id }) => id)`,
  ) as Promise<readonly string[]>;
const text = (page: Page, selector: string): Promise<string> =>
  page.evaluate(`document.querySelector(${JSON.stringify(selector)})?.innerText ?? ""`) as Promise<string>;
/** As a key does it: the focus goes there first. */
const press = async (page: Page, selector: string, key: "Enter" | "Space" | "Home" | "ArrowLeft"): Promise<void> => {
  await page.focus(selector);
  await page.keyboard.press(key);
};

describe.skipIf(firefox === undefined).each<[string, () => Promise<Place>]>([
  ["from disk", () => fromDisk(site)],
  ["under /a/b/c/", () => serveFolder(site, "/a/b/c/")],
])("in Firefox, %s,", (_, open) => {
  let place: Place;
  beforeAll(async () => {
    place = await open();
  });
  afterAll(() => place?.close());

  const walk = async (start: string, run: (page: Page) => Promise<void>): Promise<void> => {
    const { page, offences } = await watchedPage(browser, place.base);
    try {
      await page.goto(`${place.base}${start}`);
      await run(page);
      expect(offences).toEqual([]);
    } finally {
      await page.close();
    }
  };

  test.each(Object.entries(kinds))(
    "the %s is read: nothing fails, nothing comes from elsewhere, the policy holds",
    (_, name) =>
      walk(name, async (page) => {
        expect(await text(page, "h1")).not.toBe("");
        const broken = `Promise.all([...document.images].filter((image) => image.closest(".large:not(:target)") === null).map((image) => { image.loading = "eager"; return image.decode().then(() => image.naturalWidth > 0 ? [] : [image.src], () => [image.src]); })).then((all) => all.flat())`;
        expect(await page.evaluate(broken)).toEqual([]);
        expect(await page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")).toBe(true);
      }),
  );

  test("an address of a post leads to it, its heading clear of what is sticky", () =>
    walk("log/all.html#p-100", async (page) => {
      const clear = `(() => { const post = document.querySelector(".post:target");
        const [top, edge] = [post.querySelector("h3").getBoundingClientRect().top, post.closest(".day").querySelector("h2").getBoundingClientRect().bottom];
        return post.id === "p-100" && top >= edge - 1 && top < innerHeight; })()`;
      await eventually(() => page.evaluate(clear)).toBe(true);
    }));

  test("the time of a post stays below the day while the post is read", () =>
    walk("river/index.html", async (page) => {
      await page.setViewport({ width: 1280, height: 320 });
      await page.evaluate(`document.querySelector("#p-9 .text").scrollIntoView({ block: "end" })`);
      const beside = `(() => { const post = document.getElementById("p-9");
        const [time, day] = [post.querySelector(".when time").getBoundingClientRect().top, post.closest(".day").querySelector("h2").getBoundingClientRect().bottom];
        return post.getBoundingClientRect().top < 0 && time >= day - 1 && time < day + 24; })()`;
      await eventually(() => page.evaluate(beside)).toBe(true);
    }));

  test("a search finds posts, and a reload finds them again", () =>
    walk("river/index.html", async (page) => {
      const all = await shown(page);
      await page.keyboard.press("/");
      await page.keyboard.type("GAUGE trusted");
      await eventually(() => text(page, ".result")).toBe("2 posts found");
      await page.reload();
      await eventually(() => shown(page)).toEqual(["p-7", "p-1"]);
      await press(page, "#the_search", "Home");
      await page.keyboard.press("Escape");
      await eventually(() => shown(page)).toEqual(all);
    }));

  test("the front page searches all live pages, and leads into one", () =>
    walk("index.html?q=GAUGE%20trusted", async (page) => {
      const hits = `[...document.querySelectorAll(".hits a")].map((link) => link.getAttribute("href"))`;
      await eventually(() => page.evaluate(`${hits}.some((href) => href.startsWith("river/"))`)).toBe(true);
      await eventually(() => text(page, ".results .result")).toMatch(/^\d+ posts found$/);
      await page.evaluate(`document.querySelector('.hits a[href^="river/"]').click()`);
      await eventually(() => page.url()).toMatch(/river\/index\.html\?q=GAUGE(?:%20|\+)trusted#p-\d+$/);
      await eventually(() => shown(page)).toEqual(["p-7", "p-1"]);
    }));

  test("filters choose posts, and stand in the address", () =>
    walk("river/index.html", async (page) => {
      await press(page, ".filters summary", "Enter");
      await page.select(".filters select", "Analysis");
      await eventually(() => shown(page)).toEqual(["p-9", "p-5", "p-1"]);
      await eventually(() => page.evaluate("location.search")).toBe("?label=Analysis");
    }));

  test("the page as of a moment, by its address and by the slider", () =>
    walk("river/index.html#at=2024-05-16T21:47:00Z", async (page) => {
      await eventually(() => shown(page)).toEqual(["p-1", "p-0"]);
      await press(page, ".slider", "ArrowLeft");
      await eventually(() => shown(page)).toEqual(["p-0"]);
      await press(page, ".moment a", "Enter");
      await eventually(async () => (await shown(page)).length).toBe(12);
    }));

  test("times are shown where the reader is, and as published again", () =>
    walk("river/index.html", async (page) => {
      expect(await text(page, "#p-0 .when time b")).toBe("22:10");
      await page.select(".zones select", "reader");
      await eventually(() => text(page, "#p-0 .when time b")).toBe("06:10");
      await page.select(".zones select", "page");
      await eventually(() => text(page, "#p-0 .when time b")).toBe("22:10");
    }));

  test("a picture opens large by its address, turns, and closes", () =>
    walk("river/gallery.html", async (page) => {
      await press(page, ".enlarge", "Enter");
      const extent = () => text(page, ".large:target .extent");
      await eventually(extent).toBe("1 / 3");
      await page.keyboard.press("ArrowRight");
      await eventually(extent).toBe("2 / 3");
      await page.keyboard.press("Escape");
      await eventually(extent).toBe("");
    }));

  test("a post's citation is copied, or at least selected", () =>
    walk("river/p-3/index.html", async (page) => {
      await press(page, "#cite_text + .copy", "Enter");
      const taken = `document.querySelector("#cite_text + .copy").textContent === "Copied" || getSelection().toString() === document.getElementById("cite_text").textContent.trim()`;
      await eventually(() => page.evaluate(taken)).toBe(true);
    }));
});

test.skipIf(firefox === undefined)(
  "the watch in Firefox sees a page that leaves its place, prints an error, or breaks its policy",
  async () => {
    const folder = mkdtempSync(path.join(realpathSync(tmpdir()), "afterlive-firefox-"));
    writeFileSync(
      path.join(folder, "bad.html"),
      `<!DOCTYPE html><title>Bad</title><meta http-equiv="Content-Security-Policy" content="default-src 'self'; img-src *; script-src 'unsafe-inline'"><p style="color: red">red</p><img src="http://127.0.0.2:8099/a.png" alt=""><script>throw new Error("oops")</script>`,
    );
    const { base } = await fromDisk(folder);
    const { page, offences } = await watchedPage(browser, base);
    await page.goto(`${base}bad.html`);
    await eventually(() => offences.join("\n")).toMatch(/asks for http:\/\/127\.0\.0\.2:8099/);
    await eventually(() => offences.join("\n")).toMatch(/throws .*oops/);
    await eventually(() => offences.join("\n")).toMatch(/Content Security Policy: style-src/);
    await page.close();
    rmSync(folder, { recursive: true, force: true });
  },
);
