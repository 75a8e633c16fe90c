/** Ways to share a post: its address, which the script can copy and share, and an e-mail. No other site is asked. */
import { html, type SafeHtml } from "../../src/base/html.ts";
import { stringsFor } from "../../src/site/i18n/language.ts";
import type { Frame } from "../../src/site/views/frame.ts";
import { withLang } from "./with-lang.ts";

/** Nothing for an archive without an address, since the browser may show a file of the reader's own disk. */
export function share(frame: Frame, name: string): SafeHtml | false {
  const { canonical } = frame;
  if (canonical === undefined) return false;
  const strings = stringsFor(frame.language);
  const mail = `mailto:?subject=${encodeURIComponent(name)}&body=${encodeURIComponent(`${name}\r\n${canonical}`)}`;
  return html`<div class="share">
<h2>${withLang(frame, strings.permalink)}</h2>
<p id="the_address" dir="ltr" data-copy="the_address"><a href="${canonical}">${canonical}</a></p>
<p><a href="${mail}">${withLang(frame, strings.sendByMail)}</a></p>
</div>
`;
}
