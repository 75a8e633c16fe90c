/** A post: its heading, which holds time, label, headline and bylines; then its text. */
import { type Child, html, raw, type SafeHtml } from "../../src/base/html.ts";
import { stringsFor } from "../../src/site/i18n/language.ts";
import { labelOf } from "../../src/site/text/label.ts";
import type { Frame } from "../../src/site/views/frame.ts";
import type { PostView } from "../../src/site/views/post.ts";
import type { TimeView } from "../../src/site/views/time.ts";
import { withLang } from "./with-lang.ts";

/** `04:28 BST` in a `<time>`. `dated`: with its date, for a page without day headings. */
export const timeOf = (frame: Frame, time: TimeView, dated = false): SafeHtml =>
  html`<time datetime="${time.iso}"><b>${time.clock}</b> <span class="zone">${time.zone}</span>${dated && html` <span class="date">${withLang(frame, time.date)}</span>`}</time>`;

/** The content of a post's heading. `href`: its permalink; undefined on the post's own page. */
export function postHead(frame: Frame, post: PostView, href: string | undefined): SafeHtml {
  const strings = stringsFor(frame.language);
  const label = labelOf(post, strings);
  const time = post.time === undefined ? withLang(frame, strings.noTime) : timeOf(frame, post.time, href === undefined);
  // The inner element stays in view beside a long text; the outer one is as high as the post.
  return html`<span class="when${post.time === undefined && " untimed"}"><span>${
    href === undefined ? time : html`<a href="${href}">${time}</a>`
  }${post.clock !== undefined && html` <span class="clock">${post.clock}</span>`}${
    post.inferred !== undefined &&
    html` <small class="inferred" data-parts="${post.inferredParts.join(" ")}">${withLang(frame, post.inferred)}</small>`
  }</span></span>${post.breaking && html` <span class="label breaking">${withLang(frame, strings.breaking)}</span>`}${
    label !== undefined && html` <span class="label">${label}</span>`
  }${post.headline !== undefined && html` <span class="headline">${post.headline}</span>`}${post.bylines.map(
    ({ name, role }) =>
      html` <span class="byline"><span class="name">${name}</span>${
        role !== undefined && html`<span class="role">${strings.aside("", role)}</span>`
      }</span>`,
  )}`;
}

/** What follows the heading. `bodyHtml`: the text with its placeholders filled. */
export function postText(frame: Frame, post: PostView, bodyHtml: string): Child {
  const strings = stringsFor(frame.language);
  return [
    post.updated !== undefined &&
      html`<p class="updated">${withLang(frame, strings.updated)} ${timeOf(frame, post.updated, post.updated.date !== post.time?.date)}</p>`,
    post.subheadline !== undefined && html`<p class="subheadline">${post.subheadline}</p>`,
    post.context.length > 0 && html`<p class="context">${post.context.map((line) => html`<span>${line}</span> `)}</p>`,
    raw(bodyHtml),
    post.truncated && html`<p class="truncated">${withLang(frame, strings.truncated)}</p>`,
    post.corrections.map(
      (words) => html`<p class="correction"><b>${withLang(frame, strings.correction)}</b> ${words}</p>`,
    ),
  ];
}
