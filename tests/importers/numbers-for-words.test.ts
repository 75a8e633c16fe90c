/** A number, true or false in a field of data where words are expected is kept as words, or the warning about unread fields names it. */
import { expect, test } from "vitest";
import type { Json } from "../../src/importers/json/value.ts";
import { importerFor } from "../../src/importers/registry.ts";
import { printBlocks } from "../../src/markdown/print.ts";
import { samples } from "./samples.ts";

const options = { file: "data.json", zone: "Europe/London" };
const words = "Seven herons";
const others = [4711, true, false, [4711], [true], { "@value": true }] as const;

/** A copy of the data for the first text of each path, with a function that puts a value in its place. */
function* texts(all: Json, path = "", seen = new Set<string>()): Generator<readonly [string, (value: Json) => Json]> {
  if (typeof all === "string") {
    if (!seen.has(path)) yield [path, (value) => value];
    seen.add(path);
  } else if (Array.isArray(all)) {
    for (const [index, inner] of all.entries())
      for (const [where, put] of texts(inner as Json, path, seen))
        yield [where, (value) => all.map((one, place) => (place === index ? put(value) : one)) as Json];
  } else if (typeof all === "object" && all !== null)
    for (const [key, inner] of Object.entries(all))
      for (const [where, put] of texts(inner as Json, `${path}.${key}`, seen))
        yield [where, (value) => ({ ...all, [key]: put(value) })];
}

function read(data: Json): { readonly shown: string; readonly told: string } | undefined {
  const text = JSON.stringify(data);
  const importer = importerFor(text);
  const reading = importer?.read(text, options);
  if (reading === undefined || reading.posts.length === 0) return undefined;
  const posts = reading.posts.map(({ source: _, blocks, ...post }) => [post, printBlocks(blocks)]);
  return {
    shown: JSON.stringify([reading.page, posts]),
    told: `${reading.words}\n`,
  };
}

const update = {
  "@type": "BlogPosting",
  headline: "Ferry aground",
  articleBody: "The ferry is aground.",
  datePublished: "2025-02-12T11:00:00Z",
  author: [{ "@type": "Person", name: "Ann Bell", jobTitle: "Reporter" }],
  image: [{ "@type": "ImageObject", url: "https://example.org/a.jpg", caption: "Two tugs", creditText: "Bo Carr" }],
  video: { "@type": "VideoObject", name: "A tug", description: "It pulls.", contentUrl: "https://example.org/v.mp4" },
};
const rich = {
  "json-ld": {
    "@type": "LiveBlogPosting",
    headline: "A page",
    description: "What is known.",
    publisher: { name: "The Quay" },
    liveBlogUpdate: [update, { ...update, articleBody: "Calm.", datePublished: "2025-02-12T10:00:00Z" }],
  },
  superdesk: {
    _items: [
      {
        _id: "urn:1",
        published_date: "2024-05-17T08:22:07+00:00",
        original_creator: { display_name: "Ann", byline: "Ann Bell" },
        groups: [
          {
            id: "main",
            refs: [
              { item: { item_type: "text", text: "<p>Calm.</p>" } },
              { item: { item_type: "quote", text: "", meta: { quote: "Low water", author: "Ida", credit: "Mayor" } } },
              { item: { item_type: "comment", text: "<p>Hello</p>", commenter: "Eve Marsh" } },
              { item: { item_type: "poll", text: "", poll_body: { question: "Who?", answers: [{ option: "Me" }] } } },
              { item: { item_type: "image", meta: { caption: "The quay", credit: "Bo Carr", byline: "Bo" } } },
            ],
          },
        ],
      },
    ],
  },
  wordpress: {
    entries: [
      { id: 1, type: "new", entry_time: 1715940000, headline: "Afloat", html: "<p>Words.</p>", author_name: "Ida" },
      { id: 2, type: "new", entry_time: 1715930000, headline: "Aground", content: "Words", authors: [{ name: "Bo" }] },
    ],
  },
};

const data = [
  ...samples.filter(({ text }) => /^[[{]/.test(text)),
  ...Object.entries(rich).map(([name, one]) => ({ name, text: JSON.stringify(one) })),
];

test.for(data)("A number, true or false where words are expected in $name is kept or named", ({ text }) => {
  const lost: string[] = [];
  for (const [path, put] of texts(JSON.parse(text) as Json)) {
    if (read(put(words))?.shown.includes(words) !== true) continue;
    for (const other of others) {
      const found = read(put(other));
      const said = String(other instanceof Object ? Object.values(other)[0] : other);
      if (found === undefined || found.shown.includes(said === "4711" ? said : `: ${said}.`)) continue;
      if (!found.told.includes(`: ${said}\n`)) lost.push(`${path}: ${JSON.stringify(other)}`);
    }
  }
  expect(lost).toEqual([]);
});
