/** The shapes in which schema.org lets publishers write the same thing. */
import { describe, expect, test } from "vitest";
import { jsonLd } from "../../src/importers/json-ld/json-ld.ts";
import { printBlocks } from "../../src/markdown/print.ts";
import { printInstant } from "../../src/model/instant.ts";
import { growthOf } from "./growth.ts";
import { blog, options, read, readBlog, update, warned } from "./json-ld-page.ts";
import { expectSaidOrKept, withSentence } from "./said-or-kept.ts";

const picture = (name: string) => `https://example.org/${name}.jpg`;
const written = (more: object, page: object = {}) =>
  printBlocks(readBlog([update({ articleBody: "One.", ...more })], page).posts[0]!.blocks).trimEnd();

describe("the pictures of an update", () => {
  test.for([
    ["an address", picture("a")],
    ["a list of addresses", [picture("a")]],
    ["an object with url", { "@type": "ImageObject", url: picture("a") }],
    ["an object with contentUrl", { "@type": "ImageObject", contentUrl: picture("a") }],
    ["an object with a list of addresses", { url: [picture("a")] }],
    ["an object with an address that is an object", { url: { "@id": picture("a") } }],
    ["an object with a thumbnail alone", { "@type": "ImageObject", thumbnail: { url: picture("a") } }],
    ["an address without a scheme", "//example.org/a.jpg"],
    ["an object whose @id is the address", { "@type": "ImageObject", "@id": picture("a"), width: 3 }],
  ] as const)("may be %s", ([, image]) => {
    const { posts, pictures } = readBlog([update({ articleBody: "One.", image })]);
    expect(posts[0]!.blocks).toMatchObject([{ kind: "paragraph" }, { kind: "figure" }]);
    expect([...pictures!.values()].flat()).toEqual([picture("a")]);
  });

  test("may stand elsewhere in the graph", () => {
    const data = {
      "@graph": [
        blog([update({ articleBody: "One.", image: { "@id": "#p" } })]),
        { "@id": "#p", "@type": "ImageObject", url: picture("a"), caption: "Two tugs" },
      ],
    };
    expect(printBlocks(read(JSON.stringify(data)).posts[0]!.blocks)).toContain("Caption: Two tugs");
  });

  test("are each a figure where they differ, and one where they are sizes of one", () => {
    const gallery = {
      image: [
        { url: picture("x/one"), caption: "Tug one" },
        { url: picture("x/two"), caption: "Tug two" },
      ],
    };
    expect(written(gallery).match(/^!\[/gm)).toHaveLength(2);
    const counted = { image: [picture("harbour-1"), picture("harbour-2")] };
    expect(written(counted).match(/^!\[/gm)).toHaveLength(2);
    const sizes = { image: [picture("tugs-1x1"), picture("tugs-4x3"), picture("tugs-16x9")] };
    const reading = readBlog([update({ articleBody: "One.", ...sizes })]);
    expect([...reading.pictures!.values()]).toEqual([sizes.image]);
  });

  test.for([
    ["associatedMedia", { "@type": "ImageObject", contentUrl: picture("a"), caption: "Two tugs" }],
    [
      "associatedMedia",
      { "@type": "MediaObject", encodingFormat: "image/jpeg", contentUrl: picture("a"), caption: "Two tugs" },
    ],
    ["hasPart", { "@type": "ImageObject", url: picture("a"), caption: { "@type": "MediaObject", text: "Two tugs" } }],
    ["photo", { url: picture("a"), description: "Two tugs" }],
    ["articleBody", ["One.", { "@type": "ImageObject", url: picture("a"), caption: "Two tugs" }, "Three."]],
  ] as const)("may be in %s", ([key, value]) => {
    expect(written({ [key]: value })).toContain("One.\n\n![](media/1102-two-tugs.jpg)\nCaption: Two tugs");
  });

  test("that a body of HTML shows are its figures, once", () => {
    const articleBody = `<p>One.</p><figure><img src="${picture("a")}?w=1" alt="Tugs"><figcaption>Two tugs</figcaption></figure>`;
    expect(written({ articleBody, image: picture("a") })).toBe(
      "One.\n\n![Tugs](media/1102-tugs.jpg)\nCaption: Two tugs",
    );
  });
});

test("recordings and shared posts of an update are blocks with their words", () => {
  const video = { "@type": "VideoObject", name: "A tug", description: "It pulls.", embedUrl: "https://youtu.be/x" };
  const sharedContent = {
    "@type": "SocialMediaPosting",
    url: "https://x.com/a/status/1",
    author: { name: "Ida" },
    text: "Look",
  };
  expect(written({ associatedMedia: video, sharedContent, audio: { contentUrl: "https://example.org/a.mp3" } })).toBe(
    `One.

::: audio
Source: https://example.org/a.mp3
:::

::: video
Caption: A tug
Source: https://youtu.be/x
Provider: YouTube

It pulls.
:::

::: embed
Source: https://x.com/a/status/1
Provider: X
Author: Ida

Look
:::`,
  );
});

test.for([
  ["a list", ["2025-02-12T09:00:00+01:00"], "2025-02-12T09:00:00+01:00"],
  ["an object", { "@type": "DateTime", "@value": "2025-02-12T09:00:00+01:00" }, "2025-02-12T09:00:00+01:00"],
  ["seconds", 1739347200, "2025-02-12T08:00:00+00:00"],
  ["milliseconds", 1739347200000, "2025-02-12T08:00:00+00:00"],
  ["a time without an offset", "2025-02-12T09:00", "2025-02-12T09:00:00+00:00"],
] as const)("a time may be %s", ([, datePublished, time]) => {
  const { posts } = readBlog([update({ datePublished, articleBody: "One." })]);
  expect(posts[0]!.published && printInstant(posts[0]!.published)).toBe(time);
});

test.for([
  ["a text", "Ann Bell"],
  ["a list of texts", ["Ann Bell"]],
  ["an object", { "@type": "Person", name: "Ann Bell" }],
  ["a reference", { "@id": "#ann" }],
  ["an address as a text", "#ann"],
  ["a list that keeps its order", { "@list": [{ "@id": "#ann" }] }],
])("an author may be %s", ([, author]) => {
  const data = {
    "@graph": [blog([update({ articleBody: "One.", author })]), { "@id": "#ann", "@type": "Person", name: "Ann Bell" }],
  };
  expect(read(JSON.stringify(data)).posts[0]!.bylines.map(({ name }) => name)).toEqual(["Ann Bell"]);
});

test("an author's job is the role beside the name", () => {
  const author = { "@type": "Person", name: "Ann Bell", jobTitle: "Reporter" };
  expect(readBlog([update({ articleBody: "One.", author })]).posts[0]!.bylines).toEqual([
    { name: "Ann Bell", role: "Reporter" },
  ]);
});

test.for([
  ["a text", "The Quay"],
  ["an object", { name: "The Quay" }],
  ["a reference", { "@id": "#quay" }],
  ["a list", [{ "@id": "#quay" }]],
])("a publisher may be %s", ([, publisher]) => {
  const data = {
    "@graph": [blog([update({ articleBody: "One." })], { publisher }), { "@id": "#quay", name: "The Quay" }],
  };
  expect(read(JSON.stringify(data)).page.publisher).toBe("The Quay");
});

describe("the updates of a page", () => {
  const one = { "@id": "#1", ...update({ articleBody: "One." }) };
  test.for([
    ["a single object", one],
    ["an object of another type", { ...one, "@type": ["NewsArticle", "schema:Comment"] }],
    ["a reference", { "@id": "#1" }],
    ["a list of addresses", ["#1"]],
    ["a list that keeps its order", { "@list": [one] }],
    ["items of a list", [{ "@type": "ListItem", position: 1, item: one }]],
  ] as const)("may be %s", ([, liveBlogUpdate]) => {
    const data = { "@graph": [blog([], { liveBlogUpdate }), one] };
    const { posts } = read(JSON.stringify(data));
    expect(posts.map(({ blocks }) => printBlocks(blocks).trimEnd())).toEqual(["One."]);
  });

  test("of another live page are left out, and it is named with their number", () => {
    const other = blog([update({ articleBody: "Other." })], { url: "https://example.org/2", headline: "Another" });
    const reading = read(JSON.stringify([blog([one, update({ articleBody: "Two." })]), other]));
    expect(reading.posts).toHaveLength(2);
    expect(warned(reading)).toContain('left out were "Another" (1 post)');
  });
});

test("Every text of a post is written, or named with its path and beginning", () => {
  const whole = update({
    "@id": "#u",
    url: "https://example.org/1#a",
    headline: "Ferry aground",
    alternativeHeadline: "And afloat",
    name: "Ferry aground",
    articleBody: "The ferry is aground.",
    description: "The ferry is aground.",
    dateModified: "2025-02-12T11:05:00Z",
    author: [{ "@type": "Person", name: "Ann Bell", jobTitle: "Reporter", url: "https://example.org/ann" }],
    publisher: { "@type": "Organization", name: "The Quay", logo: { "@type": "ImageObject", url: picture("logo") } },
    image: [{ "@type": "ImageObject", url: picture("a"), caption: "Two tugs", creditText: "Bo", width: "640px" }],
    video: { "@type": "VideoObject", name: "A tug", description: "It pulls.", contentUrl: "https://e.org/v.mp4" },
    sharedContent: { "@type": "WebPage", url: "https://e.org/s", headline: "Shared", text: "Words" },
    inLanguage: "en-GB",
    identifier: "abc-1",
    isPartOf: { "@type": "CreativeWork", name: "The Quay" },
  });
  const other = update({ headline: "Before", articleBody: "Calm.", datePublished: "2025-02-12T10:00:00Z" });
  for (const [path, changed] of withSentence(whole as never)) {
    if (/\.(?:url|contentUrl|@id)$/.test(path) && !/^\.(?:url|@id)$/.test(path)) continue;
    const text = JSON.stringify(blog([changed as object, other], { publisher: { name: "The Quay" } }));
    expectSaidOrKept(jsonLd, text, options, path);
  }
});

test.for(["<b>", "<i>", "[", "{", " ", '\\"', "<p>", "*"])(
  "a body of twice as many %j takes twice as long",
  (piece) => {
    const source = (size: number) => JSON.stringify(blog([update({ articleBody: piece.repeat(size / piece.length) })]));
    expect(growthOf((size) => jsonLd.read(source(size), options), 6_000)).toBeLessThan(3.2);
  },
);

describe("the time and the writers of an update", () => {
  test.for([
    ["Wed, 12 Feb 2025 11:02:30 GMT", "2025-02-12T11:02:30+00:00"],
    ["Wed Feb 12 2025 12:02:30 GMT+0100 (Central European Standard Time)", "2025-02-12T12:02:30+01:00"],
    ["February 12, 2025 11:02 AM", "2025-02-12T11:02:00+00:00"],
    ["1739358150", "2025-02-12T11:02:30+00:00"],
    ["1739358150000", "2025-02-12T11:02:30+00:00"],
  ] as const)("may be written as %s", ([datePublished, expected]) => {
    const { posts } = readBlog([update({ articleBody: "One.", datePublished }), update({ articleBody: "Two." })]);
    expect(printInstant(posts[0]!.published!)).toBe(expected);
  });

  test("may be told by another field than those of the other updates", () => {
    const created = { datePublished: undefined, dateCreated: "2025-02-12T10:00:00Z" };
    const { posts } = readBlog([update({ articleBody: "One." }), update({ articleBody: "Two.", ...created })]);
    expect(printInstant(posts[1]!.published!)).toBe("2025-02-12T10:00:00+00:00");
  });

  test("may be a list of names, with a job of one word", () => {
    const author = { "@type": "Person", name: ["Ann Bell"], jobTitle: "Captain" };
    const { posts } = readBlog([update({ articleBody: "One.", author })], { author: { name: "Bo Carr" } });
    expect(posts[0]!.bylines).toEqual([{ name: "Ann Bell", role: "Captain" }]);
  });

  test("are named where they are not taken, a job of one word as well", () => {
    const author = { "@type": "Organization", jobTitle: "Newsroom" };
    const { problems } = readBlog([update({ articleBody: "One.", author })]);
    expect(problems.map(({ message }) => message).join()).toContain('author.jobTitle (1: "Newsroom")');
  });
});
