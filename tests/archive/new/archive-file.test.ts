/** The `archive.md` of an archive that begins. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { parseArchive } from "../../../src/archive/archive-text.ts";
import { hasArchiveFile, newArchiveFile } from "../../../src/archive/new/archive-file.ts";

test("newArchiveFile gives a text that reads back, also with a title that YAML would read otherwise", () => {
  for (const title of ["Rivers", "Rivers: 2024 # all", "true", '"Quoted"']) {
    const { settings, problems } = parseArchive(newArchiveFile(title, "fr").bytes, "archive.md");
    expect({ title: settings?.title, language: settings?.language, problems }).toEqual({
      title,
      language: "fr",
      problems: [],
    });
  }
});

test("hasArchiveFile is true only where there is an archive.md", () => {
  const root = mkdtempSync(path.join(tmpdir(), "afterlive-new-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  mkdirSync(path.join(root, "content"));
  expect(hasArchiveFile(root)).toBe(false);
  writeFileSync(path.join(root, "content/archive.md"), "");
  expect(hasArchiveFile(root)).toBe(true);
});
