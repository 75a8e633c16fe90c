/** `live/<live page>/<post>/index.html`: one post alone. */
import { html } from "../../src/base/html.ts";
import { defineTemplate } from "../../src/site/template.ts";
import type { PageSite } from "../../src/site/views/page-site.ts";
import type { PostView } from "../../src/site/views/post.ts";
import { article, document, fileAt, originOf, pageAddress, postAddress, siteDescription } from "./document.ts";

/** No more than the page shows, so that it is printed again only for a reason: it names no neighbours. */
interface PlainPost {
  readonly page: { readonly slug: string; readonly title: string };
  readonly siteTitle: string;
  readonly origin: string;
  readonly post: PostView;
  readonly bodyHtml: () => string;
}

export default defineTemplate({
  name: "plain post",
  of: "live page",
  views: ({ posts }: PageSite): readonly PlainPost[] =>
    posts.map(({ frame, page: { slug, title }, post, bodyHtml }) => ({
      page: { slug, title },
      siteTitle: frame.archiveTitle,
      origin: originOf(frame),
      post,
      bodyHtml,
    })),
  path: ({ page, post }) => fileAt(postAddress(page.slug, post)),
  render: ({ page, siteTitle, origin, post, bodyHtml }) =>
    document({
      title: `${post.name} - ${siteTitle}`,
      description: siteDescription,
      canonical: `${origin}${postAddress(page.slug, post)}`,
      siteTitle,
      main: html`<p class="back"><a href="${pageAddress(page.slug)}">${page.title}</a></p>
${article(post, html`<h1>${post.headline}</h1>`, bodyHtml())}`,
    }),
});
