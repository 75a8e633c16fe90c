/** From a line with other words to the time at its beginning or its end: "10.32am: Tugs arrive", "Ada Brook, 14 August 2023 10:01". */
import { timeText } from "./time-text.ts";
import { clockAt } from "./written-clock.ts";
import { isRelativeTime, leadingTimeLength, parseWrittenTime } from "./written-time.ts";

const apart = /^\s*(?:[:·•|–—-]\s*|,\s+)?/;

/** The number of characters of the time of day at the beginning of a line, with the separator behind it; 0 where there is none. */
export function leadingTime(line: string): number {
  const { text } = timeText(line.slice(0, 60));
  if (clockAt(text.trimStart(), 0) === undefined) return 0;
  const length = leadingTimeLength(line);
  if (length === 0 || parseWrittenTime(line.slice(0, length)) === undefined) return 0;
  const gap = apart.exec(line.slice(length, length + 20))?.[0].length ?? 0;
  // "10:00 – 18:00" is a range.
  if (gap > 0 && /[–—-]/.test(line.slice(length, length + gap)) && leadingTimeLength(line.slice(length + gap)) > 0)
    return 0;
  return gap > 0 || length === line.length ? length + gap : 0;
}

/** In characters: no time is longer. */
const longest = 80;
/** The most words that a time may have. */
const mostWords = 10;

/** The offset of the time at the end of a line, with the brackets around it; undefined where there is none. */
export function trailingTime(line: string): number | undefined {
  const from = Math.max(0, line.length - longest);
  const starts = [...line.slice(from).matchAll(/(?<=\s)\S/g)].map(({ index }) => from + index).slice(-mostWords);
  for (const start of starts) {
    const time = line.slice(start);
    if (/^\d+$/.test(time) || (parseWrittenTime(time) === undefined && !isRelativeTime(time))) continue;
    const before = line.slice(Math.max(0, start - 40), start).trimEnd();
    // "He left at 10:32" is a sentence.
    const isSentence = /^[\p{L}\p{N}]/u.test(time) && /(?:^|\s)\p{Ll}[^\s]*[\p{L}\p{N}]$/u.test(before);
    return isSentence ? undefined : start;
  }
  return undefined;
}
