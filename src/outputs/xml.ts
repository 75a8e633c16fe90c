/** Turns a template into an XML document (XML 1.0): escapes values and removes characters that XML forbids (section 2.2). */
import { type Child, html } from "../base/html.ts";

// The escapes of the `html` tag are valid XML too.
const forbidden = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
// The same for well-formed text, by UTF-16 units.
// biome-ignore lint/suspicious/noControlCharactersInRegex: the pattern finds control characters
const forbiddenUnits = /[\0-\x08\v\f\x0e-\x1f\ufffe\uffff]/;

/** A document in UTF-8; escapes each value that is not XML already. */
export const xml = (strings: TemplateStringsArray, ...values: readonly Child[]): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n${allowed(html(strings, ...values).value)}`;

/** Most texts hold nothing forbidden, and this test is faster than the replacement. */
const allowed = (text: string): string =>
  text.isWellFormed() && !forbiddenUnits.test(text) ? text : text.replace(forbidden, "");
