/** A live page as its pages: the stream in both orders, and every post alone. */
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
import { feedLinks } from "./outputs-view.ts";
import { inferredThroughout, postView } from "./post-view.ts";
import type { Strings } from "./strings/strings.ts";
import type {
  DayView,
  HeadLink,
  LivePageName,
  LivePageView,
  Neighbour,
  PageSite,
  PostPageView,
  PostView,
  StandingPost,
  StreamView,
} from "./view.ts";

/** Silence of this many minutes is worth a word. */
const silence = 180;
/** From this many posts on, those out of sight are not laid out. */
const many = 60;

/** A post beside what is printed of it. */
interface Told {
  readonly published?: Instant;
  readonly view: PostView;
}

export function streamsOf(page: LivePage, find: FindPicture, settings: ArchiveSettings): PageSite {
  const strings = stringsFor(page.language);
  const head = livePageView(page, find, strings);
  const common = inferredThroughout(page.posts);
  const told: readonly Told[] = page.posts.map((post) => ({
    ...(post.published !== undefined && { published: post.published }),
    view: postView(post, find, common, strings),
  }));
  const name = nameOf(head);
  return {
    page: head,
    newest: stream("newest", head, told, strings, settings),
    oldest: stream("oldest", head, told, strings, settings),
    posts: told.map(({ view }, index) =>
      postPage(name, view, told[index + 1]?.view, index === 0 ? undefined : told[index - 1]?.view, settings),
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
    links: [{ rel: "up", href: "../index.html", title: settings.title }, other, ...feedLinks(head.title)],
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

function postPage(
  page: LivePageName,
  view: PostView,
  older: PostView | undefined,
  newer: PostView | undefined,
  settings: ArchiveSettings,
): PostPageView {
  const [earlier, later] = [neighbour(older), neighbour(newer)];
  const links: HeadLink[] = [{ rel: "up", href: `../index.html#${view.id}`, title: page.title }];
  if (earlier !== undefined) links.push({ rel: "prev", href: earlier.href });
  if (later !== undefined) links.push({ rel: "next", href: later.href });
  const frame = frameOf(settings, {
    path: `${page.slug}/${view.id}/index.html`,
    language: page.language,
    title: `${view.name} – ${page.title}`,
    description: view.description === "" ? page.title : view.description,
    type: "article",
    links,
  });
  return {
    frame,
    page,
    post: view,
    bodyHtml: () => placeBody(view.bodyHtml(), { root: "../../", rank: 2, stream: "../index.html", eager: true }),
    ...(earlier !== undefined && { earlier }),
    ...(later !== undefined && { later }),
  };
}

const neighbour = (view: PostView | undefined): Neighbour | undefined =>
  view && { href: `../${view.id}/index.html`, name: view.name, ...(view.time !== undefined && { time: view.time }) };

const nameOf = ({ slug, title, language, direction, foreignWords, rights }: LivePageView): LivePageName => ({
  slug,
  title,
  language,
  direction,
  ...(foreignWords !== undefined && { foreignWords }),
  ...(rights !== undefined && { rights }),
});
