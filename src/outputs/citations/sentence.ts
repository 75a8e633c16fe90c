/** Turns a citation into sentences of names, titles and dates. The only words are those of the capture, which the caller gives. */
import { type Citation, citedAddress, onOneLine, originalBeside, publisherBeside } from "./citation.ts";

/**
 * `Jo Farrow. “The gates open”. The river, Example Wire, 26 October 2024, 21:40 BST. River Archive. https://...`
 * `captured`: "Captured 28 October 2024 from https://...", with the original's address.
 */
export function citeText(citation: Citation, captured?: string): string {
  const { authors, title, container, date, archive } = citation;
  const where = [container, publisherBeside(citation), date?.words].filter((part) => part !== undefined);
  const sentences = [authors.join(", "), `“${title}”`, where.join(", "), archive];
  const original = originalBeside(citation);
  const addresses =
    captured === undefined
      ? [citedAddress(citation), original && `(${original})`]
      : [original && citation.address, captured];
  return [
    ...sentences.map(onOneLine).flatMap((text) => (text === "" ? [] : [ended(text)])),
    ...addresses.filter((part) => part !== undefined),
  ].join(" ");
}

const ended = (text: string): string => (/[.!?…。！？]$/u.test(text) ? text : `${text}.`);
