/** A citation as a sentence to read: no word of any language but the work's own. */
import { addressOf, type Citation, oneLine, originalBeside, publisherBeside } from "./citation.ts";

/** `Jo Farrow. “The gates open”. The river, Example Wire, 26 October 2024, 21:40 BST. River Archive. https://...` */
export function citeText(citation: Citation): string {
  const { authors, title, container, date, archive } = citation;
  const where = [container, publisherBeside(citation), date?.words].filter((part) => part !== undefined);
  const sentences = [authors.join(", "), `“${title}”`, where.join(", "), archive];
  const [address, original] = [addressOf(citation), originalBeside(citation)];
  return [
    ...sentences.map(oneLine).flatMap((text) => (text === "" ? [] : [ended(text)])),
    ...(address === undefined ? [] : [address]),
    ...(original === undefined ? [] : [`(${original})`]),
  ].join(" ");
}

const ended = (text: string): string => (/[.!?…。！？]$/u.test(text) ? text : `${text}.`);
