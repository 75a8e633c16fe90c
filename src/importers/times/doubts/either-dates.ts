/** From ambiguous dates, such as 3/4/2024 and 24/05/17, to the one order that the page's other dates and its capture allow. */
import { dayNumber, type Instant } from "../../../model/instant.ts";
import type { Stamp } from "../../written-time/stamp.ts";
import type { DateOrder } from "../../written-time/written-date.ts";
import { dayOfInstant } from "../anchor-day.ts";
import type { TimeWarning } from "../time-agreement.ts";

type MaybeStamp = Stamp | undefined;

export interface EitherDates {
  /** In the order of the page; undefined where the date remains unknown. */
  readonly stamps: readonly MaybeStamp[];
  readonly warnings: readonly TimeWarning[];
}

const orders: readonly DateOrder[] = ["dmy", "mdy", "ymd"];
/** In days: the largest distance between dates of one page. */
const near = 7;
const year = 366;

export function withDates(
  stamps: readonly MaybeStamp[],
  times: readonly (Instant | undefined)[],
  captured: Instant | undefined,
  pageDays: () => readonly number[],
): EitherDates {
  const open = stamps.flatMap((stamp) =>
    stamp?.either === undefined || stamp.month !== undefined ? [] : [stamp.either],
  );
  if (open.length === 0) return { stamps, warnings: [] };
  const read = open.filter(({ days }) => days.length > 0);
  const latest = captured === undefined ? Number.POSITIVE_INFINITY : dayOfInstant(captured);
  const readings = orders.flatMap((order) => {
    const days = read.flatMap((one) => one.days.find((day) => day.order === order) ?? []);
    const numbers = days.map((one) => dayNumber(one.year, one.month, one.day));
    return days.length < read.length || numbers.some((day) => day > latest + 1) ? [] : [{ order, days: numbers }];
  });
  const known = new Set([
    ...times.flatMap((one) => (one === undefined ? [] : [dayOfInstant(one)])),
    ...stamps.flatMap((one) =>
      one?.year === undefined || one.month === undefined || one.day === undefined
        ? []
        : [dayNumber(one.year, one.month, one.day)],
    ),
    ...(readings.length > 1 ? pageDays() : []),
  ]);
  const around = new Set([...known].flatMap((day) => Array.from({ length: 2 * near + 1 }, (_, at) => day - near + at)));
  const beside = readings.filter(({ days }) => days.every((day) => around.has(day)));
  const recent = readings.filter(({ days }) => days.every((day) => day > latest - year));
  const [order] = [readings, beside, recent].find(({ length }) => length === 1)?.map((one) => one.order) ?? [];
  const isGuess = order !== undefined && readings.length > 1 && beside.length !== 1;
  const unknown: string[] = [];
  const taken = stamps.map((stamp): MaybeStamp => {
    if (stamp?.either === undefined || stamp.month !== undefined) return stamp;
    const day = stamp.either.days.find((one) => one.order === order);
    if (day !== undefined) return { ...stamp, year: day.year, month: day.month, day: day.day };
    unknown.push(stamp.either.written);
    return undefined;
  });
  return {
    stamps: taken,
    warnings: [...(isGuess ? guessWarning(read[0]?.written, order) : []), ...unknownDateWarning(unknown)],
  };
}

const inWords: Readonly<Record<DateOrder, string>> = {
  dmy: "day, month, year",
  mdy: "month, day, year",
  ymd: "year, month, day",
};

const guessWarning = (written: string | undefined, order: DateOrder): readonly TimeWarning[] => [
  [
    `The dates beside the times, such as "${written}", can be read in several ways: they were taken as ${inWords[order]}, which is within a year of the capture`,
    "Look whether the days of the posts are right",
  ],
];

function unknownDateWarning(unknown: readonly string[]): readonly TimeWarning[] {
  const [first] = unknown;
  if (first === undefined) return [];
  const times = unknown.length === 1 ? "1 time" : `${unknown.length} times`;
  return [
    [
      `Cannot tell the date that stands beside ${times}: "${first.slice(0, 40)}"`,
      "These posts have no time: give them one in their files: published: 2024-05-17T18:00+01:00",
    ],
  ];
}
