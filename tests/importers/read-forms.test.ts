import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { unaccounted } from "../../src/importers/account/account.ts";
import { readForms } from "../../src/importers/read-forms.ts";
import { parseBlocks } from "../../src/markdown/parse.ts";
import { printBlocks } from "../../src/markdown/print.ts";
import { printInstant } from "../../src/model/instant.ts";

const options = { file: "page.html", zone: "Europe/London", year: 2024 };

/** A reading all of whose words stand in the Markdown that is written. */
function readAll(text: string) {
  const { importer, reading } = readForms(text, options)!;
  const posts = reading.posts.map((post) => ({ ...post, blocks: parseBlocks(printBlocks(post.blocks)).blocks }));
  expect(unaccounted(reading.words ?? text, reading.account, { page: reading.page, posts })).toEqual([]);
  return {
    name: importer.name,
    posts: reading.posts.map(({ headline, published, inferred, blocks }) => [
      headline ?? "-",
      published === undefined ? "-" : printInstant(published),
      inferred.join(" "),
      printBlocks(blocks).trimEnd(),
    ]),
    said: reading.problems.map(({ message }) => message),
  };
}

const long = "A sentence that is long enough to be a post and not a line in a list of other stories.";
const article = (id: string, headline: string, time: string, body: string) =>
  `<article class="entry" id="${id}"><time ${time}>an hour ago</time><h3>${headline}</h3><p>${body}</p></article>`;
const data = (updates: readonly object[]) =>
  `<script type="application/ld+json">${JSON.stringify({
    "@type": "LiveBlogPosting",
    headline: "A live page",
    liveBlogUpdate: updates.map((one) => ({ "@type": "BlogPosting", ...one })),
  })}</script>`;
const update = (id: string, headline: string, datePublished: string, articleBody = long) => ({
  url: `https://e.org/live#${id}`,
  headline,
  datePublished,
  articleBody,
});
const page = (articles: readonly string[], script = "") =>
  `<!doctype html><html lang="en-GB"><title>A live page - The Paper</title>${script}<body><nav>Menu</nav><h1>A live page</h1><main>${articles.join("")}</main><footer>About us</footer>`;

describe("readForms", () => {
  test("takes the markup of a page of no known form, where its structured data names the same posts, with the data's times", () => {
    const articles = ["c", "b", "a"].map((id, index) =>
      article(id, `Headline ${id}`, `data-time="2024-05-17T1${3 - index}:00"`, `<a href="/x">${long}</a>`),
    );
    const script = data(
      ["c", "b", "a"].map((id, index) => update(id, `Headline ${id}`, `2024-05-17T1${3 - index}:00:20+02:00`)),
    );
    const { name, posts, said } = readAll(page(articles, script));
    expect(name).toBe("live-html");
    expect(posts.map(([headline, time, inferred]) => [headline, time, inferred])).toEqual([
      ["Headline c", "2024-05-17T13:00:20+02:00", ""],
      ["Headline b", "2024-05-17T12:00:20+02:00", ""],
      ["Headline a", "2024-05-17T11:00:20+02:00", ""],
    ]);
    expect(said.join("\n")).toContain("in two forms, live-html and json-ld: the times of 3 are those of its json-ld");
  });

  test("adds, in their places, the posts that only the structured data holds", () => {
    const articles = ["d", "c", "a"].map((id, index) =>
      article(id, `Headline ${id}`, `datetime="2024-05-17T1${5 - index * 2}:00Z"`, long),
    );
    const script = data([
      ...["d", "c", "a"].map((id, index) => update(id, `Headline ${id}`, `2024-05-17T1${5 - index * 2}:00:00Z`)),
      update("b", "Headline b", "2024-05-17T12:00:00Z", "Only here."),
    ]);
    const { posts, said } = readAll(page(articles, script));
    expect(posts.map(([headline]) => headline)).toEqual(["Headline d", "Headline c", "Headline b", "Headline a"]);
    expect(posts[2]?.[3]).toBe("Only here.");
    expect(said.join("\n")).toContain("1 of its posts are only in its json-ld");
  });

  test("takes from the structured data the times that a page tells by the clock of its reader only", () => {
    const post = (id: string) =>
      `<article class="liveblog-post" id="${id}"><b class="ago">2h ago</b><h3>Headline ${id}</h3><p>${long}</p></article>`;
    const script = data(["b", "a"].map((id, index) => update(id, `Headline ${id}`, `2024-05-17T1${3 - index}:00:00Z`)));
    const { name, posts, said } = readAll(page(["b", "a"].map(post), script));
    expect(name).toBe("live-html");
    expect(posts.map(([, time]) => time)).toEqual(["2024-05-17T14:00:00+01:00", "2024-05-17T13:00:00+01:00"]);
    expect(said.join()).not.toContain("without a time");
  });

  test("says which guessed posts the structured data does not name", () => {
    const articles = ["d", "c", "b", "a"].map((id, index) =>
      article(id, `Headline ${id}`, `datetime="2024-05-17T1${4 - index}:00:00Z"`, long),
    );
    const script = data(
      ["c", "b", "a"].map((id, index) => update(id, `Headline ${id}`, `2024-05-17T1${3 - index}:00:00Z`)),
    );
    const { posts, said } = readAll(page(articles, script));
    expect(posts).toHaveLength(4);
    expect(said.join("\n")).toContain("1 that were guessed are not in its json-ld");
  });

  test("does not believe markup that finds other things than the structured data names", () => {
    const teasers = ["x", "y", "z"].map((id) =>
      article(id, `Another story ${id}`, 'datetime="2024-05-01T10:00:00Z"', long.repeat(2)),
    );
    const script = data(
      ["c", "b", "a"].map((id, index) => update(id, `Headline ${id}`, `2024-05-17T1${3 - index}:00:00Z`, "Short.")),
    );
    const { name, posts } = readAll(page(teasers, script));
    expect(name).toBe("json-ld");
    expect(posts.map(([headline]) => headline)).toEqual(["Headline c", "Headline b", "Headline a"]);
  });

  test("reads a page that only tells its times, says that it guessed, and leaves the page around the posts", () => {
    const articles = ["c", "b", "a"].map((id, index) =>
      article(id, `Headline ${id}`, `datetime="2024-05-17T1${3 - index}:00:00Z"`, long),
    );
    const { name, posts, said } = readAll(page(articles));
    expect(name).toBe("live-html");
    expect(posts[0]).toEqual(["Headline c", "2024-05-17T14:00:00+01:00", "", long]);
    expect(said).toEqual(["The page is of no form that is known here: its posts were found by their times alone"]);
  });

  test("knows no form in a page of one story, or of none", () => {
    expect(readForms("<!doctype html><title>x</title><p>Nothing</p>", options)).toBeUndefined();
    const story = readForms(page([article("a", "One", 'datetime="2024-05-17T10:00:00Z"', long)]), options);
    expect(story).toBeUndefined();
  });

  const express = path.join(import.meta.dirname, "../../../shared/live-pages/express-royals-2024/page.html");
  test.skipIf(!existsSync(express))("reads the Express's markup with the times of its structured data", () => {
    const wanted = JSON.parse(readFileSync(path.join(path.dirname(express), "expected.json"), "utf8"));
    const { name, posts } = readAll(readFileSync(express, "utf8"));
    expect(name).toBe("live-html");
    expect(posts.map(([headline, time]) => [headline, time])).toEqual(
      wanted.posts.map(({ headline, published }: Record<string, string>) => [headline, published]),
    );
    for (const [, , inferred, body] of posts) expect([inferred, body === ""]).toEqual(["", false]);
  });
});

test("readForms says which structured data it could not read, where another form has the posts", () => {
  const data = '{"@type":"LiveBlogPosting","headline":"Pier","liveBlogUpdate":[[.Posts]]}';
  const articles = ["a", "b", "c"].map(
    (id, index) =>
      `<article class="entry" id="${id}"><time datetime="2024-05-17T1${index}:00:00+01:00">x</time><h3>Title ${id}</h3><p>${long}</p></article>`,
  );
  const { posts, said } = readAll(
    `<!doctype html><title>Pier</title><script type="application/ld+json">${data}</script><h1>Pier</h1>${articles.join("")}`,
  );
  expect(posts).toHaveLength(3);
  expect(said.find((message) => message.startsWith("Cannot read"))).toBe(
    `Cannot read the capture's structured data (script 1, character ${data.indexOf(".Posts") + 1}): expected a value, got ".Posts]]}"; 6 words in it were left out`,
  );
});
