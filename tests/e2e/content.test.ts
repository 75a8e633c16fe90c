/** Mistakes and freedoms of a person who edits content/ by hand, as `check` and `build` see them. */
import { spawnSync } from "node:child_process";
import { cpSync, lstatSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { readArchive } from "../../src/archive/read/read.ts";
import { afterlive, expectRefusal, fileWith, newFolder, succeed, treeOf, writeFiles } from "./command-line.ts";
import { pageText, regatta, regattaOptions } from "./page-text.ts";

/** A built archive, and the file of the post "Heron wins by a length". */
function builtArchive(): { root: string; post: string; relative: string } {
  const root = newFolder();
  succeed(["import", "-", "--root", root, ...regattaOptions], { input: pageText(regatta) });
  succeed(["build", "--root", root]);
  const post = fileWith(path.join(root, "content"), "nine minutes");
  return { root, post, relative: path.relative(root, post).split(path.sep).join("/") };
}

function edit(file: string, from: string | RegExp, to: string): void {
  const text = readFileSync(file, "utf8");
  const edited = text.replace(from, to);
  expect(edited).not.toBe(text);
  writeFileSync(file, edited);
}

/** check and build both refuse, name the file, and leave the built site as it was. */
function expectProblem(root: string, place: string, message: RegExp): void {
  const before = treeOf(path.join(root, "_site"));
  for (const command of ["check", "build"]) {
    const result = afterlive([command, "--root", root]);
    expectRefusal(result, message);
    expect(result.status).toBe(1);
    expect(result.stdout + result.stderr).toContain(place);
  }
  expect(treeOf(path.join(root, "_site"))).toEqual(before);
}

describe("check and build refuse", () => {
  test("a front matter that is not YAML, with its line", () => {
    const { root, post, relative } = builtArchive();
    edit(post, /^inferred:.*$/m, "inferred: [year");
    expectProblem(root, `${relative}:`, /Cannot read/);
  });

  test("a front matter that does not end", () => {
    const { root, post, relative } = builtArchive();
    writeFileSync(post, readFileSync(post, "utf8").replace(/\n---\n[\s\S]*/, "\n"));
    expectProblem(root, relative, /Cannot read/);
  });

  test("a picture on another host", () => {
    const { root, post, relative } = builtArchive();
    writeFileSync(post, `${readFileSync(post, "utf8")}\n![A heron](https://pictures.example.org/heron.jpg)\n`);
    expectProblem(root, `${relative}:`, /media\//);
  });

  test("a picture outside media/", () => {
    const { root, post, relative } = builtArchive();
    writeFileSync(post, `${readFileSync(post, "utf8")}\n![A heron](../../../etc/passwd)\n`);
    expectProblem(root, `${relative}:`, /media\//);
  });

  test("an id that two posts have, and names both files", () => {
    const { root, post, relative } = builtArchive();
    writeFileSync(path.join(path.dirname(post), "again.md"), readFileSync(post));
    expectProblem(root, path.basename(relative), /again\.md/);
  });

  test("a time without a zone", () => {
    const { root, post, relative } = builtArchive();
    edit(post, /^published:.*$/m, "published: 11:01am");
    expectProblem(root, `${relative}:3`, /published.*11:01am/);
  });

  test("a key that there is not", () => {
    const { root, post, relative } = builtArchive();
    edit(post, /^headline:/m, "headlne:");
    const result = afterlive(["check", "--root", root]);
    expect(result.stdout + result.stderr).toContain(relative);
    expect(result.stdout + result.stderr).toContain("headlne");
  });

  test("every mistake of several files in one run, sorted", () => {
    const { root, post } = builtArchive();
    edit(post, /^published:.*$/m, "published: noon");
    edit(fileWith(path.join(root, "content"), "light wind"), /^published:.*$/m, "published: soon");
    const { status, stdout, stderr } = afterlive(["check", "--root", root]);
    expect(status).toBe(1);
    expect(stdout + stderr).toMatch(/"soon"[\s\S]*"noon"/);
  });

  test("a folder that holds no archive", () => {
    const root = newFolder();
    for (const command of ["check", "build"]) expectRefusal(afterlive([command, "--root", root]), /content/);
    expect(treeOf(root)).toEqual({});
  });
});

describe("a headline typed by hand", () => {
  const headlines = [
    "Putin: 'no limits' to friendship",
    "Heron wins: a record, by nine seconds",
    "#1 in the harbour",
    "Who won? # not a comment",
    "*Heron* & the [others]",
    "- a dash, then words",
    "12e5",
    'The "Heron" wins',
    "{curly} | pipes > arrows @ signs % and `ticks`",
    "ends with a colon:",
  ];

  test.each(headlines)("%s is read as it stands, and shown", (headline) => {
    const { root, post } = builtArchive();
    edit(post, /^headline:.*$/m, `headline: ${headline.replaceAll("$", "$$$$")}`);
    const { stdout, stderr, status } = afterlive(["check", "--root", root]);
    expect(status, stdout + stderr).toBe(0);
    expect(readArchive(root).pages[0]!.page.posts[1]!.headline).toBe(headline);
    succeed(["build", "--root", root]);
  });
});

describe("an edit by hand", () => {
  test("is in the next build, in the stream and on the post's page, and touches no other post's page", () => {
    const { root, post } = builtArchive();
    const before = treeOf(path.join(root, "_site"));
    edit(post, "nine minutes", "ten minutes");
    succeed(["build", "--root", root]);
    const after = treeOf(path.join(root, "_site"));
    const changed = Object.keys(after).filter((file) => after[file] !== before[file]);
    const own = changed.filter((file) => file.includes("heron-wins")).map((file) => path.basename(file));
    expect(own.sort()).toEqual(["index.html", "post.md"]);
    expect(changed).toContain("regatta/index.html");
    expect(changed.filter((file) => /off-they-go|harbour-empties/.test(file))).toEqual([]);
    expect(readFileSync(path.join(root, "_site/regatta/index.html"), "utf8")).toContain("ten minutes");
  });

  test("that adds a post by hand is built as any other", () => {
    const { root, post } = builtArchive();
    writeFiles(path.dirname(post), {
      "a-note.md":
        "---\nid: a-note\npublished: 2024-05-17T17:00:00+01:00\nheadline: A note: by hand\n---\nIt rains now.\n",
    });
    succeed(["build", "--root", root]);
    expect(readArchive(root).pages[0]!.page.posts[0]).toMatchObject({ id: "a-note", headline: "A note: by hand" });
    expect(readFileSync(path.join(root, "_site/regatta/a-note/index.html"), "utf8")).toContain("It rains now.");
  });

  test("that takes a post away takes its page away, and an empty file is said to be one", () => {
    const { root, post, relative } = builtArchive();
    const page = `regatta/${readArchive(root).pages[0]!.page.posts[1]!.id}/index.html`;
    expect(treeOf(path.join(root, "_site"))).toHaveProperty([page]);
    writeFileSync(post, "");
    expectProblem(root, relative, /Cannot read/);
    rmSync(post);
    succeed(["build", "--root", root]);
    expect(treeOf(path.join(root, "_site"))).not.toHaveProperty([page]);
  });
});

test.skipIf(process.platform === "win32")(
  "a pipe in the place of any file or folder is named, and keeps no command waiting",
  () => {
    const { root } = builtArchive();
    const hints = [
      ["content/regatta/captures/captures.yaml", "check"],
      ["content/regatta/captures/captures.yaml", "build"],
      ["content/regatta/media", "build"],
      ["templates/package.json", "build"],
      ["templates", "build"],
      ["public", "build"],
      ["public/style.css", "build"],
    ] as const;
    for (const [file, command] of hints) {
      const apart = path.join(newFolder(), "archive");
      cpSync(root, apart, { recursive: true });
      const at = path.join(apart, file);
      rmSync(at, { recursive: true, force: true });
      mkdirSync(path.dirname(at), { recursive: true });
      spawnSync("mkfifo", [at]);
      const { status, stdout, stderr } = afterlive([command, "--root", apart]);
      expect([file, status], stdout + stderr).toEqual([file, file.includes("captures") ? 0 : 1]);
      expect(stderr + stdout).toContain(`${file}  `);
    }
    // Import makes this list anew.
    const list = path.join(root, "content/regatta/captures/completeness.json");
    rmSync(list);
    spawnSync("mkfifo", [list]);
    succeed(["import", "-", "--root", root, ...regattaOptions], { input: pageText(regatta) });
    expect(lstatSync(list).isFile()).toBe(true);
  },
);
