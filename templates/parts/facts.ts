/** The line under a live page's title that says what became of it: ended, archived, how many posts, from when to when. */
import { type Child, html, type SafeHtml } from "../../src/base/html.ts";
import { stringsFor } from "../../src/site/language.ts";
import type { Frame, LivePageView, TimeView } from "../../src/site/view.ts";
import { say } from "./say.ts";

export function facts(frame: Frame, page: LivePageView): SafeHtml {
  const strings = stringsFor(frame.language);
  const moment = (time: TimeView): SafeHtml =>
    html`<time datetime="${time.iso}">${say(frame, strings.dateAndClock(time.date, `${time.clock} ${time.zone}`))}</time>`;
  const fact = (name: string, words: Child): SafeHtml => html`<div><dt>${say(frame, name)}</dt><dd>${words}</dd></div>`;
  return html`<dl class="facts">${fact(strings.ended, say(frame, page.extent))}${
    page.from !== undefined &&
    page.to !== undefined &&
    fact(strings.covers, html`${moment(page.from)} <span class="to">–</span> ${moment(page.to)}`)
  }${page.captured !== undefined && fact(strings.archived, moment(page.captured))}${
    page.source !== undefined
      ? fact(
          strings.publisher,
          html`<a href="${page.source}" rel="external noreferrer">${page.publisher ?? say(frame, strings.originalPage)}</a>`,
        )
      : page.publisher !== undefined && fact(strings.publisher, page.publisher)
  }</dl>`;
}
