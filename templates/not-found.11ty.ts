/** `404.html`: the page for a missing address. It holds its own style, since it cannot link to files from an unknown depth. */
import { createHash } from "node:crypto";
import { html, raw, type SafeHtml } from "../src/base/html.ts";
import { stringsFor } from "../src/site/i18n/language.ts";
import { defineTemplate } from "../src/site/template.ts";
import type { NotFoundView } from "../src/site/views/index-page.ts";
import { headOf } from "./parts/page.ts";
import { withLang } from "./parts/with-lang.ts";

const style = `:root{color-scheme:light dark}
body{max-width:34rem;margin:0 auto;padding:18vh 1.5rem 4rem;background:#fbfbfc;color:#1a1f29;font:1.125rem/1.75rem Charter,"Bitstream Charter","Sitka Text",Cambria,"Noto Serif",Georgia,serif}
h1{font-size:2rem;line-height:2.5rem;text-wrap:balance;margin:0 0 1rem}
.code{font:600 1rem/1.5rem system-ui,"Segoe UI",Roboto,sans-serif;font-variant-numeric:tabular-nums;color:#56606f;margin:0 0 .5rem}
a{color:inherit}
@media(prefers-color-scheme:dark){body{background:#161b24;color:#e4e7ec}.code{color:#a9b2c0}}
@media(prefers-contrast:more){.code{color:inherit}}`;

// The icon is empty and stands in the page: where a page names none, browsers ask the host for one, above the archive's folder.
const policy = `default-src 'none'; style-src 'sha256-${createHash("sha256").update(style).digest("base64")}'; img-src data:; base-uri 'none'; form-action 'none'`;

export default defineTemplate({
  name: "not found",
  of: "archive",
  views: ({ notFound }) => [notFound],
  path: (view) => view.frame.path,
  render: notFound,
});

function notFound({ frame, front }: NotFoundView): SafeHtml {
  const strings = stringsFor(frame.language);
  return html`<!DOCTYPE html>
<html lang="${frame.language}" dir="${frame.direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${raw(policy)}">
${headOf(frame)}
<link rel="icon" href="data:,">
<style>${raw(style)}</style>
</head>
<body>
<main>
<p class="code">404</p>
<h1>${withLang(frame, strings.notFoundTitle)}</h1>
<p>${withLang(frame, strings.notFoundText)}</p>
<p>${withLang(frame, strings.notFoundMisspelt)} ${withLang(frame, strings.notFoundShorten)}</p>
${front !== undefined && html`<p><a href="${front}">${withLang(frame, strings.notFoundFront)}</a></p>`}
</main>
</body>
</html>
`;
}
