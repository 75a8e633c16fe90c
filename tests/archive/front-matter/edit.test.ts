import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { editFile } from "../../../src/archive/front-matter/edit.ts";
import type { Value } from "../../../src/archive/front-matter/yaml-text.ts";
import { normalisePost } from "../../../src/archive/normalise.ts";
import { parsePost } from "../../../src/archive/read/parse-post.ts";
import { postKeys } from "../../../src/archive/schema/keys.ts";
import { editPost } from "../../../src/archive/write/edit-post.ts";
import { printPost } from "../../../src/archive/write/print-post.ts";
import * as arbitrary from "../arbitraries.ts";

const digest = "sha256-0123456789abcdef";

/** A file as a person keeps it: comments between and behind keys, keys in another order, other line ends. */
const kept = fc.record({
  newline: fc.constantFrom("\n", "\r\n"),
  bom: fc.boolean(),
  final: fc.boolean(),
  seed: fc.nat(),
});

function asPersonKeeps(
  text: string,
  { newline, bom, final, seed }: { newline: string; bom: boolean; final: boolean; seed: number },
) {
  const end = text.indexOf("\n---\n") + 1;
  const keys = text
    .slice(4, end)
    .split(/\n(?=[a-z])/)
    .map((key) => key.replace(/\n$/, ""));
  const turned = keys.map((_, index) => keys[(index + seed) % keys.length]!);
  const lines = turned.map((key, index) => `# comment ${index}\n${key}  # behind ${index}`);
  const body = final ? text.slice(end) : text.slice(end).replace(/\n$/, "");
  return `${bom ? "\uFEFF" : ""}${`---\n${lines.join("\n\n")}\n${body}`.replaceAll("\n", newline)}`;
}

describe("laws", () => {
  test("editPost gives the file the new values and keeps comments and line ends", () => {
    fc.assert(
      fc.property(arbitrary.post, arbitrary.post, kept, (before, after, how) => {
        const text = asPersonKeeps(printPost(before, "sha256-0000000000000000"), how);
        const read = parsePost(text, "a.md", "Europe/London");
        expect(read.post).toEqual(normalisePost(before));
        const next = normalisePost({ ...after, id: before.id });
        const edited = editPost(text, { post: read.post!, imported: read.imported!, file: "a.md" }, next, digest)!;
        const again = parsePost(edited, "a.md", "Europe/London");
        expect(again).toMatchObject({ post: next, imported: digest });
        const count = text.match(/# comment \d+/g)?.length ?? 0;
        for (let index = 0; index < count; index += 1) {
          expect(edited).toContain(`# comment ${index}`);
          expect(edited).toContain(`# behind ${index}`);
        }
        expect(edited.startsWith("\uFEFF")).toBe(how.bom);
        if (how.newline === "\r\n") expect(edited.replaceAll("\r\n", "")).not.toContain("\n");
      }),
      { numRuns: arbitrary.numRuns },
    );
  });

  test("editPost with nothing new changes no byte", () => {
    fc.assert(
      fc.property(arbitrary.post, kept, (post, how) => {
        const text = asPersonKeeps(printPost(post, digest), how);
        const read = parsePost(text, "a.md", "Europe/London");
        expect(editPost(text, { post: read.post!, imported: digest, file: "a.md" }, read.post!, digest)).toBe(text);
      }),
      { numRuns: arbitrary.numRuns },
    );
  });
});

const edit = (text: string, values: Readonly<Record<string, Value | undefined>>) =>
  editFile(text, { values: new Map(Object.entries(values)), keys: postKeys });

describe("editFile", () => {
  test.each<[string, string, Readonly<Record<string, Value | undefined>>, string]>([
    ["a value", "id: a\nlabel: x # y   # c", { label: "z" }, "id: a\nlabel: z   # c"],
    ["a quoted value before a comment", 'label: "x" # c', { label: "z" }, "label: z  # c"],
    [
      "a value of several lines",
      "headline: >\n  one\n  two\nlabel: x",
      { headline: "a: b" },
      'headline: "a: b"\nlabel: x',
    ],
    ["an empty value", "label:\nid: a", { label: "z" }, "label: z\nid: a"],
    [
      "a list of the same length",
      "byline:\n  # first\n  - name: A  # a\n    role: R\nid: a",
      { byline: [{ name: "B", role: "R" }] },
      "byline:\n  # first\n  - name: B  # a\n    role: R\nid: a",
    ],
    [
      "a list of another length",
      "byline:  # who\n  # first\n  - name: A  # a\nid: a",
      { byline: [{ name: "B" }, { name: "C" }] },
      "# who\n# first\n# a\nbyline:\n  - name: B\n  - name: C\nid: a",
    ],
    [
      "a list in brackets",
      "context: [a, b]  # c\nid: a",
      { context: ["x", "z"] },
      "# c\ncontext:\n  - x\n  - z\nid: a",
    ],
    ["a removed key", "id: a\nlabel: x  # c\norder: 1", { label: undefined }, "id: a\n# c\norder: 1"],
    [
      "a new key",
      "id: a\nmine: 1\nlabel: x",
      { headline: "h", imported: digest },
      `id: a\nheadline: h\nmine: 1\nlabel: x\nimported: ${digest}`,
    ],
  ])("changes %s", (_name, before, values, after) => {
    expect(edit(`---\n${before}\n---\nBody`, values)).toBe(`---\n${after}\n---\nBody`);
  });

  test("replaces the body between the blank lines it had, and keeps a missing final newline", () => {
    const body = (text: string) => editFile(text, { values: new Map(), keys: postKeys, body: "New.\n\nTwo.\n" });
    expect(body("---\r\nid: a\r\n---\r\n\r\nOld.")).toBe("---\r\nid: a\r\n---\r\n\r\nNew.\r\n\r\nTwo.");
    expect(body("---\nid: a\n---\nOld.\n\n")).toBe("---\nid: a\n---\nNew.\n\nTwo.\n\n");
    expect(body("---\nid: a\n---\n")).toBe("---\nid: a\n---\nNew.\n\nTwo.\n");
    expect(body("---\nid: a\n---")).toBe("---\nid: a\n---\nNew.\n\nTwo.\n");
    expect(body("no front matter")).toBeUndefined();
  });
});
