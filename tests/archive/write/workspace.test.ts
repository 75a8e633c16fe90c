import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { openWorkspace } from "../../../src/archive/write/workspace.ts";

function withArchive(run: (root: string) => void): void {
  const root = mkdtempSync(path.join(tmpdir(), "afterlive-workspace-"));
  try {
    mkdirSync(path.join(root, "content/x/media"), { recursive: true });
    writeFileSync(path.join(root, "content/x/page.md"), "before");
    writeFileSync(path.join(root, "content/x/media/a.jpg"), "picture");
    run(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

test.each([true, false])(
  "openWorkspace gives of each file the last bytes and leaves the archive as it is (dry run: %s)",
  (dry) => {
    withArchive((root) => {
      const workspace = openWorkspace(root, "x", dry);
      expect(readFileSync(path.join(workspace.root, "content/x/page.md"), "utf8")).toBe("before");
      expect(readdirSync(path.join(workspace.root, "content/x/media"))).toEqual(["a.jpg"]);
      workspace.apply([{ path: "content/x/page.md", bytes: "one" }]);
      workspace.apply([
        { path: "content/x/page.md", bytes: "two" },
        { path: "content/x/p.md", bytes: "post" },
      ]);
      expect(workspace.changes()).toEqual([
        { path: "content/x/page.md", bytes: "two" },
        { path: "content/x/p.md", bytes: "post" },
      ]);
      workspace.close();
      expect(existsSync(workspace.root)).toBe(false);
      expect(readFileSync(path.join(root, "content/x/page.md"), "utf8")).toBe("before");
    });
  },
);

test("openWorkspace removes what an import left that was killed", () => {
  withArchive((root) => {
    const killed = openWorkspace(root, "x", false);
    const next = openWorkspace(root, "x", false);
    expect(existsSync(killed.root)).toBe(false);
    next.close();
    expect(readdirSync(path.join(root, ".afterlive"))).toEqual([]);
  });
});
