/** Small captures on which importers once failed, in all the forms that they hold, and what each must become. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { unaccounted } from "../../src/importers/account/account.ts";
import type { ReadOptions } from "../../src/importers/contract.ts";
import { readForms } from "../../src/importers/read-forms.ts";
import { printBlocks } from "../../src/markdown/print.ts";
import { parseInstant, printInstant } from "../../src/model/instant.ts";

const folder = path.join(import.meta.dirname, "../fixtures/reports");

function read(name: string, options: Partial<ReadOptions> = {}) {
  const text = readFileSync(path.join(folder, name), "utf8");
  const { reading, importer } = readForms(text, { file: name, zone: "Europe/London", ...options })!;
  const { page, posts } = reading;
  expect(unaccounted(reading.words ?? text, reading.account, { page, posts })).toEqual([]);
  return {
    form: importer.name,
    posts: posts.map((post) => ({ ...post, text: printBlocks(post.blocks).trim() })),
    times: posts.map(({ published }) => published && printInstant(published).slice(0, 16)),
    said: reading.problems.map(({ message }) => message).join("\n"),
    named: reading.named ?? [],
  };
}

describe("captures that were found in the wild", () => {
  test("same words at another time are another post", () => {
    const captured = parseInstant("2024-05-16T21:00+01:00", "Europe/London")!;
    const { times, posts } = read("same-words-other-time.html", { captured });
    expect(times).toEqual(["19:30", "19:05", "18:40", "18:19", "18:05"].map((time) => `2024-05-16T${time}`));
    expect(posts[1]!.text).toBe(posts[3]!.text);
  });

  test("structured data that ends in the middle is told with its place, and the page's own posts are read", () => {
    const { posts, said } = read("broken-structured-data.html");
    expect(posts).toHaveLength(3);
    expect(said).toMatch(/structured data \(script 1, character 102\)/);
  });

  test("a writer's portrait and name are the byline of a Guardian post", () => {
    const { posts } = read("guardian-byline.html");
    expect(posts.map(({ bylines }) => bylines)).toEqual([[{ name: "Ada Brook" }], [{ name: "Bo Carr" }]]);
    for (const { text } of posts) expect(text).not.toMatch(/Ada|Bo Carr|!\[/);
  });

  test("a recording of a Guardian post is a video with its caption and address", () => {
    const [post] = read("guardian-video.html").posts;
    expect(post!.text).toContain("::: video\nCaption: Mayor: the pier stays open – video\n");
    expect(post!.text).toContain("Source: https://www.youtube.com/watch?v=AbCdEfGhIjK\nProvider: YouTube");
  });

  test("a Guardian page tells that it is the first of five", () => {
    expect(read("guardian-page-nav.html").said).toContain("The capture is page 1 of 5");
  });

  test("posts that a Guardian page holds as key events alone are posts, and key events", () => {
    const { posts, named } = read("guardian-key-events.html");
    expect(posts.map(({ source, keyEvent }) => [source?.slice(-4), keyEvent])).toEqual([
      ["af01", true],
      ["af77", true],
    ]);
    expect(named).toEqual([]);
  });

  test("an embed of which only its text came is an embed with address and words, and an advert is none", () => {
    const { posts, said } = read("superdesk-embed.json");
    expect(posts.map(({ bylines }) => bylines)).toEqual([[{ name: "Ada" }], [{ name: "Ada" }]]);
    expect(posts[0]!.text).toMatch(
      /^::: embed\nSource: https:\/\/twitter\.com\/ada\/status\/\d+\n.*The ferry has left the pier/s,
    );
    expect(said).toMatch(/page 1 of 2 \(34 posts\)/);
    expect(posts.map(({ text }) => text).join()).not.toContain("advert");
  });

  test("text copied from another newsroom's page is read by its times", () => {
    const { form, times } = read("other-publishers-text.txt");
    expect([form, times]).toEqual(["live-text", ["2011-10-26T10:33", "2011-10-26T10:15", "2011-10-26T09:40"]]);
  });
});
