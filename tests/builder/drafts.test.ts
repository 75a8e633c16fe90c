import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { buildSite } from "../../src/builder/build.ts";
import {
  contents,
  fromNothing,
  options,
  postText,
  put,
  redPicture,
  refused,
  settle,
  smallArchive,
} from "./small-archive.ts";

const draft = (root: string, file: string): void => {
  const text = readFileSync(path.join(root, file), "utf8");
  put(root, file, text.replace("---\n", "---\ndraft: true\n"));
};

test("a draft post is left out with its pictures, and said, in a build from nothing and after an edit", async () => {
  const root = await smallArchive();
  const { files: before } = await fromNothing(root);
  put(root, "content/storm/media/hidden.png", await redPicture());
  put(root, "content/storm/p-hidden.md", postText("p-hidden", 7, "Secret words.\n\n![Red](media/hidden.png)"));
  draft(root, "content/storm/p-hidden.md");
  const report = await buildSite(options(root));
  expect(report).toMatchObject({ drafts: 1, problems: [] });
  expect(contents(path.join(root, "_site"))).toEqual(before);
  expect((await fromNothing(root)).files).toEqual(before);
});

test("a draft live page is left out, removed where the last build had it, and costs later builds nothing", async () => {
  const root = await smallArchive();
  await buildSite(options(root));
  draft(root, "content/storm/page.md");
  settle(root);
  const report = await buildSite(options(root));
  expect(report).toMatchObject({ livePages: 1, drafts: 1 });
  expect(report.outcome.removed).toContain("storm/index.html");
  const site = contents(path.join(root, "_site"));
  expect(Object.keys(site).filter((file) => file.startsWith("storm/"))).toEqual([]);
  expect(site).toEqual((await fromNothing(root)).files);
  expect((await buildSite(options(root))).outcome).toMatchObject({ written: [], removed: [] });
  put(
    root,
    "content/storm/page.md",
    readFileSync(path.join(root, "content/storm/page.md"), "utf8").replace("draft: true\n", ""),
  );
  expect(await buildSite(options(root))).toMatchObject({ livePages: 2, drafts: 0 });
});

test("a draft of a published address is refused", async () => {
  const root = await smallArchive();
  put(root, "content/published.txt", "storm/index.html\n");
  draft(root, "content/storm/page.md");
  expect(await refused(options(root))).toEqual([expect.stringMatching(/^content\/published\.txt.*storm\/index\.html/)]);
});
