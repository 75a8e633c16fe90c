/** What a citation says of a post or of a live page, in no form yet. */

export interface Citation {
  /** Letters, digits, "-" and ":"; no other work of the archive has it. */
  readonly key: string;
  readonly kind: "post" | "live page";
  readonly title: string;
  /** People and desks as they sign; the publisher where no person does. */
  readonly authors: readonly string[];
  readonly date?: CitationDate;
  /** The live page's title, for a post of it. */
  readonly container?: string;
  readonly publisher?: string;
  readonly archive: string;
  /** Where it was published: an http or https address. */
  readonly original?: string;
  /** Where this archive shows it to the public. */
  readonly address?: string;
  /** BCP 47. */
  readonly language: string;
}

export interface CitationDate {
  /** `2024-05-17`: the day, as the page's clocks had it. */
  readonly day: string;
  /** "17 May 2024, 02:37 BST" */
  readonly words: string;
}

/** The address to send a reader to. */
export const citedAddress = ({ address, original }: Citation): string | undefined => address ?? original;

/** The original's address, where a reader is sent elsewhere. */
export const originalBeside = ({ address, original }: Citation): string | undefined =>
  address === undefined || address === original ? undefined : original;

/** A publisher that is not the author already. */
export const publisherBeside = ({ authors, publisher }: Citation): string | undefined =>
  publisher !== undefined && authors.includes(publisher) ? undefined : publisher;

/** Text as one line, without what no format of one line can hold. */
export const onOneLine = (text: string): string =>
  // Most texts are so already, and to look is faster than to replace each space by itself.
  /[^\S ]|[\p{Cc}\p{Cs}]| {2}|^ | $/u.test(text)
    ? text
        .toWellFormed()
        .replace(/[\s\p{Cc}]+/gu, " ")
        .trim()
    : text;

/** Year, month and day of a citation's date. */
export function datePartsOf({ day }: CitationDate): readonly [number, number, number] {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  return [year, month, date];
}
