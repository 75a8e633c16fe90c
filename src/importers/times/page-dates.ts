/** From a short text, such as the title "Ferry strike, 17 May 2024: as it happened", to the dates in it. */
import { timeText } from "../written-time/time-text.ts";
import { type Day, dateAt } from "../written-time/written-date.ts";

const longest = 300;

export function datesIn(written: string): readonly Day[] {
  const { text } = timeText(written.slice(0, longest));
  const found: Day[] = [];
  let from = 0;
  for (const start of text.matchAll(/(?<![\p{L}\d])[\p{L}\d]/gu)) {
    if (start.index < from) continue;
    const date = dateAt(text, start.index);
    if (date === undefined) continue;
    from = date.end;
    if (!("written" in date.day)) found.push(date.day);
  }
  return found;
}
