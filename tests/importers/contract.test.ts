/** What holds for every importer and every capture, whole or damaged. */
import fc from "fast-check";
import { parseFragment } from "parse5";
import { describe, expect, test } from "vitest";
import { html } from "../../src/base/html.ts";
import { unaccounted } from "../../src/importers/account/account.ts";
import { elementsIn } from "../../src/importers/html/html.ts";
import { readForms } from "../../src/importers/read-forms.ts";
import { importerFor, importers } from "../../src/importers/registry.ts";
import { parseBlocks } from "../../src/markdown/parse.ts";
import { printBlocks } from "../../src/markdown/print.ts";
import { renderBlocks } from "../../src/markdown/render.ts";
import type { Block } from "../../src/model/block.ts";
import { samples } from "./samples.ts";

/** The samples by the importer that is surest of them. */
const forms = [...Map.groupBy(samples, ({ text }) => importerFor(text)?.name ?? "none")];
const runs = process.env.AFTERLIVE_LONG ? 10_000 : 15;
const options = { file: "page", zone: "Europe/London", year: 2024 };

/** Who takes what for its own: the surest first. */
test("each capture wakes the importers of its forms", () => {
  const woken = Object.fromEntries(
    samples.map(({ name, text }) => [
      name,
      importers
        .map((importer) => ({ name: importer.name, sure: importer.recognises(text) }))
        .filter(({ sure }) => sure > 0)
        .sort((a, b) => b.sure - a.sure)
        .map((one) => one.name)
        .join(", "),
    ]),
  );
  expect(woken).toMatchInlineSnapshot(`
    {
      "afterlive/index.html": "afterlive",
      "afterlive/page.json": "afterlive",
      "bbc-lx-stream-html/page.html": "bbc-lx, live-html",
      "bbc-lx-stream-html/page.txt": "bbc-text",
      "bbc-morph-json/page1.json": "bbc-json",
      "bbc-stream-json/live.json": "bbc-json",
      "browser-copy/page.txt": "bbc-text",
      "business-2016-p2/page.txt": "bbc-text",
      "dst-midnight-crlf/page.html": "bbc-html",
      "dst-midnight-crlf/page.txt": "bbc-text",
      "euro-2024-p2/page.txt": "bbc-text",
      "gaza-2023-p4/page.txt": "bbc-text",
      "guardian-html/page.html": "guardian-html, live-html",
      "guardian/blocks.json": "guardian",
      "json-ld/data.json": "json-ld",
      "live-html/flow.html": "live-html",
      "live-html/page.html": "live-html",
      "live-text/page.txt": "live-text",
      "liveblog-24/news.json": "liveblog-24",
      "newyear-oldest-first/page.html": "bbc-html",
      "newyear-oldest-first/page.txt": "bbc-text",
      "norfolk-2017-p4-quote/page.txt": "bbc-text",
      "oldlayout-2020-covid/page.txt": "bbc-text",
      "rich-blocks/page.html": "bbc-html",
      "rich-blocks/page.txt": "bbc-text",
      "rwanda-2024-p3/page.txt": "bbc-text",
      "superdesk/posts.json": "superdesk",
      "tariffs-2025-breaking/page.txt": "bbc-text",
      "wordpress-liveblog/entries.json": "wordpress-liveblog",
    }
  `);
  const names = new Set(Object.values(woken).flatMap((name) => name.split(", ")));
  expect(importers.map(({ name }) => name).filter((name) => !names.has(name))).toEqual([]);
});

const hostile = fc.constantFrom(
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "<a href='javascript:alert(1)'>x</a>",
  "<svg onload=alert(1)><title>t</title></svg>",
  "<iframe srcdoc='<script>alert(1)</script>' src='javascript:alert(1)'></iframe>",
  "&lt;script&gt;alert(1)&lt;/script&gt;",
  "\n---\nid: x\n---\n",
  "\n:::\n",
  "![](https://e.org/x.png)",
  "{{ this }} <% that %> ${it}",
  "\u202e\u0000\u0007\ufffe",
  "\ud800",
  "[x]: https://e.org",
  "<div>".repeat(300),
  "[".repeat(300),
  "<table><tr><td>",
  "</article>",
  "<article data-testid='content-post'>",
  '","',
  '{"blocks":[',
  "published at 10:00",
  "<!--",
  "]]>",
);

/** One of these with pieces cut out, doubled, moved, or with hostile words put in. */
const damaged = (texts: readonly string[]): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.nat(),
      fc.array(
        fc.tuple(fc.nat(), fc.nat({ max: 80 }), fc.nat(), fc.oneof(hostile, fc.constant(""), fc.constant(undefined))),
        {
          minLength: 1,
          maxLength: 6,
        },
      ),
    )
    .map(([which, changes]) => {
      let text = texts[which % texts.length]!;
      for (const [at, length, to, words] of changes) {
        const start = at % (text.length + 1);
        const target = to % (text.length + 1);
        if (words === undefined) text = text.slice(0, start) + text.slice(start + length);
        else if (words === "") text = text.slice(0, target) + text.slice(start, start + length) + text.slice(target);
        else text = text.slice(0, target) + words + text.slice(target);
      }
      return text;
    });

/** Nothing in it runs, and nothing points to a script. */
function expectHarmless(blocks: readonly Block[]): void {
  const made = renderBlocks(blocks, { figure: () => html``, media: (_, text) => text }).value;
  for (const element of elementsIn({ childNodes: parseFragment(made).childNodes })) {
    expect(["script", "iframe", "svg", "img", "object"]).not.toContain(element.tagName);
    for (const { name, value } of element.attrs) {
      expect(name).not.toMatch(/^on|^srcdoc$/);
      expect(value).not.toMatch(/^\s*(?:javascript|data|vbscript):/i);
    }
  }
}

describe("readForms, whatever it is given", () => {
  test.each(forms)(
    "reads damaged captures of the form %s without a throw, accounts for every character, and gives nothing that runs",
    (_, ofForm) => {
      fc.assert(
        fc.property(damaged(ofForm.map(({ text }) => text)), (text) => {
          const read = readForms(text, options);
          if (read === undefined) return;
          const { reading } = read;
          const unread = reading.problems.some(({ severity }) => severity === "error");
          const posts = reading.posts.map((post) => ({
            ...post,
            blocks: parseBlocks(printBlocks(post.blocks)).blocks,
          }));
          const found = unaccounted(reading.words ?? text, reading.account, { page: reading.page, posts });
          expect(found.filter(({ message }) => !(unread && /the time|"repeated stamp"/.test(message)))).toEqual([]);
          if (posts.length === 0) expect(unread).toBe(true);
          for (const problem of reading.problems) expect(problem.hint).not.toBe("");
          for (const post of posts) expectHarmless(post.blocks);
        }),
        { numRuns: runs },
      );
    },
  );

  test.for(samples)("reads $name to the same values each time", ({ text }) => {
    expect(readForms(text, options)).toEqual(readForms(text, options));
  });

  test.for([
    { what: "divisions", opening: "<div>" },
    { what: "quotations", opening: "<blockquote>" },
    { what: "lists", opening: "<ul><li>" },
    { what: "tables", opening: "<table><tr><td>" },
    { what: "links", opening: "<a href='https://e.org/'><b>" },
  ])("keeps the words of very deep $what", { timeout: 20_000 }, ({ opening }) => {
    const { reading } = readForms(
      `<article data-testid="content-post"><h3>x</h3>${opening.repeat(8_000)}deep`,
      options,
    )!;
    expect(JSON.stringify(reading.posts)).toContain("deep");
  });

  test("keeps the words of very deep data", () => {
    let block: object = { type: "fragment", model: { text: "deep", attributes: [] } };
    for (let depth = 0; depth < 400; depth += 1) block = { type: "text", model: { blocks: [block] } };
    const text = JSON.stringify({
      results: [{ urn: "a", dates: { curated: "2024-05-17T10:00:00Z" }, content: { model: { blocks: [block] } } }],
    });
    const { reading } = readForms(text, options)!;
    expect(reading.words).toContain("deep");
  });
});
