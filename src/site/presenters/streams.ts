/** A live page as its pages: the stream in both orders; every post alone is told by `post-page.ts`. */
import type { Instant } from "../../model/instant.ts";
import type { ArchiveSettings, LivePage, Post } from "../../model/live-page.ts";
import { chooseCard } from "../cards/card.ts";
import { pageCard } from "../cards/page-card.ts";
import { feedLinks } from "../files/outputs.ts";
import { frameOf } from "../frame.ts";
import { stringsFor } from "../i18n/language.ts";
import type { Strings } from "../i18n/strings.ts";
import { lazy } from "../lazy.ts";
import { hideSupports, showSupports } from "../supports.ts";
import { fillPlaceholders } from "../text/body.ts";
import type { FindPicture } from "../text/figure.ts";
import { localTime } from "../time/clock.ts";
import { groupByDay, minutesBetween } from "../time/days.ts";
import type { CardView, HeadLink } from "../views/frame.ts";
import type { GalleryView } from "../views/gallery.ts";
import type { LivePageView } from "../views/live-page.ts";
import type { PageSite } from "../views/page-site.ts";
import type { Paging } from "../views/paging.ts";
import type { PostView } from "../views/post.ts";
import type { DayView, StreamPostView, StreamView } from "../views/stream.ts";
import type { WordingView } from "../views/wording.ts";
import { type EventPage, eventPagesOf, postLink } from "./event-pages.ts";
import { galleryView } from "./gallery.ts";
import { livePageView, nameOf } from "./live-page.ts";
import { inferredThroughout, postView } from "./post.ts";
import { type PageContext, postPages } from "./post-page.ts";
import { wordingViews } from "./wording.ts";

/** Silence of this many minutes is worth a word. */
const silence = 180;
/** From this many posts on, those out of sight are not laid out. */
const many = 60;

/** Up to this number of posts, each page of the event has the index of all. */
const indexedEverywhere = 2000;

/** A post beside what is printed of it. */
interface Told {
  readonly post: Post;
  readonly published?: Instant;
  readonly view: PostView;
  /** Its text as it stands in every stream. */
  readonly streamHtml: () => string;
  readonly wordings: readonly WordingView[];
}

export function pageSiteOf(
  page: LivePage,
  find: FindPicture,
  settings: ArchiveSettings,
  handed: PageContext,
): PageSite {
  const strings = stringsFor(page.language);
  const head = livePageView(page, find, strings);
  const common = inferredThroughout(page.posts);
  const told: readonly Told[] = page.posts.map((post) => {
    const view = postView(post, find, common, strings);
    return {
      post,
      ...(post.published !== undefined && { published: post.published }),
      view,
      streamHtml: lazy(() => fillPlaceholders(view.bodyHtml(), inStream(4))),
      wordings: wordingViews(post, handed.wordings?.get(post.id) ?? [], strings),
    };
  });
  const name = nameOf(head);
  const shelves = eventPagesOf(told);
  const gallery = galleryView(told, { page: name, find, settings, strings });
  const card = chooseCard(handed.press, settings, () => pageCard(head, settings));
  const event: Event = {
    head,
    told,
    strings,
    settings,
    ...(shelves !== undefined && { shelves }),
    ...(gallery !== undefined && { gallery }),
    ...(card !== undefined && { card: card.named }),
  };
  const whole = { told, ...(shelves !== undefined && { paging: { count: shelves.length, shelves: [] } }) };
  return {
    page: head,
    newest: stream(event, {
      ...whole,
      order: "newest",
      ...(shelves === undefined ? { file: "index.html" } : { file: "all.html", name: strings.wholeEvent }),
    }),
    oldest: stream(event, { ...whole, order: "oldest", file: "oldest.html", name: strings.oldestFirst }),
    parts: partsOf(event),
    ...(gallery !== undefined && { gallery }),
    ...(card?.drawn !== undefined && { card: card.drawn }),
    ...postPages(page, head, told, settings, handed, card?.named),
  };
}

/** Where texts stand in a stream: posts are of rank 3, the summary of rank 2. */
/** All that stands above the first post puts its picture below the first window: none is in a hurry. */
const inStream = (rank: number) => ({ root: "../", rank, stream: "", eager: false, gallery: "gallery.html" });

/** What all pages of a live page are made from. */
interface Event {
  readonly head: LivePageView;
  /** Newest first. */
  readonly told: readonly Told[];
  readonly strings: Strings;
  readonly settings: ArchiveSettings;
  /** Undefined for an event that one page holds. */
  readonly shelves?: readonly EventPage<Told>[];
  readonly gallery?: GalleryView;
  readonly card?: CardView;
}

/** One page of a live page: some of its posts, or all. */
interface PagePlan {
  readonly file: string;
  readonly order: StreamView["order"];
  readonly told: readonly Told[];
  readonly paging?: Paging;
  /** Beside the title of the live page. */
  readonly name?: string;
}

function stream({ head, told, strings, settings, shelves, gallery, card }: Event, plan: PagePlan): StreamView {
  const { file, order, paging, name } = plan;
  const description = head.points[0] ?? told[0]?.view.description ?? "";
  const title = name === undefined ? head.title : `${head.title} (${name})`;
  const whole = shelves === undefined ? "index.html" : "all.html";
  const anchors = paging?.number !== undefined && paging.here === undefined ? "index.html" : "";
  const inSummary = { ...inStream(3), stream: anchors };
  const links: HeadLink[] = [
    { rel: "up", href: "../index.html", title: settings.title },
    order === "newest"
      ? { rel: "alternate", href: "oldest.html", title: strings.oldestFirst }
      : { rel: "alternate", href: whole, title: strings.newestFirst },
  ];
  const frame = frameOf(settings, {
    path: `${head.slug}/${file}`,
    canonicalPath: `${head.slug}/${paging?.number === undefined ? "index.html" : file}`,
    language: head.language,
    title: `${title} – ${settings.title}`,
    description: description === "" ? head.title : description,
    type: "article",
    links: [...links, ...feedLinks(head.title)],
    card: card ?? plan.told.find(({ view }) => view.card !== undefined)?.view.card,
  });
  return {
    frame,
    page: head,
    summaryHtml: lazy(() => showSupports(fillPlaceholders(head.summaryHtml, inSummary))),
    plainSummaryHtml: lazy(() => hideSupports(fillPlaceholders(head.summaryHtml, inStream(3)))),
    order,
    days: dayViews(order, plan.told, strings),
    keyEvents: told.filter(({ view }) => view.keyEvent).map(({ view }) => postLink(view)),
    anchors,
    ...(gallery !== undefined && { pictures: gallery.pictures.length }),
    ...(paging !== undefined && { paging }),
    long: plan.told.length >= many,
    ...(plan.told.length >= many && { bulk: bulkOf(plan.told) }),
  };
}

/** The mean of its posts, in steps of 300 characters; a picture takes the space of 500. */
function bulkOf(told: readonly Told[]): number {
  const sizes = told.map(({ view }) => view.text().length + 500 * view.figures.filter(({ picture }) => picture).length);
  return Math.min(6, Math.round(sizes.reduce((sum, size) => sum + size, 0) / told.length / 300));
}

/** The pages of a long event, and where each stands: the newest is the event's own address. */
function partsOf(event: Event): readonly StreamView[] {
  const shelves = event.shelves ?? [];
  return shelves.map(({ shelf, told, number }, index): StreamView => {
    const count = shelves.length;
    const newest = index === 0;
    // Stubs of all posts on all pages would outweigh the posts: then the newest page, which links lead to, has them alone.
    const indexed = newest || event.told.length <= indexedEverywhere;
    return stream(event, {
      file: shelf.href,
      order: "newest",
      told,
      ...(!newest && { name: event.strings.pageOf(number, count) }),
      paging: {
        number,
        count,
        ...(!newest && { newer: shelves[index - 1]?.shelf.href ?? "index.html" }),
        ...(number > 1 && { older: shelves[index + 1]?.shelf.href ?? "index.html" }),
        shelves: indexed ? shelves.map((one) => one.shelf) : [],
        ...(indexed && { here: shelf }),
      },
    });
  });
}

function dayViews(order: StreamView["order"], told: readonly Told[], strings: Strings): readonly DayView[] {
  const days = groupByDay(told);
  const ordered = order === "newest" ? days : days.map((day) => ({ ...day, posts: day.posts.toReversed() })).reverse();
  const seen = new Map<string, number>();
  return ordered.map((day) => {
    const key = day.date ?? "undated";
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    const posts = day.posts.map((one, index): StreamPostView => {
      const { view, streamHtml, wordings } = one;
      const above = day.posts[index - 1];
      const minutes = above === undefined ? 0 : minutesBetween(above, one);
      return {
        post: view,
        href: `${view.id}/index.html`,
        bodyHtml: streamHtml,
        ...(wordings.length > 0 && { wordings }),
        ...(minutes >= silence && { gap: strings.gap(minutes) }),
      };
    });
    return {
      // An underscore stands in no post's id.
      id: `day_${key}${times > 1 ? `_${times}` : ""}`,
      ...(day.at !== undefined && {
        heading: strings.longDate(localTime(day.at)),
        short: strings.shortDay(localTime(day.at)),
      }),
      ...(day.date !== undefined && { date: day.date }),
      posts,
    };
  });
}
