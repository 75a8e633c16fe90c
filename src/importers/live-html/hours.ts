/** From whole hours, "16h", to notes that they are times, on pages with times such as "18h22": elsewhere they could be durations. */
import { elementsIn, isWithin, shortLineOf, type Tree } from "../html/html.ts";
import type { Element } from "../html/inline.ts";
import { hourNote, timeOfElement } from "../saved-page/element-times.ts";
import { isTimeText } from "../written-time/bare-times.ts";
import { isBareHour, isHourSpelled } from "../written-time/written-time.ts";

/** At least this many posts must have such times. */
const least = 2;
/** The longest time, in characters. */
const longest = 60;

/** Notes, in each post without another time, the first element that is only a whole hour. */
export function noteHours(posts: readonly Element[]): void {
  let spelled = 0;
  const found: Element[] = [];
  for (const post of posts) {
    const hour = hourIn(post);
    if (hour === "spelled") spelled += 1;
    else if (hour !== undefined) found.push(hour);
  }
  if (spelled < least) return;
  for (const one of found) one.attrs.push({ name: hourNote, value: "" });
}

/** "spelled" for a post with a time such as "18h22", else its first whole hour; undefined if it has another time. */
function hourIn(post: Tree): Element | "spelled" | undefined {
  let hour: Element | undefined;
  for (const one of elementsIn(post)) {
    const line = shortLineOf(one, longest) ?? "";
    if (line !== "" && isHourSpelled(line) && isTimeText(line)) return "spelled";
    if (isBareHour(line) && (hour === undefined || isWithin(one, hour))) hour = one;
    else if (line !== "" && timeOfElement(one) !== undefined) return undefined;
  }
  return hour;
}
