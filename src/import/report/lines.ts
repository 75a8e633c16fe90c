/** A planned capture -> the lines of its report; the first line is enough when all is well. */
import type { KnownGaps } from "../../archive/captures/gaps.ts";
import type { ImportPlan } from "../../archive/merge/plan.ts";
import { count } from "../../base/terminal/amounts.ts";
import { ledger } from "../../importers/account/account.ts";
import { zoneInWords } from "../../model/fixed-zone.ts";
import { type Instant, localParts, twoDigits } from "../../model/instant.ts";
import type { FoundPost } from "../../model/live-page.ts";
import { monthName } from "../../model/month-names.ts";
import type { PlannedCapture } from "../plan/plan.ts";
import { lossLines, notTakenOverLines } from "./losses.ts";

/** The lines of one capture: they count what the reading and the plan hold, and work nothing out again. */
export function linesOfCapture(
  { capture, plan, changes, pictures, gaps }: PlannedCapture,
  dryRun: boolean,
): readonly string[] {
  const { file, text, importer, reading } = capture;
  const { posts } = reading;
  if (changes.length === 0)
    return [
      `content/${plan.slug}  from ${file.file} (${importer.name})`,
      plan.conflicts.length === 0
        ? `  ${count(posts.length, "post")}: nothing has changed since the last import`
        : `  ${count(posts.length, "post")}: nothing was written, and ${count(plan.conflicts.length, "conflict")} from before ${plan.conflicts.length === 1 ? "is" : "are"} still open`,
    ];
  return [
    `${dryRun ? "would write " : ""}content/${plan.slug}  from ${file.file} (${importer.name})`,
    `  ${count(posts.length, "post")}${range(posts)}`,
    `  ${fates(plan)}`,
    ...figures(pictures),
    ...inferred(posts),
    ...lacking(gaps),
    ...lossLines(ledger(reading.account, reading.words ?? text)),
    ...notTakenOverLines(plan.notTakenOver),
    `  ${proof(plan)}`,
  ];
}

/** What the account proves. Where a person edited or deleted a post, or another capture words it better, only captures/ holds this wording. */
function proof(plan: ImportPlan): string {
  const held = plan.conflicts.length + plan.declined.length + plan.notTakenOver.length;
  const kept = held === 0 ? "" : "; captures/ holds the wording that was not taken over";
  return `every other word of the capture stands in the Markdown${kept}`;
}

function range(posts: readonly FoundPost[]): string {
  const times = posts
    .flatMap(({ published }) => (published === undefined ? [] : [published]))
    .sort((a, b) => a.epoch - b.epoch);
  const [first, last] = [times[0], times.at(-1)];
  const without = posts.length - times.length;
  const rest = without === 0 ? "" : `, ${without} without a time`;
  if (first === undefined || last === undefined) return rest;
  const until = first.epoch === last.epoch ? "" : ` to ${dateAndTime(last)}`;
  return `, ${dateAndTime(first)}${until} (${zoneInWords(first.zone)})${rest}`;
}

function dateAndTime(instant: Instant): string {
  const { year, month, day, hour, minute } = localParts(instant);
  return `${day} ${monthName(month)} ${year} ${twoDigits(hour)}:${twoDigits(minute)}`;
}

const fates = (plan: ImportPlan): string =>
  [
    `${plan.created.length} created`,
    `${plan.updated.length} updated`,
    `${plan.kept.length} kept`,
    ...(plan.conflicts.length > 0 ? [count(plan.conflicts.length, "conflict")] : []),
    ...(plan.declined.length > 0 ? [`${plan.declined.length} that you deleted left out`] : []),
  ].join(", ");

function figures({ came, absent }: PlannedCapture["pictures"]): readonly string[] {
  return [
    ...(came === 0 ? [] : [`  ${count(came, "new picture")} in media/`]),
    ...(absent === 0
      ? []
      : [`  ${count(absent, "figure")} without a picture: put them into media/ under the names that the posts give`]),
  ];
}

function lacking({ pages, total, named, began }: KnownGaps): readonly string[] {
  const shown = named.slice(0, 3).join(", ") + (named.length > 3 ? " and others" : "");
  return [
    ...(named.length === 0
      ? []
      : [`  ${count(named.length, "post")} that the page names and no capture holds: ${shown}`]),
    ...(pages.length === 0 ? [] : [`  no capture is page ${list(pages)} of ${total}`]),
    ...(began === undefined ? [] : [`  the page says that its coverage began at ${began}, well before the first post`]),
  ];
}

const list = (pages: readonly number[]): string =>
  pages.slice(0, 10).join(", ") + (pages.length > 10 ? " and others" : "");

function inferred(posts: readonly FoundPost[]): readonly string[] {
  const parts = ["year", "date", "zone"] as const;
  const counts = parts.map((part) => [part, posts.filter((post) => post.inferred.includes(part)).length] as const);
  const said = counts
    .filter(([, number]) => number > 0)
    .map(([part, number]) => `the ${part} of ${count(number, "time")}`);
  return said.length === 0 ? [] : [`  inferred: ${said.join(", ")}`];
}
