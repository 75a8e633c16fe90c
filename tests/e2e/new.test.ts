/** A live page by hand: page, posts and pictures, each by a command, without a terminal. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { expect, test } from "vitest";
import { newFolder, refuse, succeed, treeOf } from "./command-line.ts";

test("a live page by hand: init, new page, new post, media add, and a check that finds nothing", async () => {
  const root = newFolder();
  const run = (...args: readonly string[]) => succeed(args, { cwd: root }).stdout;
  run("init", "--title", "Rivers");
  run("new", "page", "--title", "A flood", "--zone", "Europe/London");
  expect(run("new", "post", "--headline", "Water rises", "--at", "2024-10-27T01:30+00:00")).toBe(
    "content/a-flood/p20241027-0130-water-rises.md  written, 2024-10-27T01:30:00+00:00\n",
  );
  const file = path.join(root, "content/a-flood/p20241027-0130-water-rises.md");
  writeFileSync(file, `${readFileSync(file, "utf8")}The water rose.\n`);
  mkdirSync(path.join(root, "photos"));
  await sharp({ create: { width: 30, height: 20, channels: 3, background: "#369" } })
    .withExif({ IFD0: { ImageDescription: "The weir", Artist: "Jo Farrow" } })
    .jpeg()
    .toFile(path.join(root, "photos/IMG_1234.JPG"));
  run("media", "add", "photos/IMG_1234.JPG", "p20241027-0130-water-rises", "--alt", "Water over a weir");
  expect(readFileSync(file, "utf8")).toMatch(
    /The water rose\.\n\n!\[Water over a weir\]\(media\/img-1234\.jpg\)\nCaption: The weir\nCredit: Jo Farrow\n$/,
  );
  expect(run("new", "post", "--copy", file, "--at", "2024-10-27T03:00")).toContain("p20241027-0300-water-rises.md");
  expect(readdirSync(path.join(root, "content/a-flood"))).toHaveLength(4);
  expect(run("check")).toBe("1 live page, 2 posts: no problems\n");
});

test("the commands refuse what they cannot do, with what to write instead, and write nothing", () => {
  const root = newFolder();
  const no = (args: string, message: RegExp) => refuse(args.split(" "), message, { cwd: root });
  no("new page --title A --zone UTC", /no folder content/);
  no("new post", /afterlive init/);
  succeed(["init"], { cwd: root });
  no("new post", /no live page/);
  no("new page --title A", /without --zone/);
  no("new page --title A --zone BST", /--zone "BST": expected an IANA time zone/);
  succeed(["new", "page", "--title", "A", "--zone", "Europe/London"], { cwd: root });
  const before = treeOf(root);
  no("new post --at 2024-10-27T01:30", /twice/);
  no("new post --at noon", /--at "noon"/);
  no("new post b", /Cannot find the live page/);
  no("new post --copy nothing", /Cannot find the post/);
  no("media add nothing.jpg nothing", /Cannot find the post/);
  no("media add nothing.jpg", /its file and a post/);
  no("new", /expected new page or new post/);
  no("new pst", /Did you mean new post\?/);
  expect(treeOf(root)).toEqual(before);
});
