/** What is done between two saves: live pages are read and their views made, and what is built is the same. */
import { existsSync, renameSync, statSync } from "node:fs";
import path from "node:path";
import { afterEach, expect, test } from "vitest";
import { build, lookAround } from "../../../src/builder/build.ts";
import { recallValue, rememberUpTo } from "../../../src/builder/cache/disk-cache.ts";
import { getReady } from "../../../src/builder/serve/warm-cache.ts";
import { type PageRecord, planFolderOf, readState } from "../../../src/builder/state.ts";
import { forgetKept } from "../plan-faults.ts";
import { contents, fromNothing, options, postText, put, settle, smallArchive } from "../small-archive.ts";

afterEach(() => {
  rememberUpTo(0);
  forgetKept();
});

async function built() {
  const root = await smallArchive();
  settle(root);
  await build(options(root));
  forgetKept();
  return root;
}

/** The live pages whose records are in memory. */
function ready(root: string): readonly string[] {
  const plan = planFolderOf(options(root));
  const { pages } = readState(plan)!;
  return Object.keys(pages).filter((slug) => {
    const file = plan.record(slug);
    renameSync(file, `${file}.away`);
    const known = recallValue<PageRecord>(file, pages[slug]!.record) !== undefined;
    renameSync(`${file}.away`, file);
    return known;
  });
}

test("getReady reads the live pages, so that a save finds them read", async () => {
  const root = await built();
  expect(ready(root)).toEqual([]);
  rememberUpTo(1_000_000);
  await getReady(options(root), lookAround(options(root)), async () => true);
  expect(ready(root).toSorted()).toEqual(["storm", "visit"]);
});

test("getReady reads the newest live page where memory is for one", async () => {
  const root = await built();
  const plan = planFolderOf(options(root));
  // The state and the heads lie in memory too.
  const sizes = [plan.state, plan.heads, plan.record("storm")].map((file) => statSync(file).size);
  rememberUpTo(sizes.reduce((sum, size) => sum + size, 100));
  await getReady(options(root), lookAround(options(root)), async () => true);
  expect(ready(root)).toEqual(["storm"]);
});

test("getReady reads none where memory is for none", async () => {
  const root = await built();
  rememberUpTo(1);
  await getReady(options(root), lookAround(options(root)), async () => true);
  expect(ready(root)).toEqual([]);
});

test("getReady stops where there is something to do, and goes on when it is asked again", async () => {
  const root = await built();
  rememberUpTo(1_000_000);
  let asked = 0;
  await getReady(options(root), lookAround(options(root)), async () => ++asked < 2);
  expect(ready(root)).toEqual(["storm"]);
  await getReady(options(root), lookAround(options(root)), async () => true);
  expect(ready(root).toSorted()).toEqual(["storm", "visit"]);
});

test("getReady does nothing where nothing was built", async () => {
  const root = await smallArchive();
  await getReady(options(root), lookAround(options(root)), async () => true);
  expect(existsSync(path.join(root, "_site"))).toBe(false);
});

test("build after getReady gives what a build from nothing gives", async () => {
  const root = await built();
  rememberUpTo(1_000_000);
  await getReady(options(root), lookAround(options(root)), async () => true);
  put(root, "content/visit/two.md", postText("p-two", 21, "Other words.\n\n![A red field](media/red.png)"));
  put(root, "content/storm/two.md", postText("p-rain", 40, "Rain."));
  const report = await build(options(root));
  const fresh = await fromNothing(root);
  expect(contents(path.join(root, "_site"))).toEqual(fresh.files);
  expect(report.problems).toEqual(fresh.report.problems);
});
