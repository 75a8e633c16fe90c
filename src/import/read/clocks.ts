/** What captures do not say of their times: the zone, which the person or another part of the live page tells, and the day, which the archive knows. */
import { type KnownDay, onKnownDay } from "../../archive/merge/known-day.ts";
import { pageAddress } from "../../archive/merge/page-address.ts";
import { count } from "../../base/terminal/amounts.ts";
import { undatedWords } from "../../importers/times/time-posts.ts";
import { type Instant, localParts } from "../../model/instant.ts";
import { monthName } from "../../model/month-names.ts";
import type { Problem } from "../../model/problem.ts";
import type { ImportOptions } from "../options.ts";
import type { CaptureReading } from "./capture.ts";

export const usualZone = "Europe/London";

export const zoneOf = (options: ImportOptions): string => options.zone ?? usualZone;

/** Parts of one live page that tell no zone are of the one that another part tells: these are read `again` in it. */
export async function inOneZone<Part extends CaptureReading & { readonly options: ImportOptions }>(
  parts: readonly Part[],
  again: (part: Part, zone: string) => Promise<Part>,
): Promise<readonly Part[]> {
  const told = parts.filter(({ reading }) => reading.zone !== undefined);
  if (told.length === 0) return parts;
  const all: Part[] = [];
  for (const part of parts) {
    const { reading, options } = part;
    const isOpen = reading.zone === undefined && options.zone === undefined;
    const isGuessed = isOpen && reading.posts.some(({ inferred }) => inferred.includes("zone"));
    const zone = isGuessed ? told.find((one) => isSamePage(one, part))?.reading.zone : undefined;
    all.push(zone === undefined ? part : await again(part, zone));
  }
  return all;
}

/** By title or address: a folder can hold pages of several newsrooms. */
const isSamePage = (a: CaptureReading, b: CaptureReading): boolean =>
  isSame(a.reading.page.title, b.reading.page.title) || isSame(addressOf(a), addressOf(b));

const isSame = (a: string | undefined, b: string | undefined): boolean => a !== undefined && a === b;

const addressOf = ({ reading, file }: CaptureReading): string | undefined =>
  pageAddress(reading.page.source ?? file.source ?? "");

/** A reading whose days only the time of its capture tells, on the days on which the archive has its posts; and a word about it. */
export function withKnownDay<Capture extends CaptureReading>(
  root: string,
  slug: string,
  capture: Capture,
  captured: Instant | undefined,
): Capture {
  const { reading, file } = capture;
  const found = onKnownDay(root, slug, reading.posts, captured);
  if (found === undefined) return capture;
  const { message, hint } = knownDaySaid(slug, found);
  const said: Problem = { severity: "warning", file: file.file, line: 0, column: 0, message, hint };
  const problems = reading.problems.filter((problem) => !problem.message.startsWith(undatedWords));
  return { ...capture, reading: { ...reading, posts: found.posts, problems: [...problems, said] } };
}

const knownDaySaid = (slug: string, { moved, from, to }: KnownDay): { message: string; hint: string } => ({
  message: `${undatedWords}: that of ${count(moved, "post")} is ${dateOf(to)}, since content/${slug} holds posts of that day at the same minutes with the same words; the time of the capture would say ${dateOf(from)}`,
  hint: "If they are other posts, write the day beside their times in the capture: 10:32 17 May 2024",
});

function dateOf(instant: Instant): string {
  const { year, month, day } = localParts(instant);
  return `${day} ${monthName(month)} ${year}`;
}
