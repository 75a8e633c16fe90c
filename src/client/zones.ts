/** Times as published, where the reader is, or at the event: one choice for all pages, offered where it makes a difference. */
import { make } from "./make.ts";
import { recall, store } from "./storage.ts";
import { dateInWords, type Wall, wallIn } from "./wall.ts";
import { say } from "./words.ts";

interface Shown {
  readonly time: HTMLTimeElement;
  readonly clock: HTMLElement;
  readonly zone: HTMLElement | undefined;
  readonly published: { readonly clock: string; readonly zone: string; readonly date: string };
  /** The date that stands with the time, on pages without day headings. */
  readonly date: HTMLElement | undefined;
  /** The same time where lists of posts say it. */
  readonly lines: readonly HTMLElement[];
}

/** The select; undefined where all clocks show the same. */
export function zoneSelect(): HTMLElement | undefined {
  const language = document.documentElement.lang;
  const times = [...document.querySelectorAll<HTMLTimeElement>("time[datetime]")].flatMap(shownIn(linesById()));
  const first = times[0];
  if (first === undefined) return undefined;
  const reader = new Intl.DateTimeFormat("en", {}).resolvedOptions().timeZone;
  const event = document.querySelector<HTMLElement>("[data-event-zone]")?.dataset.eventZone;
  const walls = new Map<string, (epoch: number) => Wall>();
  const select = make("select", {}, make("option", { value: "page" }, say("pageTime", { zone: first.published.zone })));
  select.ariaLabel = say("times");
  const offer = (name: string, words: "readerTime" | "eventTime", zone: string, always: boolean): void => {
    const wall = wallIn(zone, language);
    if (wall === undefined || (!always && times.every((shown) => isSame(shown, wall)))) return;
    walls.set(name, wall);
    select.append(make("option", { value: name }, say(words, { zone: wall(epochOf(first)).zone })));
  };
  offer("reader", "readerTime", reader, false);
  if (event !== undefined) offer("event", "eventTime", event, true);
  if (walls.size === 0) return undefined;
  const choose = (): void => {
    const wall = walls.get(select.value);
    for (const shown of times) show(shown, wall?.(epochOf(shown)), language);
  };
  select.value = recall("zone") ?? "page";
  if (select.selectedIndex === -1) select.value = "page";
  if (select.value !== "page") choose();
  select.addEventListener("change", () => {
    store("zone", select.value);
    choose();
  });
  return make("label", { className: "zones" }, say("times"), " ", select);
}

const epochOf = ({ time }: Shown): number => Date.parse(time.dateTime);
const isSame = (shown: Shown, wall: (epoch: number) => Wall): boolean => {
  const { date, clock } = wall(epochOf(shown));
  return shown.time.dateTime.startsWith(`${date}T${clock}`);
};

/** The clocks in lists of posts, by the post that each leads to. */
function linesById(): ReadonlyMap<string, readonly HTMLElement[]> {
  const lines = new Map<string, HTMLElement[]>();
  for (const line of document.querySelectorAll<HTMLElement>("a > .at")) {
    const id = line.closest("a")?.hash.slice(1) ?? "";
    lines.set(id, [...(lines.get(id) ?? []), line]);
  }
  return lines;
}

/** A time with a clock; a day alone has no zone. */
const shownIn =
  (lines: ReadonlyMap<string, readonly HTMLElement[]>) =>
  (time: HTMLTimeElement): readonly Shown[] => {
    const clock = time.querySelector("b");
    if (clock === null || !/T.*(?:Z|[+-]\d\d:\d\d)$/.test(time.dateTime)) return [];
    const zone = time.querySelector<HTMLElement>(".zone") ?? undefined;
    const date = time.querySelector<HTMLElement>(".date") ?? undefined;
    const published = { clock: clock.textContent ?? "", zone: zone?.textContent ?? "", date: date?.textContent ?? "" };
    return [{ time, clock, zone, date, lines: lines.get(time.closest(".post")?.id ?? "") ?? [], published }];
  };

/** The day, where it is not that of the heading above. */
const shifted = (wall: Wall, language: string): HTMLElement =>
  make("span", { className: "date shifted" }, ` ${dateInWords(wall.date, language, false)}`);

/** `wall` undefined: as published. */
function show({ time, clock, zone, date, lines, published }: Shown, wall: Wall | undefined, language: string): void {
  time.querySelector(".shifted")?.remove();
  clock.textContent = wall?.clock ?? published.clock;
  if (zone !== undefined) zone.textContent = wall?.zone ?? published.zone;
  for (const line of lines) line.textContent = wall?.clock ?? published.clock;
  const moved = wall !== undefined && !time.dateTime.startsWith(wall.date);
  if (date !== undefined) date.textContent = moved ? dateInWords(wall.date, language, true) : published.date;
  else if (moved) time.append(shifted(wall, language));
  if (moved) for (const line of lines) line.append(shifted(wall, language));
}
