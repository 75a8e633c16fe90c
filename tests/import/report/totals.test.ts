/** The line of totals under the report of several captures. */
import { expect, test } from "vitest";
import type { PlannedCapture } from "../../../src/import/plan/plan.ts";
import { totalLines } from "../../../src/import/report/totals.ts";

/** As much of a planned capture as the totals read. */
function planned(fates: Partial<Record<"created" | "updated" | "kept" | "declined", readonly string[]>>, came = 0) {
  const plan = { slug: "river", created: [], updated: [], kept: [], declined: [], conflicts: [], ...fates };
  return { plan, pictures: { came, absent: 0 } } as unknown as PlannedCapture;
}

test("totalLines counts each post once, by the most that happened to it", () => {
  const captures = [
    planned({ created: ["a", "b"], kept: ["c"] }, 2),
    planned({ updated: ["b", "c"], kept: ["a", "d"] }, 1),
  ];
  expect(totalLines(captures, false, 1)).toEqual([
    "2 captures, 4 posts in content/river: 2 created, 1 updated, 1 kept, 3 new pictures, 1 warning",
  ]);
});

test("totalLines says what a dry run would do, what was left out, and each conflict once", () => {
  const conflict = { file: "content/river/a.md", message: "Cannot take over the headline" };
  const two = planned({ declined: ["x"] });
  const captures = [
    planned({ kept: ["a"] }),
    { ...two, plan: { ...two.plan, conflicts: [conflict, conflict] } },
  ] as PlannedCapture[];
  expect(totalLines(captures, true, 0)).toEqual([
    "2 captures, 1 post in content/river (nothing is written): 0 created, 0 updated, 1 kept, 1 that you deleted left out, 1 conflict",
  ]);
});

test("totalLines is empty for one capture and for none", () => {
  expect(totalLines([planned({ created: ["a"] })], false, 0)).toEqual([]);
  expect(totalLines([], false, 0)).toEqual([]);
});
