/** A live page's sitemap (sitemaps.org): the address of it and of each of its posts, for search engines. */
import { html } from "../base/html.ts";
import { addressOf } from "./addresses.ts";
import type { PostsForm } from "./contract.ts";
import { changedAt } from "./moments.ts";
import { xml } from "./xml.ts";

export const sitemap: PostsForm = {
  name: "Sitemap",
  file: "sitemap.xml",
  type: "application/xml",
  use: "robots",
  of: ["live page"],
  // It may hold whole addresses only.
  given: ({ site, noindex }) => site !== undefined && !noindex,
  from: "posts",
  print(publication, posts) {
    const places = [
      { path: `${publication.folder}index.html`, at: undefined },
      ...posts.map((post) => ({ path: post.path, at: changedAt(post) })),
    ];
    return xml`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${places.map(
  ({
    path,
    at,
  }) => html`<url><loc>${addressOf(publication, path)}</loc>${at !== undefined && html`<lastmod>${at}</lastmod>`}</url>
`,
)}</urlset>
`;
  },
};
