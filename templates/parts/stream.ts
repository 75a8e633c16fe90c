/** A page of a live page: its head, its summary, and its posts under their days. */
import { type Child, html, raw, type SafeHtml } from "../../src/base/html.ts";
import { streamData } from "../../src/site/files/data.ts";
import { otherForms } from "../../src/site/files/outputs.ts";
import { stringsFor } from "../../src/site/i18n/language.ts";
import type { DayView, StreamPostView, StreamView } from "../../src/site/views/stream.ts";
import { citePage, ways } from "./cite.ts";
import { facts } from "./facts.ts";
import { document } from "./page.ts";
import { endLinks, orderLinks, pageLinks, postIndex, postLinkText, topAnchor } from "./paging.ts";
import { postHead, postText } from "./post.ts";
import { strip } from "./strip.ts";
import { summary } from "./summary.ts";
import { withLang } from "./with-lang.ts";
import { wordingsLink } from "./wordings.ts";

export function streamPage(view: StreamView): SafeHtml {
  const { frame, page } = view;
  const strings = stringsFor(frame.language);
  const main = html`<header class="lead" id="${topAnchor}">
<h1>${page.title}</h1>
${facts(frame, page)}
${page.noteHtml !== undefined && html`<p class="note"><b>${withLang(frame, strings.note)}</b> ${raw(page.noteHtml)}</p>`}
${page.strip !== undefined && strip(page.strip, view.anchorBase)}
</header>
<div class="rail">
${page.panel.length > 0 && html`<p class="panel">${page.panel.map((line) => html`<span>${line}</span> `)}</p>`}
${summary(frame, view.summaryHtml())}
${view.pictures !== undefined && html`<p class="pictures"><a href="gallery.html">${view.pictures.first.map(({ html }) => raw(html()))}<span class="hidden">${withLang(frame, strings.pictures(view.pictures.count))}</span></a></p>`}
${view.keyEvents.length > 0 && keyEvents(view)}
${view.days.length > 0 && jumpList(view)}
</div>
<div class="stream" id="the_posts">
${view.days.length > 0 ? orderLinks(frame, view.order, view.paging) : html`<p class="empty">${withLang(frame, strings.noPosts)}</p>`}
${pageLinks(view)}${view.days.map((day) => daySection(view, day))}${view.days.length > 0 && endLinks(view)}${postIndex(view)}
</div>`;
  return document(frame, {
    kind: view.long ? `live long long-${view.sizeClass}` : "live",
    main,
    moments: true,
    skip: strings.skipToPosts,
    skipTo: "the_posts",
    foot: streamFoot(view),
    ...(page.eventZone !== undefined && { eventZone: page.eventZone }),
    data: streamData(view),
  });
}

function daySection(view: StreamView, day: DayView): SafeHtml {
  const strings = stringsFor(view.frame.language);
  const heading =
    day.heading === undefined
      ? withLang(view.frame, strings.liveCoverage)
      : html`<time datetime="${day.date}">${withLang(view.frame, day.heading)}</time>`;
  return html`<section class="day" aria-labelledby="${day.id}">
<h2 id="${day.id}">${heading}</h2>
<ol class="posts">
${day.posts.map((streamPost) => postArticle(view, streamPost))}</ol>
</section>
`;
}

const postArticle = ({ frame }: StreamView, { post, href, bodyHtml, gap, wordings }: StreamPostView): SafeHtml =>
  html`<li>${gap !== undefined && html`<p class="gap">${withLang(frame, gap)}</p>`}<article class="${post.keyEvent ? "post key" : "post"}" id="${post.id}">
<h3>${postHead(frame, post, href)}</h3>
<div class="text">${postText(frame, post, bodyHtml())}</div>
</article>${ways(frame, href, wordings !== undefined && wordingsLink(frame, wordings, href))}</li>
`;

/** The table of contents: a link to each post of the page. */
function jumpList(view: StreamView): SafeHtml {
  const strings = stringsFor(view.frame.language);
  const name = view.paging?.number === undefined ? strings.allPosts : strings.onThisPage;
  return html`<nav class="jump" aria-label="${name}"><details><summary>${withLang(view.frame, name)}</summary><div class="scroll">
${view.days.map(
  (day) =>
    html`${view.days.length > 1 && day.short !== undefined && html`<p class="short">${withLang(view.frame, day.short)}</p>`}<ol>${day.posts.map(
      ({ post }) =>
        html`<li><a href="#${post.id}">${postLinkText({ id: post.id, name: post.name, ...(post.time !== undefined && { clock: post.time.clock }) })}</a></li>
`,
    )}</ol>`,
)}${
  view.paging?.here !== undefined &&
  html`<p class="whole"><a href="#all_posts">${withLang(view.frame, strings.indexOfPosts)}</a></p>`
}</div></details></nav>`;
}

function keyEvents({ frame, anchorBase, keyEvents: events }: StreamView): SafeHtml {
  const strings = stringsFor(frame.language);
  return html`<nav class="events" aria-labelledby="key_events"><h2 id="key_events">${withLang(frame, strings.keyEvents)}</h2>
<ol>${events.map(
    (link) => html`<li><a href="${anchorBase}#${link.id}">${postLinkText(link)}</a></li>
`,
  )}</ol></nav>`;
}

function streamFoot(view: StreamView): SafeHtml {
  const { frame, page } = view;
  const strings = stringsFor(frame.language);
  const line = (name: string, words: Child): SafeHtml | false =>
    words !== undefined && html`<div><dt>${withLang(frame, name)}</dt><dd>${words}</dd></div>`;
  const lines = [editors(), zones(), line(strings.archived, captured()), line(strings.rights, page.rights)];
  function captured(): Child {
    const { captured: time } = page;
    if (time === undefined) return undefined;
    const words = strings.dateAndClock(time.date, `${time.clock} ${time.zone}`);
    return withLang(frame, html`<time datetime="${time.iso}">${words}</time>`);
  }
  function editors(): SafeHtml | false {
    const names = page.editors.map((name) => html`<span>${name}</span>`.value);
    return (
      names.length > 0 &&
      html`<div class="editors"><dt>${withLang(frame, strings.editors)}</dt><dd>${raw(strings.list(names))}</dd></div>`
    );
  }
  function zones(): SafeHtml | false {
    return (
      page.zones !== undefined &&
      html`<div><dt>${withLang(frame, strings.times)}</dt><dd>${withLang(frame, page.zones)}</dd></div>`
    );
  }
  const forms = html`<div class="forms"><dt>${withLang(frame, strings.otherForms)}</dt><dd>${otherForms.map(
    ({ href, name, type }, index) => html`${index > 0 && " · "}<a href="${href}" type="${type}">${name}</a>`,
  )}</dd></div>`;
  return html`<dl>${lines}${citePage(view)}${forms}</dl>`;
}
