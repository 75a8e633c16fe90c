/** The files beside the pages: feeds, tables, sitemaps, of a live page and of the archive. */
import type { OutputForm, OutputPost, Publication } from "../outputs/contract.ts";
import { outputForms } from "../outputs/registry.ts";
import { placeBody } from "./body.ts";
import type { HeadLink } from "./head-link.ts";
import { once } from "./keyed.ts";
import type { OutputView } from "./text-view.ts";
import type { ArchiveSite, LatestPost, PageSite, PostView } from "./view.ts";

/** Those of one live page. */
export function pageOutputs({ page, newest, posts }: PageSite): readonly OutputView[] {
  const { canonical, noindex, archiveTitle } = newest.frame;
  const site = canonical === undefined ? undefined : new URL("../", canonical).href;
  const standing = { ...(site !== undefined && { site }), folder: `${page.slug}/`, noindex };
  const publication = once(
    (): Publication => ({
      ...standing,
      title: page.title,
      language: page.language,
      author: page.publisher ?? archiveTitle,
      ...(page.captured !== undefined && { captured: page.captured.iso }),
    }),
  );
  return formsOf("live page", publication).map((form): OutputView => {
    const shown = form.from === "posts" ? posts.slice(0, form.most).map(({ post }) => post) : [];
    return {
      path: `${page.slug}/${form.file}`,
      made: { standing, archiveTitle, page, posts: shown },
      text: () =>
        form.from === "posts"
          ? form.print(
              publication(),
              shown.map((post) => outputPost(post, page.slug, () => bodyBeside(post, page.slug, site))),
            )
          : form.print(publication(), [`${page.slug}/`]),
    };
  });
}

/** Those of the archive as a whole. */
export function archiveOutputs({ title, url, index, pages, latest }: ArchiveSite): readonly OutputView[] {
  const frame = index[0]?.frame;
  const publication = {
    title,
    language: frame?.language ?? "",
    author: title,
    ...(url !== undefined && { site: url }),
    folder: "",
    noindex: frame?.noindex ?? false,
  } satisfies Publication;
  return formsOf("archive", () => publication).map((form): OutputView => {
    if (form.from === "folders") {
      const folders = pages.map(({ href }) => href.replace(/index\.html$/, ""));
      return { path: form.file, made: { publication, folders }, text: () => form.print(publication, folders) };
    }
    const shown = latest().slice(0, form.most);
    return {
      path: form.file,
      made: { publication, posts: shown },
      text: () =>
        form.print(
          publication,
          shown.map((one) => latestOutput(one, url)),
        ),
    };
  });
}

const formsOf = (of: "live page" | "archive", publication: () => Publication): readonly OutputForm[] =>
  outputForms.filter((form) => form.of.includes(of) && form.given?.(publication()) !== false);

const latestOutput = ({ page, post, bodyHtml }: LatestPost, url: string | undefined): OutputPost =>
  outputPost(post, page.slug, () => (url === undefined ? forReaders(bodyHtml()) : bodyBeside(post, page.slug, url)));

const outputPost = (post: PostView, slug: string, html: () => string): OutputPost => ({
  id: post.id,
  path: `${slug}/${post.id}/index.html`,
  name: post.name,
  ...(post.headline !== undefined && { headline: post.headline }),
  ...(post.label !== undefined && { label: post.label }),
  ...(post.time !== undefined && { published: post.time.iso }),
  ...(post.updated !== undefined && { updated: post.updated.iso }),
  bylines: post.bylines,
  text: post.text,
  html,
});

/** A post's text for a file beside its live page. */
const bodyBeside = (post: PostView, slug: string, site: string | undefined): string =>
  forReaders(
    placeBody(post.bodyHtml(), {
      root: site ?? "../",
      rank: 2,
      stream: site === undefined ? "index.html" : `${site}${slug}/`,
      eager: false,
    }),
  );

/** Without the colour behind a picture: a reader that has no style would show it as a bar of its own. */
const forReaders = (body: string): string => body.replace(/<svg class="tone"[^>]*><rect[^>]*\/><\/svg>/g, "");

/** What the head of a page says of the feeds that lie in its folder, or in the one that `way` leads to. */
export const feedLinks = (title: string, way = ""): readonly HeadLink[] =>
  outputForms
    .filter(({ use }) => use === "feed")
    .map(({ file, type, name }) => ({ rel: "alternate", href: `${way}${file}`, type, title: `${title} (${name})` }));

/** The other forms that a live page offers its readers. */
export const otherForms: readonly { readonly href: string; readonly name: string; readonly type: string }[] = [
  ...outputForms
    .filter(({ use, of }) => use !== "robots" && of.includes("live page"))
    .map(({ file, name, type }) => ({ href: file, name, type })),
  { href: "page.json", name: "page.json", type: "application/json" },
];
