/** The density strip as SVG. It is hidden from screen readers, for which the table of contents has the same links. */
import { html, raw, type SafeHtml } from "../../src/base/html.ts";
import type { StripView } from "../../src/site/views/strip.ts";

/** `anchorBase`: stands before the anchor of the post that a bar links to; undefined for bars without links. */
export function strip(view: StripView, anchorBase: string | undefined): SafeHtml {
  const bars = view.bars.map(({ x, height, area, id, title }) => {
    const name = html`<title>${title}</title>`;
    if (anchorBase === undefined) return html`<rect x="${x}" height="${height}">${name}</rect>`;
    return html`<a href="${anchorBase}#${id}" tabindex="-1">${name}<rect class="area" x="${area.x}" width="${area.width}"/><rect x="${x}" height="${height}"/></a>`;
  });
  return html`<svg class="strip" aria-hidden="true"${anchorBase !== undefined && html` data-min="${view.from}" data-max="${view.to}"`}>${view.days.map(
    ({ x, anchor, text }) =>
      html`<rect x="${x}%"/><text x="${x}%" dx="${anchor === "end" ? -6 : 6}" y="11"${anchor === "end" && raw(' text-anchor="end"')}>${text}</text>`,
  )}<svg y="18" height="38" viewBox="-1.5 0 ${view.width} 100" preserveAspectRatio="none"><g>${bars}</g></svg><g class="ruler"><line x2="100%" y1="56.5" y2="56.5"/>${view.ticks.map(
    ({ x, text }) => html`<rect x="${x}%"/>${text !== undefined && html`<text x="${x}%" y="76">${text}</text>`}`,
  )}</g></svg>`;
}

/** The bars alone. */
export const smallStrip = ({ bars, width }: StripView): SafeHtml =>
  html`<svg class="bars" viewBox="-1.5 0 ${width} 100" preserveAspectRatio="none"><path d="${bars.map(({ x, height }) => `M${x} 100v-${height}h7v${height}z`)}"/></svg>`;
