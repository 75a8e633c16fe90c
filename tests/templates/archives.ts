/** Archives to print: everything, nothing, hostile text, all languages, an event of many pages. */
import { createHash } from "node:crypto";
import type { LivePage } from "../../src/model/live-page.ts";
import about from "../../templates/about.11ty.ts";
import archiveOutputs from "../../templates/archive-outputs.11ty.ts";
import citations from "../../templates/citations.11ty.ts";
import gallery from "../../templates/gallery.11ty.ts";
import frontPage from "../../templates/index.11ty.ts";
import newest from "../../templates/live-page.11ty.ts";
import notFound from "../../templates/not-found.11ty.ts";
import oldest from "../../templates/oldest.11ty.ts";
import outputs from "../../templates/outputs.11ty.ts";
import pageData from "../../templates/page-data.11ty.ts";
import onePost from "../../templates/post.11ty.ts";
import sources from "../../templates/post-source.11ty.ts";
import { interfaceTags, translatedTags } from "../site/i18n/interface-tags.ts";
import { at, everything, hostile, livePage, paragraph, post, siteOf, words } from "../site/sample.ts";

/** The HTML of every page of a site, by path. */
export function print({ site, archive }: ReturnType<typeof siteOf>): ReadonlyMap<string, string> {
  const printable = [
    ...[frontPage, about, notFound].flatMap((template) => template.pages(archive)),
    ...[newest, oldest, onePost, gallery].flatMap((template) => site.pages.flatMap((page) => template.pages(page))),
  ];
  return new Map(printable.map(({ path, print }) => [path, print()]));
}

/** Every other file of a site, by path. */
export const beside = ({ site, archive }: ReturnType<typeof siteOf>): readonly string[] =>
  [
    ...archiveOutputs.pages(archive),
    ...[outputs, pageData, citations, sources].flatMap((template) =>
      site.pages.flatMap((page) => template.pages(page)),
    ),
  ].map(({ path }) => path);

const arabic = livePage(
  [post("p1", { published: at("2024-05-17T06:58:00+03:00", "Asia/Riyadh"), headline: "الماء يبلغ الجسر" })],
  { language: "ar", slug: "arabic", zone: "Asia/Riyadh", title: "النهر" },
);

/** Regions and scripts in the tags of some pages, as archives have them. */
const whereSpoken: Readonly<Record<string, string>> = {
  ar: "ar-EG",
  en: "en-GB",
  fr: "fr-FR",
  zh: "zh-CN",
  "zh-Hant": "zh-TW",
};

/** A page in each interface language, and in a language without a translation. */
const spoken = [...interfaceTags, "he"].map((tag) => {
  const night = at("2024-05-17T06:58:00+01:00");
  const noon = at("2024-05-17T12:58:00+01:00");
  return livePage(
    [
      post("p3", { published: noon, breaking: true, inferred: ["year"] }),
      post("p2", { truncated: true, blocks: [{ kind: "figure", file: "gone.jpg", alt: "" }] }),
      post("p1", { published: night, blocks: [{ kind: "map", source: "https://example.org/m", blocks: [] }] }),
    ],
    {
      language: whereSpoken[tag] ?? tag,
      slug: tag.toLowerCase(),
      editors: ["Jo", "Mo", "Bo"],
      captured: noon,
      rights: "CC0",
    },
  );
});

const bad: LivePage = livePage(
  [
    post("p-bad", {
      published: at("2024-05-17T06:58:00+01:00"),
      label: hostile,
      headline: hostile,
      subheadline: hostile,
      clock: hostile,
      context: [hostile],
      bylines: [{ name: hostile, role: hostile }],
      source: hostile,
      updated: at("2024-05-18T06:58:00+01:00"),
      corrections: [hostile],
      blocks: [
        paragraph(hostile),
        { kind: "figure", file: "gone", alt: hostile, caption: words(`a${hostile}`), credit: words(hostile) },
        { kind: "figure", file: "mill.jpg", alt: hostile, caption: words(`b${hostile}`), credit: words(hostile) },
        {
          kind: "embed",
          author: hostile,
          provider: hostile,
          date: hostile,
          caption: words(hostile),
          source: "https://example.org/?a=1&b=%22",
          blocks: [paragraph(hostile)],
        },
      ],
    }),
    post("p-other", { blocks: [paragraph(hostile)] }),
  ],
  {
    slug: "bad",
    title: hostile,
    publisher: hostile,
    source: "https://example.org/?a=1&b=2",
    rights: hostile,
    note: words(hostile),
    editors: [hostile],
    panel: [hostile],
    summary: [paragraph(hostile)],
  },
);

/** The HTML without its scripts and its data, which have a fixed form; one in the page is known by its digest in the policy. */
export const withoutOurScript = (text: string): string =>
  text
    .replace(/<script defer src="(?:\.\.\/)*script-[a-zA-Z-]+\.js"><\/script>/, "")
    .replace(/<script>([^<]*)<\/script>/, (whole, code: string) =>
      text.includes(` 'sha256-${createHash("sha256").update(code).digest("base64")}'; style-src`) ? "" : whole,
    )
    .replace(/<script type="application\/ld\+json">[^<]*<\/script>/g, "");

/** Older wordings of posts: one for one post, two for another. */
const older = new Map([
  [
    "p-bad",
    [{ post: post("p-bad", { headline: hostile, bylines: [{ name: hostile }], blocks: [paragraph(hostile)] }) }],
  ],
  [
    "p3",
    [
      { post: post("p3", { blocks: ["1", "2", "3", "4"].map(paragraph) }), captured: at("2024-05-17T06:58:00+01:00") },
      { post: post("p3", { blocks: ["0", "2", "3", "4"].map(paragraph) }) },
    ],
  ],
]);

export const archives: readonly [string, ReturnType<typeof siteOf>][] = [
  ["an archive with everything", siteOf([everything, arabic])],
  ["an archive with an address", siteOf([everything], { url: "https://example.org/a/", noindex: true, rights: "CC0" })],
  ["an empty archive", siteOf([])],
  ["an archive in all languages", siteOf(spoken, { language: "ar" }, { wordings: older })],
  ...translatedTags.map((language): [string, ReturnType<typeof siteOf>] => [
    `an empty archive, language ${language}`,
    siteOf([], { language }),
  ]),
  ["a live page without posts", siteOf([livePage([])])],
  ["a live page with one post", siteOf([livePage([post("p1", { published: at("2024-05-17T06:58:00Z") })])])],
  ["a live page without any time", siteOf([livePage([post("p2"), post("p1", { headline: "First" })])])],
  [
    "hostile text",
    siteOf(
      [bad],
      {
        title: hostile,
        rights: hostile,
        about: [paragraph(hostile)],
        words: { title: hostile, blocks: [paragraph(hostile)] },
      },
      { wordings: older },
    ),
  ],
  [
    "an event of many pages, with key events and a summary that leads to them",
    siteOf([
      livePage(
        Array.from({ length: 221 }, (_, index) =>
          post(`p${221 - index}`, { keyEvent: index % 60 === 0, supports: index === 99 ? [1] : [] }),
        ),
        { summary: [{ kind: "list", items: [[paragraph("A point")]] }], eventZone: "Asia/Shanghai" },
      ),
    ]),
  ],
  [
    "200 characters, 60 letters",
    siteOf([livePage([post("p1", { headline: "word ".repeat(40) }), post("p0", { headline: "x".repeat(60) })])]),
  ],
];
