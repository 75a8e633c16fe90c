/** `live/<live page>/index.html` and `.../page/<n>/index.html`: a live page, newest first, twenty posts at a time. */
import { html, raw, type SafeHtml } from "../../src/base/html.ts";
import { hideSupports } from "../../src/site/supports.ts";
import { defineTemplate } from "../../src/site/template.ts";
import type { LivePageView } from "../../src/site/views/live-page.ts";
import type { PageSite } from "../../src/site/views/page-site.ts";
import type { PostView } from "../../src/site/views/post.ts";
import type { StreamPostView } from "../../src/site/views/stream.ts";
import { article, bodyText, document, fileAt, imageAddress, originOf, pageAddress, postAddress } from "./document.ts";

const perPage = 20;

interface PlainPage {
  readonly page: LivePageView;
  readonly siteTitle: string;
  readonly origin: string;
  readonly number: number;
  readonly total: number;
  readonly posts: readonly StreamPostView[];
}

export default defineTemplate({
  name: "plain live page",
  of: "live page",
  views: ({ page, newest }: PageSite): readonly PlainPage[] => {
    const posts = newest.days.flatMap((day) => day.posts);
    const total = Math.max(1, Math.ceil(posts.length / perPage));
    return Array.from({ length: total }, (_, index) => ({
      page,
      siteTitle: newest.frame.archiveTitle,
      origin: originOf(newest.frame),
      number: index + 1,
      total,
      posts: posts.slice(index * perPage, (index + 1) * perPage),
    }));
  },
  path: ({ page, number }) => fileAt(pageAddress(page.slug, number)),
  render: (view) => {
    const { page, siteTitle, origin, number, total } = view;
    return document({
      title: `${page.title} - ${siteTitle}`,
      description: page.panel[0] ?? "",
      canonical: `${origin}${pageAddress(page.slug, number)}`,
      siteTitle,
      head: html`<script type="application/ld+json">${linkedData(view)}</script>
`,
      main: html`<h1>${page.title}</h1>
<p class="standfirst">${page.panel[0]}</p>
<section class="summary"><h2>Summary</h2>
${raw(hideSupports(page.summaryHtml))}</section>
<section class="posts">
${stream(view)}</section>
<nav class="pages">${
        number > 1 && html`<a rel="prev" href="${pageAddress(page.slug, number - 1)}">Newer</a>`
      }<span>Page ${number} of ${total}</span>${
        number < total && html`<a rel="next" href="${pageAddress(page.slug, number + 1)}">Older</a>`
      }</nav>`,
    });
  },
});

/** The posts, with each day's name above its first. */
const stream = ({ page, posts }: PlainPage): readonly SafeHtml[] =>
  posts.map(({ post, bodyHtml }, index) => {
    const day = post.time?.longDate;
    const heading = html`<h3><a href="${postAddress(page.slug, post)}">${post.headline}</a></h3>`;
    return html`${
      day !== posts[index - 1]?.post.time?.longDate &&
      html`<h2 class="day">${day}</h2>
`
    }${article(post, heading, bodyHtml())}
`;
  });

/** `</script>` must not stand in a script, not even in a word. */
const linkedData = (view: PlainPage): SafeHtml => raw(JSON.stringify(liveBlog(view)).replaceAll("<", "\\u003c"));

const liveBlog = ({ page, origin, number, posts }: PlainPage) => ({
  "@context": "https://schema.org",
  "@type": "LiveBlogPosting",
  "@id": `${origin}${pageAddress(page.slug)}`,
  url: `${origin}${pageAddress(page.slug, number)}`,
  headline: page.title,
  description: page.panel[0],
  coverageStartTime: page.from?.iso,
  coverageEndTime: page.to?.iso,
  datePublished: page.from?.iso,
  dateModified: page.to?.iso,
  liveBlogUpdate: posts.map(({ post }) => blogPost(`${origin}${postAddress(page.slug, post)}`, origin, post)),
});

const blogPost = (url: string, origin: string, post: PostView) => ({
  "@type": "BlogPosting",
  headline: post.headline,
  url,
  datePublished: post.time?.iso,
  articleBody: bodyText(post),
  // JSON leaves out what is undefined.
  author: post.bylines.map(({ name, role }) => ({ "@type": "Person", name, jobTitle: role }))[0],
  image: post.figures.map((figure) => ({
    "@type": "ImageObject",
    url: `${origin}${imageAddress(figure)}`,
    caption: figure.caption,
    creditText: figure.credit,
  }))[0],
});
