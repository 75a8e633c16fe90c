/** From stamps to a warning about dates with a wrong day of the week. */
import { dayNumber, weekdayOfDay } from "../../../model/instant.ts";
import { monthName, weekdayName } from "../../../model/month-names.ts";
import type { Stamp } from "../../written-time/stamp.ts";
import type { TimeWarning } from "../time-agreement.ts";

/** One warning about all such dates, which names the first; empty where there are none. */
export function weekdayWarnings(stamps: readonly (Stamp | undefined)[]): readonly TimeWarning[] {
  const wrong = stamps.filter((one) => one?.wrongWeekday !== undefined);
  const [first] = wrong;
  if (first?.wrongWeekday === undefined || first.year === undefined || first.month === undefined) return [];
  const { day = 1, month, year } = first;
  const others = wrong.length === 1 ? "" : `; the same in ${wrong.length - 1} more`;
  return [
    [
      `The page calls ${day} ${monthName(month)} ${year} a ${weekdayName(first.wrongWeekday)}, and it was a ${weekdayName(weekdayOfDay(dayNumber(year, month, day)))}${others}`,
      "The date was taken: look whether it or the weekday is wrong, and mend the posts if it is the date",
    ],
  ];
}
