/** What a browser or an extension writes into a page that it saves: where the page was, and when it was saved. */

export interface SavedNote {
  readonly source?: string;
  /** ISO 8601. */
  readonly captured?: string;
}

/** Reads the note at the beginning of a saved page: SingleFile's, or that of a browser's "save as". */
export function readSavedNote(start: string): SavedNote {
  const [, note = ""] = /<!--([\s\S]{0,2000}?)-->/.exec(start.slice(0, 4096)) ?? [];
  const source =
    /(?:^|\s)url:\s*(https?:\/\/\S+)/i.exec(note)?.[1] ?? /saved from url=\(\d+\)(https?:\/\/\S+)/i.exec(note)?.[1];
  const date = new Date(/saved date:\s*([^\n(]{10,60})/i.exec(note)?.[1]?.trim() ?? "");
  return {
    ...(source !== undefined && { source }),
    ...(!Number.isNaN(date.getTime()) && { captured: date.toISOString() }),
  };
}
