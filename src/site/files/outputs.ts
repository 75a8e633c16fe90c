/** Turns the views of a live page, or of the archive, into the files beside their pages: feeds, tables, sitemaps. */
import type { OutputForm, OutputPost, Publication } from "../../outputs/contract.ts";
import { outputForms } from "../../outputs/registry.ts";
import { sitemapFiles, urlsPerFile } from "../../outputs/sitemap-files.ts";
import type { ArchiveSite, LatestPost } from "../archive-site.ts";
import { lazy } from "../lazy.ts";
import { fillPlaceholders } from "../text/body.ts";
import type { HeadLink } from "../views/frame.ts";
import type { LivePageName } from "../views/live-page.ts";
import type { PageSite } from "../views/page-site.ts";
import type { PostView } from "../views/post.ts";
import type { OutputView } from "../views/text-files.ts";
import { archiveUrls, countUrls, pageUrls, postChangedAt } from "./sitemap-urls.ts";

export function pageOutputs(pageSite: PageSite): readonly OutputView[] {
  const { page, newest, eventPages, gallery, posts } = pageSite;
  const { canonical, noindex, archiveTitle } = newest.frame;
  const site = canonical === undefined ? undefined : new URL("../", canonical).href;
  const place = { ...(site !== undefined && { site }), folder: `${page.slug}/`, noindex };
  const publication = lazy(
    (): Publication => ({
      ...place,
      title: page.title,
      language: page.language,
      author: page.publisher ?? archiveTitle,
      ...(page.rights !== undefined && { rights: page.rights }),
      ...(page.captured !== undefined && { captured: page.captured.iso }),
    }),
  );
  const urls = lazy(() => pageUrls(pageSite));
  return formsOf("live page", publication).flatMap((form): readonly OutputView[] => {
    const path = `${page.slug}/${form.file}`;
    const inputs = { place, archiveTitle, page };
    if (form.from === "posts") {
      const shown = posts.slice(0, form.most).map(({ post }) => post);
      const text = (): string =>
        form.print(
          publication(),
          shown.map((post) => outputPost(post, page, () => bodyBeside(post, page.slug, site))),
        );
      return [{ path, inputs: { ...inputs, posts: shown }, text }];
    }
    if (form.from === "nothing") return [{ path, inputs, text: () => form.print(publication()) }];
    if (form.from !== "urls") return [];
    const all = {
      place,
      eventPages: eventPages.map(({ frame }) => frame.path),
      gallery: gallery !== undefined,
      posts: posts.map(({ post }) => [post.id, postChangedAt(post)]),
    };
    return divided(path, countUrls(pageSite), place).map(({ path: file, from, to }) => ({
      path: file,
      inputs: { ...all, from },
      text: () => form.print(publication(), urls().slice(from, to)),
    }));
  });
}

export function archiveOutputs(archive: ArchiveSite): readonly OutputView[] {
  const { title, url, rights, index, ownFiles } = archive;
  const frame = index[0]?.frame;
  const publication = {
    title,
    language: frame?.language ?? "",
    author: title,
    ...(rights !== undefined && { rights }),
    ...(url !== undefined && { site: url }),
    folder: "",
    noindex: frame?.noindex ?? false,
  } satisfies Publication;
  return formsOf("archive", () => publication)
    .filter(({ file }) => !ownFiles.includes(file))
    .flatMap((form) => archiveOutput(form, archive, publication));
}

function archiveOutput(form: OutputForm, archive: ArchiveSite, publication: Publication): readonly OutputView[] {
  const { url, origins, latest } = archive;
  const path = form.file;
  switch (form.from) {
    case "nothing":
      return [{ path, inputs: { publication }, text: () => form.print(publication) }];
    case "pages":
      return [{ path, inputs: { publication, origins }, text: () => form.print(publication, origins) }];
    case "urls": {
      const urls = archiveUrls(archive);
      return divided(path, urls.length, publication).map(({ path: file, from, to }) => {
        const own = urls.slice(from, to);
        return { path: file, inputs: { publication, own }, text: () => form.print(publication, own) };
      });
    }
    case "sitemaps": {
      const files = allSitemaps(archive, publication);
      return divided(path, files.length, publication).map(({ path: file, from, to }) => {
        const own = files.slice(from, to);
        return { path: file, inputs: { publication, own }, text: () => form.print(publication, own) };
      });
    }
    case "indexes": {
      const count = allSitemaps(archive, publication).length;
      const indexes = formsOf("archive", () => publication).filter(({ from }) => from === "sitemaps");
      const files = indexes.flatMap(({ file }) => sitemapFiles(file, count, publication));
      return [{ path, inputs: { publication, files }, text: () => form.print(publication, files) }];
    }
    case "posts": {
      const shown = latest().slice(0, form.most);
      const text = (): string =>
        form.print(
          publication,
          shown.map((one) => latestOutput(one, url)),
        );
      return [{ path, inputs: { publication, posts: shown }, text }];
    }
  }
}

const allSitemaps = (archive: ArchiveSite, publication: Publication): readonly string[] => [
  ...sitemapFiles("sitemap-archive.xml", archiveUrls(archive).length, publication),
  ...archive.sitemaps.flatMap(({ folder, urls }) => sitemapFiles(`${folder}sitemap.xml`, urls, publication)),
];

/** The files that a number of addresses needs, and which of the addresses each holds. */
function divided(
  path: string,
  count: number,
  place: Pick<Publication, "site">,
): readonly { readonly path: string; readonly from: number; readonly to: number }[] {
  const most = urlsPerFile(place);
  return sitemapFiles(path, count, place).map((file, index) => ({
    path: file,
    from: index * most,
    to: (index + 1) * most,
  }));
}

const formsOf = (of: "live page" | "archive", publication: () => Publication): readonly OutputForm[] =>
  outputForms.filter((form) => form.of.includes(of) && form.given?.(publication()) !== false);

const latestOutput = ({ page, post, bodyHtml }: LatestPost, url: string | undefined): OutputPost =>
  outputPost(post, page, () => (url === undefined ? forReaders(bodyHtml()) : bodyBeside(post, page.slug, url)));

const outputPost = (
  post: PostView,
  { slug, language, direction }: Pick<LivePageName, "slug" | "language" | "direction">,
  html: () => string,
): OutputPost => ({
  id: post.id,
  path: `${slug}/${post.id}/index.html`,
  language,
  direction,
  name: post.name,
  ...(post.headline !== undefined && { headline: post.headline }),
  ...(post.label !== undefined && { label: post.label }),
  ...(post.time !== undefined && { published: post.time.iso }),
  ...(post.updated !== undefined && { updated: post.updated.iso }),
  bylines: post.bylines,
  text: post.text,
  html,
});

/** A post's text for a file in the folder of its live page. */
const bodyBeside = (post: PostView, slug: string, site: string | undefined): string =>
  forReaders(
    fillPlaceholders(post.bodyHtml(), {
      root: site ?? "../",
      headingLevel: 2,
      anchorBase: site === undefined ? "index.html" : `${site}${slug}/`,
      eagerFirst: false,
    }),
  );

/** Removes the colour behind each picture, which a feed reader without our style would show as a bar. */
const forReaders = (body: string): string => body.replace(/<svg class="tone[^<>]*><rect[^<>]*\/><\/svg>/g, "");

/** The feeds of a folder as links of a page's head (RFC 4287 and JSON Feed by autodiscovery). `base`: the way to the folder. */
export const feedLinks = (title: string, base = ""): readonly HeadLink[] =>
  outputForms
    .filter(({ use }) => use === "feed")
    .map(({ file, type, name }) => ({ rel: "alternate", href: `${base}${file}`, type, title: `${title} (${name})` }));

/** The other forms that a live page offers its readers. */
export const otherForms: readonly { readonly href: string; readonly name: string; readonly type: string }[] = [
  ...outputForms
    .filter(({ use, of }) => use !== "robots" && of.includes("live page"))
    .map(({ file, name, type }) => ({ href: file, name, type })),
  { href: "page.json", name: "page.json", type: "application/json" },
];
