/** What a browser, an extension or a web archive writes into a page that it saves: where the page was, and when it was saved. */
import { originalOf } from "./replay-address.ts";

export interface SavedNote {
  readonly source?: string;
  /** ISO 8601. */
  readonly captured?: string;
}

/** Reads the note at the beginning of a saved page: SingleFile's, or that of a browser's "save as". */
export function readSavedNote(start: string): SavedNote {
  const note = firstComment(start.slice(0, 4096));
  const source =
    /(?:^|\s)url:\s*(https?:\/\/\S{1,2000})/i.exec(note)?.[1] ??
    /saved from url=\(\d{1,9}\)(https?:\/\/\S{1,2000})/i.exec(note)?.[1];
  const date = new Date(/saved date:\s?([^\n(]{10,60})/i.exec(note)?.[1]?.trim() ?? "");
  return withoutReplay({
    ...(source !== undefined && { source }),
    ...(!Number.isNaN(date.getTime()) && { captured: date.toISOString() }),
  });
}

/** What was known of a page as an archive replayed it, as it was: its own address, and when the archive took it. */
export function withoutReplay<T extends SavedNote>(note: T): T {
  if (note.source === undefined) return note;
  const { address, captured } = originalOf(note.source);
  return { ...note, source: address, ...(captured !== undefined && { captured }) };
}

function firstComment(text: string): string {
  const start = text.indexOf("<!--");
  const end = start === -1 ? -1 : text.indexOf("-->", start + 4);
  return end === -1 ? "" : text.slice(start + 4, end).slice(0, 2000);
}
