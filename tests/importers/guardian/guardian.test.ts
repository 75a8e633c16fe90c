import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { unaccounted } from "../../../src/importers/account/account.ts";
import { guardian } from "../../../src/importers/guardian/guardian.ts";
import { importerFor } from "../../../src/importers/registry.ts";
import { parseBlocks } from "../../../src/markdown/parse.ts";
import { printBlocks } from "../../../src/markdown/print.ts";
import { printInstant } from "../../../src/model/instant.ts";
import { hasShared } from "../cases.ts";
import { countBlocks } from "../count.ts";

const runs = process.env.AFTERLIVE_LONG ? 10_000 : 300;
const options = { file: "page.json", zone: "Europe/London" };

/** Reads a capture all of whose words must stand in the Markdown that is written. */
function read(text: string) {
  const reading = guardian.read(text, options);
  const posts = reading.posts.map((post) => ({ ...post, blocks: parseBlocks(printBlocks(post.blocks)).blocks }));
  expect(unaccounted(reading.words ?? "", reading.account, { page: reading.page, posts })).toEqual([]);
  return reading;
}

const element = (kind: string, more: object) => ({
  _type: `model.dotcomrendering.pageElements.${kind}BlockElement`,
  elementId: "e1",
  ...more,
});
const block = (elements: readonly object[], more: object = {}) => ({
  id: "b1",
  elements,
  blockFirstPublished: 1_721_300_000_000,
  ...more,
});
const article = (blocks: readonly object[], more: object = {}) =>
  JSON.stringify({ headline: "A ferry aground", webURL: "https://example.org/live/1", blocks, ...more });
const bodyOf = (...elements: object[]) => printBlocks(read(article([block(elements)])).posts[0]!.blocks).trimEnd();

describe("guardian", () => {
  test("reads the title, the standfirst, the writers, and of each post headline, time, writers and id", () => {
    const text = article(
      [
        block([element("Text", { html: "<p>All are ashore.</p>" })], {
          title: "Off",
          contributors: [{ name: "Ann Bell" }],
        }),
      ],
      {
        standfirst: "<p>A &amp; B</p>",
        tags: [
          { type: "Contributor", title: "Bo Carr" },
          { type: "Keyword", title: "Ferries" },
        ],
      },
    );
    expect(importerFor(text)).toBe(guardian);
    const { page, posts } = read(text);
    expect(page).toMatchObject({
      title: "A ferry aground",
      source: "https://example.org/live/1",
      panel: ["A & B"],
      editors: ["Bo Carr"],
    });
    expect(posts).toMatchObject([{ headline: "Off", bylines: [{ name: "Ann Bell" }], source: "b1" }]);
    expect(printInstant(posts[0]!.published!)).toBe("2024-07-18T11:53:20+01:00");
  });

  test("reads what the Content API gives", () => {
    const body = [
      {
        id: "b2",
        bodyHtml: "<p>One.</p><figure><img src='https://e.invalid/a.jpg' alt='A quay'></figure>",
        title: "T",
        firstPublishedDate: "2024-07-18T10:53:20Z",
      },
    ];
    const text = JSON.stringify({
      response: {
        content: { webTitle: "W", webUrl: "https://example.org/w", fields: { headline: "H" }, blocks: { body } },
      },
    });
    const { page, posts, problems, pictures } = read(text);
    expect([page.title, page.source]).toEqual(["H", "https://example.org/w"]);
    expect(printInstant(posts[0]!.published!)).toBe("2024-07-18T11:53:20+01:00");
    expect(posts[0]!.blocks).toMatchObject([{ kind: "paragraph" }, { kind: "figure", alt: "A quay" }]);
    expect([...pictures!.values()]).toEqual([["https://e.invalid/a.jpg"]]);
    expect(problems).toEqual([]);
  });

  test("tells key events, and changes in a later minute than the publication", () => {
    const at = Date.parse("2024-07-18T10:53:20Z");
    const changed = (more: object) => block([], { blockFirstPublished: at, ...more });
    const { posts } = read(
      article([
        changed({ blockLastUpdated: at + 20_000, attributes: { keyEvent: true } }),
        changed({ blockLastUpdated: at + 90_000, attributes: { keyEvent: false } }),
      ]),
    );
    expect(posts.map(({ keyEvent, updated }) => [keyEvent, updated && printInstant(updated)])).toEqual([
      [true, undefined],
      [undefined, "2024-07-18T11:54:50+01:00"],
    ]);
  });

  test("says where the picture of an element is, the widest first", () => {
    const page = element("Image", {
      data: { alt: "A boat" },
      media: { allImages: [{ url: "https://e.invalid/whole.jpg", fields: { width: "4000" } }] },
      imageSources: [
        {
          srcSet: [
            { src: "https://e.invalid/s.jpg", width: 445 },
            { src: "https://e.invalid/l.jpg", width: 1240 },
          ],
        },
        {
          srcSet: [
            { src: "https://e.invalid/s.jpg", width: 445 },
            { src: "javascript:1", width: 9000 },
          ],
        },
      ],
    });
    const api = element("Image", { assets: [{ file: "https://e.invalid/api.jpg", typeData: { width: 700 } }] });
    const { pictures, problems } = read(article([block([page, api])]));
    expect([...pictures!.values()]).toEqual([
      ["https://e.invalid/whole.jpg", "https://e.invalid/l.jpg", "https://e.invalid/s.jpg"],
      ["https://e.invalid/api.jpg"],
    ]);
    expect(problems).toEqual([]);
  });

  test("keeps every kind of element as what it is", () => {
    expect(
      bodyOf(element("Subheading", { html: "<h2>Why</h2>" }), element("Text", { html: "<p>a <em>b</em></p>" })),
    ).toBe("### Why\n\na *b*");
    expect(
      read(
        article([
          block([
            element("Image", { data: { alt: "A boat", caption: "<b>The</b> boat", credit: "Photograph: C. Dunn" } }),
          ]),
        ]),
      ).posts[0]!.blocks,
    ).toMatchObject([
      {
        kind: "figure",
        alt: "A boat",
        file: expect.stringMatching(/^[a-z0-9-]+\.jpg$/),
        credit: [{ text: "Photograph: C. Dunn" }],
      },
    ]);
    expect(
      read(
        article([
          block([
            element("Youtube", { assetId: "abc", mediaTitle: "Launch" }),
            element("Tweet", { url: "https://twitter.com/a/1", html: "<blockquote><p>Hi</p></blockquote>" }),
          ]),
        ]),
      ).posts[0]!.blocks,
    ).toMatchObject([
      {
        kind: "video",
        provider: "YouTube",
        source: "https://www.youtube.com/watch?v=abc",
        caption: [{ text: "Launch" }],
      },
      { kind: "embed", provider: "Twitter", source: "https://twitter.com/a/1", blocks: [{ kind: "quote" }] },
    ]);
    expect(bodyOf(element("RichLink", { prefix: "Related:", text: "More", url: "https://example.org/m" }))).toBe(
      "Related: [More](https://example.org/m)",
    );
    expect(bodyOf(element("RichLink", { text: "More", url: "javascript:x" }))).toBe("More");
    expect(bodyOf(element("Pullquote", { html: "<p>Said</p>", attribution: "Ida Berg" }))).toContain("Ida Berg");
  });

  test("says which page of how many it is, and which key events it lacks", () => {
    const { problems } = read(
      article([block([])], { pagination: { currentPage: 1, totalPages: 4 }, keyEvents: [{ id: "b1" }, { id: "b9" }] }),
    );
    expect(problems.map(({ message }) => message)).toEqual([
      "The capture is page 1 of 4",
      "Key events that are in no post of the capture: 1",
    ]);
  });

  test("says so where there is no block", () => {
    expect(read('{"blocks": []}')).toMatchObject({
      posts: [],
      problems: [{ severity: "error", message: expect.stringMatching(/^Cannot find a post/) }],
    });
  });

  const text = fc
    .array(
      fc.oneof(
        fc.string({ unit: "binary", maxLength: 15 }),
        fc.constantFrom(
          "<p>",
          "<b>",
          "<ul><li>",
          "<table><tr><td>",
          "&lt;",
          "&#xfffe;",
          "\u0007",
          "\n",
          "::: video",
          "<img src=x>",
        ),
      ),
      { maxLength: 8 },
    )
    .map((parts) => parts.join(""));
  const kind = fc.constantFrom(
    "Text",
    "Image",
    "Youtube",
    "Tweet",
    "RichLink",
    "Pullquote",
    "Audio",
    "Map",
    "Unheard",
    "",
  );
  const anyElement = fc
    .tuple(
      kind,
      fc.record(
        {
          html: text,
          text,
          caption: text,
          prefix: text,
          url: text,
          attribution: text,
          mediaTitle: text,
          data: fc.record({ alt: text, caption: text, credit: text }),
          other: fc.jsonValue() as fc.Arbitrary<unknown>,
        },
        { requiredKeys: [] },
      ),
    )
    .map(([name, more]) => element(name, more));

  test("accounts for every word of any blocks, and reads them alike each time", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.array(anyElement, { maxLength: 3 }), text, fc.double()), { maxLength: 3 }),
        (blocks) => {
          const source = article(
            blocks.map(([elements, title, time]) =>
              block(elements, { title, blockFirstPublished: time, contributors: [{ name: title }] }),
            ),
          );
          const reading = read(source);
          expect(reading.posts).toHaveLength(blocks.length);
          expect(guardian.read(source, options)).toEqual(reading);
        },
      ),
      { numRuns: runs },
    );
  });

  test.skipIf(!hasShared)("reads the page beside the repository as expected", () => {
    const folder = path.join(import.meta.dirname, "../../../../shared/live-pages/guardian-nasa-2021");
    const source = readFileSync(path.join(folder, "fe-article.json"), "utf8");
    const wanted = JSON.parse(readFileSync(path.join(folder, "expected.json"), "utf8"));
    expect(importerFor(source)).toBe(guardian);
    const { page, posts, order, problems } = read(source);
    expect([page.title, order, posts.length]).toEqual([wanted.title, wanted.order, wanted.postsCount]);
    expect(problems.map(({ message }) => message)).toContain("The capture is page 1 of 4");
    const found = posts.map(({ source: id, headline, published, bylines, blocks }) => {
      const { images, bullets, embeds, media } = countBlocks(blocks);
      return {
        id,
        headline: headline ?? null,
        published: printInstant(published!),
        bylines: bylines.map(({ name }) => name),
        images,
        embeds: embeds + media,
        bullets,
      };
    });
    expect(found).toEqual(
      wanted.posts.map(({ id, headline, published, bylines, images, embeds, bullets }: Record<string, unknown>) => ({
        id,
        headline,
        published,
        bylines,
        images,
        embeds,
        bullets,
      })),
    );
  });
});
