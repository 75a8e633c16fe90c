/** The time at the beginning or the end of a line that says more: "10.32am: Tugs arrive", "Ada Brook, 14 August 2023 10:01". */
import { timeText } from "./time-text.ts";
import { clockAt } from "./written-clock.ts";
import { isRelativeTime, leadingTimeLength, parseWrittenTime } from "./written-time.ts";

const apart = /^\s*(?:[:·•|–—-]\s*|,\s+)?/;

/** How many characters at the beginning of a line are a time of day, with what parts it from the rest; 0 where none are. */
export function leadingTime(line: string): number {
  const { text } = timeText(line.slice(0, 60));
  if (clockAt(text.trimStart(), 0) === undefined) return 0;
  const length = leadingTimeLength(line);
  if (length === 0 || parseWrittenTime(line.slice(0, length)) === undefined) return 0;
  const gap = apart.exec(line.slice(length, length + 20))?.[0].length ?? 0;
  // "10:00 – 18:00" is no moment.
  if (gap > 0 && /[–—-]/.test(line.slice(length, length + gap)) && leadingTimeLength(line.slice(length + gap)) > 0)
    return 0;
  return gap > 0 || length === line.length ? length + gap : 0;
}

/** In characters: a longer line is a sentence. */
const longest = 160;
/** So many words may stand before the time. */
const mostWords = 6;

/** Where the time at the end of a short line begins; undefined where none does. */
export function trailingTime(line: string): number | undefined {
  if (line.length > longest) return undefined;
  for (const { index } of [...line.matchAll(/(?<=\s)\S/g)].slice(0, mostWords)) {
    const time = line.slice(index);
    if (parseWrittenTime(time, { called: true }) === undefined && !isRelativeTime(time)) continue;
    // "He left at 10:32" is a sentence.
    return /^\p{Ll}/u.test(line.slice(0, index).trim().split(" ").at(-1) ?? "") ? undefined : index;
  }
  return undefined;
}
