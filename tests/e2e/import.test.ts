/** `afterlive import`, run as a person runs it: what it writes, what it leaves alone, and what it says. */
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { readArchive } from "../../src/archive/read/read.ts";
import { plainBlocks } from "../../src/markdown/plain.ts";
import { printInstant } from "../../src/model/instant.ts";
import { afterlive, fileWith, newFolder, sampleArchive, succeed, treeOf, writeFiles } from "./command-line.ts";
import { pageText, regatta, regattaOptions } from "./page-text.ts";

/** An archive that holds the regatta and, beside it, the capture it came from. */
function regattaArchive(): { root: string; capture: string; posts: string } {
  const root = writeFiles(newFolder(), { "in/page.txt": pageText(regatta) });
  const capture = path.join(root, "in/page.txt");
  succeed(["import", capture, "--root", root, ...regattaOptions]);
  return { root, capture, posts: path.join(root, "content/regatta") };
}

/** The newest post of a page names no day: it is of the day on which the page was saved. */
const dateless = `A night of lanterns

Live Reporting

  1. Posted at 00:15

    The last lantern is lit

    The square falls silent.
`;

const postsOf = (root: string) => readArchive(root).pages[0]!.page.posts;

describe("import", () => {
  test("turns the text of a live page into an archive that check accepts", () => {
    const { root } = regattaArchive();
    const [archived] = readArchive(root).pages;
    expect(archived?.page).toMatchObject({
      slug: "regatta",
      title: "The island regatta, as it happened",
      source: "https://news.example.org/live/regatta",
      zone: "Europe/London",
    });
    expect(postsOf(root).map(({ headline, published }) => [headline, published && printInstant(published)])).toEqual([
      ["The harbour empties", "2024-05-17T16:45:00+01:00"],
      ["Heron wins by a length", "2024-05-17T15:20:00+01:00"],
      ["Off they go", "2024-05-17T15:10:00+01:00"],
    ]);
    expect(plainBlocks(archived!.page.summary)).toContain("Six boats race round the island");
    succeed(["check", "--root", root]);
  });

  test("says how many posts it found, from when to when, and what it inferred", () => {
    const root = writeFiles(newFolder(), { "page.txt": pageText(regatta) });
    const { stdout } = succeed(["import", "page.txt", ...regattaOptions], { cwd: root });
    expect(stdout).toMatch(/3 posts/);
    expect(stdout).toMatch(/15:10/);
    expect(stdout).toMatch(/16:45/);
    expect(stdout).toMatch(/inferred/);
  });

  test("dates posts by the clocks of the live page, whatever offset the time of the capture is told with", () => {
    const root = writeFiles(newFolder(), { "page.txt": dateless });
    const zones = { "Europe/London": "2024-06-13T00:15:00+01:00", "Asia/Tokyo": "2024-06-13T00:15:00+09:00" };
    for (const [zone, published] of Object.entries(zones)) {
      const captured = zone === "Asia/Tokyo" ? "2024-06-12T15:30Z" : "2024-06-12T23:30Z";
      const [slug = ""] = zone.toLowerCase().split("/");
      succeed(["import", "page.txt", "--slug", slug, "--zone", zone, "--captured", captured], { cwd: root });
      const { page } = readArchive(root).pages.find((one) => one.page.slug === slug)!;
      expect(page.posts.map((post) => post.published && printInstant(post.published))).toEqual([published]);
      expect(page.captured && printInstant(page.captured)).toBe(published.replace(":15:", ":30:"));
    }
  });

  test("reads standard input as it reads a file", () => {
    const [fromFile, fromInput] = [regattaArchive().root, newFolder()];
    succeed(["import", "-", "--root", fromInput, ...regattaOptions], { input: pageText(regatta), apart: true });
    expect(postsOf(fromInput)).toEqual(postsOf(fromFile));
  });

  test("done twice changes no byte, and needs no options the second time", () => {
    const { root, capture } = regattaArchive();
    const before = treeOf(root);
    succeed(["import", capture, "--root", root, ...regattaOptions]);
    expect(treeOf(root)).toEqual(before);
    succeed(["import", capture, "--root", root]);
    expect(treeOf(root)).toEqual(before);
  });

  test("with --dry-run says what it would do and does nothing", () => {
    const root = writeFiles(newFolder(), { "page.txt": pageText(regatta) });
    const before = treeOf(root);
    const { stdout } = succeed(["import", "page.txt", "--dry-run", ...regattaOptions], { cwd: root });
    expect(stdout).toMatch(/3 posts/);
    expect(treeOf(root)).toEqual(before);
  });

  test("keeps a post that a person edited, updates the others, and reports that one", () => {
    const { root, capture, posts } = regattaArchive();
    const edited = fileWith(posts, "nine minutes and four seconds");
    writeFileSync(edited, readFileSync(edited, "utf8").replace("four seconds", "four seconds, a record"));
    const kept = readFileSync(edited);
    const changed = regatta.map((post) => ({
      ...post,
      paragraphs: post.paragraphs.map((text) => `${text} So the pilot says.`),
    }));
    writeFileSync(capture, pageText(changed));

    const result = afterlive(["import", capture, "--root", root, ...regattaOptions]);
    const said = result.stdout + result.stderr;
    // Everything else is written; the exit code says that somebody must look.
    expect(result.status, said).toBe(1);
    expect(said).toContain(path.basename(edited));
    expect(said).toContain("stands in the Markdown; captures/ holds the wording that was not taken over");
    expect(readFileSync(edited)).toEqual(kept);
    const texts = postsOf(root).map(({ blocks }) => plainBlocks(blocks));
    expect(texts[0]).toContain("on Sunday. So the pilot says.");
    expect(texts[1]).toContain("four seconds, a record.");
    expect(texts[1]).not.toContain("pilot");
    expect(texts[2]).toContain("from the west. So the pilot says.");
    expect(postsOf(root)).toHaveLength(3);

    const again = afterlive(["import", capture, "--root", root]);
    expect(again.status).toBe(1);
    expect(again.stdout).toContain("3 posts: nothing was written, and 1 conflict from before is still open");
  });

  test("keeps a person's edit when the capture did not change, and says nothing of a conflict", () => {
    const { root, capture, posts } = regattaArchive();
    const edited = fileWith(posts, "light wind");
    writeFileSync(edited, readFileSync(edited, "utf8").replace("light wind", "stiff breeze"));
    const before = treeOf(root);
    const { stdout, stderr } = succeed(["import", capture, "--root", root]);
    expect(stdout + stderr).not.toMatch(/conflict/i);
    expect(treeOf(root)).toEqual(before);
  });

  test("does not bring back a post whose file a person deleted, and keeps one under a new file name", () => {
    const { root, capture, posts } = regattaArchive();
    rmSync(fileWith(posts, "light wind"));
    const renamed = path.join(posts, "the-winner.md");
    const old = fileWith(posts, "nine minutes");
    cpSync(old, renamed);
    rmSync(old);
    for (const _ of [1, 2]) {
      succeed(["import", capture, "--root", root]);
      expect(postsOf(root).map(({ headline }) => headline)).toEqual(["The harbour empties", "Heron wins by a length"]);
      expect(existsSync(renamed)).toBe(true);
    }
  });

  test("joins several captures into one timeline without duplicates, in whatever order they are named", () => {
    const parts = [regatta.slice(0, 2), regatta.slice(1)].map((part) => pageText(part));
    const roots = [
      ["1.txt", "2.txt"],
      ["2.txt", "1.txt"],
    ].map((order) => {
      const root = writeFiles(newFolder(), { "1.txt": parts[0]!, "2.txt": parts[1]! });
      succeed(["import", ...order, ...regattaOptions], { cwd: root });
      return root;
    });
    const oneByOne = writeFiles(newFolder(), { "1.txt": parts[0]!, "2.txt": parts[1]! });
    succeed(["import", "2.txt", ...regattaOptions], { cwd: oneByOne });
    succeed(["import", "1.txt", ...regattaOptions], { cwd: oneByOne });
    for (const root of [...roots, oneByOne]) {
      expect(postsOf(root).map(({ headline }) => headline)).toEqual(regatta.map(({ headline }) => headline));
    }
    expect(postsOf(roots[0]!)).toEqual(postsOf(roots[1]!));
  });

  test("of several captures leaves the bytes that one after the other would leave, and nothing beside them", () => {
    const parts = [regatta.slice(0, 1), regatta.slice(1, 2), regatta.slice(1)].map((part) => pageText(part));
    const files = Object.fromEntries(parts.map((part, index) => [`${index}.txt`, part]));
    const [atOnce, oneByOne] = [writeFiles(newFolder(), files), writeFiles(newFolder(), files)];
    for (const root of [atOnce, oneByOne]) succeed(["import", "0.txt", ...regattaOptions], { cwd: root });
    succeed(["import", "0.txt", "1.txt", "2.txt", ...regattaOptions], { cwd: atOnce });
    for (const file of Object.keys(files)) succeed(["import", file, ...regattaOptions], { cwd: oneByOne });
    const posts = (root: string) =>
      Object.entries(treeOf(root)).filter(([name]) => /\/(?:p\d|page)[^/]*\.md$/.test(name));
    expect(posts(atOnce)).toEqual(posts(oneByOne));
    expect(readdirSync(atOnce).sort()).toEqual(["0.txt", "1.txt", "2.txt", "content"]);
  });

  test("of several captures writes nothing where one of them cannot be read", () => {
    const root = writeFiles(newFolder(), { "1.txt": pageText(regatta), "2.txt": "Nothing of a live page.\n" });
    const { status, stderr } = afterlive(["import", "1.txt", "2.txt", ...regattaOptions], { cwd: root });
    expect([status, readdirSync(root).sort()]).toEqual([1, ["1.txt", "2.txt"]]);
    expect(stderr).toContain("2.txt");
  });

  test("gives the same bytes in another zone, another locale and another folder", () => {
    const trees = [
      { TZ: "Pacific/Kiritimati", LC_ALL: "tr_TR.UTF-8" },
      { TZ: "America/St_Johns", LC_ALL: "C" },
    ].map((env) => {
      const root = writeFiles(newFolder(), { "page.txt": pageText(regatta) });
      succeed(["import", "page.txt", ...regattaOptions], { cwd: root, env });
      return treeOf(root);
    });
    expect(trees[0]).toEqual(trees[1]);
  });

  test("keeps the capture itself, compressed and named by its digest", () => {
    const { posts } = regattaArchive();
    const kept = readdirSync(path.join(posts, "captures"));
    expect(kept).toContain("captures.yaml");
    expect(kept.some((name) => /^[0-9a-f]{64}\.gz$/.test(name))).toBe(true);
  });

  test("leaves nothing behind but content/", () => {
    const { root } = regattaArchive();
    expect(readdirSync(root).sort()).toEqual(["content", "in"]);
  });

  test("adds a live page beside those that are there", () => {
    const root = sampleArchive();
    const before = treeOf(root);
    writeFiles(root, { "page.txt": pageText(regatta) });
    succeed(["import", "page.txt", ...regattaOptions], { cwd: root });
    expect(treeOf(root)).toMatchObject(before);
    succeed(["check", "--root", root]);
  });
});

describe("import of a page that names no zone", () => {
  const posts = ["20:15", "12:10", "05:00"].map(
    (time) => `<div class="post"><b>${time}</b><h3>At ${time}</h3><p>Something happened in the harbour.</p></div>`,
  );
  const page = (more = "") =>
    `<html lang="de"><head><title>Hafen live</title><meta property="article:published_time" content="2025-03-10T05:00:00+01:00"></head><body><h1>Hafen live</h1><h2>Montag, 10. März 2025</h2>${more}${posts.join("")}</body></html>`;

  test("writes the zone that fits its times, and changes nothing when it is imported again", () => {
    const root = writeFiles(newFolder(), { "page.html": page() });
    expect(succeed(["import", "page.html"], { cwd: root }).stdout).toContain("20:15 (UTC+1)");
    const [archived] = readArchive(root).pages;
    expect(archived!.page.zone).toBe("Etc/GMT-1");
    expect(archived!.page.posts.map(({ id }) => id.slice(0, 14))).toEqual([
      "p20250310-2015",
      "p20250310-1210",
      "p20250310-0500",
    ]);
    const before = treeOf(root);
    expect(succeed(["import", "page.html"], { cwd: root }).stdout).toContain("nothing has changed");
    expect(treeOf(root)).toEqual(before);
    succeed(["check", "--root", root]);
  });

  test("leaves the times of a page alone that was imported as one of the usual zone", () => {
    const root = writeFiles(newFolder(), { "page.html": page() });
    succeed(["import", "page.html", "--zone", "Europe/London"], { cwd: root });
    writeFiles(root, { "page.html": page("<p>More of it.</p>") });
    const { stdout } = succeed(["import", "page.html", "--slug", "hafen-live"], { cwd: root });
    expect(stdout).toContain("0 created, 0 updated, 3 kept");
  });

  test("takes its further parts, which do not tell it, as parts of the same zone", () => {
    const later = page()
      .replace(/05:00/g, "04:40")
      .replace(/T04:40/, "T05:00")
      .replace(/20:15/g, "03:15")
      .replace(/12:10/g, "04:10");
    const root = writeFiles(newFolder(), { "a.html": later, "b.html": page() });
    const { stdout } = succeed(["import", "a.html", "b.html"], { cwd: root });
    const [archived] = readArchive(root).pages;
    expect(archived!.page.zone).toBe("Etc/GMT-1");
    expect(new Set(archived!.page.posts.map(({ published }) => printInstant(published!).slice(-6)))).toEqual(
      new Set(["+01:00"]),
    );
    expect(stdout).toContain("(UTC+1)");
    const before = treeOf(root);
    succeed(["import", "a.html", "b.html"], { cwd: root });
    expect(treeOf(root)).toEqual(before);
    writeFiles(root, { "a.html": later.replaceAll("Hafen live", "Rathaus live") });
    const other = succeed(["import", "a.html", "b.html", "--dry-run", "--slug", "both"], { cwd: root });
    expect(other.stdout).toContain("03:15 to 10 March 2025 04:40 (Europe/London)");
  });
});
