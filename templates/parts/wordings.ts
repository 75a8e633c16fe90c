/** The older wordings of a post, each with the changes to the next: in `<del>` and `<ins>`, with words for screen readers. */
import { html, type SafeHtml } from "../../src/base/html.ts";
import { stringsFor } from "../../src/site/i18n/language.ts";
import type { Frame } from "../../src/site/views/frame.ts";
import type { ChangedLine, WordingView } from "../../src/site/views/wording.ts";
import { withLang } from "./with-lang.ts";

/** It holds an underscore, which no post's id holds. */
const anchor = "earlier_wordings";

export function wordings(frame: Frame, older: readonly WordingView[]): SafeHtml {
  const strings = stringsFor(frame.language);
  return html`<section class="record wordings" aria-labelledby="${anchor}">
<h2 id="${anchor}">${withLang(frame, strings.earlierWordings(older.length))}</h2>
<p>${withLang(frame, strings.wordingsNote)}</p>
${older.map(
  (one) => html`<details><summary>${when(frame, one)}</summary>
${one.changes().map((line) => changed(frame, line))}</details>
`,
)}</section>
`;
}

/** A link from a post in a stream to its older wordings on its own page. `href`: that page. */
export const wordingsLink = (frame: Frame, older: readonly WordingView[], href: string): SafeHtml =>
  html` · <a class="reworded" href="${href}#${anchor}">${withLang(frame, stringsFor(frame.language).earlierWordings(older.length))}</a>`;

function when(frame: Frame, { captured }: WordingView): SafeHtml {
  const strings = stringsFor(frame.language);
  if (captured === undefined) return html`${withLang(frame, strings.named(strings.capturedAt, strings.noTime))}`;
  const time = strings.dateAndClock(captured.date, `${captured.clock} ${captured.zone}`);
  return html`${withLang(frame, strings.capturedAt)} <time datetime="${captured.iso}">${withLang(frame, time)}</time>`;
}

function changed(frame: Frame, line: ChangedLine): SafeHtml {
  const strings = stringsFor(frame.language);
  if (line.kind === "unchanged")
    return html`<p class="unchanged">${withLang(frame, strings.unchanged(line.count))}</p>`;
  const spoken = (words: string): SafeHtml => html`<span class="hidden">${withLang(frame, words)} </span>`;
  return html`<p class="${line.kind}">${line.pieces.map(({ kind, text }, index) => {
    if (kind === "same") return text;
    if (kind === "removed") return html`<del>${spoken(strings.removed)}${text}</del>`;
    // A space between a removed word and the word in its place.
    return html`${line.pieces[index - 1]?.kind === "removed" && " "}<ins>${spoken(strings.added)}${text}</ins>`;
  })}</p>
`;
}
