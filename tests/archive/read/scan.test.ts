/** What scanning sees without opening a file, and what a signature tells. */
import { mkdtempSync, renameSync, rmSync, type Stats, statSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { scanArchive, scanPage } from "../../../src/archive/read/scan.ts";
import { isSettled, signatureAt, signatureOf } from "../../../src/archive/read/stat-signature.ts";
import { put } from "../../builder/small-archive.ts";

const later = Date.now() + 3_600_000;
const archive = (): string => {
  const root = mkdtempSync(path.join(tmpdir(), "afterlive-scan-"));
  put(root, "content/archive.md", "---\ntitle: A\n---\n");
  put(root, "content/visit/page.md", "one");
  put(root, "content/visit/a.md", "a");
  put(root, "content/visit/media/x.png", "x");
  put(root, "content/visit/captures/captures.yaml", "c");
  return root;
};

test("scanPage sees posts and pictures that came, went or changed, and of captures only what the site tells", () => {
  const root = archive();
  const signature = () => scanPage(root, "visit", later).signature;
  const seen = [signature()];
  const changed = (change: () => void): void => {
    change();
    expect(seen).not.toContain(signature());
    seen.push(signature());
  };
  changed(() => put(root, "content/visit/b.md", "b"));
  changed(() => put(root, "content/visit/b.md", "bb"));
  changed(() => renameSync(path.join(root, "content/visit/b.md"), path.join(root, "content/visit/c.md")));
  changed(() => put(root, "content/visit/media/x.png", "xx"));
  changed(() => rmSync(path.join(root, "content/visit/media/x.png")));
  changed(() => put(root, "content/visit/captures/captures.yaml", "cc"));
  changed(() => put(root, "content/visit/captures/completeness.json", "{}"));
  put(root, "content/visit/captures/more.gz", "d");
  put(root, "content/visit/.hidden", "d");
  expect(signature()).toBe(seen.at(-1));
  rmSync(root, { recursive: true });
});

test("scanPage sees a file of the same size and time of change: its entry has another time", async () => {
  const root = archive();
  const file = path.join(root, "content/visit/a.md");
  utimesSync(file, 1e9, 1e9);
  const before = scanPage(root, "visit", later).signature;
  await new Promise((resolve) => setTimeout(resolve, 20));
  put(root, "content/visit/a.md", "b");
  utimesSync(file, 1e9, 1e9);
  expect(scanPage(root, "visit", later).signature).not.toBe(before);
  rmSync(root, { recursive: true });
});

test("scanArchive tells live pages from what stands beside them, and trusts nothing that has just changed", () => {
  const root = archive();
  const scan = scanArchive(root, later);
  expect([...scan.pages.keys()]).toEqual(["visit"]);
  put(root, "content/published.txt", "x\n");
  expect(scanArchive(root, later).published).not.toBe(scan.published);
  const changed = statSync(path.join(root, "content/visit/page.md")).ctimeMs;
  expect(scanArchive(root, changed + 1).pages.get("visit")?.signature).toBe("");
  rmSync(root, { recursive: true });
});

test("scanArchive knows an archive.md and a published.txt that have just changed by no signature of theirs", () => {
  const root = archive();
  put(root, "content/published.txt", "x\n");
  const soon = Date.now();
  const [first, second] = [scanArchive(root, soon), scanArchive(root, soon + 1)];
  expect([second.signature, second.published]).not.toContain(first.signature);
  expect(second.signature).not.toBe(first.signature);
  expect(second.published).not.toBe(first.published);
  expect(scanArchive(root, later).signature).toBe(scanArchive(root, later + 1).signature);
  rmSync(root, { recursive: true });
});

test("scanArchive tells an about.md that came, changed or went from what live pages are printed with", () => {
  const root = archive();
  const seen = new Set<string>();
  const look = () => scanArchive(root, later);
  const { signature } = look();
  for (const words of [undefined, "a", "ab"]) {
    if (words !== undefined) put(root, "content/about.md", words);
    seen.add(look().words);
  }
  expect(seen.size).toBe(3);
  rmSync(path.join(root, "content/about.md"));
  expect(look().words).toBe([...seen][0]);
  expect(look().signature).toBe(signature);
  rmSync(root, { recursive: true });
});

test("scanPage tells two live pages that changed places, though all sizes and times are equal", () => {
  const stats = { size: 1, mtimeMs: 5, ctimeMs: 5 } as Stats;
  expect(signatureOf({ ...stats, ino: 1 } as Stats)).not.toBe(signatureOf({ ...stats, ino: 2 } as Stats));
});

test("isSettled waits for the tick of the disk's clock, and longer where it writes whole seconds", () => {
  const stats = { ...statSync("."), mtimeMs: 10_000_001, ctimeMs: 10_000_001 } as Stats;
  expect([10, 60].map((after) => isSettled(stats, 10_000_001 + after))).toEqual([false, true]);
  const coarse = { ...stats, mtimeMs: 10_000_000, ctimeMs: 10_000_000 } as Stats;
  expect([60, 3000].map((after) => isSettled(coarse, 10_000_000 + after))).toEqual([false, true]);
  expect(signatureAt("nowhere")).toBe("");
  expect(signatureAt("package.json")).toBe(signatureOf(statSync("package.json")));
});
