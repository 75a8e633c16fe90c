/** A select that shows all times as published, in the reader's zone, or in the event's; offered where clocks differ. */
import { make } from "../make.ts";
import { language, message } from "../messages.ts";
import { recall, store } from "../storage.ts";
import { dateInWords, type LocalClock, localClockIn } from "./local-clock.ts";

/** A time on the page, with its parts. */
interface ShownTime {
  readonly time: HTMLTimeElement;
  readonly clock: HTMLElement;
  readonly zone: HTMLElement | undefined;
  readonly published: { readonly clock: string; readonly zone: string; readonly date: string };
  /** The date beside the time, on pages without day headings. */
  readonly date: HTMLElement | undefined;
  /** The same time in lists of posts and in the summary. */
  readonly lines: readonly ListedClock[];
}

/** A link to a post by its clock, with its text as published: `04:28`, `Fri 17 May, 04:28`. */
interface ListedClock {
  readonly element: HTMLElement;
  readonly published: string;
}

let chosen: ((epoch: number) => LocalClock) | undefined;

/** A moment in the zone that the reader chose; undefined for the times as published. */
export const chosenClock = (epoch: number): LocalClock | undefined => chosen?.(epoch);

/** Undefined where all zones show the same clocks. */
export function zoneSelect(): HTMLElement | undefined {
  const lines = linesById();
  const times = [...document.querySelectorAll<HTMLTimeElement>("time[datetime]")].flatMap(shownIn(lines));
  const first = times[0];
  if (first === undefined) return undefined;
  const reader = new Intl.DateTimeFormat("en").resolvedOptions().timeZone;
  const event = document.querySelector<HTMLElement>("[data-event-zone]")?.dataset.eventZone;
  const clocks = new Map<string, (epoch: number) => LocalClock>();
  const zone = zonesOf(times);
  const asPublished = message("pageTime", { zone });
  const select = make(
    "select",
    { ariaLabel: message("times") },
    make("option", { value: "page", title: zone }, asPublished),
  );
  const offer = (name: "reader" | "event", zone: string, always: boolean): void => {
    const local = localClockIn(zone, document.documentElement.lang);
    if (local === undefined || (!always && times.every((shown) => isSame(shown, local)))) return;
    clocks.set(name, local);
    const title = local(epochOf(first)).zone;
    select.append(make("option", { value: name, title }, message(`${name}Time`, { zone: title })));
  };
  offer("reader", reader, false);
  if (event !== undefined) offer("event", event, true);
  if (clocks.size === 0) return undefined;
  // The density strip, and the lines of posts on other pages, keep the page's zone and say so.
  const strip = document.querySelector(".strip");
  const note = make("p", { className: "drawn" }, `${message("times")}: ${asPublished}`);
  const here = new Set(times.flatMap((shown) => shown.lines));
  const elsewhere = [...lines.values()].flat().filter((line) => !here.has(line));
  const choose = (): void => {
    const local = clocks.get(select.value);
    chosen = local;
    for (const shown of times) show(shown, local?.(epochOf(shown)));
    for (const { element, published } of elsewhere)
      element.textContent = local === undefined ? published : `${published} ${zone}`;
    if (local === undefined) note.remove();
    else strip?.after(note);
  };
  // On a phone the zone alone stands in the place of the select.
  const short = make("span");
  const showShort = (): void => {
    short.textContent = select.selectedOptions[0]?.title ?? "";
  };
  select.value = recall("zone") ?? "";
  if (select.selectedIndex > 0) choose();
  else select.selectedIndex = 0;
  showShort();
  select.addEventListener("change", () => {
    store("zone", select.value);
    choose();
    showShort();
  });
  return make("label", { className: "zones" }, message("times"), " ", short, select);
}

/** The zones of the whole event, `BST/GMT`, where the page says when it began and ended; else those of its times. */
function zonesOf(times: readonly ShownTime[]): string {
  const zones = [...document.querySelectorAll(".facts .zone")].map((zone) => zone.textContent);
  return [...new Set(zones.length > 0 ? zones : times.map(({ published }) => published.zone))].join("/");
}

const epochOf = ({ time }: ShownTime): number => Date.parse(time.dateTime);
const isSame = (shown: ShownTime, local: (epoch: number) => LocalClock): boolean => {
  const { date, clock } = local(epochOf(shown));
  return shown.time.dateTime.startsWith(`${date}T${clock}`);
};

function linesById(): ReadonlyMap<string, readonly ListedClock[]> {
  const lines = new Map<string, ListedClock[]>();
  for (const element of document.querySelectorAll<HTMLElement>("a[href*='#'] > .at, a.support")) {
    const published = element.textContent;
    if (!/\d\d:\d\d$/.test(published)) continue;
    const id = element.closest("a")?.hash.slice(1) ?? "";
    lines.set(id, [...(lines.get(id) ?? []), { element, published }]);
  }
  return lines;
}

/** None for a day without a clock, which has no zone. */
const shownIn =
  (lines: ReadonlyMap<string, readonly ListedClock[]>) =>
  (time: HTMLTimeElement): readonly ShownTime[] => {
    const clock = time.querySelector("b");
    if (clock === null || !/T[\d:.]*(?:Z|[+-]\d\d:\d\d)$/.test(time.dateTime)) return [];
    const zone = time.querySelector<HTMLElement>(".zone") ?? undefined;
    const date = time.querySelector<HTMLElement>(".date") ?? undefined;
    const published = { clock: clock.textContent, zone: zone?.textContent ?? "", date: date?.textContent ?? "" };
    // Lists show only the time in a post's heading.
    const id = time.closest(".when") === null ? "" : (time.closest(".post")?.id ?? "");
    return [{ time, clock, zone, date, lines: lines.get(id) ?? [], published }];
  };

/** The day beside a clock that falls on another day than as published. */
const shifted = (local: LocalClock): HTMLElement =>
  make("span", { className: "date shifted" }, ` ${dateInWords(local.date, language(), false)}`);

/** `local`: undefined shows the time as published. */
function show({ time, clock, zone, date, lines, published }: ShownTime, local: LocalClock | undefined): void {
  time.querySelector(".shifted")?.remove();
  clock.textContent = local?.clock ?? published.clock;
  if (zone !== undefined) zone.textContent = local?.zone ?? published.zone;
  const moved = local !== undefined && !time.dateTime.startsWith(local.date);
  for (const line of lines) {
    line.element.textContent =
      local === undefined ? line.published : moved ? local.clock : line.published.replace(published.clock, local.clock);
    if (moved) line.element.append(shifted(local));
  }
  if (date !== undefined) date.textContent = moved ? dateInWords(local.date, language(), true) : published.date;
  else if (moved) time.append(shifted(local));
}
