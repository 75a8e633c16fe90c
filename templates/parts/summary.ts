/** The summary of a live page, under its heading. */
import { html, raw, type SafeHtml } from "../../src/base/html.ts";
import { stringsFor } from "../../src/site/i18n/language.ts";
import type { Frame } from "../../src/site/views/frame.ts";
import { withLang } from "./with-lang.ts";

/** Nothing for a live page without a summary. */
export const summary = (frame: Frame, summaryHtml: string): SafeHtml | false =>
  summaryHtml !== "" &&
  html`<section class="summary" aria-labelledby="the_summary">
<h2 id="the_summary">${withLang(frame, stringsFor(frame.language).summary)}</h2>
${raw(summaryHtml)}
</section>`;
