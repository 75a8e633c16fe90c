/** Whatever a capture holds over and over, twice as much of it takes about twice the time: to read, to write down and to show. */
import { describe, expect, test } from "vitest";
import { html } from "../src/base/html.ts";
import { unaccounted } from "../src/importers/account/account.ts";
import { readForms } from "../src/importers/read-forms.ts";
import { parseBlocks } from "../src/markdown/parse.ts";
import { plainBlocks } from "../src/markdown/plain.ts";
import { printBlocks } from "../src/markdown/print.ts";
import { renderBlocks } from "../src/markdown/render.ts";
import type { Block } from "../src/model/block.ts";
import { clip, passages } from "../src/site/text/excerpt.ts";
import { type Bait, lines, markup, texts } from "./baits.ts";

const long = process.env.AFTERLIVE_LONG !== undefined && process.env.AFTERLIVE_LONG !== "";
const size = long ? 100_000 : 64_000;
/** How many times as long twice the size may take, with room for a machine that has other things to do. */
const most = long ? 2.5 : 4;
/** Milliseconds: less than that tells nothing of growth. */
const moment = long ? 200 : 60;
const slowest = 10_000;

const sentence = "A sentence that is long enough to be a post, and not a line in a list of other stories.";

/** A capture whose second post holds the bait. */
type Form = (bait: string) => string;

const article = (minute: number, body: string): string =>
  `<article class="entry" id="e${minute}"><time datetime="2024-05-17T10:${minute}:00Z">10.${minute}am</time><h3>Headline ${minute}</h3><p>${sentence}</p>${body}</article>`;
const bbcArticle = (minute: number, body: string): string =>
  `<li><article data-testid="content-post" id="asset:000000${minute}-0000-4000-8000-000000000000"><header><h3><span class="x-HeadlineText">Headline ${minute}</span><span data-testid="accessible-timestamp" class="visually-hidden">published at 10:${minute} BST 17 May 2024</span></h3></header><p>${sentence}</p>${body}</article></li>`;
const guardianArticle = (minute: number, body: string): string =>
  `<article id="block-66471c3a8f08aa4b5a0d00${minute}"><header><time datetime="2024-05-17T09:${minute}:00.000Z">1h ago</time><span>10.${minute} BST</span><h2>Headline ${minute}</h2></header><p>${sentence}</p>${body}</article>`;
const page = (posts: string): string =>
  `<!doctype html><html lang="en"><title>A live page</title><h1>A live page</h1><main>${posts}</main>`;
const three =
  (post: (minute: number, body: string) => string): Form =>
  (bait) =>
    page(post(30, "") + post(20, bait) + post(10, ""));

const text = (body: string): string =>
  `Summary\n\n  • A point\n\n  1. A headlinepublished at 04:28 British Summer Time 17 May\n\n    First words.\n\n${body}\n\n  2. Another onepublished at 03:58 British Summer Time 17 May\n\n    Last words.\n`;

const forms: Readonly<Record<string, Form>> = {
  "a saved page": three(article),
  "a saved BBC page": three(bbcArticle),
  "a saved Guardian page": three(guardianArticle),
  "a page, before its posts": (bait) => page(bait + article(30, "") + article(20, "") + article(10, "")),
  "structured data": (bait) =>
    JSON.stringify({
      "@type": "LiveBlogPosting",
      headline: "A page",
      liveBlogUpdate: [bait, "Other words"].map((articleBody, index) => ({
        "@type": "BlogPosting",
        headline: `Post ${index}`,
        datePublished: `2024-05-17T10:0${index}:00+01:00`,
        articleBody,
      })),
    }),
  "Guardian data": (bait) =>
    JSON.stringify({
      headline: "A page",
      blocks: [bait, "<p>Other words</p>"].map((html, index) => ({
        id: `603${index}`,
        title: `Post ${index}`,
        blockFirstPublished: 1_715_940_000_000 + index * 60_000,
        elements: [{ _type: "model.TextBlockElement", html }],
      })),
    }),
};
const textForms: Readonly<Record<string, Form>> = {
  "copied text": (bait) => text(`    x${bait}x`),
  "structured data": forms["structured data"]!,
  "a saved page": forms["a saved page"]!,
};
const lineForms: Readonly<Record<string, Form>> = {
  "copied text": (bait) => text(bait.replace(/^/gm, "    ")),
};

const post = (index: number, headline: string): string =>
  `  ${(index % 20) + 1}. ${headline}published at 04:28 British Summer Time 17 May\n\n    Same words.\n\n`;
const posts: Readonly<Record<string, Bait>> = {
  "equal posts": (length) => Array.from({ length: length / 90 }, (_, index) => post(index, "Same headline")).join(""),
  posts: (length) => Array.from({ length: length / 90 }, (_, index) => post(index, `Headline ${index}`)).join(""),
};

function useBlocks(blocks: readonly Block[]): void {
  const markdown = printBlocks(blocks);
  const read = parseBlocks(markdown).blocks;
  const hooks = { figure: () => html`<img>`, media: (_: unknown, body: unknown) => html`<div>${String(body)}</div>` };
  String(renderBlocks(read, hooks));
  plainBlocks(read);
  for (const passage of passages(read)) clip(passage, 200);
}

/** What import and build do with a capture, but for the disk. */
function useCapture(capture: string): void {
  const found = readForms(capture, { file: "a", zone: "Europe/London", year: 2024 });
  if (found === undefined) return;
  const { reading } = found;
  for (const { blocks } of reading.posts) useBlocks(blocks);
  useBlocks(reading.page.summary ?? []);
  unaccounted(reading.words ?? capture, reading.account, reading, "a");
}

/** Of this thread alone: others, which collect garbage or compile, have more or less to do with each run. Node 22 knows the process alone. */
const spent = process.threadCpuUsage ?? process.cpuUsage;
const milliseconds = (use: () => void): number => {
  const start = spent();
  use();
  const { user, system } = spent(start);
  return (user + system) / 1000;
};

/** Several rounds, if the first is too slow. What else a machine does only ever makes a time longer: the least of each size is its own. */
function growth(use: (length: number) => () => void): { readonly times: number; readonly last: number } {
  const times: number[] = [];
  let [first, last] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  const isGood = () => Math.min(...times) < most && last < slowest;
  for (let round = 0; round < 8 && !isGood(); round += 1) {
    const [one, two] = [milliseconds(use(size)), milliseconds(use(size * 2))];
    [first, last] = [Math.min(first, one), Math.min(last, two)];
    times.push(two / Math.max(one, moment), last / Math.max(first, moment));
  }
  return { times: Math.min(...times), last };
}

function grows(baits: Readonly<Record<string, Bait>>, use: (text: string) => void): void {
  for (const [name, bait] of Object.entries(baits)) {
    test(`of ${name}`, () => {
      const { times, last } = growth((length) => {
        const text = bait(length);
        return () => use(text);
      });
      expect(times).toBeLessThan(most);
      expect(last).toBeLessThan(slowest);
    });
  }
}

/** In the short suite, those on which readers were slow. */
const some = (baits: Readonly<Record<string, Bait>>, ...names: readonly string[]): Readonly<Record<string, Bait>> =>
  long ? baits : Object.fromEntries(names.map((name) => [name, baits[name]!]));

describe("time is linear in the size", () => {
  for (const [name, form] of Object.entries(forms))
    describe(name, () => {
      const few = name === "a saved page" ? ["spans before a div", "ragged rows", "attributes"] : [];
      grows(some(markup, "b", "closed table", ...few), (bait) => useCapture(form(bait)));
    });
  for (const [name, form] of Object.entries(textForms))
    describe(`${name}, in its words`, () => {
      grows(some(texts, "carets", ...(name === "copied text" ? ["nested brackets"] : [])), (bait) =>
        useCapture(form(bait)),
      );
    });
  for (const [name, form] of Object.entries(lineForms))
    describe(`${name}, in its lines`, () => {
      grows(some(lines, "line ends"), (bait) => useCapture(form(bait)));
    });
  describe("posts", () => {
    grows(some(posts, "equal posts"), (bait) => useCapture(`Summary\n\n  • A point\n\n${bait}`));
  });
  describe("Markdown of a post", () => {
    grows(some({ ...texts, ...lines }, "carets", "ragged table", "growing lists"), (bait) =>
      useBlocks(parseBlocks(bait).blocks),
    );
  });
});

describe("deep nesting", () => {
  const deep = 100_000;
  test.each([
    ["tags", forms["a saved page"]!("<div>x".repeat(deep))],
    ["tags in data", forms["structured data"]!("<blockquote>x".repeat(deep))],
    ["brackets", textForms["copied text"]!("[".repeat(deep))],
    ["quotes", textForms["copied text"]!("> ".repeat(deep))],
    ["arrays", `{"@type":"LiveBlogPosting","liveBlogUpdate":${"[".repeat(deep)}${"]".repeat(deep)}}`],
    ["objects", `{"@type":"LiveBlogPosting","liveBlogUpdate":${'{"a":'.repeat(deep)}1${"}".repeat(deep)}}`],
    ["unclosed arrays", `{"@type":"LiveBlogPosting","liveBlogUpdate":${"[".repeat(deep)}`],
  ])("of %s is read or refused, and never overflows the stack", (_, capture) => {
    expect(() => useCapture(capture)).not.toThrow();
  });

  test("of tags keeps their words", () => {
    const capture = forms["a saved page"]!(`${"<div><p>".repeat(500)}word${"</p></div>".repeat(500)}<p>after</p>`);
    const found = readForms(capture, { file: "a", zone: "Europe/London", year: 2024 })!.reading;
    const words = found.posts.map(({ blocks }) => plainBlocks(blocks)).join("\n");
    expect(found.posts).toHaveLength(3);
    expect(words).toContain("word");
    expect(words).toContain("after");
    expect(found.problems.map(({ message }) => message).join()).toContain("nested more than 200 deep");
  });

  test("that are not closed before the posts is refused with a message that says so", () => {
    const found = readForms(forms["a page, before its posts"]!("<div>".repeat(1_000)), { file: "a", zone: "UTC" })!;
    expect(found.reading.problems.map(({ message }) => message)).toEqual([
      "Cannot read the capture: its tags are nested more than 200 deep",
    ]);
  });
});
