/** The parts of the BBC's pages, in all the elements in which they were written. */
import { describe, expect, test } from "vitest";
import { bbcHtml } from "../../../src/importers/bbc/html.ts";
import { bbcLx } from "../../../src/importers/bbc/lx.ts";
import { plainBlocks } from "../../../src/markdown/plain.ts";
import { accounted } from "../accounted.ts";

const options = { file: "page.html", zone: "Europe/London", year: 2024 };
const lx = (summary: string, header = '<h3 class="lx-stream-post__header-title">Off</h3>') =>
  `<!doctype html><h1>A ferry</h1>${summary}<article class="lx-stream-post" id="post_a"><time class="lx-stream-post__meta-time">13:45 17 May</time><header class="lx-stream-post__header">${header}</header><p>All are ashore.</p></article>`;
const modern = (summary: string) =>
  `<!doctype html><h1>A ferry</h1>${summary}<article data-testid="content-post"><header><h3><span>Off</span><span data-testid="timestamp">published at 13:45 British Summer Time 17 May</span></h3></header><p>All are ashore.</p></article>`;

describe("the summary", () => {
  const points: readonly (readonly [string, string])[] = [
    ["bullets", "<h2>Summary</h2><ul><li>One</li><li>Two</li></ul>"],
    ["numbers", "<h2>Summary</h2><ol><li>One</li><li>Two</li></ol>"],
    ["terms", "<h4>Summary</h4><dl><dt>One</dt><dd>Two</dd></dl>"],
    ["paragraphs", "<h3>Summary</h3><p>One</p><p>Two</p>"],
    ["bullets in an element", "<h2>Key points</h2><div><ul><li>One</li><li>Two</li></ul></div>"],
    ["bullets below a heading in an element", "<div><h2>Summary</h2></div><ul><li>One</li><li>Two</li></ul>"],
    ["bullets below a heading by its role", '<div role="heading">Summary</div><ul><li>One</li><li>Two</li></ul>'],
  ];
  test.for(points)("may be %s", ([, html]) => {
    for (const [importer, page] of [
      [bbcLx, lx(`<section>${html}</section>`)],
      [bbcHtml, modern(`<section>${html}</section>`)],
    ] as const) {
      const { page: about } = accounted(importer, page, options);
      expect(plainBlocks(about.summary ?? []).match(/One|Two/g)).toEqual(["One", "Two"]);
    }
  });

  test("ends before the next heading where it has no element of its own", () => {
    const html = "<div><h2>Summary</h2><ul><li>One</li></ul><p>Two</p><h2>Live Reporting</h2><p>Menu</p></div>";
    expect(plainBlocks(accounted(bbcLx, lx(html), options).page.summary ?? [])).toBe("One\nTwo");
  });
});

test.for([
  '<h2 class="lx-stream-post__header-title">Off</h2>',
  '<h5 class="qa-post-title">Off</h5>',
  "<h4>Off</h4>",
  '<div role="heading" aria-level="3">Off</div>',
  '<h3 class="lx-stream-post__header-title"><span class="lx-stream-post__breaking">Breaking</span> Off</h3>',
])("bbcLx takes the headline of a post from %s", (header) => {
  expect(accounted(bbcLx, lx("", header), options).posts[0]!.headline).toBe("Off");
});
