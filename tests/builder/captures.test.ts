/** What a site tells of captures: made anew where `captures.yaml` changes, and there only. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { buildSite } from "../../src/builder/build.ts";
import { contents, fromNothing, options, put, settle, smallArchive } from "./small-archive.ts";

const file = "content/visit/captures/captures.yaml";
const capture = (importer: string) =>
  `captures:\n  - digest: sha256-${"c".repeat(64)}\n    name: x.txt\n    importer: ${importer}\n    posts: |\n      p-one\n`;

test("build prints anew the pages of the posts that a capture holds, and leaves what a build from nothing gives", async () => {
  const root = await smallArchive();
  await buildSite(options(root));
  for (const importer of ["bbc-text", "json-ld"]) {
    put(root, file, capture(importer));
    settle(root);
    const { outcome } = await buildSite(options(root));
    const written = ["about.html", "captures.csv", "visit/p-one/index.html"];
    // What the page lists, the digest, is as it was when only the importer is another.
    expect(outcome).toMatchObject({ written: written.slice(importer === "bbc-text" ? 0 : 1), removed: [] });
    expect(readFileSync(path.join(root, "_site/visit/p-one/index.html"), "utf8")).toContain(importer);
    expect(contents(path.join(root, "_site"))).toEqual((await fromNothing(root)).files);
  }
});

test("build warns of a captures.yaml that cannot be read, every time, and makes the site without it", async () => {
  const root = await smallArchive();
  put(root, file, "captures: [");
  settle(root);
  for (const _ of [1, 2]) {
    const { problems } = await buildSite(options(root));
    expect(problems.filter(({ file: at }) => at === file)).toEqual([
      expect.objectContaining({ severity: "warning", message: "Cannot read what was imported: it is not YAML" }),
    ]);
  }
  expect(contents(path.join(root, "_site"))).toEqual((await fromNothing(root)).files);
});
