/** Whole hours, "16h", in the place of a time on pages that spell their others "18h22": else they could be durations. */
import { elementsIn, isWithin, shortLineOf, type Tree } from "../html/html.ts";
import type { Element } from "../html/inline.ts";
import { hourNote, timeTold } from "../saved-page/element-times.ts";
import { isTimeText } from "../written-time/bare-times.ts";
import { isBareHour, isHourSpelled } from "../written-time/written-time.ts";

/** How many posts must spell their times so. */
const least = 2;
/** In characters: no time has more. */
const longest = 60;

/** Notes in each post that tells no other time the first element that is a whole hour and no more. */
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

/** Whether a post tells a time as in "18h22", else its first whole hour, where it tells no other time. */
function hourIn(post: Tree): Element | "spelled" | undefined {
  let hour: Element | undefined;
  for (const one of elementsIn(post)) {
    const line = shortLineOf(one, longest) ?? "";
    if (line !== "" && isHourSpelled(line) && isTimeText(line)) return "spelled";
    if (isBareHour(line) && (hour === undefined || isWithin(one, hour))) hour = one;
    else if (line !== "" && timeTold(one) !== undefined) return undefined;
  }
  return hour;
}
