/** `atom.xml`: the newest posts of the archive as a feed. */
import { html, type SafeHtml } from "../../src/base/html.ts";
import type { ArchiveSite, LatestPost } from "../../src/site/archive-site.ts";
import { defineTemplate } from "../../src/site/template.ts";
import { bodyWithout, postAddress } from "./document.ts";

interface Feed {
  readonly title: string;
  /** Ends in "/". */
  readonly url: string;
  readonly latest: readonly LatestPost[];
}

export default defineTemplate({
  name: "plain feed",
  of: "archive",
  views: ({ title, url = "/", latest }: ArchiveSite): readonly Feed[] => [{ title, url, latest: latest() }],
  path: () => "atom.xml",
  render: ({ title, url, latest }) => html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">
<title>${title}</title>
<link href="${url}atom.xml" rel="self"/>
<link href="${url}"/>
<id>${url}</id>
<updated>${latest[0]?.post.time?.iso}</updated>
<author><name>Live desk</name></author>
${latest.map((post) => feedPost(url, post))}</feed>
`,
});

function feedPost(url: string, { page, post, bodyHtml }: LatestPost): SafeHtml {
  const address = `${url}${postAddress(page.slug, post).slice(1)}`;
  return html`<entry>
<title>${post.headline}</title>
<link href="${address}"/>
<id>${address}</id>
<updated>${post.time?.iso}</updated>${post.bylines.map(
    ({ name }) => html`
<author><name>${name}</name></author>`,
  )}
<content type="html">${bodyWithout(post.figures, bodyHtml())}</content>
</entry>
`;
}
