/** Words of the interface on a page whose language they may not share. */
import { type Child, html } from "../../src/base/html.ts";
import type { Frame } from "../../src/site/view.ts";

/** The words as they are, or marked and kept apart where the page is in a language the interface does not speak. */
export const say = (frame: Frame, words: string | undefined): Child =>
  words !== undefined && frame.foreignWords !== undefined
    ? html`<span lang="${frame.foreignWords}" dir="ltr">${words}</span>`
    : words;
