/** From the items of a page to whether they are a programme or a timetable: future events, few words and no sentences. */
import { elementsIn, find, parentOf, textOfElement } from "../html/html.ts";
import { attribute, type Element, isElement } from "../html/inline.ts";
import { hasName, isCalled } from "../html/names.ts";
import { type ElementTime, timeOfElement } from "../saved-page/element-times.ts";
import { allAbove, type Look, liveCall } from "./look.ts";

const programmeCall =
  / (?:programme?s?|program|programming|schedules?|epg|tv guide|guide|listings?|fixtures?|calendar|agenda|timetable|departures|arrivals|broadcasts?|showtimes?|line ?up|sendungen|sendeplan|tv programm|programm|spielplan|fahrplan|horaires?|grille|programmation|calendrier|palinsesto|programmazione|calendario|horarios?|programaci[oó]n|parrilla|cartelera|dienstregeling|gids|tabl[aå]|ramówka|rozkład) /;
const programmeWords =
  /(?<!\p{L})(?:programme|program|schedule|tv guide|tonight on tv|tv tonight|on tv|what['’]s on|line-?up|fixtures|timetable|calendar|agenda|departures|arrivals|sendeplan|fernsehprogramm|tv-programm|programm|spielplan|fahrplan|abfahrt|abfahrten|ankunft|horaires|programme tv|départs|arrivées|palinsesto|programmazione|partenze|arrivi|calendario|programación|horarios|salidas|llegadas|programação|vertrek|aankomst)(?!\p{L})/iu;
export interface PageSigns {
  /** Structured data on the page has a type of future events, and no type of a live page. */
  readonly events: boolean;
  /** The time of the capture, in milliseconds since 1970. */
  readonly captured?: number | undefined;
  /** The address of the page. */
  readonly source?: string | undefined;
}

/** The elements of one item of a programme. */
export type Listing = readonly Element[];

/** True if the items, in the order of the page, are those of a programme. Short posts alone are not. */
export function isProgramme(items: readonly Listing[], look: Look, signs: PageSigns): boolean {
  if (items.length < 3) return false;
  if (areSlots(items) && isNamed(items.flat())) return true;
  let words = 0;
  for (const item of items) {
    const size = item.reduce((sum, one) => sum + look.sizeOf(one).words, 0);
    words += size;
    if (size > 700 || isProse(item.map(textOfElement).join("\n"))) return false;
  }
  return words / items.length <= 300 && pointsOf(items, look, signs) >= 4;
}

/** True if each item begins with a start time and an end time, and the items follow each other. */
function areSlots(items: readonly Listing[]): boolean {
  let end = -1;
  return items.every((item) => {
    const line = item.map((one) => textOfElement(one).slice(0, 100)).join(" ");
    const [, hour, minute, toHour, toMinute] =
      /^\D{0,20}(\d{1,2})[:.h](\d{2})(?: ?(?:Uhr|h|am|pm))? ?[-–—] ?(\d{1,2})[:.h](\d{2})(?!\d)/i.exec(line) ?? [];
    const from = Number(hour) * 60 + Number(minute);
    const isLater = hour !== undefined && from >= end;
    end = Number(toHour) * 60 + Number(toMinute);
    return isLater && end > from;
  });
}

/** True if a sentence ends in the text: posts have sentences, titles do not. */
const isProse = (text: string): boolean =>
  /\p{Ll}{2}["”’»)]?[.!…](?:\s|$)|[!?](?:\s|$)|[。！]/u.test(
    text.replace(
      /\b(?:[ap]\.m\.|v\.|vs\.|st\.|nr\.|no\.|feat\.|ft\.|uhr\.|m\.|min\.|std\.|ch\.|kap\.|ep\.|s\.|e\.)/giu,
      "",
    ),
  );

function pointsOf(items: readonly Listing[], look: Look, { events, captured }: PageSigns): number {
  const elements = items.flat();
  let points = 0;
  const called = elements.some((one) => isCalled(one, liveCall));
  if (!called && isNamed(elements)) points += 2;
  if (events) points += 2;
  let [words, linked] = [0, 0];
  for (const one of elements) {
    const size = look.sizeOf(one);
    words += size.words - size.times;
    linked += Math.min(size.linked, size.words - size.times);
  }
  if (words > 0 && linked >= words * 0.85) points += 2;
  const moments = items.flatMap((item) => timesOf(item)).flatMap(({ machine }) => machine ?? []);
  const epochs = moments.map((moment) => Date.parse(moment)).filter((epoch) => !Number.isNaN(epoch));
  const later = captured === undefined ? 0 : epochs.filter((epoch) => epoch > captured).length;
  if (later * 2 > epochs.length) points += 3;
  const minutes =
    epochs.length > 0 ? epochs.map((epoch) => Math.floor(epoch / 60_000)) : items.flatMap((item) => shownMinute(item));
  const round = minutes.length >= 4 && minutes.every((minute) => minute % 5 === 0);
  const rising = minutes.every((minute, index) => index === 0 || minute >= (minutes[index - 1] ?? 0));
  if (round) points += rising ? 2 : 1;
  return points;
}

/** Minutes since midnight of the first printed time. */
function shownMinute(item: Listing): readonly number[] {
  const line = item.map((one) => textOfElement(one).slice(0, 100)).join(" ");
  const [, hour, minute] = /(?<!\d)(\d{1,2})[:.h](\d{2})(?!\d)/.exec(line) ?? [];
  return hour === undefined ? [] : [Number(hour) * 60 + Number(minute)];
}

function timesOf(item: Listing): readonly ElementTime[] {
  const times = item.flatMap((element) => [element, ...elementsIn(element)]).flatMap((one) => timeOfElement(one) ?? []);
  const machines = times.filter(({ machine }) => machine !== undefined);
  return machines.length > 0 ? machines : times.slice(0, 1);
}

/** True if the elements, or elements directly around them, have the name of a programme. */
function isNamed(elements: readonly Element[]): boolean {
  const [first] = elements;
  if (first === undefined) return false;
  const around = allAbove(elements.slice(0, 2));
  const near: Element[] = [first];
  for (let one = parentOf(first), height = 0; one !== undefined && height < 5; height += 1, one = parentOf(one))
    if (around.has(one) && !["body", "html", "main"].includes(one.tagName)) near.push(one);
  if (near.some((one) => isCalled(one, liveCall))) return false;
  if (programmeWords.test(headingAbove(near.at(-1) ?? first))) return true;
  return near.some(
    (one) =>
      isCalled(one, programmeCall) ||
      hasName(one, /^(?:programme?|schedule|epg|guide|fixtures|timetable|calendar)/i) ||
      programmeWords.test(attribute(one, "aria-label") ?? "") ||
      /Event$|Schedule$/.test(attribute(one, "itemtype") ?? "") ||
      (one !== first && programmeWords.test(headOf(one))),
  );
}

/** The words of the heading directly above an element. */
function headingAbove(element: Element): string {
  const siblings = parentOf(element)?.childNodes.filter(isElement) ?? [];
  const above = siblings[siblings.indexOf(element) - 1];
  return above !== undefined && /^h[1-6]$/.test(above.tagName) ? textOfElement(above).slice(0, 100) : "";
}

/** The words of the heading in an element. */
function headOf(element: Element): string {
  let tested = 0;
  const heading = find(element, ({ tagName }) => /^(?:h[1-6]|caption|legend)$/.test(tagName) || ++tested > 6);
  return heading === undefined || !/^(?:h[1-6]|caption|legend)$/.test(heading.tagName)
    ? ""
    : textOfElement(heading).slice(0, 100);
}

export const programmeRefused = {
  message:
    "Cannot find a post in the capture: what has times on the page is a programme of things to come, and no live page",
  hint: "Save the live page itself; a programme, a timetable or a TV guide has no posts",
} as const;
