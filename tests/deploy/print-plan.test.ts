/** Plans as text. */
import { describe, expect, it } from "vitest";
import { printPlan } from "../../src/deploy/print-plan.ts";

describe("printPlan", () => {
  it("names twenty files of a kind and counts the rest", () => {
    const added = Array.from({ length: 23 }, (_, index) => `p${String(index).padStart(2, "0")}.html`);
    const text = printPlan({
      target: "directory",
      where: "/x",
      shown: "/x",
      edition: { folder: "/s", id: "0123456789ab", files: [{ path: "a", digest: "", size: 12 }] },
      options: {},
      difference: { added, changed: ["a.html"], removed: [], kept: ["b.html"] },
      steps: ["Do one thing", "Do another"],
      present: "",
    });
    expect(text).toBe(
      [
        'Edition 0123456789ab (1 files, 12 bytes) to directory "/x"',
        "23 files added, 1 changed, 0 removed, 1 kept",
        ...added.slice(0, 20).map((path) => `  + ${path}`),
        "  + and 3 more",
        "  ~ a.html",
        "Steps:",
        "  1. Do one thing",
        "  2. Do another",
        "",
      ].join("\n"),
    );
  });
});
