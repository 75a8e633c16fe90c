/** Turns a citation into sentences of names, titles and dates, without words of any interface language. */
import { type Citation, citedAddress, onOneLine, originalBeside, publisherBeside } from "./citation.ts";

/** `Jo Farrow. “The gates open”. The river, Example Wire, 26 October 2024, 21:40 BST. River Archive. https://...` */
export function citeText(citation: Citation): string {
  const { authors, title, container, date, archive } = citation;
  const where = [container, publisherBeside(citation), date?.words].filter((part) => part !== undefined);
  const sentences = [authors.join(", "), `“${title}”`, where.join(", "), archive];
  const [address, original] = [citedAddress(citation), originalBeside(citation)];
  return [
    ...sentences.map(onOneLine).flatMap((text) => (text === "" ? [] : [ended(text)])),
    ...(address === undefined ? [] : [address]),
    ...(original === undefined ? [] : [`(${original})`]),
  ].join(" ");
}

const ended = (text: string): string => (/[.!?…。！？]$/u.test(text) ? text : `${text}.`);
