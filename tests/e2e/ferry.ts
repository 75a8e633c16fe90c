/** A live page of two posts and a picture, and what must be there once it is imported. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { expect } from "vitest";
import { readArchive } from "../../src/archive/read/read.ts";
import { succeed } from "./command-line.ts";

export const address = "https://news.example.org/live/1";
export const image = `${address}/pictures/ferry.png`;
export const picture = await sharp({ create: { width: 40, height: 30, channels: 3, background: "#357" } })
  .png()
  .toBuffer();

const post = (id: string, headline: string, stamp: string, body: string) =>
  `<article data-testid="content-post" id="asset:${id}"><h3><span class="x-HeadlineText">${headline}</span><span data-testid="timestamp"><span data-testid="accessible-timestamp" class="x-VisuallyHidden">published at ${stamp}</span></span></h3><div>${body}</div></article>`;
export const pageWith = (src: string, start = "") =>
  `${start}<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>A ferry – BBC News</title><body><h1>A ferry aground</h1>${post("b", "Afloat again", "13:45 Greenwich Mean Time 12 February 2025", `<figure><img src="${src}" alt="A white ferry"></figure><p>The ferry is afloat.</p>`)}${post("a", "Aground", "11:02 Greenwich Mean Time 12 February 2025", "<p>A ferry ran aground.</p>")}`;

export const headlines = (root: string) => readArchive(root).pages[0]!.page.posts.map(({ headline }) => headline);
export const media = (root: string): Record<string, string> => {
  const folder = path.join(root, "content/ferry/media");
  return existsSync(folder)
    ? Object.fromEntries(
        readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name)).toString("base64")]),
      )
    : {};
};

/** Imports a capture that must give both posts and the picture as it was. */
export function imports(root: string, ...args: readonly string[]) {
  const { stdout } = succeed(["import", ...args, "--slug", "ferry"], { cwd: root });
  expect(headlines(root)).toEqual(["Afloat again", "Aground"]);
  expect(media(root)).toEqual({ "1345-a-white-ferry.png": picture.toString("base64") });
  expect(stdout).toContain("1 new picture in media/");
  expect(succeed(["import", ...args], { cwd: root }).stdout).toContain("nothing has changed");
  succeed(["check"], { cwd: root });
  return readArchive(root).pages[0]!.page;
}
