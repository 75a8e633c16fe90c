/** Everything that templates print of an archive, worked out beforehand. Pure: the same archive gives the same views. */
import { html } from "../base/html.ts";
import { renderBlocks } from "../markdown/render.ts";
import type { ArchiveSettings, LivePage } from "../model/live-page.ts";
import { clip, firstPassage } from "./excerpt.ts";
import type { FindPicture } from "./figure.ts";
import { frameOf } from "./frame.ts";
import { stringsFor } from "./language.ts";
import type { Picture } from "./picture.ts";
import { extentOf } from "./post-view.ts";
import { type Streams, streamsOf } from "./streams.ts";
import type { IndexView, NotFoundView, Site } from "./view.ts";

/** What the site needs to know of an archive. */
export interface SiteSource {
  readonly settings: ArchiveSettings;
  readonly pages: readonly {
    readonly page: LivePage;
    /** By the name that a figure or a poster gives. */
    readonly media: ReadonlyMap<string, { readonly digest: string; readonly name: string }>;
  }[];
}

/** The views of an archive. `pictures` are by the digest of their original; a picture that is missing prints as a card. */
export function makeSite(archive: SiteSource, pictures: ReadonlyMap<string, Picture>): Site {
  const { settings } = archive;
  const pages = [...archive.pages].sort((a, b) => latest(b.page) - latest(a.page) || compare(a.page.slug, b.page.slug));
  const streams = pages.map(({ page, media }) => {
    const find: FindPicture = (file) => pictures.get(media.get(file)?.digest ?? "");
    return streamsOf(page, find, settings);
  });
  return {
    index: indexView(settings, streams),
    newest: streams.map(({ newest }) => newest),
    oldest: streams.map(({ oldest }) => oldest),
    posts: streams.flatMap(({ posts }) => posts),
    notFound: notFoundView(settings),
  };
}

/** When a live page ended; pages without any time come last. */
const latest = (page: LivePage): number => extentOf(page.posts)?.[1].epoch ?? Number.MIN_SAFE_INTEGER;
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function indexView(settings: ArchiveSettings, streams: readonly Streams[]): IndexView {
  const strings = stringsFor(settings.language);
  const about = clip(firstPassage(settings.about), 160);
  const frame = frameOf(settings, {
    path: "index.html",
    language: settings.language,
    title: settings.title,
    description: about === "" ? `${settings.title}: ${strings.livePages(streams.length)}` : about,
    type: "website",
  });
  const none = { figure: () => html``, media: () => html`` };
  return {
    frame,
    title: settings.title,
    aboutHtml: renderBlocks(settings.about, none).value,
    ...(settings.rights !== undefined && { rights: settings.rights }),
    pages: streams.map(({ page }) => ({ page, href: `${page.slug}/index.html` })),
  };
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
