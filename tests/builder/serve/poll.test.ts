/** What serve hears of changes where the system tells of none. */
import fs, { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { silentDisk } from "../../../src/builder/serve/poll.ts";
import { watchFolders } from "../../../src/builder/serve/watch.ts";
import { newFolder, put } from "../small-archive.ts";

/** A watched archive; `hears` resolves when a change of the file was heard. */
function watched(root: string) {
  const heard: string[] = [];
  const polling: string[] = [];
  const watch = watchFolders(root, ["content", "public"], {
    onChange: (files) => heard.push(...[...files].map((file) => path.relative(root, file))),
    onPolling: (why) => polling.push(why),
  });
  onTestFinished(() => watch.close());
  const hears = async (file: string, change: () => void) => {
    heard.length = 0;
    change();
    await vi.waitFor(() => expect(heard).toContain(file), { timeout: 10_000, interval: 10 });
  };
  return { hears, heard, polling };
}

test("watchFolders looks at each file every second where the system's watches are used up, and says so once", async () => {
  const root = newFolder();
  put(root, "content/visit/one.md", "one");
  const watch = vi.spyOn(fs, "watch").mockImplementation(() => {
    throw Object.assign(new Error("no space"), { code: "ENOSPC", syscall: "watch" });
  });
  onTestFinished(() => watch.mockRestore());
  const { hears, heard, polling } = watched(root);
  expect(polling).toEqual(["its watches are used up (ENOSPC)"]);
  await hears("content/visit/one.md", () => writeFileSync(path.join(root, "content/visit/one.md"), "other"));
  await hears("content/storm/two.md", () => put(root, "content/storm/two.md", "two"));
  await hears("content/storm/loop.md", () => symlinkSync("loop.md", path.join(root, "content/storm/loop.md")));
  await hears("content/visit/one.md", () => rmSync(path.join(root, "content/visit"), { recursive: true }));
  await hears("public/notes.txt", () => {
    mkdirSync(path.join(root, "public"));
    put(root, "public/notes.txt~", "an editor's copy");
    put(root, "public/notes.txt", "notes");
  });
  expect(heard).not.toContain("public/notes.txt~");
  expect(polling).toHaveLength(1);
});

test("silentDisk knows disks that tell of no changes by their kind", () => {
  const root = newFolder();
  expect(silentDisk(path.join(root, "none"))).toBeUndefined();
  const told = vi.spyOn(fs, "statfsSync").mockReturnValue({ type: 0x01021997 } as fs.StatsFs);
  onTestFinished(() => told.mockRestore());
  expect(silentDisk(root)).toBe("a folder that is shared with another system (9P)");
});
