/** The list under the title of a live page: number of posts, publisher, extent in time, time of the capture. */
import { type Child, html, type SafeHtml } from "../../src/base/html.ts";
import { stringsFor } from "../../src/site/i18n/language.ts";
import type { Frame } from "../../src/site/views/frame.ts";
import type { LivePageView } from "../../src/site/views/live-page.ts";
import type { TimeView } from "../../src/site/views/time.ts";
import { withLang } from "./with-lang.ts";

export function facts(frame: Frame, page: LivePageView): SafeHtml {
  const strings = stringsFor(frame.language);
  const moment = (time: TimeView): SafeHtml =>
    html`<time datetime="${time.iso}">${strings.dateAndClock(time.date, `${time.clock} ${time.zone}`)}</time>`;
  const fact = (name: string, words: Child, kind?: "wide" | "publisher"): SafeHtml =>
    html`<div${kind !== undefined && html` class="${kind}"`}><dt>${withLang(frame, name)}</dt><dd>${words}</dd></div>`;
  const publisher = page.publisher ?? (page.source !== undefined && withLang(frame, strings.originalPage));
  const name = page.publisher === undefined ? strings.source : strings.publisher;
  return html`<dl class="facts">${fact(strings.ended, withLang(frame, page.extent))}${
    publisher !== false &&
    fact(
      name,
      page.source === undefined ? publisher : html`<a href="${page.source}" rel="noopener external">${publisher}</a>`,
      page.publisher === undefined ? undefined : "publisher",
    )
  }${
    page.from !== undefined &&
    page.to !== undefined &&
    fact(strings.covers, withLang(frame, html`${moment(page.from)} – ${moment(page.to)}`), "wide")
  }${page.captured !== undefined && fact(strings.archived, withLang(frame, moment(page.captured)), "wide")}</dl>`;
}
