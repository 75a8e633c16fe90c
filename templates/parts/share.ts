/** Ways to hand a post on: its address, which the script can copy and share, and a letter with it. No one else is told. */
import { html, type SafeHtml } from "../../src/base/html.ts";
import { stringsFor } from "../../src/site/i18n/language.ts";
import type { Frame } from "../../src/site/views/frame.ts";
import { withLang } from "./with-lang.ts";

/** Nothing for an archive that does not know its address: what a browser shows may be a folder of the reader's disk. */
export function share(frame: Frame, name: string): SafeHtml | false {
  const { canonical } = frame;
  if (canonical === undefined) return false;
  const strings = stringsFor(frame.language);
  const letter = `mailto:?subject=${encodeURIComponent(name)}&body=${encodeURIComponent(`${name}\r\n${canonical}`)}`;
  return html`<div class="share">
<h2>${withLang(frame, strings.permalink)}</h2>
<p id="the_address" dir="ltr" data-copy="the_address"><a href="${canonical}">${canonical}</a></p>
<p><a href="${letter}">${withLang(frame, strings.sendByMail)}</a></p>
</div>
`;
}
