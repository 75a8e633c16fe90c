/** The golden pair: what import makes of tests/fixtures/state-visit/page.txt is, to the byte, the content/ beside it. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { readArchive } from "../../src/archive/read/read.ts";
import { newFolder, repository, succeed, treeOf } from "./command-line.ts";

const pair = path.join(repository, "tests/fixtures/state-visit");
const options = [
  ...["--title", "A state visit in two cities: Putin in Beijing and Harbin"],
  ...["--slug", "state-visit-2024", "--captured", "2024-05-17T06:00+01:00"],
];

/** Path -> text; a capture is compared by what it holds, since not every zlib presses alike. */
function textsOf(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  return Object.fromEntries(
    names
      .filter((name) => statSync(path.join(folder, name)).isFile())
      .map((name) => {
        const bytes = readFileSync(path.join(folder, name));
        return [name.split(path.sep).join("/"), (name.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8")];
      }),
  );
}

test("import of the state visit gives the committed content, accounts for every character, and adds nothing twice", () => {
  const root = newFolder();
  const page = path.join(pair, "page.txt");
  const { stdout } = succeed(["import", page, "--root", root, ...options]);
  expect(stdout).toMatch(/20 posts/);
  expect(stdout).toMatch(/every other word of the capture stands in the Markdown$/m);
  expect(textsOf(path.join(root, "content"))).toEqual(textsOf(path.join(pair, "content")));
  const before = treeOf(root);
  succeed(["import", page, "--root", root]);
  expect(treeOf(root)).toEqual(before);
});

test("the content beside the fixture holds twenty posts and seven bullets, without an error", () => {
  const { pages, problems } = readArchive(pair);
  expect(pages[0]!.page.posts).toHaveLength(20);
  const bullets = pages[0]!.page.summary.flatMap((block) => (block.kind === "list" ? block.items : []));
  expect(bullets).toHaveLength(7);
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
});
