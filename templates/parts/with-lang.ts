/** Marks words of the interface with their language, on a page that is in another one (HTML `lang` and `dir`). */
import { type Child, html } from "../../src/base/html.ts";
import { stringsFor, textDirection } from "../../src/site/i18n/language.ts";

/** The words as they are, or in a `<span>` where the interface does not have the page's language. */
export const withLang = (page: { readonly interfaceLanguage?: string }, words: Child): Child =>
  words !== undefined && page.interfaceLanguage !== undefined
    ? html`<span lang="${page.interfaceLanguage}" dir="${textDirection(page.interfaceLanguage)}">${words}</span>`
    : words;

/** The same for words in the language of a live page, on a page such as the front page that may have another. */
export const withPageLang = (
  frame: { readonly language: string; readonly interfaceLanguage?: string },
  page: { readonly language: string },
  words: Child,
): Child => {
  const { language } = stringsFor(page.language);
  return withLang(language === stringsFor(frame.language).language ? frame : { interfaceLanguage: language }, words);
};
