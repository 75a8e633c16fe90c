/** What is done between two saves: live pages are read and their views made, and what is built is the same. */
import { existsSync, renameSync, statSync } from "node:fs";
import path from "node:path";
import { afterEach, expect, test } from "vitest";
import { buildSite } from "../../../src/builder/build.ts";
import { buildCacheOf, pageFiles } from "../../../src/builder/cache/build-cache.ts";
import { diskCache } from "../../../src/builder/cache/disk-cache.ts";
import { type PageRecord, readState } from "../../../src/builder/cache/state.ts";
import { warmCache } from "../../../src/builder/serve/warm-cache.ts";
import { scanInputs } from "../../../src/builder/steps/scan.ts";
import { emptyMemory } from "../plan-faults.ts";
import { contents, fromNothing, options, postText, put, settle, smallArchive } from "../small-archive.ts";

afterEach(() => {
  diskCache.keepInMemory(0);
  emptyMemory();
});

async function built() {
  const root = await smallArchive();
  settle(root);
  await buildSite(options(root));
  emptyMemory();
  return root;
}

/** The live pages whose records are in memory. */
function ready(root: string): readonly string[] {
  const plan = buildCacheOf(options(root));
  const { pages } = readState(plan)!;
  return Object.keys(pages).filter((slug) => {
    const file = pageFiles(plan, slug).record;
    renameSync(file, `${file}.away`);
    const known = diskCache.get<PageRecord>(file, pages[slug]!.record) !== undefined;
    renameSync(`${file}.away`, file);
    return known;
  });
}

test("warmCache reads the live pages, so that a save finds them read", async () => {
  const root = await built();
  expect(ready(root)).toEqual([]);
  diskCache.keepInMemory(1_000_000);
  await warmCache(options(root), scanInputs(options(root)), async () => true);
  expect(ready(root).toSorted()).toEqual(["storm", "visit"]);
});

test("warmCache reads the newest live page where memory is for one", async () => {
  const root = await built();
  const plan = buildCacheOf(options(root));
  // The state and the heads lie in memory too.
  const sizes = [plan.state, plan.summaries, pageFiles(plan, "storm").record].map((file) => statSync(file).size);
  diskCache.keepInMemory(sizes.reduce((sum, size) => sum + size, 100));
  await warmCache(options(root), scanInputs(options(root)), async () => true);
  expect(ready(root)).toEqual(["storm"]);
});

test("warmCache reads none where memory is for none", async () => {
  const root = await built();
  diskCache.keepInMemory(1);
  await warmCache(options(root), scanInputs(options(root)), async () => true);
  expect(ready(root)).toEqual([]);
});

test("warmCache stops where there is something to do, and goes on when it is asked again", async () => {
  const root = await built();
  diskCache.keepInMemory(1_000_000);
  let asked = 0;
  await warmCache(options(root), scanInputs(options(root)), async () => ++asked < 2);
  expect(ready(root)).toEqual(["storm"]);
  await warmCache(options(root), scanInputs(options(root)), async () => true);
  expect(ready(root).toSorted()).toEqual(["storm", "visit"]);
});

test("warmCache does nothing where nothing was built", async () => {
  const root = await smallArchive();
  await warmCache(options(root), scanInputs(options(root)), async () => true);
  expect(existsSync(path.join(root, "_site"))).toBe(false);
});

test("build after warmCache gives what a build from nothing gives", async () => {
  const root = await built();
  diskCache.keepInMemory(1_000_000);
  await warmCache(options(root), scanInputs(options(root)), async () => true);
  put(root, "content/visit/two.md", postText("p-two", 21, "Other words.\n\n![A red field](media/red.png)"));
  put(root, "content/storm/two.md", postText("p-rain", 40, "Rain."));
  const report = await buildSite(options(root));
  const fresh = await fromNothing(root);
  expect(contents(path.join(root, "_site"))).toEqual(fresh.files);
  expect(report.problems).toEqual(fresh.report.problems);
});
