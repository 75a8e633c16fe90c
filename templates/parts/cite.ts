/** How to cite a post: as texts to copy, and as files. The script adds a button where an element has `data-copy`. */
import { html, type SafeHtml } from "../../src/base/html.ts";
import { stringsFor } from "../../src/site/i18n/language.ts";
import type { Frame } from "../../src/site/views/frame.ts";
import type { CiteView } from "../../src/site/views/text-files.ts";
import { withLang } from "./with-lang.ts";

export function cite(frame: Frame, { text, wiki, bibtex, files }: CiteView): SafeHtml {
  const strings = stringsFor(frame.language);
  // These ids hold an underscore, which no post's id holds.
  return html`<details class="cite"><summary>${withLang(frame, strings.cite)}</summary>
<h2>${withLang(frame, strings.plainText)}</h2>
<p id="cite_text" data-copy="cite_text">${text}</p>
<h2>${withLang(frame, strings.wikiTemplate)}</h2>
<p id="cite_wiki" class="code" dir="ltr" data-copy="cite_wiki">${wiki}</p>
<h2>BibTeX</h2>
<pre id="cite_bibtex" class="code" dir="ltr" data-copy="cite_bibtex">${bibtex}</pre>
<ul class="files">${files.map(({ form, name, href }) => html`<li><a download="${name}" href="${href}">${form}</a></li>`)}</ul>
</details>`;
}

/** Links to the citation files and to the Markdown of a live page, in its folder. */
export function pageFiles(frame: Frame): SafeHtml {
  const strings = stringsFor(frame.language);
  return html`<p class="files">${withLang(frame, strings.citePage)}: <a href="citations.bib">BibTeX</a>, <a href="citations.ris">RIS</a>, <a href="citations.json">CSL-JSON</a></p>
<p><a href="source.md">${withLang(frame, strings.sourceText)}</a></p>`;
}
