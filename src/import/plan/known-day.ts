/** A read capture -> the same capture with its posts on the day that the archive knows, where the capture itself tells no day. */
import { type KnownDay, onKnownDay } from "../../archive/merge/known-day.ts";
import { count } from "../../base/terminal/amounts.ts";
import { undatedWords } from "../../importers/times/time-posts.ts";
import { type Instant, localParts } from "../../model/instant.ts";
import { monthName } from "../../model/month-names.ts";
import { fileProblem, type Problem } from "../../model/problem.ts";
import type { CaptureReading } from "../read/capture.ts";

/**
 * Moves posts whose day is only that of `captured` to the day on which the archive has the same posts, and adds a warning about it. Gives
 * the capture itself where the archive has none of them.
 */
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
  const said: Problem = fileProblem(file.file, message, hint, "warning");
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
