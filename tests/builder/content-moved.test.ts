/** Content that comes and goes while a build reads it. */
import { rmSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { buildSite } from "../../src/builder/build.ts";
import { rescanInputs, scanInputs } from "../../src/builder/steps/scan.ts";
import { contents, fromNothing, options, postText, put, refused, settle, smallArchive } from "./small-archive.ts";

/** Runs once the archive was scanned for the first time. */
const once = (change: () => void) => {
  let done = false;
  return (given: Parameters<typeof scanInputs>[0]) => {
    const inputs = scanInputs(given);
    if (!done) change();
    done = true;
    return inputs;
  };
};

test("build begins again when a live page, or all its posts, go after the scan, and when a new one comes", async () => {
  for (const gone of ["content/storm", "content/storm/one.md", "content/visit"]) {
    const root = await smallArchive();
    settle(root);
    await buildSite(options(root));
    put(root, "content/visit/three.md", postText("p-three", 40, "Third words."));
    settle(root);
    const go = once(() => rmSync(path.join(root, gone), { recursive: true }));
    await buildSite(options(root), go);
    expect(contents(path.join(root, "_site")), gone).toEqual((await fromNothing(root)).files);
  }
});

test("build after a partial scan looks at everything where the posts of a live page that was not looked at have gone", async () => {
  const root = await smallArchive();
  settle(root);
  const first = scanInputs(options(root));
  await buildSite(options(root), () => first);
  put(root, "content/visit/three.md", postText("p-three", 40, "Third words."));
  rmSync(path.join(root, "content/storm/one.md"));
  settle(root);
  let scans = 0;
  await buildSite(options(root), () =>
    scans++ === 0 ? rescanInputs(options(root), first, new Set(["visit"])) : scanInputs(options(root)),
  );
  expect(scans).toBe(2);
  expect(contents(path.join(root, "_site"))).toEqual((await fromNothing(root)).files);
});

test("build reports a live page that has a mistake, whatever goes beside it", async () => {
  const root = await smallArchive();
  put(root, "content/visit/page.md", "---\nzone: Nowhere\n---\n");
  rmSync(path.join(root, "content/storm"), { recursive: true });
  expect((await refused(options(root))).join()).toContain("content/visit/page.md");
});
