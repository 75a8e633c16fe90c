/** What an import tells the person: a few lines, the first of which is enough when all is well. */
import type { KnownGaps } from "../../archive/captures/gaps.ts";
import type { ImportPlan } from "../../archive/merge/plan.ts";
import { count } from "../../base/terminal/amounts.ts";
import { type LedgerLine, type LeftRegion, ledger, quoted, regionOf } from "../../importers/account/account.ts";
import { isRegion, type RegionKind, regionRule } from "../../importers/account/losses.ts";
import { zoneInWords } from "../../model/fixed-zone.ts";
import { type Instant, localParts, twoDigits } from "../../model/instant.ts";
import type { FoundPost } from "../../model/live-page.ts";
import { monthName } from "../../model/month-names.ts";
import type { CaptureReading } from "../read/capture.ts";

export interface Outcome {
  readonly dryRun: boolean;
  /** How many pictures came along with the capture and are new in `media/`. */
  readonly came: number;
  /** How many figures have no picture in `media/`. */
  readonly absent: number;
  /** What all captures of the live page together lack. */
  readonly gaps: KnownGaps;
}

/** The report of one capture; nothing of it is worked out again: it counts what the reading and the plan hold. */
export function report(
  { file, text, importer, reading }: CaptureReading,
  plan: ImportPlan,
  { dryRun, came, absent, gaps }: Outcome,
): readonly string[] {
  const { posts } = reading;
  if (plan.changes.length === 0)
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
    ...figures(came, absent),
    ...inferred(posts),
    ...lacking(gaps),
    ...accountOf(ledger(reading.account, reading.words ?? text)),
    ...(plan.notTakenOver.length === 0
      ? []
      : leftLines("not taken over, since another capture is newer or fuller", regionOf(plan.notTakenOver), mostShown)),
    `  ${proof(plan)}`,
  ];
}

/** What the account proves. A post that a person edited or deleted, or that another capture words better, keeps the capture's wording out of its file, not out of captures/. */
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

function figures(came: number, absent: number): readonly string[] {
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

/** Phrases are counted, since their words are known; regions are told by their words. */
function accountOf(lines: readonly LedgerLine[]): readonly string[] {
  const phrases = lines.filter(({ region }) => region === undefined).sort((a, b) => b.count - a.count);
  const total = phrases.reduce((sum, { count: number }) => sum + number, 0);
  const kinds = phrases.map(({ kind, count: number }) => `${number} ${kind}`);
  return [
    ...(total === 0 ? [] : wrap(`  dropped ${count(total, "fixed phrase")}: `, kinds)),
    ...lines.flatMap(({ kind, region }) => (region === undefined || !isRegion(kind) ? [] : regionLines(kind, region))),
  ];
}

/** How many beginnings of a region's pieces are printed; `--json` has more. */
const mostShown = 5;

/** Of what stands around a live page, the longest few pieces are told; of other regions the first. */
function regionLines(kind: RegionKind, region: LeftRegion): readonly string[] {
  const lead = `left out ${regionRule(kind).where}`;
  if (kind !== "around the page") return leftLines(lead, region, mostShown);
  const { words, begins, longest } = region;
  const others = begins.filter((text) => text !== longest).sort((a, b) => b.length - a.length);
  return leftLines(lead, { words, begins: [longest, ...others], longest }, 3, "the longest pieces begin");
}

/** One line with the number of words, and below it how the first `most` pieces begin. */
function leftLines(
  lead: string,
  { words, begins }: LeftRegion,
  most: number,
  shorter = "beginning",
): readonly string[] {
  const more = Math.max(0, begins.length - most);
  return [
    `  ${lead}: ${count(words, "word")}, ${more > 0 ? shorter : "beginning"}`,
    ...begins.slice(0, most).map((text) => `    ${quoted(text)}`),
    ...(more > 0 ? [`    and ${count(more, "other piece")}: --json names them`] : []),
  ];
}

/** Words after a lead, with commas, on lines of at most 100 characters. */
function wrap(lead: string, words: readonly string[]): readonly string[] {
  const lines: string[] = [];
  let line = lead;
  for (const [index, word] of words.entries()) {
    const piece = index === words.length - 1 ? word : `${word}, `;
    if (line.length + piece.trimEnd().length > 100) {
      lines.push(line.trimEnd());
      line = "    ";
    }
    line += piece;
  }
  return [...lines, line];
}
