/** The line under the title of a live page: number of posts, extent in time, publisher, day of the capture. */
import { type Child, html, raw, type SafeHtml } from "../../src/base/html.ts";
import { stringsFor } from "../../src/site/i18n/language.ts";
import type { Frame } from "../../src/site/views/frame.ts";
import type { LivePageView } from "../../src/site/views/live-page.ts";
import type { TimeView } from "../../src/site/views/time.ts";
import { withLang } from "./with-lang.ts";

export function facts(frame: Frame, page: LivePageView): SafeHtml {
  const strings = stringsFor(frame.language);
  /** `shown`: false where the value needs no name for the eye. */
  const fact = (
    name: string,
    words: Child,
    { kind, shown = true }: { kind?: string; shown?: boolean } = {},
  ): SafeHtml =>
    html`<div${kind !== undefined && html` class="${kind}"`}><dt${!shown && raw(' class="hidden"')}>${withLang(frame, name)}</dt> <dd>${words}</dd></div>`;
  const publisher = page.publisher ?? (page.source !== undefined && withLang(frame, strings.originalPage));
  return html`<dl class="facts">${fact(strings.ended, withLang(frame, page.extent), { kind: "ended" })}${
    page.from !== undefined && fact(strings.covers, withLang(frame, covered(frame, page)), { shown: false })
  }${
    publisher !== false &&
    fact(
      page.publisher === undefined ? strings.source : strings.publisher,
      page.source === undefined ? publisher : html`<a href="${page.source}" rel="noopener external">${publisher}</a>`,
      { shown: false, ...(page.publisher !== undefined && { kind: "publisher" }) },
    )
  }${
    page.captured !== undefined &&
    fact(strings.archived, withLang(frame, html`<time datetime="${page.captured.iso}">${page.captured.date}</time>`), {
      kind: "archived",
    })
  }</dl>`;
}

/** "16–17 May 2024, 07:46–04:28 BST": the zone stands once where both ends have the same. The script reads the zones. */
function covered(frame: Frame, { from, to, days }: LivePageView): Child {
  if (from === undefined || to === undefined || days === undefined) return undefined;
  const { dateAndClock, dateAndClocks } = stringsFor(frame.language);
  const escaped = (words: string): string => html`${words}`.value;
  const time = ({ iso }: TimeView, words: string): string => html`<time datetime="${iso}">${raw(words)}</time>`.value;
  const withZone = ({ clock, zone }: TimeView): string => html`${clock} <span class="zone">${zone}</span>`.value;
  const dated = (at: TimeView): string => time(at, dateAndClock(escaped(at.date), withZone(at)));
  if (from.iso === to.iso) return raw(dated(to));
  if (from.zone !== to.zone) return raw(`${dated(from)} – ${dated(to)}`);
  return raw(dateAndClocks(escaped(days), time(from, from.clock), time(to, withZone(to))));
}
