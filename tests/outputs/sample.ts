/** Publications and posts for tests of outputs: plain ones, and ones with hostile text in every field. */
import type { OutputPage, OutputPost, Publication } from "../../src/outputs/contract.ts";

export const hostile = `=HYPERLINK("x")</title>]]><!--&amp;'\r\n,"\u0000\u0007\uFFFF\uD800\u2028<script>&nosuch; 🌊`;

export const publication = (over: Partial<Publication> = {}): Publication => ({
  title: "The river at Fenwick",
  language: "en-GB",
  author: "Example Wire",
  folder: "river/",
  noindex: false,
  ...over,
});

export const outputPost = (id: string, over: Partial<OutputPost> = {}): OutputPost => ({
  id,
  path: `river/${id}/index.html`,
  language: "en-GB",
  direction: "ltr",
  name: `Name of ${id}`,
  bylines: [],
  text: () => `Text of ${id}.`,
  html: () => `<p>Text of ${id}.</p>`,
  ...over,
});

export const hostilePost = (id: string): OutputPost =>
  outputPost(id, {
    language: "ar",
    direction: "rtl",
    name: hostile,
    headline: hostile,
    label: hostile,
    published: "2024-05-17T02:37:00+01:00",
    updated: "2024-05-17T03:00:00+01:00",
    bylines: [{ name: hostile, role: hostile }, { name: hostile }],
    text: () => hostile,
    html: () => hostile,
  });

export const hostilePublication = (over: Partial<Publication> = {}): Publication =>
  publication({ title: hostile, language: hostile, author: hostile, rights: hostile, ...over });

export const hostilePage = (folder: string, over: Partial<OutputPage> = {}): OutputPage => ({
  folder,
  title: hostile,
  language: hostile,
  zone: "Europe/London",
  publisher: hostile,
  source: "https://example.org/?a=1&b=%22",
  rights: hostile,
  posts: 3,
  first: "2024-05-17T02:37:00+01:00",
  last: "2024-05-17T03:00:00+01:00",
  lacks: { times: 1, inferred: 2, ends: 0, pictures: 3 },
  captures: [
    { digest: "ab".repeat(32), importer: hostile, captured: "2024-05-18T00:00:00+00:00" },
    { digest: "cd".repeat(32), importer: "bbc-text" },
  ],
  ...over,
});
