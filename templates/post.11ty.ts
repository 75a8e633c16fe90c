/** `<live page>/<post>/index.html`: the page of one post. */
import { html, type SafeHtml } from "../src/base/html.ts";
import { postPageData } from "../src/site/files/data.ts";
import { stringsFor } from "../src/site/i18n/language.ts";
import { defineTemplate } from "../src/site/template.ts";
import type { NeighbourView, PostPageView } from "../src/site/views/post-page.ts";
import type { TimeView } from "../src/site/views/time.ts";
import { cite } from "./parts/cite.ts";
import { document } from "./parts/page.ts";
import { postHead, postText, timeOf } from "./parts/post.ts";
import { provenance } from "./parts/provenance.ts";
import { share } from "./parts/share.ts";
import { summary } from "./parts/summary.ts";
import { withLang } from "./parts/with-lang.ts";
import { wordings } from "./parts/wordings.ts";

export default defineTemplate({
  name: "post",
  of: "live page",
  cards: true,
  views: (site) => site.posts,
  path: ({ page, post }) => `${page.slug}/${post.id}/index.html`,
  render: postPage,
});

function postPage(view: PostPageView): SafeHtml {
  const { frame, page, post } = view;
  const strings = stringsFor(frame.language);
  const stream = `../index.html#${post.id}`;
  const main = html`<p class="part"><span>${withLang(frame, strings.partOf)}</span> <a href="${stream}">${page.title}</a></p>
<article class="post" id="the_post">
<h1>${postHead(frame, post, undefined)}${post.headline === undefined && html` <span class="hidden">${post.name}</span>`}</h1>
<div class="text">${postText(frame, post, view.bodyHtml())}</div>
</article>
<p class="back"><a href="${stream}">${withLang(frame, strings.inTheStream)}</a>${post.time !== undefined && html` ${knownThen(view, post.time)}`}</p>
${view.wordings !== undefined && wordings(frame, view.wordings)}<section class="record">
${share(frame, post.name)}${cite(frame, view.cite())}
${provenance(frame, view.provenance)}
</section>
<div class="rail">
${
  (view.earlier ?? view.later) !== undefined &&
  html`<nav class="neighbours" aria-label="${strings.neighbours}">
${neighbour(view, view.earlier, strings.earlier, "prev")}
${neighbour(view, view.later, strings.later, "next")}
</nav>`
}
${summary(frame, view.summaryHtml())}
</div>`;
  return document(frame, {
    kind: "alone",
    main,
    skip: strings.skipToContent,
    skipTo: "the_post",
    ...(page.eventZone !== undefined && { eventZone: page.eventZone }),
    data: postPageData(view),
    foot:
      page.rights !== undefined &&
      html`<dl><div><dt>${withLang(frame, strings.rights)}</dt><dd>${page.rights}</dd></div></dl>`,
  });
}

/** A link to the page as of the post's time; without the script, to the oldest order, where earlier posts stand above it. */
const knownThen = ({ frame, post }: PostPageView, time: TimeView): SafeHtml =>
  html`<a class="then" href="../oldest.html#${post.id}">${withLang(frame, stringsFor(frame.language).knownThen)} ${timeOf(frame, time)}</a>`;

const neighbour = ({ frame }: PostPageView, to: NeighbourView | undefined, words: string, rel: string) =>
  to !== undefined &&
  html`<a class="${rel}" href="${to.href}" rel="${rel}"><span class="way">${withLang(frame, words)}</span> ${
    to.time !== undefined && html`<span class="at">${timeOf(frame, to.time)}</span> `
  }<span class="name">${to.name}</span></a>`;
