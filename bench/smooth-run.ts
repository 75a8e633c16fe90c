/**
 * `npm run smooth -- [rounds] [phone|desktop]`: reads and searches an event of 1,500 posts on one page, the processor four times slower,
 * and prints what READER.md holds.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import path from "node:path";
import type { Page } from "playwright-core";
import { buildSite } from "../tests/browser/build-site.ts";
import { openBrowser, serveFolder } from "../tests/browser/harness.ts";
import { writeLongEvent } from "./long-event.ts";
import { type Busy, busyWhile, feltMs } from "./smooth.ts";

const rounds = Number(process.argv[2] ?? 3);
const viewport = process.argv[3] === "desktop" ? { width: 1280, height: 900 } : { width: 390, height: 844 };

type Step = readonly [name: string, run: (page: Page) => Promise<void>];

const often =
  (count: number, pauseMs: number, run: (page: Page) => Promise<void>) =>
  async (page: Page): Promise<void> => {
    for (let n = 0; n < count; n++) {
      await run(page);
      await page.waitForTimeout(pauseMs);
    }
  };
const key = (name: string) => (page: Page) => page.keyboard.press(name);
const type = (words: string) => (page: Page) => page.keyboard.type(words, { delay: 150 });

const steps = (address: string): readonly Step[] => [
  ["the page comes", async (page) => void (await page.goto(address))],
  ["150 turns of the wheel", often(150, 30, (page) => page.mouse.wheel(0, 300))],
  ["End", key("End")],
  ["60 turns back", often(60, 30, (page) => page.mouse.wheel(0, -300))],
  ["Home", key("Home")],
  ["20 windows down", often(20, 100, key("PageDown"))],
  ["20 posts by `j`", often(20, 100, key("j"))],
  ["a link to a post far away", (page) => page.evaluate(`location.hash = "p-700"`)],
  [
    "a search that all posts answer, letter by letter",
    async (page) => {
      await page.keyboard.press("/");
      await type("gauge")(page);
    },
  ],
  ["a search that few answer", type(" 120")],
  ["clear", key("Escape")],
  [
    "a filter",
    async (page) => {
      await page.locator(".filters summary").click();
      await page.getByLabel("Label", { exact: true }).selectOption("Analysis");
    },
  ],
  ["no filter", (page) => page.getByRole("button", { name: "Clear" }).click()],
  ["as of a time", (page) => page.getByRole("button", { name: "As of" }).click()],
  [
    "ten steps back in time",
    async (page) => {
      await page.locator(".moment input").focus();
      await often(10, 150, key("ArrowLeft"))(page);
    },
  ],
  ["back to the whole event", (page) => page.locator(".moment a").click()],
  [
    "the page comes at a post",
    async (page) => {
      await page.goto("about:blank");
      await page.goto(`${address}#p-700`);
    },
  ],
];

const median = (values: readonly Busy[]): Busy | undefined =>
  values.toSorted((a, b) => a.longest - b.longest)[Math.floor(values.length / 2)];

const folder = mkdtempSync(path.join(tmpdir(), "afterlive-smooth-"));
try {
  const out = path.join(folder, "site");
  writeLongEvent(folder);
  buildSite(folder, out);
  const place = await serveFolder(out, "/", true);
  const browser = await openBrowser();
  const seen = new Map<string, Busy[]>();
  for (let round = 0; round < rounds; round++) {
    const context = await browser.newContext({ viewport, timezoneId: "Europe/London" });
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
    await page.mouse.move(200, 400);
    for (const [name, run] of steps(`${place.base}log/all.html`))
      seen.set(name, [...(seen.get(name) ?? []), await busyWhile(browser, page, () => run(page))]);
    await context.close();
  }
  await browser.close();
  await place.close();
  console.log(
    `${new Date().toISOString().slice(0, 10)}, ${availableParallelism()} cores, ${viewport.width} px, medians of ${rounds} rounds.\n`,
  );
  console.log(`| what a reader does | longest task | tasks over ${feltMs} ms | what it did, ms |`);
  console.log("| --- | ---: | ---: | --- |");
  for (const [name, values] of seen) {
    const busy = median(values);
    if (busy !== undefined) console.log(`| ${name} | ${Math.round(busy.longest)} ms | ${busy.felt} | ${busy.why} |`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
