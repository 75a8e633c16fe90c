/** The planned captures of one import -> one line of totals: each post is counted once, by the most that happened to it. */
import { count } from "../../base/terminal/amounts.ts";
import type { PlannedCapture } from "../plan/plan.ts";

/** Empty for a single capture, whose report is short enough. `warnings`: how many the report has told. */
export function totalLines(captures: readonly PlannedCapture[], dryRun: boolean, warnings: number): readonly string[] {
  const [first] = captures;
  if (first === undefined || captures.length === 1) return [];
  const all = (key: "created" | "updated" | "kept" | "declined") => captures.flatMap(({ plan }) => plan[key]);
  const created = new Set(all("created"));
  const updated = new Set(all("updated").filter((id) => !created.has(id)));
  const kept = new Set(all("kept").filter((id) => !created.has(id) && !updated.has(id)));
  const declined = new Set(all("declined"));
  const conflicts = new Set(
    captures.flatMap(({ plan }) => plan.conflicts.map(({ file, message }) => `${file} ${message}`)),
  );
  const pictures = captures.reduce((sum, one) => sum + one.pictures.came, 0);
  const parts = [
    `${created.size} created`,
    `${updated.size} updated`,
    `${kept.size} kept`,
    ...(declined.size > 0 ? [`${declined.size} that you deleted left out`] : []),
    ...(conflicts.size > 0 ? [count(conflicts.size, "conflict")] : []),
    ...(pictures > 0 ? [count(pictures, "new picture")] : []),
    ...(warnings > 0 ? [count(warnings, "warning")] : []),
  ];
  const posts = count(created.size + updated.size + kept.size, "post");
  const where = `content/${first.plan.slug}${dryRun ? " (nothing is written)" : ""}`;
  return [`${count(captures.length, "capture")}, ${posts} in ${where}: ${parts.join(", ")}`];
}
