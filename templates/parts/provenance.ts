/** Where a post comes from: the original's address, the capture, the importer that read it, and its Markdown. */
import { type Child, html, type SafeHtml } from "../../src/base/html.ts";
import { stringsFor } from "../../src/site/i18n/language.ts";
import type { Frame } from "../../src/site/views/frame.ts";
import type { ProvenanceView } from "../../src/site/views/post-page.ts";
import { withLang } from "./with-lang.ts";

export function provenance(frame: Frame, from: ProvenanceView): SafeHtml {
  const strings = stringsFor(frame.language);
  const { source, captured, digest, importer, inferred } = from;
  const line = (name: string, words: Child): Child =>
    words !== undefined && html`<div><dt>${withLang(frame, name)}</dt><dd>${words}</dd></div>`;
  return html`<details class="provenance"><summary>${withLang(frame, strings.provenance)}</summary>
<dl>${line(from.sourceOf === "post" ? strings.originalPost : strings.originalPage, source && html`<a href="${source}" rel="noopener external">${source}</a>`)}${line(
    strings.capturedAt,
    captured &&
      withLang(
        frame,
        html`<time datetime="${captured.iso}">${strings.dateAndClock(captured.date, `${captured.clock} ${captured.zone}`)}</time>`,
      ),
  )}${line(strings.captureDigest, digest && html`<code dir="ltr">${digest}</code>`)}${line(
    strings.readBy,
    importer && html`<code dir="ltr">${importer}</code>`,
  )}${
    inferred === ""
      ? line(strings.inferredHere, withLang(frame, strings.nothingInferred))
      : line(strings.times, withLang(frame, inferred))
  }${line(strings.sourceText, html`<a href="${from.markdownHref}">${from.markdownHref}</a>`)}</dl>
</details>`;
}
