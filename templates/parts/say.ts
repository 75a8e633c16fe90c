/** Words of the interface on a page whose language they may not share. */
import { type Child, html } from "../../src/base/html.ts";

/** The words as they are, or marked and kept apart where the page is in a language the interface does not speak. */
export const say = (page: { readonly foreignWords?: string }, words: Child): Child =>
  words !== undefined && page.foreignWords !== undefined
    ? html`<span lang="${page.foreignWords}" dir="ltr">${words}</span>`
    : words;
