/** Turns the newest posts of a live page, or of the archive, into an Atom feed (RFC 4287). */
import { html, type SafeHtml } from "../../base/html.ts";
import { addressOf, permanentId } from "../addresses.ts";
import { contentOf } from "../content.ts";
import type { OutputPost, PostsForm, Publication } from "../contract.ts";
import { changedAt, lastChange } from "../moments.ts";
import { xml } from "../xml.ts";

export const atom: PostsForm = {
  name: "Atom",
  file: "feed.xml",
  type: "application/atom+xml",
  use: "feed",
  of: ["live page", "archive"],
  from: "posts",
  most: 50,
  print(publication, posts) {
    const { title, language, author, rights, site, folder } = publication;
    const last = lastChange(publication, posts);
    const front = `${folder}index.html`;
    return xml`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
<id>${permanentId(publication, front)}</id>
<title>${title}</title>
<updated>${last}</updated>
<author><name>${author}</name></author>${
      rights !== undefined &&
      html`
<rights>${rights}</rights>`
    }
<link rel="alternate" type="text/html" hreflang="${language}" href="${addressOf(publication, front)}"/>${
      site !== undefined &&
      html`
<link rel="self" type="application/atom+xml" href="${addressOf(publication, `${folder}feed.xml`)}"/>`
    }
<generator>afterlive</generator>
${posts.map((post) => postXml(publication, post, last))}</feed>
`;
  },
};

/** `last`: the time of a post without one, since Atom requires `atom:updated` (section 4.2.15). */
const postXml = (publication: Publication, post: OutputPost, last: string): SafeHtml => html`<entry${
  post.language !== publication.language && html` xml:lang="${post.language}"`
}>
<id>${permanentId(publication, post.path)}</id>
<title>${post.name}</title>
<updated>${changedAt(post) ?? publication.captured ?? last}</updated>${
  post.published !== undefined &&
  html`
<published>${post.published}</published>`
}${post.bylines.map(
  ({ name }) => html`
<author><name>${name}</name></author>`,
)}${
  post.label !== undefined &&
  html`
<category term="${post.label}"/>`
}
<link rel="alternate" type="text/html" hreflang="${post.language}" href="${addressOf(publication, post.path)}"/>
<content type="html">${contentOf(post)}</content>
</entry>
`;
