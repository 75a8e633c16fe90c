/** The script on an event of several pages: what a page cannot show alone, it sends to the page that holds all. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fromDisk, openBrowser, repository, watch } from "./harness.ts";
import { withPage } from "./sample.ts";

const count = 240;
const root = mkdtempSync(path.join(realpathSync(tmpdir()), "afterlive-paged-"));
const out = path.join(root, "_site");
let browser: Browser;

beforeAll(async () => {
  const folder = path.join(root, "content/log");
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(root, "content/archive.md"), "---\ntitle: Logs\nlanguage: en-GB\n---\nLogs.\n");
  writeFileSync(
    path.join(folder, "page.md"),
    "---\ntitle: The log\npublisher: A desk\nzone: Europe/London\nlanguage: en-GB\n---\n- A log\n",
  );
  // Across the night in which summer time ends in London.
  for (let n = 0; n < count; n++) {
    const published = new Date(Date.parse("2024-10-26T22:00:00Z") + n * 120_000).toISOString().slice(0, 19);
    writeFileSync(
      path.join(folder, `note-${n}.md`),
      `---\nid: note-${n}\npublished: ${published}+00:00\nheadline: Note ${n}\n---\nLine ${n}${n % 80 === 0 ? ", by the river" : ""}.\n`,
    );
  }
  const bin = path.join(repository, "bin/afterlive.cjs");
  const { status, stderr } = spawnSync(process.execPath, [bin, "build", "--root", root, "--out", out], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(stderr);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  rmSync(root, { recursive: true, force: true });
});

const onPage = (rest: string, run: (page: Page) => Promise<void>, timezoneId = "Europe/London") =>
  withPage(
    browser,
    async (page) => {
      const { base } = await fromDisk(path.join(out, "log"));
      const offences = watch(page, new URL("..", base).href);
      await page.goto(`${base}index.html${rest}`);
      await run(page);
      expect(offences).toEqual([]);
    },
    { timezoneId },
  );

test("a search on a page of several goes along to the whole event", () =>
  onPage("?q=river", async (page) => {
    await expect.poll(() => page.locator(".result").innerText()).toBe("Posts found on this page: 0, on other pages: 3");
    await page.locator(".more").press("Enter");
    await page.waitForURL("**/all.html?q=river");
    expect(await page.locator(".result").innerText()).toBe("3 posts found");
    await page.locator(".order a[href^='oldest.html']").press("Enter");
    await page.waitForURL("**/oldest.html?q=river");
    expect(await page.locator(".posts > li:visible").count()).toBe(3);
  }));

test("a moment opens the whole event as of then, from an address and from the button", () =>
  onPage("#at=2024-10-26T22:10Z", async (page) => {
    await page.waitForURL("**/all.html#at=2024-10-26T22:10Z");
    expect(await page.locator(".moment output").innerText()).toContain(`6 of ${count} posts`);
    expect(await page.locator(".posts > li:visible").count()).toBe(6);
    await page.goto(page.url().replace("all.html", "page-2.html").replace(/#.*/, ""));
    await page.getByRole("button", { name: "As of" }).press("Enter");
    await page.waitForURL("**/all.html#at=2024-10-26*");
  }));

test("clocks of the reader are right on both sides of the end of summer time", () =>
  onPage(
    "#note-0",
    async (page) => {
      await page.goto(page.url().replace(/index\.html.*/, "all.html"));
      await page.getByLabel("Times", { exact: true }).selectOption("reader");
      const clock = (n: number) => page.locator(`#note-${n} .when time`).textContent();
      expect((await clock(89))!.replace(/\s+/g, " ")).toMatch(/^02:58 (?:CEST|GMT\+2)$/);
      expect((await clock(90))!.replace(/\s+/g, " ")).toMatch(/^02:00 (?:CET|GMT\+1)$/);
    },
    "Europe/Berlin",
  ));
