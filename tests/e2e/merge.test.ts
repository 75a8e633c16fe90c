/** A site from several machines, as their scripts call the program. */
import path from "node:path";
import { expect, test } from "vitest";
import { newFolder, refuse, succeed, treeOf, writeFiles } from "./command-line.ts";

const page = (title: string): string => `---\ntitle: ${title}\nzone: Europe/London\n---\n\n- A point\n`;
const post = (id: string): string =>
  `---\nid: ${id}\npublished: 2024-05-17T02:37:00+01:00\nheadline: Post ${id}\n---\n\nWords of ${id}.\n`;

const archive = (): string =>
  writeFiles(newFolder(), {
    "content/archive.md": "---\ntitle: Three visits\n---\n",
    "content/one/page.md": page("One"),
    "content/one/a.md": post("p-a"),
    "content/two/page.md": page("Two"),
    "content/two/b.md": post("p-b"),
    "content/three/page.md": page("Three"),
    "public/CNAME": "archive.example.org\n",
  });

test("merge joins what build --shard made, and says so", () => {
  const root = archive();
  const parts = newFolder();
  for (const index of [0, 1, 2, 3])
    succeed(["build", "--root", root, "--shard", `${index + 1}/4`, "--out", path.join(parts, String(index))]);
  const joined = path.join(newFolder(), "site");
  const { stdout } = succeed([
    "merge",
    ...[3, 1, 0, 2].map((index) => path.join(parts, String(index))),
    "--root",
    root,
    "--out",
    joined,
  ]);
  expect(stdout).toMatch(/^3 live pages, 2 posts in .*\n\d+ files written, 0 unchanged, 0 removed\n.*index\.html\n$/);
  const whole = path.join(newFolder(), "site");
  succeed(["build", "--root", root, "--out", whole]);
  expect(treeOf(joined)).toEqual(treeOf(whole));
});

test.each(["0/3", "4/3", "a/b", "1/0", "1"])("build refuses --shard %s", (shard) => {
  const { status } = refuse(
    ["build", "--shard", shard],
    /Cannot use "--shard .*": expected a part and how many there are, such as 2\/5/,
  );
  expect(status).toBe(2);
});

test("merge refuses what are no parts, and no parts at all", () => {
  expect(refuse(["merge"], /Cannot merge: expected the folders of all parts/).status).toBe(2);
  const root = archive();
  expect(refuse(["merge", root, "--root", root], /Cannot merge ".*": it holds no part of a site/).status).toBe(1);
});
