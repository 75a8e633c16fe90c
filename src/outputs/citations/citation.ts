/** A citation of a post or of a live page, before it is printed in a form. */

export interface Citation {
  /** Letters, digits, "-" and ":"; unique in the archive. */
  readonly key: string;
  readonly kind: "post" | "live page";
  readonly title: string;
  /** Bylines; without bylines the publisher. */
  readonly authors: readonly string[];
  readonly date?: CitationDate;
  /** The live page's title, for a post of it. */
  readonly container?: string;
  readonly publisher?: string;
  readonly archive: string;
  /** The address where it was published: http or https. */
  readonly original?: string;
  /** Its public address in this archive. */
  readonly address?: string;
  /** BCP 47. */
  readonly language: string;
}

export interface CitationDate {
  /** `2024-05-17`, the local day of the page. */
  readonly day: string;
  /** "17 May 2024, 02:37 BST" */
  readonly words: string;
}

/** The address in this archive, else the original's. */
export const citedAddress = ({ address, original }: Citation): string | undefined => address ?? original;

/** The original's address, where the citation has another address already. */
export const originalBeside = ({ address, original }: Citation): string | undefined =>
  address === undefined || address === original ? undefined : original;

/** The publisher, where it is not one of the authors. */
export const publisherBeside = ({ authors, publisher }: Citation): string | undefined =>
  publisher !== undefined && authors.includes(publisher) ? undefined : publisher;

/** The text on one line, without control characters and lone surrogates. */
export const onOneLine = (text: string): string =>
  // Most texts are on one line, and this test is faster than the replacement.
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
