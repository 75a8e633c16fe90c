/** The watch of the browser tests is itself under test: it sees what a page may not do, and nothing else. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { eventually } from "./eventually.ts";
import { anatomy, axeFindings, fromDisk, openBrowser, pictureWidths, serveFolder, watch } from "./harness.ts";
import { withPage } from "./sample.ts";

const head =
  '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>A page</title><link rel="icon" href="data:,">';
const folder = mkdtempSync(path.join(realpathSync(tmpdir()), "afterlive-harness-"));
let browser: Browser;

beforeAll(async () => {
  const page = (name: string, body: string, more = "") =>
    writeFileSync(
      path.join(folder, name),
      `${head}${more}</head><body><main><h1>A page</h1>${body}</main></body></html>`,
    );
  const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'self'; img-src 'self' data:">`;
  page("good.html", '<p id="a"><a href="deep/good.html#b">on</a></p>', policy);
  mkdirSync(path.join(folder, "deep"));
  page("deep/good.html", '<p id="b">b</p>');
  page("elsewhere.html", '<img src="http://127.0.0.1:9/a.png" alt="">');
  page("missing.html", '<img src="missing.png" alt="A missing picture">');
  page("policy.html", '<p style="color: red">red</p><script>window.a = 1</script>', policy);
  page("throws.html", "<script>throw new Error('oops')</script>");
  page("grey.html", '<p style="color: #aaa; background: #fff">grey on white</p><img src="data:,">');
  browser = await openBrowser();
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
});

const watched = (base: string, file: string, run: (offences: readonly string[]) => unknown) =>
  withPage(browser, async (page) => {
    const offences = watch(page, base);
    await page.goto(`${base}${file}`, { waitUntil: "load" });
    await run(offences);
  });

test.each([
  ["elsewhere.html", /asks for http:\/\/127\.0\.0\.1:9\//],
  ["missing.html", /missing\.png (?:is a 404|fails)/],
  ["policy.html", /Content Security Policy/],
  ["throws.html", /throws oops/],
])("watch sees what %s does, from disk and from a server", async (file, offence) => {
  const served = await serveFolder(folder, "/a/b/c/");
  for (const { base } of [await fromDisk(folder), served])
    await watched(base, file, (offences) => eventually(() => offences.join("\n")).toMatch(offence));
  await served.close();
});

test("watch has nothing to say about a good page", async () => {
  const served = await serveFolder(folder, "/a/b/c/");
  for (const { base } of [await fromDisk(folder), served])
    await watched(base, "good.html", (offences) => expect(offences).toEqual([]));
  await served.close();
});

test("serveFolder knows only what lies below its prefix and in its folder", async () => {
  const { base, close } = await serveFolder(path.join(folder, "deep"), "/a/b/c/");
  expect((await fetch(`${base}good.html`)).status).toBe(200);
  for (const other of ["../good.html", "nothing.html", "%2e%2e/good.html", "%2e%2e%2fgood.html"]) {
    expect((await fetch(`${base}${other}`)).status, other).toBe(404);
  }
  expect((await fetch(new URL("/good.html", base))).status).toBe(404);
  await close();
});

test("anatomy, pictureWidths and axeFindings see what is there", () =>
  withPage(browser, async (page) => {
    const { base } = await fromDisk(folder);
    await page.goto(`${base}good.html`);
    expect(await anatomy(page)).toMatchObject({
      ids: ["a"],
      links: [{ written: "deep/good.html#b", url: `${base}deep/good.html#b` }],
    });
    expect(await axeFindings(page)).toEqual([]);
    await page.goto(`${base}missing.html`);
    expect(await pictureWidths(page)).toMatchObject([{ alt: "A missing picture", width: 0 }]);
    await page.goto(`${base}grey.html`);
    expect((await axeFindings(page)).join("\n")).toMatch(/color-contrast[\s\S]*image-alt/);
  }));
