/** The HTML document around each page: head, name of the archive, main part, foot. */
import { createHash } from "node:crypto";
import { type Child, html, raw, type SafeHtml } from "../../src/base/html.ts";
import { stringsFor } from "../../src/site/i18n/language.ts";
import type { Frame } from "../../src/site/views/frame.ts";
import { withLang } from "./with-lang.ts";

/** Runs before the page is drawn: one that shall show a moment is not drawn until its script has chosen the posts. */
const early = `location.hash.startsWith("#at=")&&(document.documentElement.className="at")`;
const earlyDigest = `'sha256-${createHash("sha256").update(early).digest("base64")}'`;

/** The Content-Security-Policy (CSP Level 3): a page loads files of its own site alone, on `file://` too. `scripts`: that stand in it. */
const policy = (scripts: string): string =>
  `default-src 'none'; script-src 'self'${scripts}; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'`;

export interface PageParts {
  /** The class of the body. */
  readonly kind: string;
  readonly main: Child;
  /** Words of the first link, which skips the head of the page. */
  readonly skip: string;
  /** The anchor of that link. */
  readonly skipTo: string;
  readonly foot?: Child;
  /** Structured data: JSON for a `<script>` element. */
  readonly data?: string;
  /** False on the front page, which needs no link to itself. */
  readonly home?: boolean;
  /** True where the script can show the page as of a moment. */
  readonly moments?: boolean;
  /** IANA name; the script reads it. */
  readonly eventZone?: string;
}

export function document(frame: Frame, parts: PageParts): SafeHtml {
  return html`<!DOCTYPE html>
<html lang="${frame.language}" dir="${frame.direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${raw(policy(parts.moments === true ? ` ${earlyDigest}` : ""))}">
${headOf(frame)}
<link rel="icon" href="${frame.root}favicon.ico" sizes="32x32">
<link rel="icon" href="${frame.root}favicon.svg" type="image/svg+xml">
<link rel="apple-touch-icon" href="${frame.root}apple-touch-icon.png">
${
  parts.moments === true &&
  html`<script>${raw(early)}</script>
`
}<link rel="stylesheet" href="${frame.root}style.css">
<script defer src="${frame.root}${frame.script}"></script>${
    parts.data !== undefined &&
    html`
<script type="application/ld+json">${raw(parts.data)}</script>`
  }
</head>
<body class="${parts.kind}">
<a class="skip" href="#${parts.skipTo}">${withLang(frame, parts.skip)}</a>
${
  parts.home !== false &&
  html`<header class="masthead"><p class="archive"><a href="${frame.root}index.html" rel="home">${frame.archiveTitle}</a></p></header>`
}
<main${parts.eventZone !== undefined && html` data-event-zone="${parts.eventZone}"`}>
${parts.main}
</main>
<footer class="colophon">${parts.foot}${html`<p>${parts.home !== false && html`<a href="${frame.root}index.html">${withLang(frame, stringsFor(frame.language).frontPage)}</a> `}<a href="${frame.root}about.html">${withLang(frame, stringsFor(frame.language).about)}</a></p>`}</footer>
</body>
</html>
`;
}

/** The part of a head that loads nothing. */
export const headOf = (
  frame: Frame,
): SafeHtml => html`<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${frame.title}</title>
<meta name="description" content="${frame.description}">
<meta name="generator" content="afterlive">
<meta name="color-scheme" content="light dark">${
  frame.noindex &&
  html`
<meta name="robots" content="noindex">`
}${
  frame.canonical !== undefined &&
  html`
<link rel="canonical" href="${frame.canonical}">
<meta property="og:title" content="${frame.title}">
<meta property="og:description" content="${frame.description}">
<meta property="og:type" content="${frame.type}">
<meta property="og:url" content="${frame.canonical}">
<meta property="og:site_name" content="${frame.archiveTitle}">`
}${
  frame.card !== undefined &&
  html`
<meta property="og:image" content="${frame.card.href}">
<meta property="og:image:type" content="${frame.card.type}">${
    frame.card.size !== undefined &&
    html`
<meta property="og:image:width" content="${frame.card.size.width}">
<meta property="og:image:height" content="${frame.card.size.height}">`
  }
<meta property="og:image:alt" content="${frame.card.alt}">
<meta name="twitter:card" content="summary_large_image">`
}${frame.links.map(
  (link) => html`
<link rel="${link.rel}" href="${link.href}"${link.type !== undefined && html` type="${link.type}"`}${link.title !== undefined && html` title="${link.title}"`}>`,
)}`;
