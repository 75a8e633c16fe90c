/** Turns a citation into an object of CSL-JSON (CSL 1.0.2 data schema). It has no date of access, since no clock is read. */
import { type Citation, citedAddress, datePartsOf, onOneLine, originalBeside } from "./citation.ts";

export interface CslObject {
  readonly id: string;
  readonly type: "post-weblog" | "webpage";
  readonly title: string;
  readonly author?: readonly { readonly literal: string }[];
  readonly issued?: { readonly "date-parts": readonly [readonly [number, number, number]] };
  readonly "container-title"?: string;
  readonly publisher?: string;
  readonly archive: string;
  readonly URL?: string;
  readonly language: string;
  readonly note?: string;
}

export function citeCsl(citation: Citation): CslObject {
  const { key, kind, authors, title, container, publisher, date, archive, language } = citation;
  const address = citedAddress(citation);
  const note = [date?.words, originalBeside(citation)].filter((part) => part !== undefined).map(onOneLine);
  return {
    id: key,
    type: kind === "post" ? "post-weblog" : "webpage",
    title: onOneLine(title),
    ...(authors.length > 0 && { author: authors.map((name) => ({ literal: onOneLine(name) })) }),
    ...(date !== undefined && { issued: { "date-parts": [datePartsOf(date)] } }),
    ...(container !== undefined && { "container-title": onOneLine(container) }),
    ...(publisher !== undefined && { publisher: onOneLine(publisher) }),
    archive: onOneLine(archive),
    ...(address !== undefined && { URL: address }),
    language,
    ...(note.length > 0 && { note: note.join(". ") }),
  };
}
