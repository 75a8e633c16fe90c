/** A live page as its pages: the stream in both orders; every post alone is told by `post-page.ts`. */
import type { Instant } from "../model/instant.ts";
import type { ArchiveSettings, LivePage } from "../model/live-page.ts";
import { placeBody } from "./body.ts";
import { localTime } from "./clock.ts";
import { daysOf, minutesBetween } from "./days.ts";
import type { FindPicture } from "./figure.ts";
import { frameOf } from "./frame.ts";
import { once } from "./keyed.ts";
import { stringsFor } from "./language.ts";
import { livePageView } from "./live-page-view.ts";
import { type Handed, postPages } from "./post-page.ts";
import { inferredThroughout, postView } from "./post-view.ts";
import type { Strings } from "./strings/strings.ts";
import type { DayView, HeadLink, LivePageView, PageSite, PostView, StandingPost, StreamView } from "./view.ts";

/** Silence of this many minutes is worth a word. */
const silence = 180;
/** From this many posts on, those out of sight are not laid out. */
const many = 60;

/** A post beside what is printed of it. */
interface Told {
  readonly published?: Instant;
  readonly view: PostView;
}

export function streamsOf(page: LivePage, find: FindPicture, settings: ArchiveSettings, handed: Handed): PageSite {
  const strings = stringsFor(page.language);
  const head = livePageView(page, find, strings);
  const common = inferredThroughout(page.posts);
  const told: readonly Told[] = page.posts.map((post) => ({
    ...(post.published !== undefined && { published: post.published }),
    view: postView(post, find, common, strings),
  }));
  return {
    page: head,
    newest: stream("newest", head, told, strings, settings),
    oldest: stream("oldest", head, told, strings, settings),
    ...postPages(
      page,
      head,
      told.map(({ view }) => view),
      settings,
      handed,
    ),
  };
}

/** Where texts stand in a stream: posts are of rank 3, the summary of rank 2. */
const inStream = (rank: number, eager: boolean) => ({ root: "../", rank, stream: "", eager });

function stream(
  order: StreamView["order"],
  head: LivePageView,
  told: readonly Told[],
  strings: Strings,
  settings: ArchiveSettings,
): StreamView {
  const newest = order === "newest";
  const description = head.points[0] ?? told[0]?.view.description ?? "";
  const other: HeadLink = newest
    ? { rel: "alternate", href: "oldest.html", title: strings.oldestFirst }
    : { rel: "alternate", href: "index.html", title: strings.newestFirst };
  const frame = frameOf(settings, {
    path: `${head.slug}/${newest ? "index" : "oldest"}.html`,
    canonicalPath: `${head.slug}/index.html`,
    language: head.language,
    title: newest ? `${head.title} – ${settings.title}` : `${head.title} (${strings.oldestFirst}) – ${settings.title}`,
    description: description === "" ? head.title : description,
    type: "article",
    links: [{ rel: "up", href: "../index.html", title: settings.title }, other],
  });
  return {
    frame,
    page: head,
    summaryHtml: once(() => placeBody(head.summaryHtml, inStream(3, false))),
    order,
    days: dayViews(order, told, strings),
    long: told.length >= many,
  };
}

function dayViews(order: StreamView["order"], told: readonly Told[], strings: Strings): readonly DayView[] {
  const days = daysOf(told);
  const ordered = order === "newest" ? days : days.map((day) => ({ ...day, posts: day.posts.toReversed() })).reverse();
  const seen = new Map<string, number>();
  let eager = true;
  return ordered.map((day) => {
    const key = day.date ?? "undated";
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    const posts = day.posts.map((one, index): StandingPost => {
      const { view } = one;
      const first = eager && view.pictured;
      if (first) eager = false;
      const above = day.posts[index - 1];
      const minutes = above === undefined ? 0 : minutesBetween(above, one);
      return {
        post: view,
        href: `${view.id}/index.html`,
        eager: first,
        bodyHtml: () => placeBody(view.bodyHtml(), inStream(4, first)),
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
