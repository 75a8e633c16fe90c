/** Turns an archive into everything that templates print of it. Pure: the same archive gives the same views. */
import { html } from "../base/html.ts";
import { renderBlocks } from "../markdown/render.ts";
import type { ArchiveSettings, Gaps, LivePage, PostCapture, Wording } from "../model/live-page.ts";
import type { ArchiveSite, LatestPost, Site } from "./archive-site.ts";
import { cacheKeyOf, withCacheKey } from "./cache-key.ts";
import { archiveCard } from "./cards/archive-card.ts";
import { chooseCard } from "./cards/card.ts";
import { scriptViews } from "./files/script.ts";
import { lazy } from "./lazy.ts";
import { latestMost, originView, type PageSummary, summarizePage } from "./page-summary.ts";
import type { Picture } from "./pictures/picture.ts";
import { aboutView } from "./presenters/about.ts";
import { indexViews, notFoundView } from "./presenters/index-pages.ts";
import { pageSiteOf } from "./presenters/page-site.ts";
import type { RenderDependencies } from "./render-dependencies.ts";
import { fillPlaceholders } from "./text/body.ts";
import type { FindPicture } from "./text/figure.ts";
import type { ListedPage } from "./views/index-page.ts";
import type { PageSite } from "./views/page-site.ts";
import type { PostView } from "./views/post.ts";

/** A live page with its pictures, by the names that figures and posters give, and what is known of its captures. */
export interface PageSource {
  readonly page: LivePage;
  readonly media: ReadonlyMap<string, { readonly digest: string; readonly name: string }>;
  /** The newest capture of each post, by the post's id. */
  readonly captures: ReadonlyMap<string, PostCapture>;
  /** All captures, in the order in which they were first imported. */
  readonly taken: readonly PostCapture[];
  /** Absent where nothing is known to be missing. */
  readonly gaps?: Gaps;
  /** The older wordings of each post, oldest first, by the post's id; absent where none are shown. */
  readonly wordings?: ReadonlyMap<string, readonly Wording[]>;
}

export interface SiteSource {
  readonly settings: ArchiveSettings;
  readonly pages: readonly PageSource[];
}

const stylePath = "style.css";

/** The views of an archive that fits into memory. `pictures`: by the digest of the original; a missing one prints as a card. */
export function makeSite(
  { settings, pages }: SiteSource,
  pictures: ReadonlyMap<string, Picture>,
  dependencies: RenderDependencies,
): Site {
  const made = pages.map((source) => {
    const site = pageSite(source, pictures, settings, dependencies);
    return { site, summary: summarizePage(source, site) };
  });
  const sorted = made.toSorted((a, b) => byAge(a.summary, b.summary));
  const summaries = sorted.map(({ summary }) => summary);
  return { archive: archiveSite(settings, summaries, dependencies), pages: sorted.map(({ site }) => site) };
}

/** The views of one live page. */
export function pageSite(
  { page, media, captures, wordings }: Omit<PageSource, "taken" | "gaps">,
  pictures: ReadonlyMap<string, Picture>,
  settings: ArchiveSettings,
  dependencies: RenderDependencies,
): PageSite {
  const find: FindPicture = (file) => pictures.get(media.get(file)?.digest ?? "");
  return pageSiteOf(page, find, settings, { captures, dependencies, ...(wordings !== undefined && { wordings }) });
}

/** The views of the archive as a whole. */
export function archiveSite(
  settings: ArchiveSettings,
  summaries: readonly PageSummary[],
  dependencies: RenderDependencies,
): ArchiveSite {
  const sorted = summaries.toSorted(byAge);
  const pages = sorted.map(
    ({ slug, view, picture, origin: { page } }): ListedPage => ({
      page: view,
      href: `${slug}/index.html`,
      ...(page.last !== undefined && { last: page.last }),
      ...(picture !== undefined && { picture }),
    }),
  );
  const aboutHtml = renderBlocks(settings.about, { figure: () => html``, media: () => html`` }).value;
  const origins = sorted.map(({ origin }) => originView(origin));
  const times = sorted.flatMap(({ newest }) => newest[0]?.epoch ?? []);
  const card = chooseCard(dependencies, settings, () => archiveCard(settings, pages.length, times));
  return {
    title: settings.title,
    ...(settings.url !== undefined && { url: settings.url }),
    ...(settings.rights !== undefined && { rights: settings.rights }),
    aboutHtml,
    index: indexViews(settings, aboutHtml, pages, card?.named),
    about: aboutView(settings, origins, sorted[0]?.cited),
    notFound: notFoundView(settings),
    ...(card?.drawn !== undefined && { card: card.drawn }),
    ownFiles: [...dependencies.ownFiles].filter((file) => !file.includes("/")),
    styleSheets: dependencies.ownFiles.has(stylePath) ? [] : [{ path: stylePath, text: dependencies.styleSheet }],
    scripts: scriptViews([settings.language, ...origins.map(({ language }) => language)], dependencies),
    pages,
    origins,
    sitemaps: sorted.map(({ slug, urls }) => ({ folder: `${slug}/`, urls })),
    latest: lazy(() => latestPosts(sorted)),
  };
}

type Dated = Pick<PageSummary, "slug" | "newest">;

/** Newest first; live pages without any time come last. */
const byAge = (a: Dated, b: Dated): number => latest(b) - latest(a) || (a.slug < b.slug ? -1 : 1);
const latest = ({ newest }: Dated): number => newest[0]?.epoch ?? Number.MIN_SAFE_INTEGER;

/** The newest posts of live pages, given in any order: the live page of each, and its place among the posts of that page. */
export function newestOf<Summary extends Dated>(
  summaries: readonly Summary[],
): readonly { readonly summary: Summary; readonly place: number; readonly key: string }[] {
  const all = summaries
    .toSorted(byAge)
    // Each of these has a post that is newer than all posts of the others.
    .slice(0, latestMost)
    .flatMap((summary, index) => summary.newest.map((post, place) => ({ ...post, summary, index, place })));
  all.sort((a, b) => b.epoch - a.epoch || a.index - b.index || a.place - b.place);
  return all.slice(0, latestMost);
}

/** The views know their cache keys; a live page is asked for its posts only when one of them is printed. */
function latestPosts(summaries: readonly PageSummary[]): readonly LatestPost[] {
  const shown = newestOf(summaries);
  const most = new Map<PageSummary, number>();
  for (const { summary, place } of shown) most.set(summary, Math.max(most.get(summary) ?? 0, place + 1));
  const posts = new Map([...most].map(([summary, count]) => [summary, lazy(() => summary.posts(count))]));
  return shown.map(({ summary, place, key }): LatestPost => {
    const { slug, view } = summary;
    const context = { root: "", headingLevel: 2, anchorBase: `${slug}/index.html`, eagerFirst: false };
    const find = (): PostView => {
      const post = posts.get(summary)?.()[place];
      if (post === undefined) throw new Error(`The posts of "${slug}" are lost`);
      return post;
    };
    return withCacheKey(`${cacheKeyOf(view)} ${key}`, {
      page: view,
      get post() {
        return find();
      },
      bodyHtml: () => fillPlaceholders(find().bodyHtml(), context),
    });
  });
}
