import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import {
  type BuildSiteOptions,
  buildSite,
  checkArchive,
  type ImportCaptureOptions,
  importCapture,
  openArchive,
} from "../../src/api/afterlive.ts";
import { newFolder, put, redPicture } from "../builder/small-archive.ts";

const ferry = (...hours: readonly number[]): string =>
  `<!doctype html><html lang="en"><title>A ferry</title><h1>A ferry</h1><main>${hours
    .map(
      (hour) =>
        `<article class="entry"><time datetime="2024-05-17T0${hour}:00:00Z">${hour}.00</time><p>The ferry was seen from the pier at hour ${hour}.</p></article>`,
    )
    .join("")}</main>`;

/** The path of a capture with posts at these hours. */
function capture(...hours: readonly number[]): string {
  const folder = newFolder();
  put(folder, "page.html", ferry(...hours));
  return path.join(folder, "page.html");
}

/** An archive of one post, with a picture and without one. */
async function byHand(): Promise<string> {
  const root = newFolder();
  put(root, "content/archive.md", "---\ntitle: Rivers\nlanguage: en-GB\nurl: https://example.org/\n---\n");
  put(root, "content/flood/page.md", "---\ntitle: A flood\nzone: Europe/London\n---\n- The river rose\n");
  put(
    root,
    "content/flood/a.md",
    "---\nid: a\npublished: 2024-05-17T02:10:00+01:00\nheadline: The bridge\nbyline:\n  - name: Ada Low\n---\nIt *holds*.\n\n![A bridge](media/red.png)\n\n![A boat](media/boat.png)\n",
  );
  put(root, "content/flood/media/red.png", await redPicture());
  return root;
}

describe("importCapture", () => {
  test("importCapture writes posts and says which, and keeps them the second time", async () => {
    const root = newFolder();
    const first = await importCapture({ root, sources: capture(4, 3, 2, 1), slug: "ferry" });
    expect(first).toMatchObject({ imported: true, slug: "ferry", updated: [], conflicts: [] });
    expect(first.problems[0]).toMatchObject({
      severity: "warning",
      message: expect.stringMatching(/no form that is known/),
    });
    expect(first.created).toHaveLength(4);
    expect(first.written).toContain("content/ferry/page.md");
    expect(first.report.join("\n")).toMatch(/^content\/ferry {2}from /m);
    const again = await importCapture({ root, sources: [capture(5, 4, 3, 2, 1)], slug: "ferry" });
    expect([again.created.length, again.kept.length]).toEqual([1, 4]);
  });

  test("importCapture of several captures tells each post once", async () => {
    const sources = [capture(4, 3, 2, 1), capture(5, 4, 3, 2)];
    const { created, kept } = await importCapture({ root: newFolder(), sources, slug: "ferry" });
    expect([created.length, kept.length]).toEqual([5, 0]);
  });

  test("importCapture in a dry run writes nothing and tells what it would do", async () => {
    const root = newFolder();
    const { imported, created, written } = await importCapture({ root, sources: capture(4, 3, 2, 1), dryRun: true });
    expect({ imported, created: created.length, written }).toEqual({ imported: false, created: 4, written: [] });
    expect(existsSync(path.join(root, "content"))).toBe(false);
  });

  test("importCapture gives a capture that cannot be read as a problem", async () => {
    const { imported, problems } = await importCapture({ root: newFolder(), sources: "/nowhere/page.html" });
    expect(imported).toBe(false);
    expect(problems).toMatchObject([{ severity: "error", file: "/nowhere/page.html" }]);
  });

  test.each([
    [{ root: ".", sources: "x", allowHosts: "localhost" }, /"allowHosts" of importCapture: expected a list/],
    [
      { root: ".", sources: "x", fetchMedia: "yes" },
      /"fetchMedia" of importCapture: expected true or false, got "yes"/,
    ],
    [{ root: 5, sources: "a" }, /Cannot use "root" of importCapture: expected the path of a folder, got 5/],
    [{ root: ".", sources: [] }, /Cannot use "sources"/],
    [{ root: ".", sources: "-" }, /Cannot use "sources"/],
    [{ root: ".", sources: "a", year: 12 }, /Cannot use "year" of importCapture: expected a year .*, got "12"/],
    [{ root: ".", sources: "a", pause: -1 }, /Cannot use "pause"/],
    [{ root: ".", sources: "a", allowHosts: ["a/b"] }, /Cannot use "allowHosts"/],
  ])("importCapture refuses the arguments %j", async (options, message) => {
    await expect(importCapture(options as ImportCaptureOptions)).rejects.toThrow(message);
  });
});

describe("openArchive", () => {
  test("openArchive gives live pages and posts as data that can be written as JSON", async () => {
    const root = await byHand();
    const archive = await openArchive({ root });
    expect(JSON.parse(JSON.stringify(archive))).toEqual(archive);
    expect(archive).toMatchObject({ title: "Rivers", language: "en-GB", url: "https://example.org/" });
    const [page] = archive.livePages;
    expect(page).toMatchObject({ slug: "flood", title: "A flood", zone: "Europe/London" });
    expect(page).not.toHaveProperty("publisher");
    expect(page!.pictures).toEqual({ "red.png": path.join(root, "content/flood/media/red.png") });
    expect(page!.posts).toMatchObject([
      {
        id: "a",
        file: "content/flood/a.md",
        published: "2024-05-17T02:10:00+01:00",
        headline: "The bridge",
        bylines: [{ name: "Ada Low" }],
        keyEvent: false,
      },
    ]);
    expect(page!.posts[0]!.text).toMatch(/^It holds\./);
    expect(page!.posts[0]!.blocks[0]).toMatchObject({ kind: "paragraph" });
  });

  test("openArchive gives the problems of a folder without an archive", async () => {
    const { livePages, problems } = await openArchive({ root: newFolder() });
    expect(livePages).toEqual([]);
    expect(problems).toMatchObject([{ severity: "error", file: "content" }]);
  });
});

test("checkArchive counts what can be read and lists each problem", async () => {
  const root = await byHand();
  put(root, "content/flood/b.md", "---\nid: b\npublished: soon\n---\nWords\n");
  const { livePages, posts, problems } = await checkArchive({ root });
  expect({ livePages, posts }).toEqual({ livePages: 1, posts: 1 });
  expect(problems).toMatchObject([{ severity: "error", file: "content/flood/b.md", line: 3 }]);
});

test("checkArchive finds what misleads readers, as the command does", async () => {
  const root = await byHand();
  put(root, "content/flood/b.md", "---\nid: b\npublished: 2024-05-17T02:37:00+01:00\n---\nSee [this](#nowhere).\n");
  const { problems } = await checkArchive({ root });
  expect(problems.map(({ file, message }) => [file, message])).toContainEqual([
    "content/flood/b.md",
    expect.stringContaining("#nowhere"),
  ]);
});

describe("buildSite", () => {
  test("buildSite writes the site, counts its pictures, and touches nothing the second time", async () => {
    const root = await byHand();
    const heard: number[] = [];
    const first = await buildSite({ root, quick: true, onPictures: (done) => heard.push(done) });
    expect(first).toMatchObject({ built: true, out: path.join(root, "_site"), livePages: 1, posts: 1, removed: [] });
    expect(first.written).toContain("flood/index.html");
    expect(readFileSync(path.join(root, "_site/flood/index.html"), "utf8")).toContain("The bridge");
    expect(heard.length).toBeGreaterThan(0);
    const second = await buildSite({ root, quick: true });
    expect(second.written).toEqual([]);
    expect(second.unchanged).toBe(first.written.length);
  });

  test("buildSite with a site and a cache elsewhere writes nothing into the archive", async () => {
    const [root, other] = [await byHand(), newFolder()];
    const [out, cache] = [path.join(other, "site"), path.join(other, "cache")];
    expect(await buildSite({ root, out, cache, quick: true })).toMatchObject({ built: true, out });
    expect(readdirSync(root)).toEqual(["content"]);
    expect(existsSync(cache)).toBe(true);
  });

  test("buildSite gives mistakes in the archive as problems, and leaves the site as it was", async () => {
    const root = await byHand();
    put(root, "content/flood/a.md", "---\nid: a\npublished: soon\n---\nWords\n");
    const { built, problems } = await buildSite({ root });
    expect(built).toBe(false);
    expect(problems.filter(({ severity }) => severity === "error")).toHaveLength(1);
    expect(existsSync(path.join(root, "_site/index.html"))).toBe(false);
  });

  test("buildSite rejects wrong arguments, and gives a folder that it must not fill as a problem", async () => {
    await expect(buildSite({} as BuildSiteOptions)).rejects.toThrow(/Cannot use "root" of buildSite.* got undefined/);
    await expect(buildSite("here" as unknown as BuildSiteOptions)).rejects.toThrow(/expected an object/);
    for (const wrong of [{ quick: "no" }, { verify: 1 }, { onPictures: "log" }])
      await expect(buildSite({ root: ".", ...wrong } as unknown as BuildSiteOptions)).rejects.toThrow(
        /^Cannot use "\w+" of buildSite: expected (true or false|a function), got /,
      );
    const root = await byHand();
    expect(await buildSite({ root, out: root })).toMatchObject({ built: false, problems: [{ file: root }] });
  });
});
