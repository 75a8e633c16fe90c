/** How to cite: as text to copy, and as files for reference managers. The script adds a button to what `data-copy` names. */
import { html, type SafeHtml } from "../../src/base/html.ts";
import { stringsFor } from "../../src/site/i18n/language.ts";
import type { Frame } from "../../src/site/views/frame.ts";
import type { CiteView } from "../../src/site/views/text-files.ts";
import { withLang } from "./with-lang.ts";

export function cite(frame: Frame, { text, wiki, bibtex, files }: CiteView): SafeHtml {
  const strings = stringsFor(frame.language);
  // No post can have such ids: none of theirs has an underscore.
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

/** The files of a live page that name it and its posts, and its words as Markdown; all lie beside its pages. */
export function pageFiles(frame: Frame): SafeHtml {
  const strings = stringsFor(frame.language);
  return html`<p class="files">${withLang(frame, strings.citePage)}: <a href="citations.bib">BibTeX</a>, <a href="citations.ris">RIS</a>, <a href="citations.json">CSL-JSON</a></p>
<p><a href="source.md">${withLang(frame, strings.sourceText)}</a></p>`;
}
