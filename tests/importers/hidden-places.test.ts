/** A word in any place of a post's HTML stands in that post's Markdown, or the ledger has it. */
import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { unaccounted } from "../../src/importers/account/account.ts";
import { readForms } from "../../src/importers/read-forms.ts";
import { parseBlocks } from "../../src/markdown/parse.ts";
import { printBlocks } from "../../src/markdown/print.ts";
import { parseInstant } from "../../src/model/instant.ts";
import type { FoundPost } from "../../src/model/live-page.ts";
import { hiddenPlaces } from "./hidden-places.ts";

const runs = process.env.AFTERLIVE_LONG ? 5_000 : 100;
/** In the short suite each place is tried in each third form, and in the one beside it the next. */
const every = process.env.AFTERLIVE_LONG ? 1 : 3;
const options = {
  file: "page.html",
  zone: "Europe/London",
  title: "T",
  captured: parseInstant("2025-02-12T12:00:00Z", "Europe/London")!,
};
const long = "<p>A sentence that is long enough to be a post, and not a line in a list of other stories.</p>";

const fixture = (name: string, start: string): ((inner: string) => string) => {
  const text = readFileSync(path.join(import.meta.dirname, "../fixtures/live-pages", name), "utf8");
  const found = /<p[ >][^<]{20,}<\/p>/.exec(text.slice(text.indexOf(start)))!;
  const at = text.indexOf(start) + found.index + found[0].length;
  return (inner) => text.slice(0, at) + inner + text.slice(at);
};
const liveHtml = (inner: string): string => {
  const post = (id: number, more: string) =>
    `<article class="entry" id="e${id}"><time datetime="2024-05-17T10:0${id}:00Z">10.0${id}am</time><h3>Headline ${id}</h3>${long}${more}</article>`;
  return `<!doctype html><html lang="en"><title>A live page</title><h1>A live page</h1><main>${post(3, "")}${post(2, `${inner}<p>After.</p>`)}${post(1, "")}</main>`;
};
const guardian = (inner: string): string => {
  const block = (id: number, more: string) =>
    `<article id="block-66471c3a8f08aa4b5a0d000${id}"><header><a href="#block-${id}"><time datetime="2024-05-17T09:${id}0:00.000Z">1h ago</time><span>10.${id}0 BST</span></a><h2>Headline ${id}</h2></header><div>${long}${more}</div><footer><button>Share</button></footer></article>`;
  return `<!doctype html><html lang="en"><title>A page</title><main><h1>A page</h1><div data-gu-name="standfirst"><p>What is known.</p></div>${block(2, `${inner}<p>After.</p>`)}${block(1, "")}</main>`;
};
const afterlive = (inner: string): string =>
  JSON.stringify({
    generator: "afterlive",
    title: "A page",
    summary: "<ul><li>A</li></ul>",
    posts: [
      { id: "b", published: "2024-05-17T10:20:00+01:00", headline: "One", html: `${long}${inner}<p>After.</p>` },
      { id: "a", published: "2024-05-17T10:10:00+01:00", html: "<p>x</p>" },
    ],
  });
const jsonLd = (inner: string): string =>
  JSON.stringify({
    "@type": "LiveBlogPosting",
    headline: "A page",
    liveBlogUpdate: [
      {
        "@type": "BlogPosting",
        headline: "One",
        datePublished: "2024-05-17T10:00:00+01:00",
        articleBody: `${long}${inner}<p>After.</p>`,
      },
      { "@type": "BlogPosting", headline: "Two", datePublished: "2024-05-17T09:00:00+01:00", articleBody: "Words" },
    ],
  });
const wordpress = (inner: string): string =>
  JSON.stringify({
    entries: [
      { id: 2, type: "new", entry_time: 1715936400, html: `${long}${inner}<p>After.</p>`, authors: [] },
      { id: 1, type: "new", entry_time: 1715936300, html: "<p>x</p>", authors: [] },
    ],
  });

const forms: Readonly<Record<string, (inner: string) => string>> = {
  "any page": liveHtml,
  "a Guardian page": guardian,
  "a BBC page of posts": fixture("bbc-lx-stream-html/page.html", "lx-stream-post-body"),
  "a BBC page": fixture("rich-blocks/page.html", "content-post"),
  "this program's data": afterlive,
  "JSON-LD": jsonLd,
  "WordPress data": wordpress,
};

const markdownOf = (post: FoundPost): string =>
  [post.headline, post.label, ...post.context, ...post.bylines.map(({ name }) => name), printBlocks(post.blocks)].join(
    "\n",
  );

/** What became of a word: where it is, or that it is unknown. */
function fateOf(page: string, word: string): string {
  const found = readForms(page, options);
  if (found === undefined) return "not read";
  const { reading } = found;
  const text = reading.words ?? page;
  const posts = reading.posts.map((post) => ({ ...post, blocks: parseBlocks(printBlocks(post.blocks)).blocks }));
  const faults = unaccounted(text, reading.account, { page: reading.page, posts });
  if (faults.length > 0) return faults[0]!.message;
  if (reading.posts.some((post) => markdownOf(post).includes(word))) return "kept";
  return reading.account.some((span) => "lost" in span && text.slice(span.start, span.end).includes(word))
    ? "named"
    : "lost";
}

describe("a word in a post", () => {
  test.each(Object.entries(forms))("is kept or named wherever it stands in %s", (kind, form) => {
    const turn = Object.keys(forms).indexOf(kind);
    const places = Object.entries(hiddenPlaces).filter((_place, index) => (index + turn) % every === 0);
    const lost = places.flatMap(([name, place]) => {
      const fate = fateOf(form(place("Zworda")), "Zworda");
      return fate === "kept" || fate === "named" ? [] : [`${name}: ${fate}`];
    });
    expect(lost).toEqual([]);
  });

  test("is kept or named in places that lie in one another", () => {
    const nestable = [
      "a shadow root",
      "a slot",
      "srcdoc",
      "details",
      "nested list",
      "figcaption",
      "object",
      "a table's caption",
      "noscript",
      "aside",
      "AMP carousel",
      "dialog",
      "center",
      "consent box",
      "SVG HTML",
      "tweet",
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.values(forms)),
        fc.constantFrom(...Object.values(hiddenPlaces)),
        fc.array(fc.constantFrom(...nestable), { maxLength: 3 }),
        fc.string({ minLength: 5, maxLength: 8, unit: fc.constantFrom(..."abcdefghijklmnopqrstuvwxyz") }),
        (form, place, around, letters) => {
          const word = `Q${letters}q`;
          const inner = around.reduce((html, name) => {
            // A noscript ends at the first end of one, wherever that stands: it cannot lie in another.
            if (name === "noscript" && html.includes("noscript")) return html;
            const quoted = name === "srcdoc" ? html.replaceAll("&", "&amp;").replaceAll('"', "&quot;") : html;
            return hiddenPlaces[name]!("\u0001").replace("\u0001", () => quoted);
          }, place(word));
          expect(["kept", "named"]).toContain(fateOf(form(inner), word));
        },
      ),
      { numRuns: runs },
    );
  });
});
