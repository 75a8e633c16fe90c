/** Turns the newest posts of a live page, or of the archive, into a feed of JSON Feed 1.1. */
import { addressOf, permanentId } from "../addresses.ts";
import { contentOf } from "../content.ts";
import type { OutputPost, PostsForm, Publication } from "../contract.ts";

export const jsonFeed: PostsForm = {
  name: "JSON Feed",
  file: "feed.json",
  type: "application/feed+json",
  use: "feed",
  of: ["live page", "archive"],
  from: "posts",
  most: 50,
  print(publication, posts) {
    const { title, language, author, site, folder } = publication;
    // JSON Feed requires absolute addresses, which an archive without an address does not have.
    const own = site !== undefined && {
      home_page_url: addressOf(publication, `${folder}index.html`),
      feed_url: addressOf(publication, `${folder}feed.json`),
    };
    const feed = {
      version: "https://jsonfeed.org/version/1.1",
      title,
      ...own,
      language,
      authors: [{ name: author }],
      items: posts.map((post) => postJson(publication, post)),
    };
    return `${JSON.stringify(feed)}\n`;
  },
};

const postJson = (publication: Publication, post: OutputPost) => ({
  id: permanentId(publication, post.path),
  url: publication.site === undefined ? undefined : addressOf(publication, post.path),
  title: post.name,
  date_published: post.published,
  date_modified: post.updated,
  authors: post.bylines.length > 0 ? post.bylines.map(({ name }) => ({ name })) : undefined,
  tags: post.label === undefined ? undefined : [post.label],
  language: post.language === publication.language ? undefined : post.language,
  content_html: contentOf(post),
});
