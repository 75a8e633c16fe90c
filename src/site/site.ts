/** Everything that templates print of an archive, worked out beforehand. Pure: the same archive gives the same views. */
import { html } from "../base/html.ts";
import { renderBlocks } from "../markdown/render.ts";
import type { ArchiveSettings, Gaps, LivePage, PostCapture, Wording } from "../model/live-page.ts";
import type { ArchiveSite, LatestPost, Site } from "./archive-site.ts";
import { cacheKeyOf, withCacheKey } from "./cache-key.ts";
import { archiveCard } from "./cards/archive-card.ts";
import { chooseCard } from "./cards/card.ts";
import { feedLinks } from "./files/outputs.ts";
import { scriptViews } from "./files/script.ts";
import { frameOf } from "./frame.ts";
import { stringsFor } from "./i18n/language.ts";
import { lazy } from "./lazy.ts";
import { latestMost, originView, type PageSummary, summarizePage } from "./page-summary.ts";
import type { Picture } from "./pictures/picture.ts";
import { aboutView } from "./presenters/about.ts";
import { pageSiteOf } from "./presenters/streams.ts";
import type { RenderDependencies } from "./render-dependencies.ts";
import { fillPlaceholders } from "./text/body.ts";
import { clip, firstPassage } from "./text/excerpt.ts";
import type { FindPicture } from "./text/figure.ts";
import type { CardView } from "./views/frame.ts";
import type { IndexView, ListedPage, NotFoundView } from "./views/index-page.ts";
import type { PageSite } from "./views/page-site.ts";
import type { PostView } from "./views/post.ts";

/** A live page with its pictures by the name that a figure or a poster gives. */
export interface PageSource {
  readonly page: LivePage;
  readonly media: ReadonlyMap<string, { readonly digest: string; readonly name: string }>;
  /** The newest capture of each post, by the post's id. */
  readonly captures: ReadonlyMap<string, PostCapture>;
  /** All captures, in the order in which they were imported first. */
  readonly taken: readonly PostCapture[];
  /** Absent where nothing is known to be missing. */
  readonly gaps?: Gaps;
  /** The older wordings of each post, oldest first, by the post's id; absent where none are shown. */
  readonly wordings?: ReadonlyMap<string, readonly Wording[]>;
}

/** What the site needs to know of an archive. */
export interface SiteSource {
  readonly settings: ArchiveSettings;
  readonly pages: readonly PageSource[];
}

/** The views of an archive that fits into memory. `pictures` are by the digest of their original; a missing one prints as a card. */
export function makeSite(archive: SiteSource, pictures: ReadonlyMap<string, Picture>, press: RenderDependencies): Site {
  const made = archive.pages.map((source) => {
    const site = pageSite(source, pictures, archive.settings, press);
    return { site, facts: summarizePage(source, site) };
  });
  const listed = made.toSorted((a, b) => byAge(a.facts, b.facts));
  return {
    archive: archiveSite(
      archive.settings,
      listed.map(({ facts }) => facts),
      press,
    ),
    pages: listed.map(({ site }) => site),
  };
}

/** The views of one live page. */
export function pageSite(
  { page, media, captures, wordings }: Omit<PageSource, "taken" | "gaps">,
  pictures: ReadonlyMap<string, Picture>,
  settings: ArchiveSettings,
  press: RenderDependencies,
): PageSite {
  const find: FindPicture = (file) => pictures.get(media.get(file)?.digest ?? "");
  return pageSiteOf(page, find, settings, { captures, press, ...(wordings !== undefined && { wordings }) });
}

/** The views of the archive as a whole. */
export function archiveSite(
  settings: ArchiveSettings,
  facts: readonly PageSummary[],
  press: RenderDependencies,
): ArchiveSite {
  const sorted = facts.toSorted(byAge);
  const pages = sorted.map(({ slug, view }): ListedPage => ({ page: view, href: `${slug}/index.html` }));
  const none = { figure: () => html``, media: () => html`` };
  const aboutHtml = renderBlocks(settings.about, none).value;
  const origins = sorted.map(({ origin }) => originView(origin));
  const times = sorted.flatMap(({ newest }) => newest[0]?.epoch ?? []);
  const card = chooseCard(press, settings, () => archiveCard(settings, pages.length, times));
  return {
    title: settings.title,
    ...(settings.url !== undefined && { url: settings.url }),
    ...(settings.rights !== undefined && { rights: settings.rights }),
    aboutHtml,
    index: indexViews(settings, aboutHtml, pages, card?.named),
    about: aboutView(settings, origins, sorted[0]?.cited),
    notFound: notFoundView(settings),
    ...(card?.drawn !== undefined && { card: card.drawn }),
    ownFiles: [...press.ownFiles].filter((file) => !file.includes("/")),
    scripts: scriptViews([settings.language, ...origins.map(({ language }) => language)], press),
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

/** The newest posts of some live pages, which need be in no order: of which page each is, and where among its posts. */
export function newestOf<Facts extends Pick<PageSummary, "slug" | "newest">>(
  facts: readonly Facts[],
): readonly { readonly facts: Facts; readonly place: number; readonly key: string }[] {
  const all = facts
    .toSorted(byAge)
    // Each of these has a post before all posts of the others.
    .slice(0, latestMost)
    .flatMap((own, index) => own.newest.map((post, place) => ({ ...post, facts: own, index, place })));
  all.sort((a, b) => b.epoch - a.epoch || a.index - b.index || a.place - b.place);
  return all.slice(0, latestMost);
}

/** Known by their keys: only when one of them is printed is its live page asked for it. */
function latestPosts(all: readonly PageSummary[]): readonly LatestPost[] {
  const shown = newestOf(all);
  const most = new Map<PageSummary, number>();
  for (const { facts, place } of shown) most.set(facts, Math.max(most.get(facts) ?? 0, place + 1));
  const posts = new Map([...most].map(([facts, count]) => [facts, lazy(() => facts.posts(count))]));
  return shown.map(({ facts, place, key }): LatestPost => {
    const at = { root: "", rank: 2, stream: `${facts.slug}/index.html`, eager: false };
    const find = (): PostView => {
      const post = posts.get(facts)?.()[place];
      if (post === undefined) throw new Error(`The posts of "${facts.slug}" are lost`);
      return post;
    };
    const view = {
      page: facts.view,
      get post() {
        return find();
      },
      bodyHtml: () => fillPlaceholders(find().bodyHtml(), at),
    };
    return withCacheKey(`${cacheKeyOf(facts.view)} ${key}`, view);
  });
}

/** How many live pages stand on a list of older ones; the front page holds as many, and up to twice as many less one. */
const perIndex = 20;

/** The lists are counted from the oldest end, so that a full one never changes. */
function indexViews(
  settings: ArchiveSettings,
  aboutHtml: string,
  pages: readonly ListedPage[],
  card: CardView | undefined,
): readonly [IndexView, ...IndexView[]] {
  const strings = stringsFor(settings.language);
  const count = Math.max(1, Math.floor(pages.length / perIndex));
  const about = clip(firstPassage(settings.about), 160);
  const pathOf = (number: number): string => (number === count ? "index.html" : `archive-${number}.html`);
  /** `number` counts from the oldest, 1; the front page has the last. */
  const index = (number: number): IndexView => {
    const end = pages.length - perIndex * (number - 1);
    const own = pages.slice(number === count ? 0 : end - perIndex, end);
    const front = number === count;
    // Counted from the oldest as well: what is added later changes no full list.
    const extent = strings.livePageRange(pages.length - end + 1, pages.length - end + own.length);
    const frame = frameOf(settings, {
      path: pathOf(number),
      language: settings.language,
      title: front ? settings.title : `${settings.title} (${extent})`,
      description: about === "" ? strings.named(settings.title, strings.livePages(own.length)) : about,
      type: "website",
      links: [...feedLinks(settings.title)],
      card,
    });
    return {
      frame,
      title: settings.title,
      aboutHtml: front ? aboutHtml : "",
      ...(settings.rights !== undefined && { rights: settings.rights }),
      pages: own,
      ...(count > 1 && { extent }),
      ...(!front && { newer: pathOf(number + 1) }),
      ...(number > 1 && { older: pathOf(number - 1) }),
    };
  };
  return [index(count), ...Array.from({ length: count - 1 }, (_, older) => index(count - 1 - older))];
}

function notFoundView(settings: ArchiveSettings): NotFoundView {
  const strings = stringsFor(settings.language);
  const frame = frameOf(settings, {
    path: "404.html",
    language: settings.language,
    title: `${strings.notFoundTitle} – ${settings.title}`,
    description: strings.notFoundText,
    type: "website",
    noindex: true,
  });
  return { frame, ...(settings.url !== undefined && { front: `${new URL(settings.url).pathname}index.html` }) };
}
