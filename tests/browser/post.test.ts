/** The page of a post in a browser: its older wordings, the moment it leads to, its address handed on, times where it happened. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildSite } from "./build-site.ts";
import { eventually } from "./eventually.ts";
import { axeFindings, long, openBrowser, serveFolder, watch } from "./harness.ts";
import { withPage } from "./sample.ts";

const root = mkdtempSync(path.join(realpathSync(tmpdir()), "afterlive-post-"));
const out = path.join(root, "_site");
const archive = "title: Ferries\nlanguage: en-GB\nurl: https://archive.example.org/a/\nrevisions: true";
let browser: Browser;

const postText = (n: number, text: string): string =>
  `---\nid: note-${n}\npublished: 2024-05-17T0${n}:30:00+01:00\nheadline: Note ${n}\n---\n${text}\n`;
const older = (n: number, text: string): string => `<!-- until the capture ${"c".repeat(16)} -->\n${postText(n, text)}`;

beforeAll(async () => {
  const folder = path.join(root, "content/ferry");
  mkdirSync(path.join(folder, "captures/revisions"), { recursive: true });
  writeFileSync(path.join(root, "content/archive.md"), `---\n${archive}\n---\nFerries.\n`);
  for (const [slug, language] of [
    ["ferry", "en-GB"],
    ["fa", "fa"],
  ] as const) {
    mkdirSync(path.join(root, "content", slug, "captures/revisions"), { recursive: true });
    const at = (name: string) => path.join(root, "content", slug, name);
    writeFileSync(
      at("page.md"),
      `---\ntitle: The ferry\nzone: Europe/London\neventZone: Asia/Shanghai\nlanguage: ${language}\n---\n- It began\n`,
    );
    for (let n = 1; n <= 5; n++)
      writeFileSync(at(`note-${n}.md`), postText(n, n === 3 ? "The ferry is half an hour late." : `Line ${n}.`));
    writeFileSync(
      at("captures/revisions/note-3.md"),
      `${older(3, "The ferry is late.")}${older(3, "The ferry is ten minutes late.")}`,
    );
  }
  // After the end of summer time.
  writeFileSync(
    path.join(root, "content/fa/note-5.md"),
    postText(5, "Line 5.").replace(/^published: .*$/m, "published: 2024-11-01T05:30:00+00:00"),
  );
  const page = path.join(folder, "note-4.md");
  writeFileSync(page, postText(4, "Line 4.").replace("---\nLine", "supports: [1]\n---\nLine"));
  buildSite(root, out);
  browser = await openBrowser();
});
afterAll(async () => {
  rmSync(root, { recursive: true, force: true });
});

const onPage = async (file: string, run: (page: Page) => Promise<void>, options: BrowserContextOptions = {}) => {
  const { base, close } = await serveFolder(out, "/a/b/");
  await withPage(
    browser,
    async (page) => {
      const offences = watch(page, base);
      await page.goto(`${base}${file}`);
      await run(page);
      expect(offences).toEqual([]);
    },
    { timezoneId: "Europe/London", ...options },
  );
  await close();
};
const note = "ferry/note-3/index.html";

describe("the older wordings of a post", () => {
  test("are reached from the stream and read without a script, by ear too", () =>
    onPage(
      "ferry/index.html",
      async (page) => {
        await page.getByRole("link", { name: "2 earlier wordings" }).click();
        // A jump that is not over takes the focus along.
        await page.waitForURL(/#earlier_wordings$/, { waitUntil: "load" });
        const wordings = page.locator(".wordings details");
        expect(await wordings.count()).toBe(2);
        await wordings.last().locator("summary").press("Enter");
        await wordings.last().locator("ins").waitFor();
        expect(await wordings.last().locator("ins").innerText()).toContain("added:");
        expect(await wordings.last().locator(".text").textContent()).toBe("The ferry is added: ten minutes late.");
        expect(await page.evaluate("location.hash")).toBe("#earlier_wordings");
      },
      { javaScriptEnabled: false },
    ));

  test("are told apart without colours, on paper and in a reader's own", async () => {
    for (const options of [{ forcedColors: "active" }, {}] as const)
      await onPage(
        note,
        async (page) => {
          if (options.forcedColors === undefined) await page.emulateMedia({ media: "print" });
          await page.locator(".wordings summary").first().evaluate("(summary) => summary.click()");
          const lines = (name: string) =>
            page.evaluate(`getComputedStyle(document.querySelector(".wordings ${name}")).textDecorationLine`);
          expect([await lines("del"), await lines("ins")]).toEqual(["line-through", "underline"]);
        },
        options,
      );
  });

  test("leave axe nothing to say, open, light and dark, from the left and from the right", async () => {
    for (const [turn, colorScheme] of (["light", "dark"] as const).entries())
      for (const file of [note, "fa/note-3/index.html"].filter((_file, index) => long || index === turn))
        await onPage(
          file,
          async (page) => {
            for (const summary of await page.locator("details > summary").all()) await summary.click();
            expect(await axeFindings(page), `${file} ${colorScheme}`).toEqual([]);
            expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
          },
          { colorScheme, viewport: { width: 360, height: 800 } },
        );
  });

  test("are spoken of in the view as of a moment, which shows last wordings", () =>
    onPage("ferry/index.html", async (page) => {
      await page.getByRole("button", { name: "Replay" }).click();
      expect(await page.locator(".moment").innerText()).toContain("posts that had others lead to them");
    }));
});

describe("what was known at the time of a post", () => {
  test("is the page as of that moment", () =>
    onPage(note, async (page) => {
      await page.locator("a.then").click();
      await page.locator(".moment").waitFor();
      expect(await page.evaluate("location.hash")).toBe("#at=2024-05-17T03:30:00+01:00");
      const shown = `[...document.querySelectorAll(".posts > li:not([hidden]) > .post")].map(({ id }) => id)`;
      expect(await page.evaluate(shown)).toEqual(["note-3", "note-2", "note-1"]);
    }));

  test("stands above it in the oldest order, without a script", () =>
    onPage(
      note,
      async (page) => {
        await page.locator("a.then").click();
        await eventually(() => page.url()).toMatch(/\/ferry\/oldest\.html#note-3$/);
      },
      { javaScriptEnabled: false },
    ));
});

test("a post hands on its address by a copy, by a letter, and by what the device shares with", () =>
  onPage(note, async (page) => {
    const address = "https://archive.example.org/a/ferry/note-3/";
    expect(await page.getByRole("button", { name: "Share" }).count()).toBe(0);
    const letter = new URL((await page.getByRole("link", { name: "Send by email" }).getAttribute("href")) ?? "");
    expect(letter.protocol).toBe("mailto:");
    expect(letter.searchParams.get("body")).toBe(`Note 3\r\n${address}`);
    await page.addInitScript(`Object.defineProperty(navigator, "share", { value: async (data) => { window.shared = data; } })
      Object.defineProperty(navigator, "clipboard", { value: { writeText: async (text) => { window.taken = text; } } })`);
    await page.reload();
    await page.getByRole("button", { name: "Share" }).press("Enter");
    await eventually(() => page.evaluate("window.shared")).toEqual({ title: "Note 3 – The ferry", url: address });
    await page.locator(".share .copy").press("Enter");
    await eventually(() => page.evaluate("window.taken")).toBe(address);
    expect(await axeFindings(page)).toEqual([]);
  }));

test("a zone that was chosen holds on all pages, in lists, in the summary and beside what is drawn", () =>
  onPage("ferry/index.html", async (page) => {
    const clocks = (selector: string) =>
      page.evaluate(`[...document.querySelectorAll(${JSON.stringify(selector)})].map((one) => one.textContent.trim())`);
    expect(await clocks(".support")).toEqual(["04:30"]);
    await page.getByLabel("Times", { exact: true }).selectOption("event");
    expect(await clocks(".support")).toEqual(["11:30"]);
    expect(await clocks(".jump .at")).toEqual(["12:30", "11:30", "10:30", "09:30", "08:30"]);
    expect(await page.locator(".strip + .drawn").innerText()).toBe("Times: as published (BST)");
    expect(await axeFindings(page)).toEqual([]);
    await page.goto(new URL("note-3/index.html", page.url()).href);
    expect(await page.getByLabel("Times", { exact: true }).inputValue()).toBe("event");
    expect(await clocks("#the_post .when time b, .then b, .neighbours b")).toEqual([
      "10:30",
      "10:30",
      "09:30",
      "11:30",
    ]);
    await page.getByLabel("Times", { exact: true }).selectOption("page");
    expect(await clocks("#the_post .when time b, .then b, .neighbours b")).toEqual([
      "03:30",
      "03:30",
      "02:30",
      "04:30",
    ]);
    await page.goto(new URL("../index.html", page.url()).href);
    expect(await clocks(".support")).toEqual(["04:30"]);
    expect(await page.locator(".drawn").count()).toBe(0);
  }));

test("what is drawn names both zones of an event that summer time ends in", () =>
  onPage("fa/index.html", async (page) => {
    await page.locator(".zones select").selectOption("event");
    expect(await page.locator(".drawn").innerText()).toContain("BST/GMT");
  }));

test("the script counts in the digits of the language", () =>
  onPage("fa/index.html", async (page) => {
    await page.getByRole("searchbox").fill("Note");
    await eventually(() => page.locator(".result").innerText()).toContain("۵");
    expect(await page.locator(".result").innerText()).not.toMatch(/\d/);
  }));
