import { describe, expect, test } from "vitest";
import { jsonLd } from "../../../src/importers/json-ld/json-ld.ts";
import { importerFor } from "../../../src/importers/registry.ts";
import { plainBlocks } from "../../../src/markdown/plain.ts";
import { printBlocks } from "../../../src/markdown/print.ts";
import { printInstant } from "../../../src/model/instant.ts";
import { blog, bodyOf, inPage, read, readBlog, update, warned } from "../json-ld-page.ts";

describe("jsonLd", () => {
  test.for([
    ["bare", (data: object) => JSON.stringify(data)],
    ["in an array", (data: object) => JSON.stringify([{ "@type": "WebPage" }, data])],
    ["in @graph", (data: object) => JSON.stringify({ "@graph": [data] })],
    ["as the main entity of another", (data: object) => JSON.stringify({ "@type": "WebPage", mainEntity: data })],
    ["in a page", (data: object) => inPage(JSON.stringify(data))],
    ["in a page, in a comment", (data: object) => inPage(`<!-- ${JSON.stringify(data)} -->`)],
    ["with line ends in its strings", (data: object) => JSON.stringify(data).replaceAll("\\n", "\n")],
    ["with a comma too many", (data: object) => JSON.stringify(data).replaceAll("]", ",]")],
    ["with several types", (data: object) => JSON.stringify({ ...data, "@type": ["Article", "LiveBlogPosting"] })],
  ] as const)("reads structured data %s", ([, write]) => {
    const text = write(
      blog([update({ headline: "Passengers taken off", articleBody: "All are ashore.\nNobody was hurt." })]),
    );
    expect(jsonLd.recognises(text)).toBeGreaterThan(0.5);
    expect(importerFor(text)).toBe(jsonLd);
    const { page, posts } = read(text);
    expect(page).toMatchObject({ title: "A ferry aground", source: "https://example.org/live/1" });
    expect(posts).toMatchObject([{ headline: "Passengers taken off", truncated: false, bylines: [] }]);
    expect(printInstant(posts[0]!.published!)).toBe("2025-02-12T11:02:30+00:00");
    expect(plainBlocks(posts[0]!.blocks)).toContain("Nobody was hurt.");
    expect(posts[0]!.blocks).toHaveLength(2);
  });

  test("takes entities for the characters they stand for, once", () => {
    const { posts } = readBlog([
      update({ headline: "Tom&#39;s &amp;amp; 5 < 6 &lt;b&gt;", articleBody: "a &quot;b&quot; <c>" }),
    ]);
    expect(posts[0]!.headline).toBe("Tom's &amp; 5 < 6 <b>");
    expect(plainBlocks(posts[0]!.blocks).trim()).toBe('a "b" <c>');
  });

  test("keeps what a body of HTML is made of, and lets nothing of it through as HTML", () => {
    expect(bodyOf('<p>One <b>two</b> <a href="https://example.org/a">three</a></p><p>Four<br>five</p>')).toBe(
      "One **two** [three](https://example.org/a)\n\nFour\\\nfive",
    );
    expect(bodyOf("<div>Zero<ul><li>A<ol start=3><li>B</ol><li><p>C</p><p>D</p></ul></div>")).toBe(
      "Zero\n\n- A\n\n  3. B\n\n- C\n\n  D",
    );
    expect(bodyOf("<blockquote><p>Said.</p></blockquote><h2>Head</h2><hr>")).toContain("> Said.");
    expect(bodyOf("<table><tr><th>A<th>B<tr><td>1<td>2<tr><td>3</table>")).toMatch(/\| A \| B \|[\s\S]*\| 3 \|/);
    expect(bodyOf('<p onclick="x()">Hi<script>alert(1)</script><a href="javascript:x()">there</a></p>')).toBe(
      "Hithere",
    );
  });

  test("does not take the page's own time and headline for those of its posts", () => {
    const same = { headline: "A ferry aground", datePublished: "2025-02-11T10:00:00Z" };
    const reading = readBlog([update({ ...same, articleBody: "One." }), update({ ...same, articleBody: "Two." })]);
    for (const post of reading.posts) {
      expect(post.published).toBeUndefined();
      expect(post.headline).toBeUndefined();
    }
    expect(warned(reading)).toContain("no post has a time of its own; no post has a headline of its own");
  });

  test("takes the time of creation where none of publication is given, and infers the zone of one without an offset", () => {
    const { posts } = readBlog([
      { dateCreated: "2025-02-12T09:00:00+0100", dateModified: "2025-02-12T10:00:00Z", articleBody: "One." },
      { dateCreated: "2025-02-12T09:00:00", articleBody: "Two." },
    ]);
    expect(printInstant(posts[0]!.published!)).toBe("2025-02-12T09:00:00+01:00");
    expect(printInstant(posts[1]!.published!)).toBe("2025-02-12T09:00:00+00:00");
    expect(posts.map(({ inferred }) => inferred)).toEqual([[], ["zone"]]);
  });

  test("names the authors of a post only where they are not the page's, and never the publisher", () => {
    const ann = { "@type": "Person", name: "Ann Bell" };
    const own = { author: { "@type": "NewsMediaOrganization", name: "The Paper" }, publisher: { name: "The Paper" } };
    const page = readBlog([update({ author: ann }), update({ author: "Ann Bell" })], { author: [ann] });
    expect(page.page.editors).toEqual(["Ann Bell"]);
    expect(page.posts.map(({ bylines }) => bylines)).toEqual([[], []]);
    const posts = readBlog([
      update({ author: [ann, { name: "Bo Carr" }] }),
      update(own),
      update({ author: "The Paper", publisher: { name: "The Paper" } }),
    ]);
    expect(posts.posts.map(({ bylines }) => bylines)).toEqual([[{ name: "Ann Bell" }, { name: "Bo Carr" }], [], []]);
  });

  test("knows a post by its address, unless several have it", () => {
    const sources = (...updates: object[]) => readBlog(updates).posts.map(({ source }) => source);
    expect(sources({ url: "https://example.org/live/1#a" }, { "@id": "603007c4" })).toEqual([
      "https://example.org/live/1#a",
      "603007c4",
    ]);
    expect(sources({ url: "https://example.org/live/1" }, { url: "https://example.org/live/1" })).toEqual([
      undefined,
      undefined,
    ]);
    expect(sources({ url: "javascript:x()" })).toEqual([undefined]);
  });

  test("says what is missing: empty and cut bodies, posts before the coverage, fields that no importer reads", () => {
    const cut = "word ".repeat(200);
    const reading = readBlog(
      [
        update({ articleBody: cut }),
        update({ articleBody: "", datePublished: "2025-02-12T11:01:00Z" }),
        update({ articleBody: "Said <img src=x>.", keywords: "A boat" }),
      ],
      { coverageStartTime: "2025-02-13T00:00:00Z" },
    );
    expect(reading.posts.map(({ truncated }) => truncated)).toEqual([true, false, false]);
    expect(warned(reading)).toBe(
      [
        "The capture is poorer than the page was: 3 of 3 posts have no headline; 1 of 3 posts have no text; 1 of 3 posts are cut after 1000 characters",
        "3 of 3 posts are older than the beginning of the coverage, as the page tells it",
        'Some fields were not read: liveBlogUpdate.keywords (1: "A boat")',
      ].join("\n"),
    );
  });

  test("believes no time, headline or authors that all posts share, and keeps no first sentence as a headline", () => {
    const people = [
      { "@type": "Person", name: "Ann Bell" },
      { "@type": "Person", name: "Bo Carr" },
    ];
    const same = ["One.", "Two.", "Three."].map((articleBody) =>
      update({ headline: "A ferry - live", author: people, articleBody }),
    );
    const reading = readBlog(same);
    for (const { published, headline, bylines } of reading.posts)
      expect([published, headline, bylines]).toEqual([undefined, undefined, []]);
    expect(warned(reading)).toContain("all posts name the same authors, who were not taken for theirs");
    const cut = readBlog(
      ["One is here. And more.", "Two are there. And more."].map((articleBody) =>
        update({ headline: `${articleBody.slice(0, 8)}...`, articleBody }),
      ),
    );
    expect(cut.posts.map(({ headline }) => headline)).toEqual([undefined, undefined]);
    expect(warned(cut)).toContain("2 of 2 posts have no headline");
  });

  test("takes the time of a change for what it is", () => {
    const changed = (hour: number, more: object) =>
      update({ headline: `At ${hour}`, datePublished: `2025-02-12T${hour}:00:00Z`, articleBody: "x", ...more });
    const { posts } = readBlog([
      changed(12, { dateModified: "2025-02-12T13:00:00Z" }),
      changed(11, { dateModified: "2025-02-12T10:00:00Z" }),
    ]);
    expect(posts.map(({ updated }) => updated && printInstant(updated))).toEqual([
      "2025-02-12T13:00:00+00:00",
      undefined,
    ]);
    const only = readBlog([changed(12, { datePublished: undefined, dateModified: "2025-02-12T13:00:00Z" })]);
    expect(warned(only)).toContain("the times are those of the last changes");
  });

  test("joins the pieces of a live page, follows references, and takes an update once", () => {
    const [a, b, c] = [1, 2, 3].map((hour) =>
      update({
        "@id": `#u${hour}`,
        headline: `At ${hour}`,
        datePublished: `2025-02-12T0${hour}:00:00Z`,
        articleBody: `Words ${hour}.`,
      }),
    );
    const titles = (data: unknown) => read(JSON.stringify(data)).posts.map(({ headline }) => headline);
    expect(titles([blog([c!, b!]), blog([b!, a!])])).toEqual(["At 3", "At 2", "At 1"]);
    expect(titles({ "@graph": [blog([{ "@id": "#u2" }, { "@id": "#u1" }]), b, a] })).toEqual(["At 2", "At 1"]);
    expect(titles([blog([c!, b!]), blog([a!], { url: "https://example.org/live/2" })])).toEqual(["At 3", "At 2"]);
  });

  test("makes figures of the pictures that are an update's own, and names its recordings", () => {
    const picture = (name: string) => `https://example.org/${name}.jpg`;
    const reading = readBlog(
      [
        update({
          articleBody: "One.",
          image: { "@type": "ImageObject", url: picture("a"), caption: "A boat", creditText: "Bo" },
        }),
        update({
          articleBody: "Two.",
          datePublished: "2025-02-12T10:00:00Z",
          image: [picture("page")],
          video: { name: "A clip", contentUrl: "https://example.org/v.mp4" },
        }),
      ],
      { image: picture("page") },
    );
    expect(reading.posts.map(({ blocks }) => printBlocks(blocks).trimEnd())).toEqual([
      "One.\n\n![](media/1102-a-boat.jpg)\nCaption: A boat\nCredit: Bo",
      "Two.\n\n::: video\nCaption: A clip\nSource: https://example.org/v.mp4\n:::",
    ]);
    expect([...reading.pictures!.values()]).toEqual([[picture("a")]]);
  });

  test.for([
    ["a comment with slashes", (data: string) => `<!--\n${data}\n//-->`],
    ["CDATA", (data: string) => `<![CDATA[${data}]]>`],
    ["CDATA behind slashes", (data: string) => `//<![CDATA[\n${data}\n//]]>`],
    ["CDATA in a comment", (data: string) => `/*<![CDATA[*/${data}/*]]>*/`],
    ["a mark of the byte order", (data: string) => `\ufeff${data}`],
    ["escapes that are none", (data: string) => data.replace("It is", "It\\'s")],
    [
      "words with their language",
      (data: string) => data.replace('"A ferry aground"', '{"@value":"A ferry aground","@language":"en"}'),
    ],
  ] as const)("reads data in a script with %s", ([, write]) => {
    const { page, posts } = read(inPage(write(JSON.stringify(blog([update({ articleBody: "It is afloat." })])))));
    expect([page.title, posts.length]).toEqual(["A ferry aground", 1]);
    expect(plainBlocks(posts[0]!.blocks)).toMatch(/^It(?: is|'s) afloat\.$/m);
  });

  test.for([
    ["no structured data", "<!doctype html><p>x", /^Cannot find a live page in the capture/],
    [
      "data that is no JSON",
      inPage('{"@type": "LiveBlogPosting", liveBlogUpdate'),
      /^Cannot read the capture's structured data/,
    ],
    ["no update", JSON.stringify(blog([])), /^Cannot find a post in the structured data/],
  ] as const)("says so where there is %s", ([, text, message]) => {
    const { posts, problems } = read(text);
    expect(posts).toEqual([]);
    expect(problems).toMatchObject([
      { severity: "error", message: expect.stringMatching(message), hint: expect.any(String) },
    ]);
  });

  test("reads pages with nesting, scripts and brackets without end in a moment", () => {
    const deep = 100_000;
    for (const text of [
      "<script>".repeat(deep),
      `${"<script type=application/ld+json>[".repeat(1000)}`,
      `${"[".repeat(deep)}${"]".repeat(deep)}`,
      `${'{"a":'.repeat(1000)}${JSON.stringify(blog([update({})]))}${"}".repeat(1000)}`,
      '"'.repeat(deep),
    ])
      expect(read(text).posts).toEqual([]);
    const nested = readBlog([update({ articleBody: `${"<blockquote><b>".repeat(500)}said` })]);
    expect(plainBlocks(nested.posts[0]!.blocks)).toContain("said");
  });
});
