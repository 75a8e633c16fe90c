/** A post's text as HTML for a reader that knows nothing of the page it came from. */
import { html, raw } from "../base/html.ts";
import type { OutputPost } from "./contract.ts";

/** Feed readers set what they are given from the left: a text that runs from the right says so itself. */
export const contentOf = ({ language, direction, html: body }: OutputPost): string =>
  direction === "ltr" ? body() : html`<div lang="${language}" dir="rtl">${raw(body())}</div>`.value;
