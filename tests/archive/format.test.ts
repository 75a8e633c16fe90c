/** The format of an archive: what names it, what refuses a newer one, and what moves an older one on. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { formatOf, newerFormat, refuseNewerFormat } from "../../src/archive/format.ts";
import { readArchive } from "../../src/archive/read/read.ts";
import { type FormatStep, upgradeArchive } from "../../src/archive/upgrade.ts";
import { Refusal } from "../../src/model/problem.ts";

/** An archive whose `archive.md` is this text; without one where it is undefined. */
function archive(text?: string): string {
  const root = mkdtempSync(path.join(realpathSync(tmpdir()), "afterlive-format-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  mkdirSync(path.join(root, "content/river"), { recursive: true });
  writeFileSync(path.join(root, "content/river/page.md"), "---\ntitle: A river\nzone: UTC\n---\n");
  if (text !== undefined) writeFileSync(path.join(root, "content/archive.md"), text);
  return root;
}
const textOf = (root: string): string => readFileSync(path.join(root, "content/archive.md"), "utf8");

const step = (from: number): FormatStep => ({
  from,
  what: `step ${from}`,
  changes: () => [{ path: `content/river/step-${from}.md`, bytes: "---\nid: a\n---\n" }],
});

test("formatOf is 1 where archive.md names none, is absent or cannot be read", () => {
  expect([undefined, "---\ntitle: A\n---\n", "no front matter"].map((text) => formatOf(archive(text)))).toEqual([
    1, 1, 1,
  ]);
  expect(formatOf(archive("---\ntitle: A\nformat: 3\n---\n"))).toBe(3);
});

test("an archive of a newer format has this one problem, whatever else it holds", () => {
  const root = archive("---\ntitle: A\nformat: 2\nunheard: of\n---\n");
  const { problems, pages } = readArchive(root);
  expect(problems).toEqual([newerFormat(root)]);
  expect(problems[0]).toMatchObject({ file: "content/archive.md", line: 3, column: 9, severity: "error" });
  expect(pages).toEqual([]);
  expect(() => refuseNewerFormat(root)).toThrow(Refusal);
});

test("format: 1 is read without a problem, and what is no format is an error", () => {
  expect(readArchive(archive("---\ntitle: A\nformat: 1\n---\n")).problems).toEqual([]);
  for (const wrong of ["0", "1.5", "new"])
    expect(readArchive(archive(`---\ntitle: A\nformat: ${wrong}\n---\n`)).problems[0]?.message).toMatch(/"format"/);
});

test("upgradeArchive does nothing to an archive of the newest format", async () => {
  const root = archive("---\ntitle: A\n---\n");
  expect(await upgradeArchive(root)).toEqual({ from: 1, to: 1, done: [], written: [] });
  expect(textOf(root)).toBe("---\ntitle: A\n---\n");
});

test("upgradeArchive takes the steps that are missing, in order, and keeps the rest of archive.md", async () => {
  const root = archive("---\r\ntitle: A # mine\r\nformat: 2\r\n---\r\nWords\r\n");
  const report = await upgradeArchive(root, [step(3), step(1), step(2)]);
  expect(report).toMatchObject({ from: 2, to: 4, done: ["step 2", "step 3"] });
  expect(textOf(root)).toBe("---\r\ntitle: A # mine\r\nformat: 4\r\n---\r\nWords\r\n");
  expect(existsSync(path.join(root, "content/river/step-1.md"))).toBe(false);
});

test("upgradeArchive writes the format into an archive without archive.md", async () => {
  const root = archive();
  await upgradeArchive(root, [step(1)]);
  expect(textOf(root)).toBe("---\ntitle: Archive\nlanguage: en\nformat: 2\n---\n");
});
