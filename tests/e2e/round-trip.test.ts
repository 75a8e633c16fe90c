/** What afterlive built can be imported again: the same posts come back. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { readArchive } from "../../src/archive/read/read.ts";
import { builtPages } from "../../src/importers/afterlive/afterlive.ts";
import { importerFor } from "../../src/importers/registry.ts";
import type { FoundPost } from "../../src/model/live-page.ts";
import { accounted } from "../importers/accounted.ts";
import { newFolder, repository, succeed } from "./command-line.ts";

/** What a page shows of a post: not the names of files, not the publisher's ids; of what was inferred, the date. */
const shown =
  (data: boolean) =>
  (post: FoundPost): unknown => {
    const { published, inferred, clock, label, breaking, headline, subheadline, context, bylines, truncated, blocks } =
      post;
    const said = data ? [] : inferred.filter((part) => part === "date");
    const text = JSON.stringify({
      published,
      said,
      clock,
      label,
      breaking,
      headline,
      subheadline,
      context,
      bylines,
      truncated,
      blocks,
    });
    return JSON.parse(text, (key, value) => (key === "file" ? undefined : value));
  };

function rebuilt(root: string, zone = "Europe/London") {
  succeed(["build"], { cwd: root });
  const { page } = readArchive(root).pages[0]!;
  return ["index.html", "oldest.html", "page.json"].map((file) => {
    const html = readFileSync(path.join(root, "_site", page.slug, file), "utf8");
    expect(importerFor(html)).toBe(builtPages);
    return { page, file, reading: accounted(builtPages, html, { file, zone }) };
  });
}

const cases = ["rich-blocks", "newyear-oldest-first", "bbc-lx-stream-html"].flatMap((name) =>
  ["page.html", "page.txt"].map((file) => `${name}/${file}`),
);

describe("a built page", () => {
  test.for(cases)("gives back the posts of %s, newest first, oldest first and as data", (name) => {
    const root = newFolder();
    const capture = path.join(repository, "tests/fixtures/live-pages", name);
    succeed(["import", capture, "--captured", "2025-06-15T15:00+00:00"], { cwd: root });
    for (const { page, file, reading } of rebuilt(root)) {
      expect(reading.order).toBe(file === "oldest.html" ? "oldest-first" : "newest-first");
      const posts = reading.order === "newest-first" ? reading.posts : reading.posts.toReversed();
      const show = shown(file === "page.json");
      expect(posts.map(show)).toEqual(page.posts.map(show));
      expect(reading.page.title).toBe(page.title);
      expect(reading.page.summary ?? []).toEqual(page.summary);
    }
  });

  test("becomes the same archive again where nothing else is left", () => {
    const [root, other] = [newFolder(), newFolder()];
    const capture = path.join(repository, "tests/fixtures/live-pages/rich-blocks/page.html");
    succeed(["import", capture, "--slug", "cup"], { cwd: root });
    succeed(["build"], { cwd: root });
    const built = path.join(root, "_site/cup/index.html");
    expect(succeed(["import", built, "--slug", "cup"], { cwd: other }).stdout).toContain(
      "7 created, 0 updated, 0 kept",
    );
    const ids = (folder: string) => readArchive(folder).pages[0]!.page.posts.map(({ id }) => id);
    expect(ids(other)).toEqual(ids(root));
    expect(succeed(["import", built], { cwd: other }).stdout).toContain("nothing has changed");
  });

  test.for(["index.html", "page.json"])(
    "brings the corrections of an archive's editor along with new posts, from %s",
    (file) => {
      const [root, other] = [newFolder(), newFolder()];
      const write = (folder: string, corrections: string) => {
        const at = path.join(folder, "content/cup/p-1.md");
        const text = readFileSync(at, "utf8").replace(/^corrections:.*\n/m, "");
        writeFileSync(at, text.replace(/^headline:/m, `${corrections}headline:`));
      };
      mkdirSync(path.join(root, "content/cup"), { recursive: true });
      writeFileSync(path.join(root, "content/archive.md"), "---\ntitle: Kept\nlanguage: en-GB\n---\n");
      writeFileSync(
        path.join(root, "content/cup/page.md"),
        "---\ntitle: Cup\nlanguage: en-GB\nzone: Europe/London\n---\n",
      );
      const matter = "---\nid: p-1\npublished: 2025-06-15T15:00:00+01:00\nheadline: One\n---\n";
      writeFileSync(path.join(root, "content/cup/p-1.md"), `${matter}A goal.\n`);
      write(root, 'corrections: ["16 June: it was *no* goal", "Correction: it was one"]\n');
      const corrections = (folder: string) => readArchive(folder).pages[0]!.page.posts.map((post) => post.corrections);
      succeed(["build", "--quick"], { cwd: root });
      const built = path.join(root, "_site/cup", file);
      expect(succeed(["import", built, "--slug", "cup"], { cwd: other }).stdout).toContain("1 created");
      expect(corrections(other)).toEqual([["16 June: it was *no* goal", "Correction: it was one"]]);
      expect(succeed(["import", built], { cwd: other }).stdout).toContain("nothing has changed");
      // Of a post that is there its editor alone says what was wrong.
      const [name] = readdirSync(path.join(other, "content/cup")).filter((one) => /^p.*-.*\.md$/.test(one));
      const at = path.join(other, "content/cup", name!);
      writeFileSync(
        at,
        readFileSync(at, "utf8").replace(/^corrections:(?: .*\n|\n(?: .*\n)+)/m, "corrections: [Mine]\n"),
      );
      write(root, 'corrections: ["Another"]\n');
      writeFileSync(
        path.join(root, "content/cup/p-1.md"),
        readFileSync(path.join(root, "content/cup/p-1.md"), "utf8").replace("A goal.", "A fine goal."),
      );
      succeed(["build", "--quick"], { cwd: root });
      expect(succeed(["import", built, "--slug", "cup"], { cwd: other }).stdout).toContain("1 updated");
      expect(corrections(other)).toEqual([["Mine"]]);
    },
  );

  test("keeps code, with its lines and their indents", () => {
    const root = newFolder();
    const folder = path.join(root, "content/cup");
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(root, "content/archive.md"), "---\ntitle: Kept\nlanguage: en-GB\n---\n");
    writeFileSync(path.join(folder, "page.md"), "---\ntitle: Cup\nlanguage: en-GB\nzone: Europe/London\n---\n");
    const code = ["```", "if (goal) {", "  cheer();", "", "  sing(`loud`);", "}", "```"].join("\n");
    const matter = "---\nid: p-1\npublished: 2025-06-15T15:00:00+01:00\nheadline: One\n---\n";
    writeFileSync(path.join(folder, "p-1.md"), `${matter}As \`cheer()\` says:\n\n${code}\n`);
    for (const { page, reading } of rebuilt(root)) expect(reading.posts[0]?.blocks).toEqual(page.posts[0]?.blocks);
  });
});
