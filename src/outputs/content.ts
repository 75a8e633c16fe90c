/** Turns a post into HTML for feed readers. */
import { html, raw } from "../base/html.ts";
import type { OutputPost } from "./contract.ts";

/** Feed readers write from left to right, so that a text in the other direction needs a `dir` of its own. */
export const contentOf = ({ language, direction, html: body }: OutputPost): string =>
  direction === "ltr" ? body() : html`<div lang="${language}" dir="rtl">${raw(body())}</div>`.value;
