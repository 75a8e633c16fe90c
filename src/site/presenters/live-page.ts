/** Turns a live page into the view of its head: title, summary, extent in time, density strip. All dates come from the content. */
import { sha256 } from "../../base/digest.ts";
import { renderInline } from "../../markdown/render.ts";
import type { Block } from "../../model/block.ts";
import type { LivePage } from "../../model/live-page.ts";
import { withCacheKey } from "../cache-key.ts";
import { foreignInterface, textDirection } from "../i18n/language.ts";
import type { Strings } from "../i18n/strings.ts";
import { lazy } from "../lazy.ts";
import { supportsOf, withSupports } from "../supports.ts";
import { bodyHtml } from "../text/body.ts";
import { clip, passages } from "../text/excerpt.ts";
import type { FindPicture } from "../text/figure.ts";
import { clockOf, dayOf, localTime } from "../time/clock.ts";
import { timeView } from "../time/time-view.ts";
import { zoneWords } from "../time/zone-words.ts";
import type { LivePageName, LivePageView } from "../views/live-page.ts";
import { inferredThroughout, timeExtent } from "./post.ts";
import { stripView } from "./strip.ts";

export function livePageView(page: LivePage, find: FindPicture, strings: Strings): LivePageView {
  const extent = timeExtent(page.posts);
  const direction = textDirection(page.language);
  const interfaceLanguage = foreignInterface(page.language);
  const strip = stripView(page.posts, strings, direction);
  const zones = zonesOf(page, strings);
  const view: LivePageView = {
    slug: page.slug,
    title: page.title,
    language: page.language,
    direction,
    ...(interfaceLanguage !== undefined && { interfaceLanguage }),
    ...(page.source !== undefined && { source: page.source }),
    ...(page.publisher !== undefined && { publisher: page.publisher }),
    ...(page.rights !== undefined && { rights: page.rights }),
    ...(page.note !== undefined && page.note.length > 0 && { noteHtml: renderInline(page.note).value }),
    editors: page.editors,
    panel: page.panel,
    ...(page.eventZone !== undefined && page.eventZone !== page.zone && { eventZone: page.eventZone }),
    summaryHtml: bodyHtml(supportedSummary(page, extent, strings), find, strings),
    points: pointsOf(page.summary),
    extent: strings.posts(page.posts.length),
    ...(page.captured !== undefined && { captured: timeView(page.captured, strings) }),
    ...(extent !== undefined && {
      from: timeView(extent[0], strings),
      to: timeView(extent[1], strings),
      days: strings.days(localTime(extent[0]), localTime(extent[1])),
    }),
    ...(zones !== "" && { zones }),
    ...(strip !== undefined && { strip }),
  };
  return withCacheKey(keyOfJson(JSON.stringify(view)), view);
}

/** The summary, each point with links to the posts that support it: their times, and their days in an event of several days. */
function supportedSummary(page: LivePage, extent: ReturnType<typeof timeExtent>, strings: Strings): readonly Block[] {
  const oneDay = extent === undefined || dayOf(localTime(extent[0])) === dayOf(localTime(extent[1]));
  return withSupports(page.summary, supportsOf(page.summary, page.posts), ({ headline, published }) => {
    if (published === undefined) return clip(headline ?? strings.post, 60);
    const local = localTime(published);
    return oneDay ? clockOf(local) : strings.dateAndClock(strings.shortDay(local), clockOf(local));
  });
}

const keyOfJson = (json: string): string => sha256(json).slice(0, 24);

/** A view as JSON with its cache key, for the cache of a build. */
export const livePageViewJson = (view: LivePageView): { readonly key: string; readonly json: string } => {
  const json = JSON.stringify({ ...view });
  return { key: keyOfJson(json), json };
};

/** A view from that cache, whose JSON is read and parsed when a property of it is first used. */
export function lazyLivePageView(key: string, json: () => string): LivePageView {
  const view = lazy(() => JSON.parse(json()) as LivePageView);
  return new Proxy({} as LivePageView, {
    get: (_, name) => (name === "toJSON" ? () => key : Reflect.get(view(), name)),
    has: (_, name) => Reflect.has(view(), name),
    ownKeys: () => Reflect.ownKeys(view()),
    getOwnPropertyDescriptor: (_, name) => ({ ...Reflect.getOwnPropertyDescriptor(view(), name), configurable: true }),
  });
}

/** The first three points of a summary, or its first paragraphs where it has none. */
function pointsOf(summary: readonly Block[]): readonly string[] {
  const points = summary.flatMap((block) =>
    block.kind === "list"
      ? block.items.map((point) => [...passages(point)].join(" "))
      : block.kind === "paragraph"
        ? [...passages([block])]
        : [],
  );
  return points
    .filter((point) => point !== "")
    .slice(0, 3)
    .map((point) => clip(point, 200));
}

/** "British Summer Time (BST) and Greenwich Mean Time (GMT), year inferred"; "" where no post has a time. */
function zonesOf(page: LivePage, strings: Strings): string {
  const names = new Set<string>();
  for (const { published } of page.posts) {
    if (published === undefined) continue;
    const words = zoneWords(published);
    names.add(words.name === undefined ? words.short : `${strings.zoneNames[words.name]} (${words.short})`);
  }
  if (names.size === 0) return "";
  const inferred = inferredThroughout(page.posts);
  const zones = strings.list([...names].reverse());
  return inferred.length === 0 ? zones : strings.aside(zones, strings.inferred(inferred));
}

/** The part of a head that each page of the live page shows. */
export const nameOf = ({
  slug,
  title,
  language,
  direction,
  interfaceLanguage,
  source,
  publisher,
  rights,
  eventZone,
}: LivePageView): LivePageName => ({
  slug,
  title,
  language,
  direction,
  ...(interfaceLanguage !== undefined && { interfaceLanguage }),
  ...(source !== undefined && { source }),
  ...(publisher !== undefined && { publisher }),
  ...(rights !== undefined && { rights }),
  ...(eventZone !== undefined && { eventZone }),
});
