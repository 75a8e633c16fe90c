/** The benchmark cannot rot: what it gives the runner is an archive, and its plain pages are those that every peer prints. */
import { spawnSync } from "node:child_process";
import { appendFileSync, mkdtempSync, readFileSync, readlinkSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { contentFiles } from "../../bench/content.ts";
import { type CorpusBlock, type CorpusPost, type CorpusWords, inventCorpus } from "../../bench/corpus.ts";
import { hugoFull } from "../../bench/hugo.ts";
import { full, type Peer, plain } from "../../bench/peer.ts";
import { sizeOf } from "../../bench/peers.ts";
import { parsePost } from "../../src/archive/read/parse-post.ts";
import { filesBelow } from "../../src/builder/output/files-below.ts";

const corpus = inventCorpus(50, 2);
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** An archive as the runner lays it. */
function lay(peer: Peer): string {
  const dir = mkdtempSync(path.join(tmpdir(), "afterlive-peer-"));
  folders.push(dir);
  peer.emit(corpus, dir);
  peer.staged?.({ dir });
  return dir;
}

function run(peer: Peer, dir: string): void {
  const [command = "", ...args] = peer.build({ dir });
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: dir, encoding: "utf8" });
  expect({ status, stderr }, stdout).toEqual({ status: 0, stderr: "" });
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };
const wordsIn = (html: string): string => bare(decode(html.replace(/<[^>]*>/g, "")));
const decode = (html: string): string => html.replace(/&(\w+|#39);/g, (_, name: string) => entities[name] ?? "");
const bare = (text: string): string => text.replace(/\s+/g, "");

const plainWords = (words: readonly CorpusWords[]): string =>
  words
    .map((word) => (typeof word === "string" ? word : "a" in word ? word.a : "b" in word ? word.b : word.i))
    .join("");
const blockWords = (block: CorpusBlock): string =>
  block.t === "ul" ? block.items.map(plainWords).join("") : plainWords(block.x);
const bodyWords = ({ blocks }: CorpusPost): string => bare(blocks.map(blockWords).join(""));

const all = (html: string, pattern: RegExp): readonly string[] =>
  [...html.matchAll(pattern)].map((match) => match[1] ?? "");
const addresses = (posts: readonly CorpusPost[], slug: string): readonly string[] =>
  posts.map((post) => `/live/${slug}/${post.slug}/`);

describe("the content", () => {
  test("has posts that parse without a problem, each with an id that its live page has once", () => {
    const posts = [...contentFiles(corpus)].filter(({ path: file }) => /\/u\d+/.test(file));
    expect(posts).toHaveLength(50);
    const parsed = posts.map(({ path: file, text }) => parsePost(text, file, "Europe/London"));
    expect(parsed.flatMap(({ problems }) => problems)).toEqual([]);
    const at = corpus.live.flatMap((page) => page.posts.map((post) => post.at));
    expect(parsed.map(({ post }) => post?.published?.epoch)).toEqual(at);
    for (const half of [parsed.slice(0, 25), parsed.slice(25)])
      expect(new Set(half.map(({ post }) => post?.id)).size).toBe(25);
  });

  test("has a post of every kind, or the tests below say little", () => {
    const posts = corpus.live.flatMap((page) => page.posts);
    for (const key of ["label", "byline", "image"] as const) expect(posts.some((post) => post[key])).toBe(true);
    for (const kind of ["p", "q", "ul"])
      expect(posts.some(({ blocks }) => blocks.some(({ t }) => t === kind))).toBe(true);
    expect(posts.some(({ slug }) => slug.length > 60)).toBe(true);
    expect(posts.some(({ slug }) => slug.length <= 60)).toBe(true);
  });
});

describe("plain", () => {
  let dir = "";
  beforeAll(() => {
    dir = lay(plain);
    run(plain, dir);
  });
  const read = (file: string): string => readFileSync(path.join(dir, "out", file), "utf8");

  test("gives the pages that every peer gives", () => {
    const files = corpus.live.flatMap(({ slug, posts }) => [
      `live/${slug}/index.html`,
      `live/${slug}/page/2/index.html`,
      ...addresses(posts, slug).map((address) => `${address.slice(1)}index.html`),
    ]);
    const pages = filesBelow(path.join(dir, "out")).filter((file) => /\.(?:html|xml)$/.test(file));
    expect(pages.toSorted()).toEqual(["atom.xml", "index.html", ...files].toSorted());
  });

  test.each(corpus.live)("prints $slug, newest first, with its summary and its days", ({ slug, title, ...page }) => {
    const newest = page.posts.toReversed();
    for (const [number, posts] of [newest.slice(0, 20), newest.slice(20)].entries()) {
      const html = read(`live/${slug}/${number === 0 ? "" : "page/2/"}index.html`);
      expect(all(html, /<article class="post" id="p-([^"]+)"/g)).toEqual(posts.map((post) => post.slug));
      expect(all(html, /<h3><a href="([^"]+)"/g)).toEqual(addresses(posts, slug));
      expect(all(html, /<div class="body">([\s\S]*?)<\/div>/g).map(wordsIn)).toEqual(posts.map(bodyWords));
      expect(
        all(html, /<li>(.*?)<\/li>/g)
          .slice(0, 5)
          .map(decode),
      ).toEqual(page.summary);
      expect(all(html, /<p class="time"><time datetime="([^"]+)"/g).map((iso) => Date.parse(iso))).toEqual(
        posts.map(({ at }) => at),
      );
      expect(all(html, /(Page \d of \d)/g)).toEqual([`Page ${number + 1} of 2`]);
      expect(html.includes('rel="prev"')).toBe(number === 1);
      expect(html.includes('rel="next"')).toBe(number === 0);
      for (const [pattern, key] of [
        [/<(figure)>/g, "image"],
        [/class="(byline)"/g, "byline"],
        [/class="(label)"/g, "label"],
      ] as const)
        expect(all(html, pattern)).toHaveLength(posts.filter((post) => post[key] !== undefined).length);
      const [data = ""] = all(html, /<script type="application\/ld\+json">([\s\S]*?)<\/script>/g);
      const { headline, liveBlogUpdate } = JSON.parse(data);
      expect(headline).toBe(title);
      expect(liveBlogUpdate.map((post: { articleBody: string }) => bare(post.articleBody))).toEqual(
        posts.map(bodyWords),
      );
      expect(liveBlogUpdate.map((post: { image?: { caption: string } }) => post.image?.caption)).toEqual(
        posts.map(({ image }) => image?.caption),
      );
    }
    const first = read(`live/${slug}/index.html`);
    expect(all(first, /<h2 class="day">([^<]+)</g)[0]).toMatch(/^(?:Satur|Sun|Mon|Tues)day \d+ (?:March|April) 2024$/);
  });

  test("prints each post alone, with its headline and its words", () => {
    for (const { slug, posts } of corpus.live)
      for (const post of posts) {
        const html = read(`live/${slug}/${post.slug}/index.html`);
        expect(all(html, /<h1>(.*?)<\/h1>/g).map(decode)).toEqual([post.headline]);
        expect(all(html, /<div class="body">([\s\S]*?)<\/div>/g).map(wordsIn)).toEqual([bodyWords(post)]);
      }
  });

  test("prints the index and a feed of the newest posts, newest first", () => {
    const pages = corpus.live.toReversed();
    expect(all(read("index.html"), /<h2><a href="([^"]+)"/g)).toEqual(pages.map(({ slug }) => `/live/${slug}/`));
    const newest = corpus.live
      .flatMap(({ slug, posts }) => posts.map((post) => ({ slug, post })))
      .toSorted((a, b) => b.post.at - a.post.at);
    const feed = read("atom.xml");
    expect(all(feed, /<entry>[\s\S]*?<id>([^<]+)<\/id>/g)).toEqual(
      newest.map(({ slug, post }) => `https://live.example.org/live/${slug}/${post.slug}/`),
    );
    expect(all(feed, /<content type="html">([\s\S]*?)<\/content>/g).map((html) => wordsIn(decode(html)))).toEqual(
      newest.map(({ post }) => bodyWords(post)),
    );
  });

  test("prints an edit on the post's page and on the live page's, when built again", () => {
    const [page] = corpus.live;
    const post = page!.posts[3]!;
    const find = plain.emit(corpus, dir);
    appendFileSync(path.join(dir, find(corpus, page!, post)), "\n\nCorrection E1: this paragraph was added.\n");
    run(plain, dir);
    for (const file of [`live/${page!.slug}/${post.slug}/index.html`, `live/${page!.slug}/page/2/index.html`])
      expect(read(file)).toContain("Correction E1");
  });
});

describe("full", () => {
  test("shows our own pages at the peers' addresses", () => {
    const dir = lay(full);
    run(full, dir);
    for (const { slug, posts } of corpus.live) {
      const whole = readFileSync(path.join(dir, `view/live/${slug}/index.html`), "utf8");
      expect(readFileSync(path.join(dir, `view/live/${slug}/page/2/index.html`), "utf8")).toBe(whole);
      for (const post of posts) {
        const html = readFileSync(path.join(dir, `view/live/${slug}/${post.slug}/index.html`), "utf8");
        expect(wordsIn(html)).toContain(bodyWords(post).slice(-80));
      }
    }
  });
});

describe("hugo-full", () => {
  test("has each post where afterlive has it, with all that our pages say of it", () => {
    const dir = lay(hugoFull);
    const find = hugoFull.emit(corpus, mkdtempSync(path.join(dir, "again-")));
    for (const page of corpus.live) {
      expect(readFileSync(path.join(dir, `content/${page.slug}/_index.md`), "utf8")).toContain(page.summary.at(-1));
      for (const post of page.posts) {
        const text = readFileSync(path.join(dir, find(corpus, page, post)), "utf8");
        const [, matter = "", body = ""] = text.split(/^---\n/m);
        const { title, slug, date, label, byline, image } = parse(matter);
        expect([title, label, byline, image]).toEqual([post.headline, post.label, post.byline, post.image]);
        expect(Date.parse(date)).toBe(post.at);
        expect(bare(body.replace(/\]\([^)]*\)|[[*>]|^- /gm, ""))).toBe(bodyWords(post));
        const seen = readlinkSync(path.join(dir, ".view/live", page.slug, post.slug));
        expect(seen.endsWith(`/site/${page.slug}/${slug}`)).toBe(true);
      }
    }
  });
});

test("a size is a number of posts, on as many live pages as wanted", () => {
  expect(sizeOf("2000")).toEqual({ posts: 2000, pages: 20 });
  expect(sizeOf(" 10000/25")).toEqual({ posts: 10_000, pages: 25 });
  for (const wrong of ["", "many", "2000/", "2e3"]) expect(() => sizeOf(wrong)).toThrow("Expected a number of posts");
});

const bench = path.resolve(import.meta.dirname, "../../bench");

test("peer.mjs: the runner finds each peer by its folder", async () => {
  for (const [file, title] of [
    ["peer.mjs", plain.title],
    ["plain/peer.mjs", plain.title],
    ["full/peer.mjs", full.title],
    ["hugo-full/peer.mjs", hugoFull.title],
  ] as const) {
    const { default: peer } = await import(pathToFileURL(path.join(bench, file)).href);
    expect(peer.title).toBe(title);
  }
});

test("each kind of archive keeps compiled code beside its sites, and none where there is no site", () => {
  const kept = (peer: Peer, kind: string) => peer.env({ dir: `/bench/${kind}/20`, size: 20 });
  expect(kept(plain, "plain")).toEqual({ XDG_CACHE_HOME: path.resolve("/bench/plain/.cache") });
  expect(kept(full, "full")).toEqual({ XDG_CACHE_HOME: path.resolve("/bench/full/.cache") });
  // For its version a peer is asked in its own folder, which is this repository's.
  expect(plain.env({ dir: bench })).toEqual({});
});
