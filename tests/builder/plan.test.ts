/** Single cases in which a build by its plan once differed, or could differ, from a build from nothing. */
import {
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { buildSite } from "../../src/builder/build.ts";
import { buildCacheOf, pageFiles } from "../../src/builder/cache/build-cache.ts";
import { diskCache } from "../../src/builder/cache/disk-cache.ts";
import type { BuildState, PageRecord } from "../../src/builder/cache/state.ts";
import { emptyMemory } from "./plan-faults.ts";
import {
  contents,
  fromNothing,
  options,
  postText,
  put,
  redPicture,
  refused,
  settle,
  smallArchive,
} from "./small-archive.ts";

const planOf = (root: string) => buildCacheOf(options(root));
const site = (root: string) => contents(path.join(root, "_site"));

/** The site after one more build, which must be what a build from nothing gives, warnings too. */
async function agrees(root: string, more: Partial<Parameters<typeof buildSite>[0]> = {}): Promise<void> {
  emptyMemory();
  const report = await buildSite({ ...options(root), ...more });
  const fresh = await fromNothing(root, more.mode);
  expect(site(root)).toEqual(fresh.files);
  expect(report.problems).toEqual(fresh.report.problems);
  expect((await buildSite({ ...options(root), ...more })).outcome).toMatchObject({ written: [], removed: [] });
}

const flat = `export default {
  name: "flat", of: "live page", views: ({ posts }) => posts,
  path: ({ post }) => "posts/" + post.id + ".html", render: ({ post }) => post.id + " " + post.name,
};
`;
const latest = `export default {
  name: "latest", of: "archive", views: (archive) => [archive], path: () => "latest.html",
  render: ({ latest }) => latest().map(({ page, post, bodyHtml }) => page.title + post.name + bodyHtml()).join("\\n"),
};
`;

test("build in another mode makes the pictures of that mode", async () => {
  const root = await smallArchive();
  await buildSite(options(root));
  await agrees(root, { mode: "release" });
  await agrees(root, { mode: "quick" });
});

test("build by another version of the program reads every post anew", async () => {
  const root = await smallArchive();
  settle(root);
  await buildSite(options(root));
  const plan = planOf(root);
  const record = diskCache.get<PageRecord>(pageFiles(plan, "visit").record)!.value;
  const text = JSON.stringify(record).replaceAll("First words.", "Misread words.");
  expect(text).toContain("Misread");
  const digest = diskCache.put(pageFiles(plan, "visit").record, JSON.parse(text));
  const state = diskCache.get<BuildState>(plan.state)!.value;
  diskCache.put(plan.state, {
    ...state,
    renderKey: "other",
    pages: { ...state.pages, visit: { ...state.pages.visit, record: digest } },
  });
  await agrees(root);
});

test.each(["visit", "storm"])("build with a damaged record of %s makes that live page again", async (slug) => {
  const root = await smallArchive();
  put(root, "templates/latest.11ty.js", latest);
  await buildSite(options(root));
  truncateSync(pageFiles(planOf(root), slug).record, 100);
  put(root, "content/visit/one.md", postText("p-one", 11, "Changed.\n\n![A red field](media/red.png)"));
  await agrees(root);
  truncateSync(pageFiles(planOf(root), slug).record, 100);
  rmSync(path.join(root, "_site/visit"), { recursive: true });
  await agrees(root);
  truncateSync(pageFiles(planOf(root), slug).record, 100);
  rmSync(path.join(root, "_site/storm"), { recursive: true });
  await agrees(root);
});

test("build with a damaged record of a live page that is gone takes its pages away", async () => {
  const root = await smallArchive();
  await buildSite(options(root));
  truncateSync(pageFiles(planOf(root), "storm").record, 100);
  rmSync(path.join(root, "content/storm"), { recursive: true });
  await agrees(root);
});

test.each(["summaries", "view"] as const)(
  "build makes all live pages anew where the %s of one is lost",
  async (what) => {
    const root = await smallArchive();
    const file = what === "view" ? pageFiles(planOf(root), "storm").view : planOf(root).summaries;
    const title = (words: string) =>
      put(root, "content/storm/page.md", `---\ntitle: ${words}\nzone: Europe/London\n---\n- It\n`);
    const harms = [
      () => rmSync(file, { force: true }),
      () => writeFileSync(file, "cut"),
      () => diskCache.put(file, what === "view" ? "{}" : { storm: {} }),
    ];
    await buildSite(options(root));
    for (const harm of [() => undefined, ...harms]) {
      settle(root);
      harm();
      put(root, "content/visit/two.md", postText("p-two", 20, `Words ${harm}.`));
      await agrees(root);
      harm();
      put(root, "content/about.md", `Other words about it all: ${harm}\n`);
      await agrees(root);
      harm();
      put(root, "content/visit/page.md", "---\ntitle: Another name\nzone: Europe/London\n---\n- It\n");
      await agrees(root);
      harm();
      title(`A storm ${harm}`.replace(/[^\w ]/g, ""));
      await agrees(root);
      expect(diskCache.get<string>(pageFiles(planOf(root), "storm").view)?.value).toContain("A storm");
      expect(Object.keys(diskCache.get<object>(planOf(root).summaries)?.value ?? {}).sort()).toEqual([
        "storm",
        "visit",
      ]);
    }
  },
);

test("build after a crash between the records and the state goes on after any edit", async () => {
  const root = await smallArchive();
  await buildSite(options(root));
  const state = readFileSync(planOf(root).state);
  put(root, "content/visit/one.md", postText("p-one", 11, "Changed.\n\n![A red field](media/red.png)"));
  await buildSite(options(root));
  writeFileSync(planOf(root).state, state);
  diskCache.put(planOf(root).pending, ["visit/index.html"]);
  put(root, "content/visit/one.md", postText("p-other", 12, "Changed again."));
  await agrees(root);
});

test("build takes a live page of any name", async () => {
  const root = await smallArchive();
  await buildSite(options(root));
  for (const slug of ["constructor", "2024", "0"]) {
    put(
      root,
      `content/${slug}/page.md`,
      readFileSync(path.join(root, "content/visit/page.md"), "utf8").replace(/slug.*\n/, ""),
    );
    put(root, `content/${slug}/one.md`, postText("p-one", 40, "Words.\n\n![Lost](media/lost.jpg)\n\n![](media/a.jpg)"));
    await agrees(root);
  }
  rmSync(path.join(root, "content/constructor"), { recursive: true });
  await agrees(root);
});

test("build moves a page's path from one live page to another, and to public/", async () => {
  const root = await smallArchive();
  put(root, "templates/flat.11ty.js", flat);
  await buildSite(options(root));
  renameSync(path.join(root, "content/visit/two.md"), path.join(root, "content/storm/two.md"));
  await agrees(root);
  rmSync(path.join(root, "content/storm/two.md"));
  put(root, "public/posts/p-two.html", "by hand");
  await agrees(root);
  rmSync(path.join(root, "public/posts/p-two.html"));
  put(root, "content/visit/two.md", postText("p-two", 30, "Back."));
  await agrees(root);
});

test("build gives the warnings of all live pages in one order, whichever were made again", async () => {
  const root = await smallArchive();
  put(root, "content/visit/media/nobody.png", await redPicture());
  put(root, "content/storm/media/nobody.png", await redPicture());
  put(root, "content/storm/notes.txt", "stray");
  settle(root);
  await buildSite(options(root));
  put(root, "content/storm/one.md", postText("p-wind", 31, "More wind."));
  await agrees(root);
});

test("build notices that a folder of the site is gone: a live page's, pictures/, one of public/", async () => {
  const root = await smallArchive();
  put(root, "public/.well-known/security.txt", "mine");
  put(root, "content/archive.md", "---\ntitle: A small archive\n---\n");
  settle(root);
  await buildSite(options(root));
  for (const name of ["visit", "visit/media", "storm", "pictures", ".well-known", "."]) {
    rmSync(path.join(root, "_site", name), { recursive: true });
    await agrees(root);
  }
});

test("build notices that a live page's folder is gone though its first pages stand elsewhere", async () => {
  const root = await smallArchive();
  put(root, "templates/flat.11ty.js", flat.replace('"posts/"', '"post-"'));
  settle(root);
  await buildSite(options(root));
  rmSync(path.join(root, "_site/visit"), { recursive: true });
  await agrees(root);
});

test("build with an older state finds what was made since, and names what it cannot know", async () => {
  const root = await smallArchive();
  settle(root);
  await buildSite(options(root));
  const state = readFileSync(planOf(root).state);
  put(root, "public/extra.txt", "mine");
  put(root, "content/storm/two.md", postText("p-two", 40, "Two."));
  await buildSite(options(root));
  rmSync(path.join(root, "public/extra.txt"));
  rmSync(path.join(root, "content/storm/two.md"));
  writeFileSync(planOf(root).state, state);
  expect((await refused(options(root))).join()).toMatch(/known to have written: "extra.txt"$/);
  rmSync(path.join(root, "_site/extra.txt"));
  await agrees(root);
});

test("build with the plan of another archive goes by its own content", async () => {
  const [root, other] = [await smallArchive(), await smallArchive()];
  put(other, "content/storm/two.md", postText("p-rain", 31, "Rain."));
  put(other, "content/visit/one.md", postText("p-one", 10, "Other words.\n\n![A red field](media/red.png)"));
  await buildSite(options(root));
  await buildSite(options(other));
  rmSync(planOf(root).folder, { recursive: true });
  mkdirSync(path.dirname(planOf(root).folder), { recursive: true });
  renameSync(planOf(other).folder, planOf(root).folder);
  put(root, "content/visit/three.md", postText("p-three", 50, "Third."));
  rmSync(path.join(root, "content/storm/one.md"));
  put(root, "content/storm/new.md", postText("p-new", 50, "New."));
  await agrees(root);
});

test("build sees an edit that keeps size and time, and live pages that changed places", async () => {
  const root = await smallArchive();
  put(root, "content/storm/one.md", postText("p-wind", 30, "Aaaa."));
  settle(root);
  await buildSite(options(root));
  const file = path.join(root, "content/storm/one.md");
  const { mtime, atime } = statSync(file);
  put(root, "content/storm/one.md", postText("p-wind", 30, "Bbbb."));
  utimesSync(file, atime, mtime);
  await agrees(root);
  renameSync(path.join(root, "content/storm"), path.join(root, "content/was"));
  renameSync(path.join(root, "content/visit"), path.join(root, "content/storm"));
  renameSync(path.join(root, "content/was"), path.join(root, "content/visit"));
  for (const slug of ["visit", "storm"]) {
    const page = path.join(root, "content", slug, "page.md");
    writeFileSync(page, readFileSync(page, "utf8").replace(/^slug: .*\n/m, ""));
  }
  await agrees(root);
});
