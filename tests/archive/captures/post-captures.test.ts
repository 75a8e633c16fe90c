/** Which capture holds a post: read without YAML as with it, and never the end of a site. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, onTestFinished, test } from "vitest";
import { captureLines } from "../../../src/archive/captures/capture-lines.ts";
import { type Captures, capturesFileOf, printCaptures, readCaptures } from "../../../src/archive/captures/captures.ts";
import {
  capturesByPost,
  capturesIn,
  postCapturesOf,
  readPostCaptures,
} from "../../../src/archive/captures/post-captures.ts";
import { readPage } from "../../../src/archive/read/page.ts";
import { readArchive } from "../../../src/archive/read/read.ts";

const digest = (letter: string) => letter.repeat(64);

function archiveWith(captures: string | undefined): string {
  const root = mkdtempSync(path.join(tmpdir(), "afterlive-captures-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  mkdirSync(path.join(root, "content/visit/captures"), { recursive: true });
  writeFileSync(path.join(root, "content/visit/page.md"), "---\ntitle: A\nzone: Europe/London\n---\n");
  writeFileSync(path.join(root, "content/visit/a.md"), "---\nid: p-a\n---\nWords\n");
  if (captures !== undefined) writeFileSync(path.join(root, capturesFileOf("visit")), captures);
  return root;
}

const value = fc.oneof(
  fc.constantFrom("page.txt", "a: b", "a #b", "- c", "'q'", '"', "\\", "a\nimporter: x", "true", "12", "Ünïcode “x”"),
  fc.string({ unit: "grapheme" }),
);
const id = fc.constantFrom("p-a", "p-b", "constructor", "p20240517-0428-the-war");
const anyCaptures: fc.Arbitrary<Captures> = fc.record({
  records: fc.array(
    fc.record(
      {
        digest: fc.constantFrom(digest("a"), digest("b"), digest("0")),
        name: value,
        captured: fc.constantFrom("2024-05-17T06:00:00+01:00", "2024-05-18T06:00:00Z"),
        importer: fc.constantFrom("bbc-text", "json-ld"),
        options: fc.dictionary(
          fc.constantFrom("title", "slug", "an odd one"),
          fc.oneof(value, fc.integer(), fc.boolean()),
        ),
        page: fc.constant("sha256-fd3b275f5551f457"),
        ledger: fc.array(fc.record({ kind: value, count: fc.nat(), lines: fc.array(fc.nat()) }), { maxLength: 2 }),
        posts: fc.array(id),
      },
      { requiredKeys: ["digest", "name", "importer", "options", "ledger", "posts"] },
    ),
    { maxLength: 3 },
  ),
  known: fc.constantFrom<Captures["known"]>(
    new Map(),
    new Map([["p-a", [{ minute: "-", headline: "h", text: "t", source: "-" }]]]),
  ),
  declined: fc.constant<Captures["declined"]>(new Map()),
});

describe("captureLines", () => {
  test("reads what import wrote as YAML reads it, or leaves it to YAML", () =>
    fc.assert(
      fc.property(anyCaptures, (captures) => {
        const lines = captureLines(printCaptures(captures));
        const told = captures.records.map(({ digest, importer, captured, posts }) => ({
          digest,
          importer,
          ...(captured !== undefined && { captured }),
          posts,
        }));
        expect(lines ?? told).toEqual(told);
      }),
    ));

  test("reads the sample's file", () => {
    const text = readFileSync("content/state-visit-2024/captures/captures.yaml", "utf8");
    const [record] = captureLines(text) ?? [];
    expect(record).toMatchObject({ importer: "bbc-text", captured: "2024-05-17T06:00:00+01:00" });
    expect(record?.posts).toHaveLength(20);
    expect(record).toEqual(expect.objectContaining({ posts: readCaptures(".", "state-visit-2024").records[0]?.posts }));
  });

  test.each([
    ["a flow", "captures: [{digest: sha256-aa}]"],
    [
      "a scalar that goes on",
      `captures:\n  - digest: sha256-${digest("a")}\n    name: "a\n    importer: x"\n    importer: y`,
    ],
    ["an alias", `captures:\n  - digest: sha256-${digest("a")}\n    name: *a\n    importer: y`],
    ["no importer", `captures:\n  - digest: sha256-${digest("a")}\n    name: a`],
    ["a tab", `captures:\n\t- digest: sha256-${digest("a")}`],
  ])("leaves %s to YAML", (_, text) => expect(captureLines(text)).toBeUndefined());
});

describe("postCapturesOf", () => {
  const record = (letter: string, captured?: string) => ({
    digest: digest(letter),
    importer: "x",
    posts: ["p-a", "constructor"],
    ...(captured !== undefined && { captured }),
  });
  const byPost = (found: ReturnType<typeof postCapturesOf>) =>
    capturesByPost(found, capturesIn(found, "Europe/London"));
  const newest = (...records: Parameters<typeof postCapturesOf>[0]) =>
    byPost(postCapturesOf(records)).get("constructor")?.digest[0];

  test("finds the capture that was made last, whatever was imported last", () => {
    expect(newest(record("a", "2024-05-18T06:00:00Z"), record("b", "2024-05-17T06:00:00Z"))).toBe("a");
    expect(newest(record("a", "2024-05-17T06:00:00Z"), record("b", "2024-05-18T06:00:00Z"))).toBe("b");
  });

  test("finds the one imported last where that cannot be told", () =>
    expect(newest(record("a", "2024-05-18T06:00:00Z"), record("b"))).toBe("b"));
});

describe("readPostCaptures", () => {
  test("finds nothing where there is no file", () =>
    expect(readPostCaptures(archiveWith(undefined), "visit")).toEqual({
      found: { captures: [], of: {} },
      problems: [],
    }));

  test("reads a file that a person formatted anew", () => {
    const root = archiveWith(`{captures: [{digest: sha256-${digest("a")}, name: x, importer: y, posts: "p-a"}]}`);
    expect(readArchive(root).pages[0]?.captures).toEqual(new Map([["p-a", { digest: digest("a"), importer: "y" }]]));
  });

  test.each(["captures: [", "captures:\n  - digest: no", "\ud800 \u0000: ["])("warns of %j, and goes on", (text) => {
    const { pages, problems } = readArchive(archiveWith(text));
    expect(pages[0]?.page.posts).toHaveLength(1);
    expect(problems).toEqual([
      expect.objectContaining({ severity: "warning", file: "content/visit/captures/captures.yaml" }),
    ]);
  });

  test("is not asked again about a file that is as it was, nor about a warning", () => {
    const root = archiveWith("captures: [");
    const now = Date.now() + 60_000;
    const memory = JSON.parse(JSON.stringify(readPage(root, "visit", { memory: undefined, now }).memory()));
    const again = readPage(root, "visit", { memory, now });
    expect(again.problems).toEqual(readPage(root, "visit").problems);
    expect(again.memory()).toEqual(memory);
    writeFileSync(path.join(root, capturesFileOf("visit")), "captures: []\n");
    expect(readPage(root, "visit", { memory, now }).problems).toEqual([]);
  });
});
