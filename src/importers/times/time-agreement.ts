/**
 * From the shown times and the machine times of a page's posts to one time a post, and to a warning about each contradiction. The shown
 * time counts. A machine time that agrees with it to the minute adds seconds, date and zone.
 */
import { exampleZone } from "../../model/fixed-zone.ts";
import { type Instant, instantInZone, localParts } from "../../model/instant.ts";
import type { InferredPart } from "../../model/live-page.ts";
import type { Stamp } from "../written-time/stamp.ts";
import { countsTwelve } from "./halves.ts";
import type { MachineTime } from "./json-moment.ts";
import { minuteOf, momentNear } from "./stamp-moment.ts";

/** A machine time, and the name of its attribute or field: "datetime", "data-sort-time", "title". */
export interface MachineClue {
  readonly from: string;
  readonly time: MachineTime;
}

/** All times of a post on its page. */
export interface TimeClues {
  /** The surest first. */
  readonly machine: readonly MachineClue[];
  readonly shown?: Stamp;
}

export interface SettledTime {
  readonly published: Instant;
  readonly inferred: readonly InferredPart[];
}

export interface ZoneOption {
  readonly zone: string;
  /** True where the person named the zone; else `zone` is only the usual one. */
  readonly zoneTold?: boolean;
}

/** A message and what to do about it. */
export type TimeWarning = readonly [message: string, hint: string];

export interface Settled {
  readonly times: readonly (SettledTime | undefined)[];
  readonly warnings: readonly TimeWarning[];
}

interface Conflict {
  readonly index: number;
  readonly clue: MachineClue;
  /** The minutes from the machine time to the shown one, or, where none is shown, to the machine time that was taken. */
  readonly gap: number;
}

/** In minutes: times with a smaller or equal difference agree, since pages round. */
const slack = 1;

export function settleTimes(all: readonly (TimeClues | undefined)[], option: ZoneOption): Settled {
  const isFixed = isSameForAll(all);
  const clues: readonly (TimeClues | undefined)[] = isFixed ? all.map((one) => one && { machine: one.machine }) : all;
  // On a page that counts 12 hours, a time can be of either half of the day.
  const isTwelve = countsTwelve(clues.map((one) => one?.shown));
  const times: (SettledTime | undefined)[] = clues.map(() => undefined);
  /** Contradictions of posts whose time is certain: it is not shown, or another machine time confirms it. */
  const aside: Conflict[] = [];
  const open: (Conflict & { readonly shown: Stamp; readonly instant: Instant })[] = [];
  for (const [index, clue] of clues.entries()) {
    const [first] = clue?.machine ?? [];
    if (clue === undefined || first === undefined) continue;
    const { shown } = clue;
    const agreeing =
      shown === undefined ? first : clue.machine.find((one) => agreedTime(shown, one.time, option.zone) !== undefined);
    if (agreeing === undefined && shown !== undefined) {
      const { half: _, ...whole } = shown;
      const instant = momentNear(isTwelve ? shown : whole, first.time.instant, option.zone);
      if (instant !== undefined)
        open.push({ index, clue: first, shown, instant, gap: minuteOf(instant) - minuteOf(first.time.instant) });
    }
    const machine = (agreeing ?? first).time;
    const taken = (shown && agreedTime(shown, machine, option.zone)) ?? machine;
    times[index] = { published: taken.instant, inferred: taken.inferred };
    if (agreeing === undefined) continue;
    for (const other of clue.machine) {
      if (other === agreeing) continue;
      const gap = minuteOf(taken.instant) - minuteOf(other.time.instant);
      if (Math.abs(gap) > slack) aside.push({ index, clue: other, gap });
    }
  }
  const fixed: readonly TimeWarning[] = isFixed
    ? [["All posts show one and the same time: those for machines were taken", "Nothing is to be done"]]
    : [];
  const warnings = [...fixed, ...settleOpen(open, times, clues, option), ...sayAside(aside, clues)];
  return { times, warnings };
}

/** True where all posts show the same time and have different machine times: the shown one may be text that a script replaces. */
function isSameForAll(clues: readonly (TimeClues | undefined)[]): boolean {
  const shown = clues.filter((one) => one?.shown !== undefined);
  const moments = new Set(
    shown.map((one) => minuteOf(one?.machine[0]?.time.instant ?? { epoch: 0, offset: 0, zone: "" })),
  );
  return shown.length > 2 && moments.size > 1 && new Set(shown.map((one) => JSON.stringify(one?.shown))).size === 1;
}

/**
 * The machine time, where the shown one is the same to the minute: in the zone of the page, in that of the machine time, or in the shown
 * zone where the machine time has none. Undefined where they differ.
 */
function agreedTime(shown: Stamp, time: MachineTime, zone: string): MachineTime | undefined {
  const { instant, writtenZone } = time;
  const isSame = (one: Instant | undefined): boolean =>
    one !== undefined && Math.abs(minuteOf(one) - minuteOf(instant)) <= slack;
  if (isSame(momentNear(shown, instant, zone))) return time;
  const clock = { ...shown, zoneName: "", offset: instant.offset };
  if (writtenZone === "offset" && shown.zoneName === undefined)
    return isSame(momentNear(clock, instant, zone)) ? time : undefined;
  if (writtenZone !== "local" || shown.zoneName === undefined || !isSame(momentNear(clock, instant, zone)))
    return undefined;
  const { year, month, day } = localParts(instant);
  const named = momentNear({ year, month, day, ...shown }, instant, zone);
  return named && { instant: { ...named, epoch: named.epoch + (instant.epoch % 60_000) }, inferred: [], writtenZone };
}

function settleOpen(
  open: readonly (Conflict & { readonly shown: Stamp; readonly instant: Instant })[],
  times: (SettledTime | undefined)[],
  clues: readonly (TimeClues | undefined)[],
  { zone, zoneTold }: ZoneOption,
): readonly TimeWarning[] {
  const warnings: TimeWarning[] = [];
  for (const [from, conflicts] of Map.groupBy(open, ({ clue }) => clue.from)) {
    const compared = clues.filter((one) => one?.shown !== undefined && one.machine[0]?.from === from).length;
    const shift = conflicts.length === compared ? zoneShift(conflicts.map(({ gap }) => gap)) : undefined;
    const [{ instant: first, clue, shown } = {}] = conflicts;
    const east = shift === undefined || first === undefined ? undefined : first.offset + shift;
    const unzoned = conflicts.every((one) => one.shown.zoneName === undefined);
    // Both have the same digits: the machine time says UTC and is in the zone of the page.
    const misnamed = east === 0 && clue?.time.writtenZone === "greenwich";
    const isOther = unzoned && zoneTold !== true && !misnamed && isOffset(east) && clue?.time.writtenZone !== "local";
    for (const { index, clue: one, instant, shown: stamp, gap } of conflicts)
      times[index] = isOther
        ? { published: { ...one.time.instant, offset: instant.offset + gap }, inferred: ["zone"] }
        : { published: instant, inferred: stamp.zoneName === undefined ? ["zone"] : [] };
    // The zone is wrong for posts without a shown time too.
    if (shift !== undefined)
      for (const [index, other] of clues.entries()) {
        const silent =
          other?.shown === undefined && other?.machine[0]?.from === from ? other.machine[0].time : undefined;
        if (silent !== undefined)
          times[index] = { published: shifted(silent.instant, shift, zone, isOther), inferred: ["zone"] };
      }
    const count = posts(conflicts.length);
    const shownZone = shown?.zoneName ?? zone;
    if (shift === undefined)
      warnings.push([
        `The times that the page shows and its "${from}" differ in ${count}, by ${gapsOf(conflicts)}: the shown ones were taken`,
        "Compare the posts with the page, and mend those that are wrong",
      ]);
    else if (isOther)
      warnings.push([
        `The times that the page shows are all ${minutesInWords(shift)} ${shift > 0 ? "ahead of" : "behind"} its "${from}" (${count}), if they are times of ${zone}: the page shows another zone, and "${from}" was taken`,
        `Say which zone the page shows: ${zoneHint(conflicts.flatMap(({ index }) => times[index]?.published ?? []))}`,
      ]);
    else
      warnings.push([
        `The times that the page shows and its "${from}" differ in ${count}, all by ${minutesInWords(shift)}: a zone is mistaken${misnamed ? `, since "${from}" writes the shown time as one of Greenwich` : ""}. The shown times were taken, as times of ${shownZone}`,
        `If the page's zone is not ${zone}, say --zone; else nothing is to be done`,
      ]);
  }
  return warnings;
}

/** Where the page is in another zone (`isOther`), the same moment at that offset; else the moment moved by the shift. */
function shifted(instant: Instant, shift: number, zone: string, isOther: boolean): Instant {
  if (!isOther) return instantInZone(instant.epoch + shift * 60_000, zone);
  return { ...instant, offset: instantInZone(instant.epoch, zone).offset + shift };
}

function sayAside(aside: readonly Conflict[], clues: readonly (TimeClues | undefined)[]): readonly TimeWarning[] {
  return [...Map.groupBy(aside, ({ clue }) => clue.from)].map(([from, conflicts]): TimeWarning => {
    const shown = conflicts.every(({ index }) => clues[index]?.shown !== undefined);
    const taken = clues[conflicts[0]?.index ?? -1]?.machine[0]?.from ?? "";
    const shift = zoneShift(conflicts.map(({ gap }) => gap));
    const zone = shift === undefined ? "" : ", which a mistake about zones explains";
    const than = shown ? "the times that the page shows" : `"${taken}"`;
    return [
      `"${from}" differs from ${than} in ${posts(conflicts.length)}, by ${gapsOf(conflicts)}${zone}: ${shown ? "the shown times were" : `"${taken}" was`} taken`,
      "Nothing is to be done if the order of the posts is right",
    ];
  });
}

/** True for minutes east of UTC that can be the offset of a zone. */
export const isOffset = (east: number | undefined): boolean =>
  east !== undefined && east >= -12 * 60 && east <= 14 * 60;

/** The gap in minutes, where all gaps are the same and it can lie between two zones. */
export function zoneShift(gaps: readonly number[]): number | undefined {
  const [gap] = gaps;
  if (gap === undefined || gap % 15 !== 0 || Math.abs(gap) >= 24 * 60) return undefined;
  return gaps.every((one) => one === gap) ? gap : undefined;
}

const gapsOf = (conflicts: readonly Conflict[]): string => gapsInWords(conflicts.map(({ gap }) => gap));

/** "2 minutes to 3 hours 5 minutes". */
export function gapsInWords(gaps: readonly number[]): string {
  let [least, most] = [Number.POSITIVE_INFINITY, 0];
  for (const gap of gaps) [least, most] = [Math.min(least, Math.abs(gap)), Math.max(most, Math.abs(gap))];
  return least === most ? minutesInWords(most) : `${minutesInWords(least)} to ${minutesInWords(most)}`;
}

/** "3 hours 5 minutes", for minutes of either sign. */
export function minutesInWords(minutes: number): string {
  const all = Math.abs(minutes);
  const parts = [
    [Math.floor(all / 1440), "day"],
    [Math.floor((all % 1440) / 60), "hour"],
    [all % 60, "minute"],
  ] as const;
  const named = parts
    .filter(([count]) => count > 0)
    .map(([count, name]) => `${count} ${name}${count === 1 ? "" : "s"}`);
  return named.length === 0 ? "less than a minute" : named.join(" ");
}

export const posts = (count: number): string => `${count} post${count === 1 ? "" : "s"}`;

/** "--zone Europe/Berlin", with a zone that has the offsets of the instants; words without an example where there is none. */
export function zoneHint(instants: readonly Instant[]): string {
  const example = exampleZone(instants);
  return example === undefined ? "--zone and its name" : `--zone ${example}`;
}
