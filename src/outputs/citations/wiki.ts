/** Turns a citation into `{{cite web}}`, the template of Wikipedia and many other wikis. */
import { type Citation, onOneLine, publisherBeside } from "./citation.ts";

/** `captured`: the day of the capture, `2024-05-17`. */
export function citeWiki(citation: Citation, captured: string | undefined): string {
  const { authors, title, container, date, archive, language } = citation;
  const author = (name: string, index: number) => [authors.length === 1 ? "author" : `author${index + 1}`, wiki(name)];
  const publisher = publisherBeside(citation);
  const fields = [
    ...authors.map(author),
    ["title", wiki(title)],
    ...addresses(citation, captured),
    ...(container === undefined ? [] : [["work", wiki(container)]]),
    ...(publisher === undefined ? [] : [["publisher", wiki(publisher)]]),
    ...(date === undefined ? [] : [["date", date.day]]),
    ["language", language],
    ["via", wiki(archive)],
  ];
  return `{{cite web ${fields.map(([name, value]) => `|${name}=${value}`).join(" ")}}}`;
}

/** The template accepts an original beside its archived copy only with `archive-date`. */
function addresses({ original, address }: Citation, captured: string | undefined): readonly (readonly string[])[] {
  if (original !== undefined && address !== undefined && address !== original && captured !== undefined)
    return [
      ["url", wikiAddress(original)],
      ["archive-url", wikiAddress(address)],
      ["archive-date", captured],
    ];
  const url = address ?? original;
  return url === undefined ? [] : [["url", wikiAddress(url)]];
}

/** Wikitext that is not plain: links, tags, templates, signatures, magic words, bold; lists at the beginning. */
const active = /[&<>[\]{}|~]|__|''|^[*#:;]/g;

const wiki = (text: string): string =>
  onOneLine(text).replace(active, (found) => [...found].map((one) => `&#${one.codePointAt(0)};`).join(""));

const wikiAddress = (address: string): string =>
  onOneLine(address).replace(/[[\]{}|<>"'\s~]|__/g, (found) =>
    [...found].map((one) => `%${(one.codePointAt(0) ?? 0).toString(16).toUpperCase()}`).join(""),
  );
