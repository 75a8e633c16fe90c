/** A small archive of invented words for tests: every kind of post, and hostile text in every field. */
import type { Block } from "../../src/model/block.ts";
import { type Instant, parseInstant } from "../../src/model/instant.ts";
import type { ArchiveSettings, Gaps, LivePage, Post, Wording } from "../../src/model/live-page.ts";
import type { Picture } from "../../src/site/pictures/picture.ts";
import type { RenderDependencies } from "../../src/site/render-dependencies.ts";
import { makeSite } from "../../src/site/site.ts";

export const words = (text: string) => [{ kind: "text" as const, text }];
export const paragraph = (text: string): Block => ({ kind: "paragraph", content: words(text) });

export function at(iso: string, zone = "Europe/London"): Instant {
  const instant = parseInstant(iso, zone);
  if (instant === undefined) throw new Error(`"${iso}" is no time`);
  return instant;
}

const settings: ArchiveSettings = {
  title: "River Archive",
  language: "en-GB",
  noindex: false,
  about: [],
};

export const post = (id: string, over: Partial<Post> = {}): Post => ({
  id,
  inferred: [],
  breaking: false,
  context: [],
  bylines: [],
  truncated: false,
  blocks: [paragraph(`Text of ${id}.`)],
  ...over,
});

export const livePage = (posts: readonly Post[], over: Partial<LivePage> = {}): LivePage => ({
  slug: "river",
  title: "The river at Fenwick",
  zone: "Europe/London",
  language: "en-GB",
  editors: [],
  panel: [],
  summary: [],
  posts,
  ...over,
});

const variant = (path: string, width: number) => ({
  path,
  width,
  height: width / 2,
  cached: `/cache/${path}`,
  size: 1,
  digest: "00",
});

const picture: Picture = {
  card: { ...variant("pictures/aa-card-1200.jpg", 1200), height: 630 },
  width: 1440,
  height: 720,
  tone: "#a1b2c3",
  sources: [
    { type: "image/avif", variants: [variant("pictures/aa-360.avif", 360), variant("pictures/aa-1440.avif", 1440)] },
  ],
  fallback: [variant("pictures/aa-360.jpg", 360), variant("pictures/aa-1440.jpg", 1440)],
  animated: false,
  cleaned: "original",
  publishOriginal: true,
};

/** Render dependencies that print names alone, so that tests see which post or page they were called with. */
export const dependencies: RenderDependencies = {
  cards: true,
  ownFiles: new Set(),
  script: () => "script",
  styleSheet: () => "a{}",
  postSource: ({ id }) => `source of ${id}`,
  pageSource: ({ slug }) => `source of ${slug}`,
};

/** The capture of one post; the other posts have none. */
const captures = new Map([
  ["p-saturday", { digest: "ab".repeat(32), importer: "bbc-text", captured: at("2024-10-28T06:00:00+00:00") }],
]);

/** The views of some live pages; the file "mill.jpg" is a picture that the archive holds. */
export function siteOf(
  pages: readonly LivePage[],
  over: Partial<ArchiveSettings> = {},
  {
    wordings = new Map(),
    gaps,
    ...own
  }: Partial<Pick<RenderDependencies, "cards" | "ownFiles">> & {
    wordings?: ReadonlyMap<string, readonly Wording[]>;
    gaps?: Gaps;
  } = {},
) {
  const site = makeSite(
    {
      settings: { ...settings, ...over },
      pages: pages.map((page) => ({
        page,
        media: new Map([["mill.jpg", { digest: "d1", name: "mill.jpg" }]]),
        captures,
        taken: [...captures.values()],
        wordings,
        ...(gaps !== undefined && { gaps }),
      })),
    },
    new Map([["d1", picture]]),
    { ...dependencies, ...own },
  );
  const archive = site.archive!;
  return {
    site,
    archive,
    index: archive.index[0]!,
    notFound: archive.notFound,
    newest: site.pages.map(({ newest }) => newest),
    oldest: site.pages.map(({ oldest }) => oldest),
    posts: site.pages.flatMap(({ posts }) => posts),
  };
}

export const hostile = `<script>alert("1")</script>'"><img src=x onerror=alert(1)> & <@root> style=""`;

/** A page with every kind of post, newest first. */
export const everything = livePage(
  [
    post("p-night-2", { published: at("2024-10-27T01:30:00+00:00"), headline: "Half past one, again", breaking: true }),
    post("p-night-1", { published: at("2024-10-27T01:30:00+01:00"), headline: "Half past one", inferred: ["zone"] }),
    post("p-untimed", { headline: "Nobody timed this" }),
    post("p-saturday", {
      published: at("2024-10-26T21:40:00+01:00"),
      label: "Analysis",
      headline: "A goal",
      subheadline: "From six yards",
      clock: "90'+3 mins",
      context: ["Fenwick 2–1 Harrowgate"],
      bylines: [{ name: "Jo Farrow", role: "Rivers" }, { name: "Weather desk" }],
      source: "https://example.org/live?post=17",
      updated: at("2024-10-26T21:52:00+01:00"),
      corrections: ["27 October: the goal was scored from six yards, not from ten."],
      blocks: [
        paragraph("A paragraph."),
        { kind: "heading", level: 4, content: words("An inner heading") },
        { kind: "list", start: 3, items: [[paragraph("Third")], [paragraph("Fourth")]] },
        { kind: "quote", blocks: [paragraph("We kept rowing.")], person: words("Jo"), role: words("Captain") },
        { kind: "divider" },
        { kind: "code", text: "a < b" },
      ],
    }),
    post("p-figures", {
      published: at("2024-10-26T16:00:00+01:00"),
      blocks: [
        {
          kind: "figure",
          file: "mill.jpg",
          alt: "A mill",
          caption: words("The mill at dawn"),
          credit: words("County"),
        },
        { kind: "figure", file: "mill.jpg", alt: "The mill.", caption: words("The mill") },
        { kind: "figure", file: "gone.jpg", alt: "Two dogs", caption: words("Saturday"), credit: words("AFP") },
        { kind: "figure", file: "gone.jpg", alt: "" },
      ],
    }),
    post("p-media", {
      published: at("2024-10-26T15:00:00+01:00"),
      headline: "Things to see",
      truncated: true,
      blocks: [
        {
          kind: "video",
          caption: words("Watch: the gates"),
          poster: "mill.jpg",
          source: "https://example.org/v",
          blocks: [],
        },
        { kind: "embed", provider: "Twitter", author: "@river", date: "26 October", blocks: [paragraph("Keep away.")] },
        { kind: "paragraph", content: [{ kind: "link", href: "#p-figures", content: words("the pictures") }] },
      ],
    }),
    post("p-empty", { published: at("2024-10-26T14:59:00+01:00"), headline: "Only a headline", blocks: [] }),
  ],
  {
    source: "https://example.org/live",
    publisher: "Example Wire",
    captured: at("2024-10-28T06:00:00+00:00"),
    rights: "CC BY 4.0",
    note: words("A page made for a test."),
    editors: ["A Desk", "B Desk"],
    panel: ["Fenwick 2–1 Harrowgate"],
    summary: [{ kind: "list", items: [[paragraph("First point")], [paragraph("Second point")]] }],
  },
);
