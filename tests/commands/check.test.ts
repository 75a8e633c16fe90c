import { describe, expect, test } from "vitest";
import { checkCommand } from "../../src/commands/check.ts";
import { parseCall } from "../../src/commands/parse-call.ts";
import { fill, makeFolder } from "../base/folder.ts";

const post = (id: string, more: string) => `---\nid: ${id}\npublished: 2024-05-16T09:00:00+01:00\n${more}---\nWords.\n`;

/** An archive with a draft, and with posts of these further lines. */
function archiveOf(posts: Readonly<Record<string, string>>): string {
  const root = makeFolder();
  fill(root, {
    "content/fair/page.md": "---\ntitle: Fair\nzone: Europe/London\n---\n",
    "content/fair/later.md": post("later", "draft: true\n"),
    ...Object.fromEntries(Object.entries(posts).map(([id, more]) => [`content/fair/${id}.md`, post(id, more)])),
  });
  return root;
}

async function check(root: string, ...argv: readonly string[]): Promise<{ lines: readonly string[]; code: number }> {
  const lines: string[] = [];
  const terminal = {
    out: (line: string) => void lines.push(line),
    err: () => {},
    progress: () => {},
    input: async () => undefined,
    ask: async () => undefined,
    elapsed: () => 0,
    now: () => 0,
    interrupted: () => new Promise<void>(() => {}),
  };
  const call = await parseCall("check", checkCommand, ["--root", root, ...argv]);
  const code = await checkCommand.run({ ...call, terminal });
  return { lines: lines.flatMap((line) => line.split("\n")), code };
}

const warned = { a: "mood: calm\n" };
const wrong = { a: "order: 100%, last\n" };

describe("check", () => {
  test("prints problems and totals, with the drafts that are left out; a warning fails only with --strict", async () => {
    const root = archiveOf(warned);
    const { lines, code } = await check(root);
    expect([lines.length, code]).toEqual([5, 0]);
    expect(lines.slice(-2)).toEqual(["1 live page, 1 post: 0 errors, 1 warning", "1 draft left out"]);
    expect((await check(root, "--strict")).code).toBe(1);
    expect((await check(archiveOf({ a: "" }), "--strict")).code).toBe(0);
    expect((await check(archiveOf(wrong))).code).toBe(1);
  });

  test("gives the problems as data", async () => {
    const { lines } = await check(archiveOf(wrong), "--json");
    expect(JSON.parse(lines.join("\n"))).toEqual({
      format: 1,
      livePages: 1,
      posts: 0,
      drafts: 1,
      errors: 1,
      warnings: 0,
      problems: [
        {
          severity: "error",
          file: "content/fair/a.md",
          line: 4,
          column: 8,
          message: 'Cannot read "order": expected a whole number, larger is later, got "100%, last"',
          hint: "Write for example: order: 2",
        },
      ],
    });
  });

  test("gives annotations of GitHub, whose signs are escaped, with files named from the current folder", async () => {
    const { lines } = await check(archiveOf({ "a, b: c": "", ...wrong }), "--format", "github");
    expect(lines).toContainEqual(
      expect.stringMatching(
        /^::error file=.*content\/fair\/a\.md,line=4,col=8::Cannot read "order": expected a whole number, larger is later, got "100%25, last"%0AWrite for example: order: 2$/,
      ),
    );
    expect(lines).toContainEqual(
      expect.stringMatching(/^::error file=.*content\/fair\/a%2C b%3A c\.md,line=2,col=5::/),
    );
  });

  test("refuses a form that it does not know, two forms at once, and --out, which it has no use for", async () => {
    const root = archiveOf({});
    await expect(check(root, "--format", "xml")).rejects.toThrow("expected text, json or github");
    await expect(check(root, "--json", "--format", "github")).rejects.toThrow(
      'Cannot use --json with "--format github"',
    );
    await expect(check(root, "--out", "site")).rejects.toThrow('Cannot use "--out": check has no such option');
  });
});
