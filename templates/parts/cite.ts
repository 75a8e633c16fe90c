/** How to cite a post or a live page: as texts to copy, and as files. The script adds a button where an element has `data-copy`. */
import { type Child, html, type SafeHtml } from "../../src/base/html.ts";
import { stringsFor } from "../../src/site/i18n/language.ts";
import type { Frame } from "../../src/site/views/frame.ts";
import type { StreamView } from "../../src/site/views/stream.ts";
import type { CiteView } from "../../src/site/views/text-files.ts";
import { withLang } from "./with-lang.ts";

export function cite(frame: Frame, { text, wiki, bibtex, files }: CiteView): SafeHtml {
  const strings = stringsFor(frame.language);
  const others = strings.list([strings.wikiTemplate, ...files.map(({ form }) => form)]);
  // These ids hold an underscore, which no post's id holds.
  return html`<div class="cite">
<h2 id="${citeAnchor}">${withLang(frame, strings.cite)}</h2>
<p id="cite_text" data-copy="cite_text">${text}</p>
<details><summary>${withLang(frame, others)}</summary>
<h3>${withLang(frame, strings.wikiTemplate)}</h3>
<p id="cite_wiki" class="code" dir="ltr" data-copy="cite_wiki">${wiki}</p>
<h3>BibTeX</h3>
<pre id="cite_bibtex" class="code" dir="ltr" data-copy="cite_bibtex">${bibtex}</pre>
<ul class="files">${files.map(({ form, name, href }) => html`<li><a download="${name}" href="${href}">${form}</a></li>`)}</ul>
</details>
</div>`;
}

const citeAnchor = "to_cite";

/** The quiet line below a post of a stream. `href`: the post's own page; `more`: links beside these. */
export const ways = (frame: Frame, href: string, more: Child): SafeHtml => {
  const strings = stringsFor(frame.language);
  return html`<p class="ways"><a href="${href}">${withLang(frame, strings.link)}</a> · <a href="${href}#${citeAnchor}">${withLang(frame, strings.toCite)}</a>${more}</p>`;
};

/** How to cite a live page: its address, a sentence, and links to the citation files and the Markdown in its folder. */
export function citePage({ frame, citation }: StreamView): SafeHtml {
  const strings = stringsFor(frame.language);
  const { canonical } = frame;
  return html`${
    canonical !== undefined &&
    html`<div><dt>${withLang(frame, strings.permalink)}</dt><dd><a dir="ltr" href="${canonical}">${canonical}</a></dd></div>`
  }<div><dt>${withLang(frame, strings.citePage)}</dt><dd><p id="cite_text" data-copy="cite_text">${citation}</p>
<p><a href="citations.bib">BibTeX</a> · <a href="citations.ris">RIS</a> · <a href="citations.json">CSL-JSON</a> · <a href="source.md">${withLang(frame, strings.sourceText)}</a></p></dd></div>`;
}
