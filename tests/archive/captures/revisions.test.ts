/** Older wordings as a site is told of them: which they are, when they stood, and what is wrong with their files. */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { mostRevisions, wordingsByPost } from "../../../src/archive/captures/revisions.ts";
import { planImport } from "../../../src/archive/merge/plan.ts";
import { readPage } from "../../../src/archive/read/page.ts";
import { readArchive } from "../../../src/archive/read/read.ts";
import { newFolder, postText, put } from "../../builder/small-archive.ts";
import { found, importInto, request } from "../import-fixtures.ts";

const digest = (letter: string): string => letter.repeat(64);
const mark = (letter: string): string => `<!-- until the capture ${letter.repeat(16)} -->\n`;
const file = "content/visit/captures/revisions/p-a.md";
const capture = (letter: string, time: string) =>
  `  - digest: sha256-${digest(letter)}\n    name: x\n    captured: ${time}\n    importer: y\n    posts: |\n      p-a\n`;

function archiveWith(revisions: string, asked = "revisions: true\n"): string {
  const root = newFolder();
  put(root, "content/archive.md", `---\ntitle: A\n${asked}---\n`);
  put(root, "content/visit/page.md", "---\ntitle: The visit\nzone: Europe/London\n---\n");
  put(root, "content/visit/a.md", postText("p-a", 10, "Now."));
  const [a, b, c] = ["06", "07", "08"].map((hour) => `2024-05-17T${hour}:00:00+01:00`);
  const captures = [capture("a", a ?? ""), capture("b", b ?? ""), capture("c", c ?? "")];
  put(root, "content/visit/captures/captures.yaml", `captures:\n${captures.join("")}`);
  put(root, file, revisions);
  return root;
}

const told = (root: string) =>
  (readArchive(root).pages[0]?.wordings.get("p-a") ?? []).map(({ post, captured }) => [
    JSON.stringify(post.blocks).match(/"text":"(.*?)"/)?.[1],
    captured?.epoch,
  ]);
const at = (hour: number): number => Date.UTC(2024, 4, 17, hour - 1);

test("wordingsByPost tells of each wording which capture held it first", () => {
  const root = archiveWith(
    `${mark("b")}${postText("p-a", 10, "First.")}\n${mark("c")}${postText("p-a", 10, "Second.")}\n`,
  );
  expect(told(root)).toEqual([
    ["First.", at(6)],
    ["Second.", at(7)],
  ]);
});

test("wordingsByPost knows no time for an unknown capture", () => {
  const root = archiveWith(
    `${mark("f")}${postText("p-a", 10, "First.")}\n${mark("c")}${postText("p-a", 10, "Second.")}\n`,
  );
  expect(told(root)).toEqual([
    ["First.", at(6)],
    ["Second.", undefined],
  ]);
});

test("wordingsByPost takes one capture that was read twice for one wording, and an older capture for no later one", () => {
  expect(told(archiveWith(`${mark("a")}${postText("p-a", 10, "Read badly.")}\n`))).toEqual([]);
  expect(
    told(archiveWith(`${mark("c")}${postText("p-a", 10, "First.")}\n${mark("b")}${postText("p-a", 10, "Third.")}\n`)),
  ).toEqual([["First.", at(6)]]);
});

test("wordingsByPost takes one form of a page for no older wording of another", () => {
  const root = archiveWith(
    `${mark("b")}${postText("p-a", 10, "First.")}\n${mark("c")}${postText("p-a", 10, "Second.")}\n`,
  );
  const captures = path.join(root, "content/visit/captures/captures.yaml");
  writeFileSync(captures, readFileSync(captures, "utf8").replace("importer: y", "importer: z"));
  expect(told(root)).toEqual([["Second.", at(7)]]);
});

test("wordingsByPost takes an id that every object has for one like others", () =>
  expect(
    wordingsByPost({}, { captures: [], of: {} }, "UTC").get("constructor") ??
      wordingsByPost(
        { constructor: { found: [{ until: "f", post: { id: "constructor" } as never }], problems: [] } },
        { captures: [], of: {} },
        "UTC",
      ).get("constructor"),
  ).toEqual([{ post: { id: "constructor" } }]));

test("readArchive opens no file of older wordings unless archive.md asks for them", () => {
  const root = archiveWith("no mark", "");
  expect(readArchive(root).problems).toEqual([]);
  expect(readArchive(root).pages[0]?.wordings).toEqual(new Map());
});

test("readArchive warns of a wording that cannot be read, where it stands, and shows the others", () => {
  const root = archiveWith(
    `${mark("b")}${postText("p-a", 10, "First.")}\n${mark("c")}---\nid: p-a\npublished: soon\n---\n`,
  );
  const [problem, ...others] = readArchive(root).problems;
  expect(others).toEqual([]);
  expect(problem).toMatchObject({ severity: "warning", file });
  expect(readFileSync(path.join(root, file), "utf8").split("\n")[(problem?.line ?? 0) - 1]).toBe("published: soon");
  expect(told(root)).toEqual([["First.", at(6)]]);
});

test("readArchive warns of a file without a wording, and of more wordings than are shown", () => {
  expect(readArchive(archiveWith("Words.\n")).problems).toEqual([
    expect.objectContaining({ severity: "warning", file, message: expect.stringContaining("none begins") }),
  ]);
  const many = Array.from(
    { length: mostRevisions + 2 },
    (_, n) => `${mark("f")}${postText("p-a", 10, `Wording ${n}.`)}\n`,
  );
  const root = archiveWith(many.join(""));
  expect(readArchive(root).problems).toEqual([
    expect.objectContaining({
      message: expect.stringContaining(`expected at most ${mostRevisions}, got ${mostRevisions + 2}`),
    }),
  ]);
  expect(told(root).map(([text]) => text)[0]).toBe("Wording 2.");
});

test("readPage does not open a file of older wordings that is as it was, and reads one that changed", () => {
  const root = archiveWith("Words.\n");
  const now = Date.now() + 60_000;
  const memory = JSON.parse(JSON.stringify(readPage(root, "visit", { memory: undefined, now }, true).memory()));
  const again = readPage(root, "visit", { memory, now }, true);
  expect(again.problems).toHaveLength(1);
  expect(again.revisions["p-a"]).toEqual(memory.revisions["p-a"]);
  writeFileSync(path.join(root, file), `${mark("b")}${postText("p-a", 10, "First.")}\n`);
  const changed = readPage(root, "visit", { memory, now }, true);
  expect(changed.problems).toEqual([]);
  expect(changed.revisions["p-a"]?.found).toHaveLength(1);
});

test("planImport refuses to write where older wordings are that it cannot read", () => {
  const root = newFolder();
  const named = (name: string, headline: string) => request(name, [found(10, headline, "Text one.")]);
  importInto(root, named("a.txt", "First"));
  const [revision = ""] = planImport(root, named("b.txt", "First: more")).revisions;
  importInto(root, named("b.txt", "First: more"));
  expect(readFileSync(path.join(root, revision), "utf8")).toContain("headline: First\n");
  writeFileSync(path.join(root, revision), Buffer.from([0xff, 0xfe]));
  expect(() => importInto(root, named("c.txt", "First: other"))).toThrow(/not UTF-8/);
});
