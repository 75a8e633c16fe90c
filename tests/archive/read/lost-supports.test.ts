/** Posts that support a point of the summary which is not there. */

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { lostSupports } from "../../../src/archive/read/lost-supports.ts";
import { formatProblem } from "../../../src/model/problem.ts";
import { paragraph, post } from "../../site/sample.ts";
import { withRoot } from "../import-fixtures.ts";

test("lostSupports names the post, its line and how many points there are; a point that is there is no problem", () => {
  withRoot((root) => {
    mkdirSync(join(root, "content/visit"), { recursive: true });
    writeFileSync(join(root, "content/visit/a.md"), "---\nid: a\nsupports: [1, 3]\n---\nText.\n");
    const summary = [{ kind: "list" as const, items: [[paragraph("One")], [paragraph("Two")]] }, paragraph("More")];
    const of = (supports: readonly number[]) =>
      lostSupports(root, summary, [{ post: post("a", { supports }), file: "content/visit/a.md" }]).map(formatProblem);
    expect(of([1, 2])).toEqual([]);
    expect(of([1, 3])).toEqual([
      'content/visit/a.md:3:11  warning: Cannot find point 3 of the summary: it has 2\n    Count the points in page.md from 1, or remove "supports"',
    ]);
  });
});
