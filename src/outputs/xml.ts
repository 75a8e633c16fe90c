/** XML as text: what is put in is escaped, and what no XML may hold is left out. */
import { type Child, html } from "../base/html.ts";

// The quotes' and apostrophes' references of HTML are XML's as well.
const forbidden = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
// The same of well-formed text, told by its units alone.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const forbiddenUnits = /[\0-\x08\v\f\x0e-\x1f\ufffe\uffff]/;

/** A document in UTF-8: the tag escapes each value that is not XML already. */
export const xml = (strings: TemplateStringsArray, ...values: readonly Child[]): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n${allowed(html(strings, ...values).value)}`;

/** Most texts are so already, and to look is faster than to go through them by code points. */
const allowed = (text: string): string =>
  text.isWellFormed() && !forbiddenUnits.test(text) ? text : text.replace(forbidden, "");
