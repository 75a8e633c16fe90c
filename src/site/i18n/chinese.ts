/** The dates, numbers and lists that simplified and traditional Chinese share. */
import { type CalendarTime, dayOf } from "../time/clock.ts";
import { joinList } from "./joining.ts";
import type { Strings } from "./strings.ts";

const weekdays = [..."日一二三四五六"];

export const monthAndDay = (time: CalendarTime): string => `${time.month}月${time.day}日`;
export const weekday = (time: CalendarTime): string => weekdays[time.weekday] ?? "";

const date = (time: CalendarTime): string => `${time.year}年${monthAndDay(time)}`;

export const chinese = {
  longDate: (time) => `${date(time)}星期${weekday(time)}`,
  date,
  year: (time) => `${time.year}年`,
  days: (first, last) => {
    if (dayOf(first) === dayOf(last)) return date(first);
    if (first.year !== last.year) return `${date(first)}至${date(last)}`;
    if (first.month !== last.month) return `${date(first)}至${monthAndDay(last)}`;
    return `${date(first)}至${last.day}日`;
  },
  dateAndClock: (day, clock) => `${day} ${clock}`,
  dateAndClocks: (day, first, last) => `${day} ${first}–${last}`,
  number: String,
  list: joinList("、", "和"),
  aside: (text, rest) => `${text}，${rest}`,
  named: (name, text) => `${name}：${text}`,
} satisfies Partial<Strings>;
