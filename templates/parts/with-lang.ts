/** Words of the interface on a page whose language they may not share. */
import { type Child, html } from "../../src/base/html.ts";
import { stringsFor, textDirection } from "../../src/site/i18n/language.ts";

/** The words as they are, or marked and kept apart where the page is in a language the interface does not speak. */
export const withLang = (page: { readonly foreignWords?: string }, words: Child): Child =>
  words !== undefined && page.foreignWords !== undefined
    ? html`<span lang="${page.foreignWords}" dir="${textDirection(page.foreignWords)}">${words}</span>`
    : words;

/** Words that speak a live page's language, on a page that may speak another, as the front page does. */
export const withPageLang = (
  frame: { readonly language: string; readonly foreignWords?: string },
  page: { readonly language: string },
  words: Child,
): Child => {
  const spoken = stringsFor(page.language).language;
  return withLang(spoken === stringsFor(frame.language).language ? frame : { foreignWords: spoken }, words);
};
