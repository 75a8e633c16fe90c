/** `about.html`: what this archive is, how to verify it and how to cite it. */
import { type Child, html, raw, type SafeHtml } from "../src/base/html.ts";
import { stringsFor } from "../src/site/i18n/language.ts";
import { defineTemplate } from "../src/site/template.ts";
import type { AboutTime, AboutView, FileLink, OriginView } from "../src/site/views/about.ts";
import type { Frame } from "../src/site/views/frame.ts";
import { document } from "./parts/page.ts";
import { withLang } from "./parts/with-lang.ts";

export default defineTemplate({
  name: "about",
  of: "archive",
  views: ({ about }) => [about],
  path: (view) => view.frame.path,
  render: aboutPage,
});

function aboutPage(view: AboutView): SafeHtml {
  const { frame } = view;
  const strings = stringsFor(frame.language);
  const words = strings.aboutPage;
  const text = (...lines: readonly string[]): readonly SafeHtml[] =>
    lines.map((line) => html`<p>${withLang(frame, line)}</p>`);
  const main = html`<header class="lead">
<h1>${view.title}</h1>
${view.ownHtml !== "" && html`<div class="about text">${raw(view.ownHtml)}</div>`}
<dl class="facts">${fact(view, words.archive, view.archiveTitle)}${fact(view, strings.extent, withLang(frame, strings.list([view.livePages, view.posts])))}${
    view.days !== undefined && fact(view, strings.covers, withLang(frame, view.days))
  }</dl>
</header>
<div id="the_text">
${section(view, "what", words.whatHeading, text(...words.what))}
${section(view, "data", words.dataHeading, terms(view))}
${section(view, "editions", words.editionsHeading, text(words.builtBy("afterlive"), ...words.editions))}
${section(view, "verify", words.verifyHeading, [text(...words.verify), origins(view)])}
${section(view, "cite", words.citeHeading, [text(words.citing), example(view)])}
${section(view, "files", words.filesHeading, [text(words.filesText), files(view)])}
${section(view, "rights", strings.rights, [text(words.rightsText), rights(view)])}
${section(view, "privacy", words.privacyHeading, text(...words.privacy))}
${section(view, "keys", strings.client.keyboard, [text(words.keys), keys(view)])}
${section(view, "languages", words.languagesHeading, text(...words.languages))}
</div>`;
  return document(frame, { kind: "own", main, skip: strings.skipToContent, skipTo: "the_text" });
}

const section = ({ frame }: AboutView, id: string, heading: string, text: Child): SafeHtml =>
  html`<section class="text" aria-labelledby="about_${id}">
<h2 id="about_${id}">${withLang(frame, heading)}</h2>
${text}
</section>`;

const fact = ({ frame }: AboutView, name: string, words: Child): SafeHtml =>
  html`<div><dt>${withLang(frame, name)}</dt> <dd>${words}</dd></div>`;

function terms(view: AboutView): SafeHtml {
  const strings = stringsFor(view.frame.language);
  const { terms: meanings, capture } = strings.aboutPage;
  const term = (name: string, meaning: string): SafeHtml => fact(view, name, withLang(view.frame, meaning));
  return html`<dl class="terms">${term(strings.post, meanings.post)}${term(strings.times, meanings.time)}${term(
    strings.inferredHere,
    meanings.inferred,
  )}${term(strings.summary, meanings.summary)}${term(strings.keyEvents, meanings.keyEvent)}${term(
    strings.client.label,
    meanings.label,
  )}${term(strings.updated, meanings.updated)}${term(strings.correction, meanings.correction)}${term(capture, meanings.capture)}</dl>`;
}

const link = ({ name, href }: FileLink): SafeHtml => html`<a href="${href}"><code dir="ltr">${name}</code></a>`;

function origins(view: AboutView): SafeHtml {
  const { frame, captures } = view;
  const words = stringsFor(frame.language).aboutPage;
  return html`<ol class="origins">
${view.origins.map((origin) => originItem(view, origin))}</ol>
<p>${withLang(frame, words.allCaptures)} ${link(captures)}</p>`;
}

function originItem({ frame, captures }: AboutView, origin: OriginView): SafeHtml {
  const strings = stringsFor(frame.language);
  const { missing, noCapture, olderCaptures } = strings.aboutPage;
  return html`<li><a class="name" href="${origin.href}" lang="${origin.language}" dir="${origin.direction}">${origin.title}</a>${
    origin.source !== undefined &&
    html`
<p>${withLang(frame, strings.source)} <a href="${origin.source}" rel="noopener external" dir="ltr">${origin.source}</a></p>`
  }${origin.captures.map(
    ({ digest, captured }) => html`
<p>${
      captured !== undefined && html`${withLang(frame, strings.capturedAt)} ${time(frame, captured)} `
    }<code dir="ltr">${digest}</code></p>`,
  )}${
    origin.captures.length === 0 &&
    html`
<p>${withLang(frame, noCapture)}</p>`
  }${
    origin.missing.length > 0 &&
    html`
<p>${beside(frame, origin.missing)}</p>`
  }${
    origin.began !== undefined &&
    html`
<p>${withLang(frame, missing.began)} ${time(frame, origin.began)}</p>`
  }${
    origin.lacks.length > 0 &&
    html`
<p>${beside(frame, origin.lacks)}</p>`
  }${
    origin.older &&
    html`
<p>${withLang(frame, olderCaptures)} ${link(captures)}</p>`
  }</li>
`;
}

const time = (frame: Frame, { iso, words }: AboutTime): SafeHtml =>
  html`<time datetime="${iso}">${withLang(frame, words)}</time>`;

const beside = (frame: Frame, lines: readonly string[]): readonly SafeHtml[] =>
  lines.map((words, index) => html`${index > 0 && " · "}${withLang(frame, words)}`);

function example({ frame, cited }: AboutView): SafeHtml | false {
  const strings = stringsFor(frame.language);
  return (
    cited !== undefined &&
    html`<p><a href="${cited.path}">${withLang(frame, strings.aboutPage.example)}</a></p>
<p id="cite_text" class="code" dir="auto" data-copy="cite_text">${cited.text}</p>
<pre id="cite_bibtex" class="code" dir="ltr" data-copy="cite_bibtex">${cited.bibtex}</pre>`
  );
}

function files(view: AboutView): SafeHtml {
  const words = stringsFor(view.frame.language).aboutPage;
  return html`<dl class="terms">${view.files.map(
    ({ kind, links }) =>
      html`<div><dt>${links.map((one, index) => html`${index > 0 && html`<br>`}${link(one)}`)}</dt><dd>${withLang(view.frame, words.files[kind])}</dd></div>`,
  )}</dl>`;
}

function rights(view: AboutView): SafeHtml | false {
  const { frame } = view;
  const words = stringsFor(frame.language).aboutPage;
  return (
    (view.rights !== undefined || view.pageRights.length > 0) &&
    html`<dl class="terms">${view.rights !== undefined && fact(view, words.archive, view.rights)}${view.pageRights.map(
      (one) => fact(view, one.pages, one.rights),
    )}</dl>`
  );
}

function keys(view: AboutView): SafeHtml {
  const { client, aboutPage } = stringsFor(view.frame.language);
  const lines: readonly (readonly [string, string])[] = [
    ["j", client.keyNext],
    ["k", client.keyPrevious],
    ["/", client.keySearch],
    ["?", client.keyHelp],
    ["Esc", client.keyClose],
    ["← →", aboutPage.keyArrows],
  ];
  return html`<dl class="terms">${lines.map(
    ([key, words]) => html`<div><dt><kbd dir="ltr">${key}</kbd></dt><dd>${withLang(view.frame, words)}</dd></div>`,
  )}</dl>`;
}
