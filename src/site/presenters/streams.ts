/** Turns the posts of a live page into streams: the whole event in both orders, and the pages of a long event. */
import type { Instant } from "../../model/instant.ts";
import type { ArchiveSettings } from "../../model/live-page.ts";
import { citePage, citeSentence } from "../files/cite.ts";
import { feedLinks } from "../files/outputs.ts";
import { frameOf } from "../frame.ts";
import type { Strings } from "../i18n/strings.ts";
import { lazy } from "../lazy.ts";
import { type Picture, smallPicture } from "../pictures/picture.ts";
import { hideSupports, showSupports } from "../supports.ts";
import { fillPlaceholders } from "../text/body.ts";
import { localTime } from "../time/clock.ts";
import { groupByDay, minutesBetween } from "../time/days.ts";
import type { CardView, Frame, HeadLink } from "../views/frame.ts";
import type { LivePageView } from "../views/live-page.ts";
import type { PageSite } from "../views/page-site.ts";
import type { Paging } from "../views/paging.ts";
import type { DayView, StreamPostView, StreamView } from "../views/stream.ts";
import { type EventPage, postLink } from "./event-pages.ts";
import type { PresentedPost } from "./post-page.ts";
import { thumbnail } from "./thumbnail.ts";

/** From this number of minutes without a post on, the stream says so. */
const silence = 180;
/** From this number of posts on, a browser does not lay out the posts that are out of sight. */
const many = 60;
/** How many pictures lead to the gallery, and the width of one on the page: see src/style/. */
const mostThumbnails = 3;
const thumbnailSizes = "(min-width:69rem) 6rem,(min-width:48rem) 8rem,3rem";
/** Up to this number of posts, each page of the event has the index of all posts. */
const indexedEverywhere = 2000;

export interface StreamPost extends PresentedPost {
  readonly published?: Instant;
  /** Its text as each stream holds it. */
  readonly streamHtml: () => string;
}

/** What all streams of a live page are made from. */
export interface StreamContext {
  readonly head: LivePageView;
  /** Newest first. */
  readonly posts: readonly StreamPost[];
  readonly strings: Strings;
  readonly settings: ArchiveSettings;
  /** Newest first; undefined for an event that one page holds. */
  readonly eventPages?: readonly EventPage<StreamPost>[];
  /** Those of the gallery. */
  readonly pictures: readonly Picture[];
  readonly card?: CardView;
}

/** The way to the gallery: its first pictures. */
const wayToGallery = (pictures: readonly Picture[]): NonNullable<StreamView["pictures"]> => ({
  count: pictures.length,
  first: pictures
    .slice(0, mostThumbnails)
    .map((picture) => thumbnail(smallPicture(picture), { sizes: thumbnailSizes, root: "../", isNear: false })),
});

/** One stream: some posts of the live page, or all. */
interface Stream {
  readonly file: string;
  readonly order: StreamView["order"];
  /** Newest first, in both orders. */
  readonly posts: readonly StreamPost[];
  readonly paging?: Paging;
  /** Stands behind the title of the live page. */
  readonly name?: string;
}

/** Where a text stands in a stream. No picture loads eagerly, since what stands above the posts fills the first window. */
export const inStream = (headingLevel: number) => ({
  root: "../",
  headingLevel,
  anchorBase: "",
  eagerFirst: false,
  galleryHref: "gallery.html",
});

/** The whole event, newest first and oldest first. */
export function wholeEventViews(event: StreamContext): Pick<PageSite, "newest" | "oldest"> {
  const { posts, strings, eventPages } = event;
  const whole = { posts, ...(eventPages !== undefined && { paging: { count: eventPages.length, index: [] } }) };
  const newest = eventPages === undefined ? { file: "index.html" } : { file: "all.html", name: strings.wholeEvent };
  return {
    newest: streamView(event, { ...whole, order: "newest", ...newest }),
    oldest: streamView(event, { ...whole, order: "oldest", file: "oldest.html", name: strings.oldestFirst }),
  };
}

/** The pages of a long event, the newest, its `index.html`, first; none for an event that one page holds. */
export function eventPageViews(event: StreamContext): readonly StreamView[] {
  const pages = event.eventPages ?? [];
  return pages.map(({ index, posts, number }, place): StreamView => {
    const count = pages.length;
    const isNewest = place === 0;
    // An index of very many posts on every page would outweigh the posts: then the newest page alone has it.
    const isIndexed = isNewest || event.posts.length <= indexedEverywhere;
    return streamView(event, {
      file: index.href,
      order: "newest",
      posts,
      ...(!isNewest && { name: event.strings.pageOf(number, count) }),
      paging: {
        number,
        count,
        ...(!isNewest && { newer: pages[place - 1]?.index.href ?? "index.html" }),
        ...(number > 1 && { older: pages[place + 1]?.index.href ?? "index.html" }),
        index: isIndexed ? pages.map((one) => one.index) : [],
        ...(isIndexed && { here: index }),
      },
    });
  });
}

function streamView(event: StreamContext, stream: Stream): StreamView {
  const { head, posts, strings, settings, pictures } = event;
  const { order, paging } = stream;
  const anchorBase = paging?.number !== undefined && paging.here === undefined ? "index.html" : "";
  const isLong = stream.posts.length >= many;
  return {
    frame: streamFrame(event, stream),
    page: head,
    summaryHtml: lazy(() => showSupports(fillPlaceholders(head.summaryHtml, { ...inStream(3), anchorBase }))),
    plainSummaryHtml: lazy(() => hideSupports(fillPlaceholders(head.summaryHtml, inStream(3)))),
    citation: citeSentence(citePage(head, settings), head.captured),
    order,
    days: dayViews(stream, strings),
    keyEvents: posts.filter(({ view }) => view.keyEvent).map(({ view }) => postLink(view)),
    anchorBase,
    ...(pictures.length > 0 && { pictures: wayToGallery(pictures) }),
    ...(paging !== undefined && { paging }),
    long: isLong,
    ...(isLong && { sizeClass: sizeClassOf(stream.posts) }),
  };
}

function streamFrame({ head, posts, strings, settings, eventPages, card }: StreamContext, stream: Stream): Frame {
  const { file, order, paging, name } = stream;
  const description = head.points[0] ?? posts[0]?.view.description ?? "";
  const title = name === undefined ? head.title : `${head.title} (${name})`;
  const newestFirst = eventPages === undefined ? "index.html" : "all.html";
  const links: HeadLink[] = [
    { rel: "up", href: "../index.html", title: settings.title },
    order === "newest"
      ? { rel: "alternate", href: "oldest.html", title: strings.oldestFirst }
      : { rel: "alternate", href: newestFirst, title: strings.newestFirst },
  ];
  return frameOf(settings, {
    path: `${head.slug}/${file}`,
    canonicalPath: `${head.slug}/${paging?.number === undefined ? "index.html" : file}`,
    language: head.language,
    title: `${title} – ${settings.title}`,
    description: description === "" ? head.title : description,
    type: "article",
    links: [...links, ...feedLinks(head.title)],
    card: card ?? stream.posts.find(({ view }) => view.card !== undefined)?.view.card,
  });
}

/** The mean length of the posts in steps of 300 characters, 0 to 6; a picture counts as 500. */
function sizeClassOf(posts: readonly StreamPost[]): number {
  const sizes = posts.map(
    ({ view }) => view.text().length + 500 * view.figures.filter(({ picture }) => picture).length,
  );
  return Math.min(6, Math.round(sizes.reduce((sum, size) => sum + size, 0) / posts.length / 300));
}

function dayViews({ order, posts }: Stream, strings: Strings): readonly DayView[] {
  const days = groupByDay(posts);
  const ordered = order === "newest" ? days : days.map((day) => ({ ...day, posts: day.posts.toReversed() })).reverse();
  const seen = new Map<string, number>();
  return ordered.map(({ date, at, posts: own }) => {
    const key = date ?? "undated";
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    return {
      // An underscore stands in no post's id.
      id: `day_${key}${times > 1 ? `_${times}` : ""}`,
      ...(at !== undefined && { heading: strings.longDate(localTime(at)), short: strings.shortDay(localTime(at)) }),
      ...(date !== undefined && { date }),
      posts: own.map((post, index) => streamPostView(post, own[index - 1], strings)),
    };
  });
}

/** `above`: the post above it on the page. */
function streamPostView(post: StreamPost, above: StreamPost | undefined, strings: Strings): StreamPostView {
  const { view, streamHtml, wordings } = post;
  const minutes = above === undefined ? 0 : minutesBetween(above, post);
  return {
    post: view,
    href: `${view.id}/index.html`,
    bodyHtml: streamHtml,
    ...(wordings.length > 0 && { wordings }),
    ...(minutes >= silence && { gap: strings.gap(minutes) }),
  };
}
