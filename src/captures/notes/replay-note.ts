/** From the notes of a web archive in a replayed page to the page's address and the time of the capture. */
import { monthNumber } from "../../model/month-names.ts";
import { originalOf, timeOf } from "./replay-address.ts";
import type { SavedNote } from "./saved-note.ts";

/** How many characters of a page's start and end are read: the notes are in its head or behind its end. */
export const noteReach = 65_536;

/** True for the text of a replayed page, which holds a note of the archive. */
export function isReplayed(html: string): boolean {
  const [start, end] = [html.slice(0, noteReach), html.slice(-noteReach)];
  return (
    /BEGIN WAYBACK TOOLBAR INSERT|\bwbinfo\.timestamp\b/.test(start) ||
    filedOn(end) !== undefined ||
    readReplayNote(start, end).captured !== undefined
  );
}

/** Reads the notes in `start` and `end` of one page. The result is empty for a page that no archive replayed. */
export function readReplayNote(start: string, end: string): SavedNote {
  const filed = filedOn(end) ?? filedOn(start);
  const script =
    /\b(?:wombat|wm\.init|wbinfo\.url)\b[^\n]{0,40}?["'](https?:\/\/[^"'\s]{1,2000})["']\s*,\s*["'](\d{14})["']/.exec(
      start,
    );
  const info = /\bwbinfo\.timestamp\s*=\s*["'](\d{14})["']/.exec(start)?.[1];
  const linked = linkedReplay(start);
  const captured = filed ?? timeOf(script?.[2] ?? "") ?? timeOf(info ?? "") ?? linked?.captured;
  const source = script?.[1] ?? linked?.source;
  return { ...(source !== undefined && { source }), ...(captured !== undefined && { captured }) };
}

/** `FILE ARCHIVED ON 12:00:00 May 17, 2024 AND RETRIEVED FROM`: the times of the Wayback Machine are UTC. */
function filedOn(text: string): string | undefined {
  const [, clock, month, day, year] =
    /FILE ARCHIVED ON (\d{1,2}:\d\d:\d\d) ([A-Z][a-z]{2})[a-z]{0,6} (\d{1,2}), (\d{4}) AND/i.exec(text) ?? [];
  const place = monthNumber(month ?? "");
  if (clock === undefined || day === undefined || year === undefined || place === undefined) return undefined;
  return timeOf(
    `${year}${String(place).padStart(2, "0")}${day.padStart(2, "0")}${clock.padStart(8, "0").replaceAll(":", "")}`,
  );
}

/** The page's own address among the links of its head, where it is an address of an archive. */
function linkedReplay(start: string): SavedNote | undefined {
  for (const [tag] of start.matchAll(/<(?:link|meta|base)\b[^<>]{1,2000}>/gi)) {
    if (!/\b(?:canonical|bookmark|og:url|<base)\b/i.test(tag)) continue;
    const address = /\b(?:href|content)\s*=\s*["']?([^"'\s>]{1,2000})/i.exec(tag)?.[1];
    const original = address === undefined ? undefined : originalOf(address);
    if (original?.captured !== undefined) return { source: original.address, captured: original.captured };
  }
  return undefined;
}
