/** atom: feeds follow RFC 4287, and no time comes from a clock. */
import { expect, test } from "vitest";
import type { Publication } from "../../../src/outputs/contract.ts";
import { atom } from "../../../src/outputs/feeds/atom.ts";
import { outputPost, publication } from "../sample.ts";
import { childrenOf, parseXml, textOf } from "../xml.ts";

const posts = [
  outputPost("p-2", { published: "2024-05-17T02:37:00+01:00", bylines: [{ name: "Jo Farrow", role: "Rivers" }] }),
  outputPost("p-1", {
    published: "2024-05-17T01:50:00+00:00",
    updated: "2024-05-17T03:00:00+01:00",
    label: "Analysis",
  }),
  outputPost("p-0"),
];

const feed = (own: Partial<Publication> = {}, told = posts) => parseXml(atom.print(publication(own), told));

test("atom has id, title, updated and author, and each post id, title, updated, link and content", () => {
  const root = feed({ captured: "2024-05-18T00:00:00+00:00" });
  expect(root.attributes.xmlns).toBe("http://www.w3.org/2005/Atom");
  for (const element of [root, ...childrenOf(root, "entry")])
    for (const name of ["id", "title", "updated"]) expect(childrenOf(element, name)).toHaveLength(1);
  expect(childrenOf(root, "author").map((author) => textOf(author, "name"))).toEqual(["Example Wire"]);
  const told = childrenOf(root, "entry");
  expect(told.map((post) => textOf(post, "title"))).toEqual(["Name of p-2", "Name of p-1", "Name of p-0"]);
  expect(told.map((post) => textOf(post, "published"))).toEqual([posts[0]!.published, posts[1]!.published, undefined]);
  expect(told.map((post) => textOf(post, "updated"))).toEqual([
    "2024-05-17T02:37:00+01:00",
    "2024-05-17T03:00:00+01:00",
    "2024-05-18T00:00:00+00:00",
  ]);
  expect(told.map((post) => textOf(post, "content"))).toEqual(posts.map((post) => post.html()));
  expect(childrenOf(told[0]!, "author").map((author) => textOf(author, "name"))).toEqual(["Jo Farrow"]);
  expect(childrenOf(told[1]!, "category")[0]?.attributes.term).toBe("Analysis");
});

test("atom takes its updated time from its latest post, else from the capture, else from a constant", () => {
  // 02:00 UTC, the latest moment, although its local clock shows an earlier hour.
  expect(textOf(feed(), "updated")).toBe("2024-05-17T03:00:00+01:00");
  const captured = "2024-05-18T00:00:00+00:00";
  expect(textOf(feed({ captured }, [outputPost("p-1")]), "updated")).toBe(captured);
  expect(textOf(feed({}, [outputPost("p-1")]), "updated")).toBe("1970-01-01T00:00:00+00:00");
});

test("atom names by public addresses where there are any, else by tag URIs and relative links", () => {
  const known = feed({ site: "https://example.org/a/" });
  expect(textOf(known, "id")).toBe("https://example.org/a/river/");
  expect(childrenOf(known, "link").map(({ attributes }) => [attributes.rel, attributes.href])).toEqual([
    ["alternate", "https://example.org/a/river/"],
    ["self", "https://example.org/a/river/feed.xml"],
  ]);
  expect(textOf(childrenOf(known, "entry")[0]!, "id")).toBe("https://example.org/a/river/p-2/");
  const unknown = feed();
  expect(textOf(unknown, "id")).toBe("tag:afterlive.invalid,2024:river/");
  expect(childrenOf(unknown, "link").map(({ attributes }) => attributes.href)).toEqual(["index.html"]);
  const post = childrenOf(unknown, "entry")[0]!;
  expect(textOf(post, "id")).toBe("tag:afterlive.invalid,2024:river/p-2/");
  expect(childrenOf(post, "link")[0]?.attributes.href).toBe("p-2/index.html");
});
