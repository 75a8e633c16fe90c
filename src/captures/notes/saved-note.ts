/** From the note of a browser, an extension or a mirror in a saved page to the page's address and the time of saving. */
import { originalOf, timeOf } from "./replay-address.ts";

export interface SavedNote {
  readonly source?: string;
  /** ISO 8601. */
  readonly captured?: string;
}

/** Reads the note at the start of a saved page, from any of the known programs, and gives the original address. */
export function readSavedNote(start: string): SavedNote {
  const head = start.slice(0, 4096);
  for (const comment of commentsIn(head)) {
    const note = noteIn(comment);
    if (note.source !== undefined) return withoutReplay(note);
  }
  return withoutReplay(scrapBookNote(head));
}

/** Replaces the address of an archive by the original one, and the time by that of the archive. */
export function withoutReplay<T extends SavedNote>(note: T): T {
  if (note.source === undefined) return note;
  const { address, captured } = originalOf(note.source);
  return { ...note, source: address, ...(captured !== undefined && { captured }) };
}

/** The note of a browser, monolith, HTTrack or SingleFile. */
function noteIn(comment: string): SavedNote {
  // A browser's "save as", without a time.
  const browser = /saved from url=\(\d{1,9}\)(https?:\/\/\S{1,2000})/i.exec(comment);
  if (browser !== null) return noteOf(browser[1], "");
  // monolith.
  const monolith = /^\s{0,9}saved from (https?:\/\/\S{1,2000}) at (\d{4}-\S{1,40}) using /i.exec(comment);
  if (monolith !== null) return noteOf(monolith[1], monolith[2]);
  // HTTrack, without a scheme.
  const mirror = /^\s{0,9}mirrored from (\S{1,2000}) by httrack [^,]{0,80}, (\w{3}, [^>]{8,40})$/i.exec(comment.trim());
  if (mirror !== null) return noteOf(`http://${(mirror[1] ?? "").replace(/^https?:\/\//i, "")}`, mirror[2]);
  // SingleFile.
  const url = /(?:^|\s)url:\s?(https?:\/\/\S{1,2000})/i.exec(comment)?.[1];
  return noteOf(url, /saved date:\s?([^\n(]{10,60})/i.exec(comment)?.[1]);
}

/** WebScrapBook writes attributes of the `html` element; the time has fourteen digits or more. */
function scrapBookNote(head: string): SavedNote {
  const begin = head.search(/<html\b/i);
  const tag = begin === -1 ? "" : head.slice(begin, head.indexOf(">", begin));
  const source = /\bdata-scrapbook-source="(https?:\/\/[^"\s]{1,2000})"/i.exec(tag)?.[1];
  const digits = /\bdata-scrapbook-create="(\d{14})\d{0,3}"/i.exec(tag)?.[1] ?? "";
  return source === undefined ? {} : noteOf(source, timeOf(digits));
}

function noteOf(source: string | undefined, time = ""): SavedNote {
  const date = new Date(time.trim());
  return {
    ...(source !== undefined && { source }),
    ...(!Number.isNaN(date.getTime()) && { captured: date.toISOString() }),
  };
}

/** The texts of the first comments. */
function commentsIn(text: string): readonly string[] {
  const found: string[] = [];
  let at = 0;
  while (found.length < 8) {
    const start = text.indexOf("<!--", at);
    const end = start === -1 ? -1 : text.indexOf("-->", start + 4);
    if (end === -1) break;
    found.push(text.slice(start + 4, end).slice(0, 2500));
    at = end + 3;
  }
  return found;
}
