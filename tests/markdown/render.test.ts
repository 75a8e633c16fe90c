/** HTML: what each block becomes, that nothing gets through unescaped, and that html-validate has nothing to say. */
import fc from "fast-check";
import { HtmlValidate } from "html-validate";
import { describe, expect, it } from "vitest";
import { html, raw } from "../../src/base/html.ts";
import { parseBlocks, parseInline } from "../../src/markdown/parse.ts";
import { type RenderHooks, renderBlocks, renderInline } from "../../src/markdown/render.ts";
import { blocks, document, runs } from "./arbitraries.ts";

const hooks: RenderHooks = {
  figure: (figure) => html`<figure><img src="../media/${figure.file}" alt="${figure.alt}"></figure>`,
  media: (media, body) => html`<div class="media">${media.kind}${body}</div>`,
};
const render = (markdown: string, more: Partial<RenderHooks> = {}) =>
  renderBlocks(parseBlocks(markdown).blocks, { ...hooks, ...more }).value;

const examples: readonly (readonly [string, string])[] = [
  ['a & b < c\\\n"d"', "<p>a &amp; b &lt; c<br>\n&quot;d&quot;</p>"],
  ["<script>x</script>", "<p>&lt;script&gt;x&lt;/script&gt;</p>"],
  [
    "*a* **b** ~~c~~ ~d~ ^e^ `f`",
    "<p><em>a</em> <strong>b</strong> <s>c</s> <sub>d</sub> <sup>e</sup> <code>f</code></p>",
  ],
  ["[a](https://b.c/?d&e)", '<p><a href="https://b.c/?d&amp;e" rel="noopener external">a</a></p>'],
  ["[a](#b) [c](mailto:d@e.f)", '<p><a href="#b">a</a> <a href="mailto:d@e.f">c</a></p>'],
  ["### a\n\n###### b", "<h3>a</h3>\n<h6>b</h6>"],
  ["- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"],
  ["3. a\n\n   b", '<ol start="3">\n<li><p>a</p>\n<p>b</p></li>\n</ol>'],
  ["1. a", "<ol>\n<li>a</li>\n</ol>"],
  ["> a", "<blockquote>\n<p>a</p>\n</blockquote>"],
  [
    "> a\n>\n> Person: *b*\n> Role: c",
    '<figure class="quote"><blockquote>\n<p>a</p>\n</blockquote><figcaption><span class="person"><em>b</em></span> <span class="role">c</span></figcaption></figure>',
  ],
  ['![a "b"](media/c.jpg)', '<figure><img src="../media/c.jpg" alt="a &quot;b&quot;"></figure>'],
  ["::: video\n\na\n:::", '<div class="media">video<p>a</p></div>'],
  [
    "| a | |\n|-|-|\n| b | c |",
    '<section class="table" tabindex="0" aria-label="a"><table>\n<thead>\n<tr><th scope="col">a</th><td></td></tr>\n</thead>\n<tbody>\n<tr><td>b</td><td>c</td></tr>\n</tbody>\n</table></section>',
  ],
  [
    "| a | b |\n| --- | ---: |\n| c | 1 |",
    '<section class="table" tabindex="0" aria-label="a, b"><table>\n<thead>\n<tr><th scope="col">a</th><th scope="col" class="right">b</th></tr>\n</thead>\n<tbody>\n<tr><td>c</td><td class="right">1</td></tr>\n</tbody>\n</table></section>',
  ],
  ["```\na < b\n```", "<pre><code>a &lt; b</code></pre>"],
  ["---", "<hr>"],
];

describe("renderBlocks", () => {
  it("lets no address and no markup through, whatever is typed", () => {
    fc.assert(
      fc.property(document, (markdown) => safe(render(markdown))),
      runs(),
    );
    fc.assert(
      fc.property(blocks, (value) => safe(renderBlocks(value, hooks).value)),
      runs(),
    );
  });

  it.each(examples)("renders %j", (markdown, expected) => {
    expect(render(markdown)).toBe(expected);
  });

  it("puts headings under the heading it is told, never deeper than six", () => {
    expect(render("### a\n\n#### b\n\n###### c", { under: 3 })).toBe("<h4>a</h4>\n<h5>b</h5>\n<h6>c</h6>");
    expect(render("### a", { under: 1 })).toBe("<h2>a</h2>");
  });

  it("takes another rel for links that leave", () => {
    expect(render("[a](https://b.c)", { linkRel: "nofollow" })).toContain('rel="nofollow"');
  });

  it("gives html-validate nothing to say", async () => {
    const validator = new HtmlValidate({ extends: ["html-validate:recommended"] });
    const body = examples.map(([markdown]) => render(markdown, { figure: () => raw("") })).join("\n");
    const page = `<!DOCTYPE html>\n<html lang="en">\n<head><title>a</title></head>\n<body>\n<h1>a</h1>\n<h2>b</h2>\n${body.replaceAll("<h6>", "<h4>").replaceAll("</h6>", "</h4>")}\n</body>\n</html>\n`;
    const report = await validator.validateString(page);
    expect(
      report.results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message, line }) => ({ ruleId, message, line })),
      ),
    ).toEqual([]);
  });
});

describe("renderInline", () => {
  it("renders a line without a paragraph around it", () => {
    expect(renderInline(parseInline("a **b** <c>")).value).toBe("a <strong>b</strong> &lt;c&gt;");
  });
});

const tags =
  /<\/?(?:p|em|strong|s|sub|sup|code|a|h[3-6]|ul|ol|li|blockquote|figure|figcaption|span|img|div|section|table|thead|tbody|tr|th|td|pre|hr|br)(?: [a-z-]+="[^"<>]*")*>/g;

/** After the tags we print are taken away, no bracket is left; every address in them is one that is allowed. */
function safe(printed: string): void {
  expect(printed.replace(tags, "")).not.toMatch(/[<>]/);
  for (const [, address] of printed.matchAll(/ href="([^"]*)"/g))
    expect(address).toMatch(/^(?:https?:\/\/[^/]|mailto:.|#.)/);
}
