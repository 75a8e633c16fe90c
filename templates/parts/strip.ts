/** The density strip: the event as a row of bars. For the eye and the mouse; the list of all posts says the same in words. */
import { html, type SafeHtml } from "../../src/base/html.ts";
import type { StripView } from "../../src/site/view.ts";

/** `linked`: whether each bar leads to its first post on this page. */
export function strip(view: StripView, linked: boolean): SafeHtml {
  return html`<svg class="strip" aria-hidden="true">${view.days.map(
    (day) =>
      html`<line x1="${day.x}%" x2="${day.x}%" y1="0" y2="100%"/><text x="${day.x}%" dx="${day.anchor === "end" ? -5 : 5}" y="11" text-anchor="${day.anchor}">${day.text}</text>`,
  )}<svg y="20" height="100%" overflow="visible"><svg height="36" overflow="visible">${view.bars.map((bar) => {
    const rect = html`<rect x="${bar.x}%" y="${100 - bar.height}%" width="${bar.width}%" height="${bar.height}%"><title>${bar.title}</title></rect>`;
    return linked ? html`<a href="#${bar.id}" tabindex="-1">${rect}</a>` : rect;
  })}</svg></svg><line class="base" x1="0" x2="100%" y1="56" y2="56"/></svg>`;
}
