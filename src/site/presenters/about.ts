/** Turns the settings of an archive and the origins of its live pages into its page about itself; it reads no posts. */
import { html } from "../../base/html.ts";
import { renderBlocks } from "../../markdown/render.ts";
import { parseInstant } from "../../model/instant.ts";
import type { ArchiveSettings } from "../../model/live-page.ts";
import type { OutputPage } from "../../outputs/contract.ts";
import { feedLinks } from "../files/outputs.ts";
import { frameOf } from "../frame.ts";
import { stringsFor, textDirection } from "../i18n/language.ts";
import type { Strings } from "../i18n/strings.ts";
import { fillPlaceholders } from "../text/body.ts";
import { clip, firstPassage } from "../text/excerpt.ts";
import { localTime } from "../time/clock.ts";
import { timeView } from "../time/time-view.ts";
import type { AboutTime, AboutView, FileLink, OriginView } from "../views/about.ts";
import type { CitedPost } from "../views/text-files.ts";
import { timeExtent } from "./post.ts";

const aboutPath = "about.html";

/** How many live pages are listed with their captures; `captures.csv` has all. */
const listed = 50;
/** How many captures of each live page are listed. */
const capturesEach = 3;
/** How many kinds of rights are listed. */
const rightsMost = 20;

/** `origins`: of all live pages, newest first. `cited`: an example of a citation. */
export function aboutView(
  settings: ArchiveSettings,
  origins: readonly OutputPage[],
  cited: CitedPost | undefined,
): AboutView {
  const { words } = settings;
  const strings = stringsFor(settings.language);
  const title = words?.title ?? strings.about;
  const own = words?.blocks ?? settings.about;
  const description = clip(firstPassage(own), 160);
  const livePages = strings.livePages(origins.length);
  const posts = strings.posts(origins.reduce((sum, page) => sum + page.posts, 0));
  const days = daysOf(origins, strings);
  return {
    frame: frameOf(settings, {
      path: aboutPath,
      language: settings.language,
      title: `${title} – ${settings.title}`,
      description: description === "" ? strings.named(settings.title, strings.list([livePages, posts])) : description,
      type: "website",
      links: [{ rel: "up", href: "index.html", title: settings.title }, ...feedLinks(settings.title)],
    }),
    title,
    archiveTitle: settings.title,
    ownHtml: fillPlaceholders(renderBlocks(own, withoutMedia).value, {
      root: "",
      headingLevel: 2,
      anchorBase: "",
      eagerFirst: false,
    }),
    livePages,
    posts,
    ...(days !== undefined && { days }),
    origins: origins.slice(0, listed).map((page) => originView(page, strings)),
    files: [...archiveFiles, ...pageFiles(origins[0], cited)],
    captures,
    ...(cited !== undefined && { cited }),
    ...(settings.rights !== undefined && { rights: settings.rights }),
    pageRights: rightsOf(origins, strings),
  };
}

const captures: FileLink = { name: "captures.csv", href: "captures.csv" };

const linksTo = (folder: string, names: readonly string[]): readonly FileLink[] =>
  names.map((name) => ({ name, href: `${folder}${name}` }));

const archiveFiles: AboutView["files"] = [
  { kind: "feed", links: linksTo("", ["feed.xml", "feed.json"]) },
  { kind: "captures", links: [captures] },
  { kind: "schema", links: linksTo("", ["captures.csv-metadata.json"]) },
];

/** The files of the newest live page, as an example. */
function pageFiles(page: OutputPage | undefined, cited: CitedPost | undefined): AboutView["files"] {
  if (page === undefined) return [];
  const beside = (...names: readonly string[]) => linksTo(page.folder, names);
  return [
    { kind: "data", links: beside("page.json") },
    { kind: "schema", links: linksTo("", ["page.schema.json"]) },
    { kind: "table", links: beside("posts.csv") },
    { kind: "schema", links: beside("posts.csv-metadata.json") },
    { kind: "pageFeed", links: beside("feed.xml", "feed.json") },
    { kind: "citations", links: beside("citations.bib", "citations.ris", "citations.json") },
    { kind: "pageText", links: beside("source.md") },
    ...(cited === undefined
      ? []
      : [{ kind: "postText" as const, links: linksTo(cited.path.replace(/index\.html$/, ""), ["post.md"]) }]),
  ];
}

const withoutMedia = { figure: () => html``, media: () => html`` };

function daysOf(origins: readonly OutputPage[], strings: Strings): string | undefined {
  const ends = origins.flatMap(({ first, last, zone }) =>
    [first, last].map((iso) => ({ published: parseInstant(iso ?? "", zone) })),
  );
  const extent = timeExtent(ends);
  return extent && strings.days(localTime(extent[0]), localTime(extent[1]));
}

function originView(page: OutputPage, strings: Strings): OriginView {
  const began = timeOf(page.lacks.missing?.began, page.zone, strings);
  return {
    href: `${page.folder}index.html`,
    title: page.title,
    language: page.language,
    direction: textDirection(page.language),
    ...(page.source !== undefined && { source: page.source }),
    missing: missingOf(page, strings),
    ...(began !== undefined && { began }),
    lacks: lacksOf(page, strings),
    captures: page.captures
      .toReversed()
      .slice(0, capturesEach)
      .map((capture) => {
        const captured = timeOf(capture.captured, page.zone, strings);
        return { digest: capture.digest, ...(captured !== undefined && { captured }) };
      }),
    older: page.captures.length > capturesEach,
  };
}

const lacksOf = ({ lacks }: OutputPage, strings: Strings): readonly string[] => [
  ...(lacks.times > 0 ? [strings.named(strings.noTime, strings.posts(lacks.times))] : []),
  ...(lacks.inferred > 0 ? [strings.named(strings.inferredHere, strings.posts(lacks.inferred))] : []),
  ...(lacks.pictures > 0 ? [strings.named(strings.absentPicture, strings.pictures(lacks.pictures))] : []),
];

function missingOf({ lacks: { missing } }: OutputPage, strings: Strings): readonly string[] {
  if (missing === undefined) return [];
  const { posts, pages, ofPages } = missing;
  const words = strings.aboutPage.missing;
  const some = words.someOf(strings.number(pages), strings.number(ofPages));
  return [
    ...(posts > 0 ? [strings.named(words.posts, strings.posts(posts))] : []),
    ...(pages > 0 ? [strings.named(words.pages, some)] : []),
  ];
}

function timeOf(iso: string | undefined, zone: string, strings: Strings): AboutTime | undefined {
  const instant = parseInstant(iso ?? "", zone);
  if (instant === undefined) return undefined;
  const { iso: printed, date, clock, zone: short } = timeView(instant, strings);
  return { iso: printed, words: strings.dateAndClock(date, `${clock} ${short}`) };
}

function rightsOf(origins: readonly OutputPage[], strings: Strings): AboutView["pageRights"] {
  const counts = new Map<string, number>();
  for (const { rights } of origins) if (rights !== undefined) counts.set(rights, (counts.get(rights) ?? 0) + 1);
  return [...counts]
    .sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))
    .slice(0, rightsMost)
    .map(([rights, count]) => ({ rights, pages: strings.livePages(count) }));
}
