/** From the sentences of a page to its year: by full dates on the days of its stamps, and by names of weekdays. */
import { dayNumber, isDate, weekdayOfDay } from "../../model/instant.ts";
import { monthNumber, weekdayNumber } from "../../model/month-names.ts";
import type { Stamp } from "../written-time/stamp.ts";

const month =
  "(January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)";
const weekday = "(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)";
const fullDate = new RegExp(
  `\\b(\\d{1,2})(?:st|nd|rd|th)? ${month}\\.?,? ((?:19|20)\\d\\d)(?!\\d)|\\b${month}\\.? (\\d{1,2})(?:st|nd|rd|th)?, ((?:19|20)\\d\\d)(?!\\d)`,
  "g",
);
const namedDay = new RegExp(`\\b${weekday},? (?:the )?(\\d{1,2})(?:st|nd|rd|th)? ${month}\\b`, "g");
const bareDay = new RegExp(`\\b${weekday}s?\\b`, "g");

/** The only year in which full dates and stamps agree and weekdays do not contradict; undefined where there is none or more than one. */
export function yearFromEvidence(text: string, stamps: readonly (Stamp | undefined)[]): number | undefined {
  const days = new Set<string>();
  for (const stamp of stamps) if (stamp?.month !== undefined) days.add(`${stamp.month}-${stamp.day}`);
  const votes = new Map<number, number>();
  for (const match of text.matchAll(fullDate)) {
    const [day, name, year] = match[1] === undefined ? [match[5], match[4], match[6]] : [match[1], match[2], match[3]];
    if (!days.has(`${monthNumber(name ?? "")}-${Number(day)}`)) continue;
    votes.set(Number(year), (votes.get(Number(year)) ?? 0) + 1);
  }
  const likely = [...votes.keys()].filter((year) => weekdaysAgree(text, days, year));
  return likely.length === 1 ? likely[0] : undefined;
}

function weekdaysAgree(text: string, days: ReadonlySet<string>, year: number): boolean {
  for (const match of text.matchAll(namedDay)) {
    const [number, day] = [monthNumber(match[3] ?? ""), Number(match[2])];
    if (number === undefined || !days.has(`${number}-${day}`)) continue;
    if (!isDate(year, number, day) || weekdayOfDay(dayNumber(year, number, day)) !== weekdayNumber(match[1] ?? ""))
      return false;
  }
  const near = new Set<number>();
  for (const key of days) {
    const [number, day] = key.split("-").map(Number);
    if (number === undefined || day === undefined || !isDate(year, number, day)) return false;
    for (const shift of [-1, 0, 1]) near.add(weekdayOfDay(dayNumber(year, number, day) + shift));
  }
  let [agree, words] = [0, 0];
  for (const match of text.matchAll(bareDay)) {
    words += 1;
    if (near.has(weekdayNumber(match[1] ?? "") ?? 0)) agree += 1;
  }
  return words === 0 || agree * 2 >= words;
}
