import { describe, expect, test } from "vitest";
import { copiedFrom, isLeftover } from "../../src/archive/leftover-names.ts";

describe("isLeftover", () => {
  test.each([
    "a.md~",
    "#a.md#",
    ".#a.md",
    ".a.md.swp",
    "a.md.swo",
    "._a.md",
    "a.md.bak",
    "a.md.orig",
    "4913",
    ".DS_Store",
    "Thumbs.db",
    "~$a.docx",
    ".~lock.a.md#",
  ])("knows %s", (name) => {
    expect(isLeftover(name)).toBe(true);
  });

  test.each(["a.md", "page.md", "original.md", "a.jpg", ".well-known", "CNAME", "bak.md", "#1.md"])(
    "leaves %s to people",
    (name) => {
      expect(isLeftover(name)).toBe(false);
    },
  );
});

describe("copiedFrom", () => {
  test.each([
    ["p2 (Ana's conflicted copy 2024-05-17).md", "p2.md"],
    ["p2 (conflicted copy 2024-05-17 101010).md", "p2.md"],
    ["p2 (Copie en conflit de Ana 2024-05-17).md", "p2.md"],
    ["p2 (In Konflikt stehende Kopie von Ana 2024-05-17).md", "p2.md"],
    ["p2 (SFConflict ana@example.org 2024-05-17-10-10-10).md", "p2.md"],
    ["p2.sync-conflict-20240517-101010-ABCDEFG.md", "p2.md"],
    ["p2_conflict-20240517-101010.md", "p2.md"],
    ["p2 [Conflict].md", "p2.md"],
    ["p2 2.md", "p2.md"],
    ["p2 (1).md", "p2.md"],
    ["p2 copy.md", "p2.md"],
    ["p2 - Copy (2).md", "p2.md"],
    ["p2-DESKTOP-4F2A.md", "p2.md"],
    ["fair (Ana's conflicted copy 2024-05-17)", "fair"],
  ])("knows %s as a copy of %s", (name, original) => {
    expect(copiedFrom(name, new Set([name, original]))).toBe(original);
    expect(copiedFrom(name, new Set([name]))).toBeUndefined();
  });

  test("takes the second post of a minute for no copy of the first", () => {
    expect(copiedFrom("p2-2.md", new Set(["p2.md", "p2-2.md"]))).toBeUndefined();
    expect(copiedFrom("p2-the-gates.md", new Set(["p2.md", "p2-the-gates.md"]))).toBeUndefined();
  });
});
