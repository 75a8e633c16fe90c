/** The parts of a build, each alone, so that a slow one shows: read, parse, render, write; and pictures, whose number is their own. */
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parsePage } from "../src/archive/read/parse-page.ts";
import { parsePost } from "../src/archive/read/parse-post.ts";
import { sha256 } from "../src/base/digest.ts";
import { commit } from "../src/base/transaction/transaction.ts";
import { renderDependencies } from "../src/builder/render/dependencies.ts";
import type { ArchiveSettings, LivePage } from "../src/model/live-page.ts";
import { makePictures } from "../src/site/pictures/images.ts";
import { pageSite } from "../src/site/site.ts";
import livePageTemplate from "../templates/live-page.11ty.ts";
import oldestTemplate from "../templates/oldest.11ty.ts";
import postTemplate from "../templates/post.11ty.ts";
import { contentFiles, writeContent } from "./content.ts";
import { inventCorpus } from "./corpus.ts";
import type { Workload } from "./workloads.ts";

const zone = "Europe/London";

/** The phases for a number of posts. Each prepares the corpus anew, since each runs in a process of its own. */
export const phasesFor = (posts: number): readonly Workload[] => [
  { name: `phase read, ${posts} posts`, prepare: (scratch) => reading(posts, scratch) },
  { name: `phase parse, ${posts} posts`, prepare: () => parsing(posts) },
  { name: `phase render, ${posts} posts`, prepare: () => rendering(posts) },
  { name: `phase write, ${posts} posts`, prepare: (scratch) => writing(posts, scratch) },
];

/** From nothing, as a build for readers makes them. */
export const picturePhase: Workload = {
  name: "phase images, 3 pictures of the sample",
  prepare: encoding,
};

/** Lists every folder and reads every file, as a build that remembers nothing. */
function reading(posts: number, scratch: string): () => number {
  writeContent(inventCorpus(posts), scratch);
  return () => {
    let bytes = 0;
    for (const found of readdirSync(scratch, { recursive: true, withFileTypes: true }))
      if (found.isFile()) bytes += readFileSync(path.join(found.parentPath, found.name)).length;
    return bytes;
  };
}

/** Files of posts in memory to posts. */
function parsing(posts: number): () => unknown {
  const files = [...contentFiles(inventCorpus(posts))].filter(({ path: name }) => isPost(name));
  return () => files.map(({ path: name, text }) => parsePost(text, name, zone).post?.id);
}

/** Live pages in memory to HTML, which is not kept. */
function rendering(posts: number): () => number {
  const pages = livePages(posts);
  const settings: ArchiveSettings = {
    title: "Invented",
    language: "en-GB",
    noindex: false,
    about: [],
  };
  return () => {
    let characters = 0;
    for (const page of pages) {
      const site = pageSite({ page, media: new Map(), captures: new Map() }, new Map(), settings, {
        ...renderDependencies,
        cards: true,
        ownFiles: new Set(),
      });
      for (const template of [livePageTemplate, oldestTemplate, postTemplate])
        for (const printable of template.pages(site)) characters += printable.print().length;
    }
    return characters;
  };
}

/** One transaction: a new folder with a file of about 4 kB for each post. */
function writing(posts: number, scratch: string): () => unknown {
  const html = `<p>${"An invented page. ".repeat(220)}</p>`;
  const changes = Array.from({ length: posts }, (_, index) => ({
    path: `page-${index % 20}/post-${index}/index.html`,
    bytes: `${html}${index}`,
  }));
  let turn = 0;
  return () => {
    turn += 1;
    const folder = path.join(scratch, String(turn));
    mkdirSync(folder);
    return commit(folder, changes).written.length;
  };
}

function encoding(scratch: string): () => Promise<number> {
  const folder = path.resolve(import.meta.dirname, "../content/state-visit-2024/media");
  const originals = readdirSync(folder)
    .sort()
    .slice(0, 3)
    .map((name) => {
      const bytes = readFileSync(path.join(folder, name));
      return { path: path.join(folder, name), digest: sha256(bytes), bytes: () => bytes };
    });
  let turn = 0;
  return async () => {
    turn += 1;
    const { made } = await makePictures(originals, { cache: path.join(scratch, String(turn)), mode: "release" });
    if (made !== originals.length) throw new Error(`Cannot measure: ${made} of ${originals.length} pictures were made`);
    return made;
  };
}

const isPost = (name: string): boolean => /^content\/[^/]+\/(?!page\.md$)/.test(name);

/** The corpus as it is read, newest post first. */
function livePages(posts: number): readonly LivePage[] {
  const pages = new Map<string, LivePage>();
  for (const { path: name, text } of contentFiles(inventCorpus(posts))) {
    const slug = name.split("/")[1]!;
    if (isPost(name)) {
      const page = pages.get(slug)!;
      pages.set(slug, { ...page, posts: [parsePost(text, name, zone).post!, ...page.posts] });
    } else if (name.endsWith("/page.md")) {
      pages.set(slug, { slug, ...parsePage(text, name, slug).page!, posts: [] });
    }
  }
  return [...pages.values()];
}
