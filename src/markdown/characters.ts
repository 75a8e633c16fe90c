/** From a text to characters that a page can show and a line can keep: others are replaced or become spaces. */

/** Controls, noncharacters and halves of surrogate pairs: HTML, XML and UTF-8 refuse them. */
const unshowable = () => /[[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]--[\t-\r\x85]]/gv;
const spaces = /[\t-\r \x85\u2028\u2029]+/g;
const lineEnds = /[\t-\r\x85\u2028\u2029]/g;
/** A quick test for such a character, without properties of Unicode and without pairs of halves. */
const suspicious = /[^ -~\xa0-\u2027\u202a-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd]| {2}/;
const rare = /[^\t-\r -~\x85\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd]/;

/** Replaces what no page can show by U+FFFD, as UTF-8 and markdown-it do. */
const showable = (text: string): string => (rare.test(text) ? text.replace(unshowable(), "\ufffd") : text);

/** The offset of the first such character in a text, or -1. */
export const findUnshowable = (text: string): number => (rare.test(text) ? text.search(unshowable()) : -1);

/** The text as one line: a run of ASCII spaces, tabs and line ends is one space. No-break and other wide spaces stay. */
export const oneLine = (text: string): string => (suspicious.test(text) ? showable(text).replace(spaces, " ") : text);

/** As `oneLine`, but runs of spaces stay, as code needs them. */
export const codeLine = (text: string): string =>
  suspicious.test(text) ? showable(text.replace(/\r\n/g, "\n")).replace(lineEnds, " ") : text;

/** Several lines that end in "\n"; tabs stay. */
export const codeLines = (text: string): string => showable(text.replace(/\r\n?|[\x85\u2028\u2029]/g, "\n"));

/** Removes spaces and tabs at both ends; unlike String.trim, it keeps no-break and other wide spaces. */
export function trimLine(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return start === 0 && end === text.length ? text : text.slice(start, end);
}

/** The spaces of CommonMark: a mark such as `*` opens or closes according to what is beside it. */
export const isWideSpace = (code: number): boolean =>
  code === 0x20 ||
  (code >= 0x09 && code <= 0x0d) ||
  code === 0xa0 ||
  code === 0x1680 ||
  (code >= 0x2000 && code <= 0x200a) ||
  code === 0x202f ||
  code === 0x205f ||
  code === 0x3000;

/** Removes empty lines at both ends, without a pattern: one for the end takes time that grows with the square of a run. */
export function trimLines(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && text.charCodeAt(start) === 0x0a) start++;
  while (end > start && text.charCodeAt(end - 1) === 0x0a) end--;
  return text.slice(start, end);
}

const isBlank = (code: number): boolean => code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d;
