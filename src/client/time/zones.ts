/** Times as published, where the reader is, or at the event: one choice for all pages, offered where it makes a difference. */
import { make } from "../make.ts";
import { language, message } from "../messages.ts";
import { recall, store } from "../storage.ts";
import { dateInWords, type LocalClock, localClockIn } from "./local-clock.ts";

interface Shown {
  readonly time: HTMLTimeElement;
  readonly clock: HTMLElement;
  readonly zone: HTMLElement | undefined;
  readonly published: { readonly clock: string; readonly zone: string; readonly date: string };
  /** The date that stands with the time, on pages without day headings. */
  readonly date: HTMLElement | undefined;
  /** The same time where lists of posts and the summary say it. */
  readonly lines: readonly Line[];
}

/** A clock that leads to a post, with what it said when it was published: `04:28`, `Fri 17 May, 04:28`. */
interface Line {
  readonly element: HTMLElement;
  readonly published: string;
}

/** The select; undefined where all clocks show the same. */
export function zoneSelect(): HTMLElement | undefined {
  const lines = linesById();
  const times = [...document.querySelectorAll<HTMLTimeElement>("time[datetime]")].flatMap(shownIn(lines));
  const first = times[0];
  if (first === undefined) return undefined;
  const reader = new Intl.DateTimeFormat("en", {}).resolvedOptions().timeZone;
  const event = document.querySelector<HTMLElement>("[data-event-zone]")?.dataset.eventZone;
  const walls = new Map<string, (epoch: number) => LocalClock>();
  const zone = zonesOf(times);
  const asPublished = message("pageTime", { zone });
  const select = make("select", {}, make("option", { value: "page" }, asPublished));
  select.ariaLabel = message("times");
  const offer = (name: string, words: "readerTime" | "eventTime", zone: string, always: boolean): void => {
    const wall = localClockIn(zone, document.documentElement.lang);
    if (wall === undefined || (!always && times.every((shown) => isSame(shown, wall)))) return;
    walls.set(name, wall);
    select.append(make("option", { value: name }, message(words, { zone: wall(epochOf(first)).zone })));
  };
  offer("reader", "readerTime", reader, false);
  if (event !== undefined) offer("event", "eventTime", event, true);
  if (walls.size === 0) return undefined;
  // What is drawn, and the lines of posts that stand on other pages, keep the page's time, and say so.
  const strip = document.querySelector(".strip");
  const note = make("p", { className: "drawn" }, `${message("times")}: ${asPublished}`);
  const here = new Set(times.flatMap((shown) => shown.lines));
  const elsewhere = [...lines.values()].flat().filter((line) => !here.has(line));
  const choose = (): void => {
    const wall = walls.get(select.value);
    for (const shown of times) show(shown, wall?.(epochOf(shown)));
    for (const { element, published } of elsewhere)
      element.textContent = wall === undefined ? published : `${published} ${zone}`;
    if (wall === undefined) note.remove();
    else strip?.after(note);
  };
  select.value = recall("zone") ?? "";
  if (select.selectedIndex > 0) choose();
  else select.selectedIndex = 0;
  select.addEventListener("change", () => {
    store("zone", select.value);
    choose();
  });
  return make("label", { className: "zones" }, message("times"), " ", select);
}

/** Those of the whole event, `BST/GMT`, where the page says when it began and ended; else those of its times. */
function zonesOf(times: readonly Shown[]): string {
  const covered = [...document.querySelectorAll(".facts time")].slice(0, 2);
  const zones = covered.map((time) => time.textContent?.split(/\s/).at(-1) ?? "");
  return [...new Set(zones.length > 0 ? zones : times.map(({ published }) => published.zone))].join("/");
}

const epochOf = ({ time }: Shown): number => Date.parse(time.dateTime);
const isSame = (shown: Shown, wall: (epoch: number) => LocalClock): boolean => {
  const { date, clock } = wall(epochOf(shown));
  return shown.time.dateTime.startsWith(`${date}T${clock}`);
};

function linesById(): ReadonlyMap<string, readonly Line[]> {
  const lines = new Map<string, Line[]>();
  for (const element of document.querySelectorAll<HTMLElement>("a[href*='#'] > .at, a.support")) {
    const published = element.textContent ?? "";
    if (!/\d\d:\d\d$/.test(published)) continue;
    const id = element.closest("a")?.hash.slice(1) ?? "";
    lines.set(id, [...(lines.get(id) ?? []), { element, published }]);
  }
  return lines;
}

/** A time with a clock; a day alone has no zone. */
const shownIn =
  (lines: ReadonlyMap<string, readonly Line[]>) =>
  (time: HTMLTimeElement): readonly Shown[] => {
    const clock = time.querySelector("b");
    if (clock === null || !/T[\d:.]*(?:Z|[+-]\d\d:\d\d)$/.test(time.dateTime)) return [];
    const zone = time.querySelector<HTMLElement>(".zone") ?? undefined;
    const date = time.querySelector<HTMLElement>(".date") ?? undefined;
    const published = { clock: clock.textContent ?? "", zone: zone?.textContent ?? "", date: date?.textContent ?? "" };
    // Of a post's times only the one in its heading is told elsewhere.
    const id = time.closest(".when") === null ? "" : (time.closest(".post")?.id ?? "");
    return [{ time, clock, zone, date, lines: lines.get(id) ?? [], published }];
  };

/** The day, where it is not that of the heading above. */
const shifted = (wall: LocalClock): HTMLElement =>
  make("span", { className: "date shifted" }, ` ${dateInWords(wall.date, language(), false)}`);

/** `wall` undefined: as published. */
function show({ time, clock, zone, date, lines, published }: Shown, wall: LocalClock | undefined): void {
  time.querySelector(".shifted")?.remove();
  clock.textContent = wall?.clock ?? published.clock;
  if (zone !== undefined) zone.textContent = wall?.zone ?? published.zone;
  const moved = wall !== undefined && !time.dateTime.startsWith(wall.date);
  for (const line of lines) {
    line.element.textContent =
      wall === undefined ? line.published : moved ? wall.clock : line.published.replace(published.clock, wall.clock);
    if (moved) line.element.append(shifted(wall));
  }
  if (date !== undefined) date.textContent = moved ? dateInWords(wall.date, language(), true) : published.date;
  else if (moved) time.append(shifted(wall));
}
