import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { largestText } from "../../../src/archive/read/files.ts";
import { readArchive } from "../../../src/archive/read/read.ts";
import { sha256 } from "../../../src/base/digest.ts";
import { formatProblem } from "../../../src/model/problem.ts";
import { withRoot } from "../import-fixtures.ts";

const page = "---\ntitle: A visit\nzone: Europe/London\n---\n";
const post = (id: string, more = "", body = "Text.\n") =>
  `---\nid: ${id}\npublished: 2024-05-17T02:37:00+01:00\n${more}---\n${body}`;

type Files = Readonly<Record<string, string | Uint8Array>>;

function archiveOf(root: string, files: Files) {
  for (const [name, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(root, "content", name)), { recursive: true });
    writeFileSync(join(root, "content", name), bytes);
  }
  return readArchive(root);
}
const problemsOf = (files: Files): readonly string[] =>
  withRoot((root) => archiveOf(root, files).problems.map(formatProblem));

describe("readArchive", () => {
  test("reads the archive's own words from about.md, with or without an archive.md", () => {
    withRoot((root) => {
      const words = { blocks: [{ kind: "paragraph", content: [{ kind: "text", text: "We keep pages." }] }] };
      const files = { "about.md": "We keep pages.\n", "visit/page.md": page };
      expect(archiveOf(root, files).settings).toMatchObject({ title: "Archive", words });
      const titled = archiveOf(root, { ...files, "archive.md": "---\ntitle: Mine\n---\n" });
      expect(titled.settings).toMatchObject({ title: "Mine", words });
      expect(titled.problems).toEqual([]);
    });
  });

  test("reports what is wrong in about.md by its place, and is without words then", () => {
    withRoot((root) => {
      const { settings, problems } = archiveOf(root, {
        "about.md": "---\ntitle:\n  - a\n---\nText.\n",
        "visit/page.md": page,
      });
      expect(settings.words).toBeUndefined();
      expect(problems.map(formatProblem)).toEqual([
        expect.stringMatching(/^content\/about\.md:3:5 {2}Cannot read "title"/),
      ]);
    });
  });

  test("reads settings, pages, posts newest first, their files and pictures", () => {
    withRoot((root) => {
      const archive = archiveOf(root, {
        "archive.md": "---\ntitle: Mine\nlanguage: en-GB\nurl: https://example.org/a\nnoindex: true\n---\nAbout it.\n",
        "published.txt": "visit/index.html\n",
        "visit/page.md": `${page}- One\n`,
        "visit/a.md": post("a", "order: 1\n", "![Alt](media/tea.jpg)\n"),
        "visit/renamed.md": post("b", "order: 2\n", "![Alt](media/absent.jpg)\n"),
        "visit/media/tea.png": "bytes",
        "visit/captures/captures.yaml": "captures: []\n",
      });
      expect(archive.problems).toEqual([]);
      expect(archive.settings).toMatchObject({ title: "Mine", url: "https://example.org/a/", noindex: true });
      const [only] = archive.pages;
      expect(only?.page).toMatchObject({ slug: "visit", title: "A visit", zone: "Europe/London", language: "en" });
      expect(only?.page.posts.map(({ id }) => id)).toEqual(["b", "a"]);
      expect([...only!.files]).toEqual([
        ["a", "content/visit/a.md"],
        ["b", "content/visit/renamed.md"],
      ]);
      expect([...only!.media.keys()]).toEqual(["tea.jpg"]);
      const picture = only!.media.get("tea.jpg")!;
      expect(picture).toMatchObject({
        name: "tea.png",
        path: join(root, "content/visit/media/tea.png"),
        digest: sha256("bytes"),
      });
      expect(Buffer.from(picture.bytes()).toString()).toBe("bytes");
    });
  });

  test("says how to begin where there is nothing", () => {
    const hint =
      '\n    Import a live page: npx afterlive import page.txt --slug a-visit --title "A visit" (or name the folder that holds content/: --root DIR)';
    withRoot((root) => {
      expect(readArchive(root).problems.map(formatProblem)).toEqual([
        `content  Cannot read the archive: there is no folder content/${hint}`,
      ]);
    });
    expect(problemsOf({ "archive.md": "---\ntitle: Mine\n---\n" })).toEqual([
      `content  Cannot read the archive: content/ has no live page${hint}`,
    ]);
  });

  test("reports broken files, sorted, and reads the others", () => {
    withRoot((root) => {
      const archive = archiveOf(root, {
        "visit/page.md": page,
        "visit/a.md": post("a"),
        "visit/b.md": post("a"),
        "visit/c.md": "no front matter",
        "visit/d.md": Uint8Array.of(0x2d, 0xff),
        "visit/e.md": post("e", "published: 1\n"),
      });
      expect(archive.pages[0]?.page.posts.map(({ id }) => id)).toEqual(["a"]);
      expect(archive.problems.map(formatProblem)).toEqual([
        'content/visit/b.md:2:5  Cannot use the id "a": content/visit/a.md has it already\n    If one is a copy of the other, remove it. Else give the newer of the two another id, such as "a-2"',
        'content/visit/c.md:1:1  Cannot read front matter: the file does not begin with a line "---"\n    Begin the file with a line "---", then lines of "key: value", then a line "---", then the text',
        "content/visit/d.md  Cannot read the file: it is not UTF-8\n    Save the file with the encoding UTF-8",
        "content/visit/e.md:4:1  Cannot read front matter: this key stands twice\n    Keep one of the two lines and remove the other",
      ]);
    });
  });

  test.each<[string, Files, string]>([
    [
      "a folder with a bad name",
      { "visit/page.md": page, "My Visit/page.md": page },
      'content/My Visit  Cannot use the folder\'s name: expected at most 80 of a-z, 0-9 and "-", got "My Visit"\n    Rename the folder to "my-visit"',
    ],
    [
      "a folder without page.md",
      { "visit/a.md": post("a") },
      'content/visit/page.md  Cannot read the live page: it has no page.md\n    Write one with "---", "title: A state visit", "zone: Europe/London", "---" and, below, the summary; or remove the folder',
    ],
    [
      "a slug that is not the folder's name",
      { "visit/page.md": page.replace("---\n", "---\nslug: other\n") },
      'content/visit/page.md:2:7  Cannot read "slug": expected the folder\'s name "visit", got "other"\n    Remove the line: the folder\'s name is the slug',
    ],
    [
      "a figure without alt text",
      { "visit/page.md": page, "visit/a.md": post("a", "", "Text.\n\n![](media/x.jpg)\n") },
      'content/visit/a.md:7:1  warning: The picture "media/x.jpg" has no description\n    Write between the square brackets what can be seen, for readers who cannot see it',
    ],
    [
      "two pictures for one figure",
      {
        "visit/page.md": page,
        "visit/a.md": post("a", "", "![A](media/x.jpg)\n"),
        "visit/media/x.jpg": "",
        "visit/media/x.png": "",
      },
      'content/visit/media/x.jpg  warning: Cannot tell which picture fills "x.jpg": "x.jpg", "x.png" do; "x.jpg" is used\n    Keep one of them and remove the others',
    ],
    [
      "a picture that no post names",
      { "visit/page.md": page, "visit/media/x.jpg": "" },
      'content/visit/media/x.jpg  warning: Cannot place "x.jpg": no post of this live page names it\n    Write ![What it shows](media/x.jpg) in a post, or remove it',
    ],
    [
      "a file in media/ that is no picture",
      { "visit/page.md": page, "visit/media/clip.mp4": "" },
      'content/visit/media/clip.mp4  warning: Cannot use "clip.mp4": expected a picture that ends in .jpg, .png, .webp, .avif, .gif, .tiff, .svg or .heic\n    Save it as JPEG or PNG, or remove it',
    ],
    [
      "two names that differ only in case",
      {
        "visit/page.md": page,
        "visit/a.md": post("a", "", "![A](media/IMG_1.JPG)\n\n![B](media/img_1.jpg)\n"),
        "visit/media/IMG_1.JPG": "",
        "visit/media/img_1.jpg": "",
      },
      'content/visit/media/img_1.jpg  Cannot tell "img_1.jpg" from "IMG_1.JPG": on many disks they are one file\n    Rename one of them, here and in the post that names it',
    ],
    [
      "a stray file in a live page",
      { "visit/page.md": page, "visit/notes.txt": "" },
      "content/visit/notes.txt  warning: Cannot place this: not part of a live page\n    Posts are *.md here, pictures go into media/; move it elsewhere or remove it",
    ],
    [
      "a stray file in content/",
      { "visit/page.md": page, "notes.txt": "" },
      "content/notes.txt  warning: Cannot place this: not part of an archive\n    content/ holds archive.md, about.md, published.txt and one folder a live page; move it elsewhere or remove it",
    ],
    [
      "a published path that is none",
      { "visit/page.md": page, "published.txt": "visit/index.html\n../x\n" },
      'content/published.txt:2:1  warning: Cannot read a published path: expected one such as "state-visit/index.html", got "../x"\n    Remove the line, or undo the change to this file: deploy writes it',
    ],
    [
      "a file that is too large",
      { "visit/page.md": page, "visit/a.md": new Uint8Array(largestText + 1) },
      "content/visit/a.md  Cannot read the file: expected at most 4194304 bytes, got 4194305\n    Split the text into several posts",
    ],
  ])("reports %s", (_name, files, problem) => {
    expect(problemsOf(files)).toEqual([problem]);
  });

  test("refuses links that lead out of content/ and follows those that stay", () => {
    withRoot((root) => {
      archiveOf(root, { "visit/page.md": page, "visit/a.md": post("a") });
      writeFileSync(join(root, "secret.md"), post("secret"));
      symlinkSync(join(root, "secret.md"), join(root, "content/visit/b.md"));
      symlinkSync("/nowhere", join(root, "content/visit/c.md"));
      rmSync(join(root, "content/visit/a.md"));
      writeFileSync(join(root, "content/visit/d.md"), post("d"));
      symlinkSync("visit", join(root, "content/same"));
      const archive = readArchive(root);
      const message =
        "Cannot follow a symbolic link: it leads out of content/, or nowhere\n    Put a copy of the file here instead of the link";
      expect(archive.pages.map(({ page }) => page.posts.map(({ id }) => id))).toEqual([["d"], ["d"]]);
      expect(archive.problems.map(formatProblem)).toEqual(
        ["same/b.md", "same/c.md", "visit/b.md", "visit/c.md"].map((name) => `content/${name}  ${message}`),
      );
    });
  });

  test("names the copy of a post, not the post, where a program that keeps folders alike made one", () => {
    expect(
      problemsOf({
        "visit/page.md": page,
        "visit/a.md": post("a"),
        "visit/a (Ana's conflicted copy 2024-05-17).md": post("a"),
        "visit/b.md": post("b"),
        "visit/b.sync-conflict-20240517-101010-ABCDEFG.md": post("b"),
      }),
    ).toEqual([
      'content/visit/a (Ana\'s conflicted copy 2024-05-17).md:2:5  Cannot use the id "a": this file is a copy of content/visit/a.md, which has it\n    Compare it with a.md, take over what you miss there, and remove this one',
      'content/visit/b.sync-conflict-20240517-101010-ABCDEFG.md:2:5  Cannot use the id "b": this file is a copy of content/visit/b.md, which has it\n    Compare it with b.md, take over what you miss there, and remove this one',
    ]);
  });

  test("names copies of page.md, of archive.md and of a live page's folder", () => {
    expect(
      problemsOf({
        "archive.md": "---\ntitle: Mine\n---\n",
        "archive 2.md": "---\ntitle: Mine\n---\n",
        "visit/page.md": page,
        "visit/page (conflicted copy).md": page,
        "visit (Case Conflict)/page.md": page,
      }),
    ).toEqual([
      expect.stringContaining("content/archive 2.md  warning: Cannot place this: it is a copy of archive.md"),
      expect.stringContaining("content/visit (Case Conflict)  Cannot place this: it is a copy of visit"),
      expect.stringContaining("content/visit/page (conflicted copy).md  Cannot place this: it is a copy of page.md"),
    ]);
  });

  test("is silent about what editors leave beside a file", () => {
    expect(
      problemsOf({
        "visit/page.md": page,
        "visit/a.md": post("a"),
        "visit/a.md~": "x",
        "visit/#a.md#": "x",
        "b.orig": "x",
      }),
    ).toEqual([]);
  });

  test("does not ask where a picture belongs that a draft, or a post with an error, names", () => {
    const problems = problemsOf({
      "visit/page.md": page,
      "visit/a.md": post("a", "draft: true\n", "![Alt](media/tea.jpg)\n"),
      "visit/b.md": post("b", "order: last\n", "![Alt](media/ferry.png)\n"),
      "visit/c.md": `no front matter\n![Alt](media/gate.jpg)\n`,
      "visit/media/tea.jpg": "bytes",
      "visit/media/ferry.jpg": "bytes",
      "visit/media/gate.jpg": "bytes",
    });
    expect(problems.filter((problem) => problem.includes("media/"))).toEqual([]);
    expect(problems).toHaveLength(2);
  });

  test("leaves drafts out of the site's posts and pictures, and counts them", () => {
    withRoot((root) => {
      const archive = archiveOf(root, {
        "visit/page.md": page,
        "visit/a.md": post("a"),
        "visit/b.md": post("b", "draft: true\n", "![Alt](media/tea.jpg)\n"),
        "visit/media/tea.jpg": "bytes",
        "later/page.md": page.replace("title", "draft: true\ntitle"),
        "later/c.md": post("c"),
      });
      expect(archive).toMatchObject({ drafts: 2, problems: [] });
      expect(archive.pages.map(({ page: { slug, posts } }) => [slug, posts.map(({ id }) => id)])).toEqual([
        ["visit", ["a"]],
      ]);
      expect(archive.pages[0]?.media.size).toBe(0);
    });
  });

  test("names an open merge of Git in each kind of file, but not in code", () => {
    const marks = "<<<<<<< HEAD\nOne.\n=======\nTwo.\n>>>>>>> other\n";
    const open =
      "Cannot read the file: a merge of Git is open here\n    Keep the right lines, and remove the other ones and the three lines of <<<<<<<, ======= and >>>>>>>";
    expect(
      problemsOf({
        "about.md": `Words.\n${marks}`,
        "archive.md": `---\ntitle: A\n${marks}---\n`,
        "visit/page.md": page,
        "visit/a.md": post("a", "", marks),
        "visit/b.md": post("b", "", `\`\`\`\n${marks}\`\`\`\n`),
      }),
    ).toEqual([`content/about.md:2:1  ${open}`, `content/archive.md:3:1  ${open}`, `content/visit/a.md:5:1  ${open}`]);
  });
});
