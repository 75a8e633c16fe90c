/** What begins by hand is written whole, or nothing is. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { expect, test } from "vitest";
import { addPicture } from "../../src/authoring/add-picture.ts";
import { beginPage, beginPost } from "../../src/authoring/begin.ts";
import { parseInstant } from "../../src/model/instant.ts";
import { archiveWith, london, textOf } from "../archive/new/folder.ts";

const noWords = { headline: undefined, label: undefined, byline: undefined, copy: undefined };
const published = parseInstant("2024-05-17T14:05:00+01:00", "Europe/London")!;

test("beginPage and beginPost write the files that they name", async () => {
  const root = archiveWith({ "content/archive.md": "---\ntitle: A\n---\n" });
  const blank = { language: undefined, slug: undefined, publisher: undefined, source: undefined };
  const { slug, file } = await beginPage(root, { title: "A river", zone: "Europe/London", ...blank });
  expect(textOf(root, file)).toContain("title: A river\n");
  const post = await beginPost(root, slug, root, { ...noWords, published });
  expect(textOf(root, post.file)).toBe(`---\nid: ${post.id}\npublished: 2024-05-17T14:05:00+01:00\n---\n`);
  const copy = await beginPost(root, slug, root, { ...noWords, published, copy: post.id });
  expect(copy.id).toBe(`${post.id}-2`);
});

test("addPicture puts the picture's own bytes beside the post, and what a person says before what the picture says", async () => {
  const picture = await sharp({ create: { width: 8, height: 8, channels: 3, background: "#369" } })
    .withExif({ IFD0: { ImageDescription: "Of the camera", Artist: "Jo" } })
    .jpeg()
    .toBuffer();
  const root = archiveWith({
    "content/river/page.md": london,
    "content/river/a.md": "---\nid: a\n---\n",
    "in/A b.jpeg": picture,
  });
  const request = { root, picture: path.join(root, "in/A b.jpeg"), post: "a", folder: root };
  const added = await addPicture({ ...request, words: { caption: "Of a person" } });
  expect(added).toEqual({
    file: "content/river/a.md",
    media: "content/river/media/a-b.jpg",
    wasNamed: false,
    words: { caption: "Of a person", credit: "Jo" },
  });
  expect(readFileSync(path.join(root, added.media)).equals(picture)).toBe(true);
  expect(textOf(root, added.file)).toContain("Caption: Of a person\nCredit: Jo\n");
});

test("addPicture leaves an archive as it was where the picture or the post is none", async () => {
  const root = archiveWith({
    "content/river/page.md": london,
    "content/river/a.md": "---\nid: a\n---\n",
    "b.jpg": "words",
  });
  const add = (picture: string, post: string) =>
    addPicture({ root, picture: path.join(root, picture), post, folder: root, words: {} });
  await expect(add("b.jpg", "a")).rejects.toThrow(/b\.jpg {2}Cannot use this picture: expected JPEG/);
  await expect(add("none.jpg", "a")).rejects.toThrow(/does not exist/);
  await expect(add("content", "a")).rejects.toThrow(/it is no file/);
  await expect(add("b.jpg", "c")).rejects.toThrow(/Cannot find the post/);
  expect(existsSync(path.join(root, "content/river/media"))).toBe(false);
  expect(readdirSync(root).sort()).toEqual(["b.jpg", "content"]);
});
