/** Turns the views of live pages into data for templates of any language: the global data `livePages` of an Eleventy site. */
import { plainBlocks } from "../markdown/plain.ts";
import type { LivePage } from "../model/live-page.ts";
import { hideSupports } from "../site/supports.ts";
import { fillPlaceholders } from "../site/text/body.ts";
import type { PageSite } from "../site/views/page-site.ts";
import type { StreamPostView } from "../site/views/stream.ts";
import type { TimeView } from "../site/views/time.ts";

/** A live page. Addresses begin at the site's root, as those of Eleventy's own pages do: `/live/state-visit/`. */
export interface LivePageData {
  readonly slug: string;
  readonly title: string;
  readonly url: string;
  /** A BCP 47 tag. */
  readonly language: string;
  readonly publisher?: string;
  /** Where it was published. */
  readonly source?: string;
  /** In words: "16–17 May 2024"; and "20 posts". */
  readonly dates?: string;
  readonly extent: string;
  readonly summary: { readonly html: string; readonly text: string };
  /** Newest first, with the newest post first. */
  readonly days: readonly LiveDayData[];
  /** The posts of all days. */
  readonly posts: readonly LivePostData[];
}

export interface LiveDayData {
  /** "Friday 17 May 2024"; absent where no post has a time. */
  readonly heading?: string;
  /** `2024-05-17` */
  readonly date?: string;
  readonly posts: readonly LivePostData[];
}

export interface LivePostData {
  /** Its anchor on the live page. */
  readonly id: string;
  /** Of its own page. */
  readonly url: string;
  readonly headline?: string;
  /** The headline, or where there is none the first words. */
  readonly name: string;
  readonly label?: string;
  /** As it is shown, in parts, and as ISO 8601. */
  readonly time?: TimeView;
  readonly html: string;
  readonly text: string;
}

/** `base`: the address of the folder of all live pages, from the site's root: `/` or `/live/`. */
export function livePageData({ page: view, newest }: PageSite, page: LivePage, base: string): LivePageData {
  const url = `${base}${view.slug}/`;
  const days = newest.days.map(
    ({ heading, date, posts }): LiveDayData => ({
      ...(heading !== undefined && { heading }),
      ...(date !== undefined && { date }),
      posts: posts.map((standing) => livePostData(standing, url, base)),
    }),
  );
  return {
    slug: view.slug,
    title: view.title,
    url,
    language: view.language,
    ...(view.publisher !== undefined && { publisher: view.publisher }),
    ...(view.source !== undefined && { source: view.source }),
    ...(view.days !== undefined && { dates: view.days }),
    extent: view.extent,
    summary: {
      html: hideSupports(fillPlaceholders(view.summaryHtml, placeAt(url, base))),
      text: plainBlocks(page.summary),
    },
    days,
    posts: days.flatMap(({ posts }) => posts),
  };
}

const livePostData = ({ post }: StreamPostView, page: string, base: string): LivePostData => ({
  id: post.id,
  url: `${page}${post.id}/`,
  ...(post.headline !== undefined && { headline: post.headline }),
  name: post.name,
  ...(post.label !== undefined && { label: post.label }),
  ...(post.time !== undefined && { time: post.time }),
  // Worked out where a template asks for it.
  get html() {
    return fillPlaceholders(post.bodyHtml(), placeAt(page, base));
  },
  get text() {
    return post.text();
  },
});

/** Text that may stand on any page: its links begin at the site's root, its headings at the third rank. */
const placeAt = (stream: string, root: string) => ({ root, headingLevel: 3, anchorBase: stream, eagerFirst: false });
