import { execFileSync, spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { sha256 } from "../../src/base/digest.ts";
import { build } from "../../src/build/build.ts";
import { filesBelow } from "../../src/build/public-files.ts";
import { Refusal } from "../../src/model/problem.ts";
import { newFolder, options, postText, put, redPicture, smallArchive } from "./small-archive.ts";

const contents = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(filesBelow(folder).map((file) => [file, sha256(readFileSync(path.join(folder, file)))]));

const refused = async (given: Parameters<typeof build>[0]): Promise<readonly string[]> => {
  const error = await build(given).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(Refusal);
  return (error as Refusal).problems
    .filter(({ severity }) => severity === "error")
    .map(({ file, message }) => `${file}  ${message}`);
};

const script = (root: string): string =>
  `import { build } from ${JSON.stringify(path.resolve("src/build/build.ts"))};
   await build(${JSON.stringify({ ...options(root), mode: "release" })});`;

test("build gives the same bytes in another folder, zone and locale, and whatever the order of the files", async () => {
  const first = await smallArchive();
  const second = path.join(newFolder(), "somewhere", "else");
  mkdirSync(second, { recursive: true });
  for (const file of [...filesBelow(first)].reverse()) {
    mkdirSync(path.dirname(path.join(second, file)), { recursive: true });
    cpSync(path.join(first, file), path.join(second, file));
    utimesSync(path.join(second, file), 1e9, 1e9);
  }
  const run = (root: string, env: Readonly<Record<string, string>>) =>
    execFileSync(process.execPath, ["--input-type=module", "-e", script(root)], {
      cwd: root,
      env: { ...process.env, ...env },
    });
  run(first, { TZ: "Asia/Kathmandu", LC_ALL: "fr_FR.UTF-8", LANG: "fr_FR.UTF-8" });
  run(second, { TZ: "America/St_Johns", LC_ALL: "C", LANG: "tr_TR.UTF-8" });
  expect(contents(path.join(second, "_site"))).toEqual(contents(path.join(first, "_site")));
}, 60_000);

test("build after any edits leaves what a build from nothing gives", async () => {
  const edit = fc.oneof(
    fc.record({
      kind: fc.constant("write"),
      slug: fc.constantFrom("visit", "storm"),
      id: fc.constantFrom("p-a", "p-b", "p-wind"),
      minute: fc.nat(59),
    }),
    fc.record({
      kind: fc.constant("remove"),
      slug: fc.constantFrom("visit", "storm"),
      id: fc.constantFrom("p-a", "p-b"),
    }),
    fc.record({ kind: fc.constant("picture"), name: fc.constantFrom("red.png", "lost.png") }),
    fc.record({
      kind: fc.constant("public"),
      name: fc.constantFrom("robots.txt", "CNAME"),
      text: fc.constantFrom("a", "b"),
    }),
    fc.record({
      kind: fc.constant("harm"),
      file: fc.constantFrom("index.html", "visit/index.html", "style.css", "visit/media/red.png"),
    }),
    fc.record({ kind: fc.constant("forget") }),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(edit, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }),
      async (rounds) => {
        const root = await smallArchive();
        await build(options(root));
        for (const edits of rounds) {
          for (const change of edits) {
            if ("minute" in change)
              put(
                root,
                `content/${change.slug}/${change.id === "p-wind" ? "one" : change.id}.md`,
                postText(`${change.id}-${change.slug}`, change.minute, `Text ${change.minute}.`),
              );
            else if ("slug" in change)
              rmSync(path.join(root, `content/${change.slug}/${change.id}.md`), { force: true });
            else if ("text" in change) put(root, `public/${change.name}`, change.text);
            else if ("name" in change) put(root, `content/visit/media/${change.name}`, await redPicture());
            else if ("file" in change)
              existsSync(path.join(root, "_site", change.file)) &&
                writeFileSync(path.join(root, "_site", change.file), "harmed");
            else rmSync(path.join(root, ".afterlive/pictures"), { recursive: true, force: true });
          }
          await build(options(root));
        }
        const fresh = path.join(root, "fresh");
        await build({ ...options(root, fresh), cache: newFolder() });
        expect(contents(path.join(root, "_site"))).toEqual(contents(fresh));
      },
    ),
    { numRuns: process.env.AFTERLIVE_LONG ? 150 : 8 },
  );
}, 600_000);

test("build reports what it read and wrote, and touches nothing the second time", async () => {
  const root = await smallArchive();
  const first = await build(options(root));
  expect(first).toMatchObject({ livePages: 2, posts: 3, pictures: { made: 1, reused: 0, absent: 1 } });
  expect(first.outcome.written).toEqual(filesBelow(path.join(root, "_site")));
  expect(first.outcome.written).toContain("visit/media/red.png");
  expect(readFileSync(path.join(root, "_site/visit/media/red.png"))).toEqual(await redPicture());
  const times = () =>
    filesBelow(path.join(root, "_site")).map((file) => statSync(path.join(root, "_site", file)).mtimeMs);
  const before = times();
  const second = await build(options(root));
  expect(second.outcome).toEqual({ written: [], removed: [], unchanged: first.outcome.written });
  expect(second.pictures).toEqual({ made: 0, reused: 1, absent: 1 });
  expect(times()).toEqual(before);
});

test("build removes the pages of a post that is gone, and nothing else", async () => {
  const root = await smallArchive();
  await build(options(root));
  rmSync(path.join(root, "content/visit/two.md"));
  const { outcome } = await build(options(root));
  expect(outcome.removed).toEqual(["visit/p-two/index.html"]);
  expect(existsSync(path.join(root, "_site/visit/p-two"))).toBe(false);
});

test("build with an error in the content lists all of them and leaves the last site as it was", async () => {
  const root = await smallArchive();
  await build(options(root));
  const before = contents(path.join(root, "_site"));
  put(root, "content/visit/one.md", "---\nid: p-one\npublished: yesterday\n---\nText\n");
  put(root, "content/visit/media/red.png", "no picture");
  put(root, "content/storm/one.md", postText("p-wind", 30, "Wind.\n\n![Waves](media/sea.jpg)"));
  put(root, "content/storm/media/sea.jpg", "no picture either");
  const problems = await refused(options(root));
  expect(problems.join("\n")).toContain("content/visit/one.md");
  expect(problems.join("\n")).toContain("content/storm/media/sea.jpg  Cannot use this picture: expected JPEG");
  expect(contents(path.join(root, "_site"))).toEqual(before);
});

test("build refuses a folder that holds somebody else's files, and leaves them alone", async () => {
  const root = await smallArchive();
  const out = newFolder();
  put(out, "thesis.txt", "years of work");
  put(out, "index.html", "my own page");
  expect(await refused(options(root, out))).toEqual([
    `${out}  Cannot build into "${out}": it holds files that no build of this archive is known to have written: "index.html", "thesis.txt"`,
  ]);
  expect(filesBelow(out)).toEqual(["index.html", "thesis.txt"]);
  rmSync(path.join(out, "index.html"));
  expect((await refused(options(root, out)))[0]).toContain('"thesis.txt"');
  rmSync(path.join(out, "thesis.txt"));
  await build(options(root, out));
  put(out, "visit/notes.txt", "added by hand");
  expect((await refused(options(root, out)))[0]).toContain('"visit/notes.txt"');
  expect(readFileSync(path.join(out, "visit/notes.txt"), "utf8")).toBe("added by hand");
});

test("build knows its own site again after the archive has moved, and after the cache was deleted", async () => {
  const root = await smallArchive();
  await build(options(root));
  rmSync(path.join(root, ".afterlive"), { recursive: true });
  const again = await build(options(root));
  expect(again.outcome.written).toEqual([]);
  const moved = path.join(newFolder(), "moved");
  renameSync(root, moved);
  mkdirSync(root);
  rmSync(path.join(moved, "content/visit/two.md"));
  expect((await build(options(moved))).outcome.removed).toEqual(["visit/p-two/index.html"]);
});

test("build refuses to build over the archive", async () => {
  const root = await smallArchive();
  const reasons = {
    [root]: "the archive itself lies there",
    "/": "the archive itself lies there",
    [path.dirname(root)]: "the archive itself lies there",
    [path.join(root, "content/visit")]: 'it lies in "content/", which is read',
    [path.join(root, "content/new")]: 'it lies in "content/", which is read',
    [path.join(root, "public")]: 'it lies in "public/", which is read',
    [path.join(root, ".afterlive")]: "the cache lies there",
    [path.join(root, "content/archive.md")]: "it is a file",
  };
  const before = contents(root);
  for (const [out, reason] of Object.entries(reasons))
    expect(await refused(options(root, out))).toEqual([`${out}  Cannot build into "${out}": ${reason}`]);
  const link = path.join(newFolder(), "link");
  symlinkSync(path.join(root, "content"), link);
  expect((await refused(options(root, link)))[0]).toContain("which is read");
  expect(contents(root)).toEqual(before);
});

test("build fails if a published path would vanish, says which and what to do", async () => {
  const root = await smallArchive();
  put(
    root,
    "content/published.txt",
    "index.html\npictures/0123456789abcdef-360.avif\nvisit/index.html\nvisit/p-gone/index.html\n",
  );
  expect(await refused(options(root))).toEqual([
    'content/published.txt  Cannot let published pages vanish: this build has no "visit/p-gone/index.html"',
  ]);
  expect(existsSync(path.join(root, "_site"))).toBe(false);
  put(root, "content/visit/gone.md", postText("p-gone", 40, "Back."));
  await build(options(root));
});

test("build copies public/, and a file of the archive's own replaces the package's", async () => {
  const root = await smallArchive();
  put(root, "public/robots.txt", "mine");
  put(root, "public/.well-known/security.txt", "mine too");
  put(root, "public/.DS_Store", "nobody's");
  const { outcome } = await build(options(root));
  expect(readFileSync(path.join(root, "_site/robots.txt"), "utf8")).toBe("mine");
  expect(outcome.written).toEqual(expect.arrayContaining(["style.css", ".well-known/security.txt"]));
  expect(outcome.written).not.toContain(".DS_Store");
});

test("build refuses two files at one path, and names that a host may refuse", async () => {
  const root = await smallArchive();
  put(root, "public/visit/index.html", "mine");
  put(root, "public/Style.css", "mine");
  put(root, "public/a b.txt", "mine");
  expect(await refused(options(root))).toEqual(
    [
      'public/visit/index.html  Cannot write "visit/index.html" twice: two files of the site have this path',
      expect.stringMatching(/^public\/(Style|style)\.css {2}Cannot write/),
      expect.stringContaining('public/a b.txt  Cannot write "a b.txt": expected a path of a-z'),
    ].sort(),
  );
});

const template = (name: string, body: string) =>
  `export default { name: "x", views: () => [${JSON.stringify(name)}], path: (view) => view, render: () => { ${body} },
   data: { pagination: { data: "site", size: 1, alias: "pagePath", before: () => [${JSON.stringify(name)}] }, permalink: (data) => data.pagePath } };\n`;

test("build prints a template of the archive's own in place of the package's", async () => {
  const root = await smallArchive();
  put(root, "templates/index.11ty.js", template("index.html", 'return "mine";'));
  await build(options(root));
  expect(readFileSync(path.join(root, "_site/index.html"), "utf8")).toBe("mine");
  expect(existsSync(path.join(root, "_site/visit/index.html"))).toBe(true);
});

test("build prints only the archive's own templates if the folder says so", async () => {
  const root = await smallArchive();
  put(root, "templates/all.11ty.js", template("index.html", 'return "all";'));
  put(root, "templates/replaces-all", "");
  const { outcome } = await build(options(root));
  expect(outcome.written.filter((file) => file.endsWith(".html"))).toEqual(["index.html"]);
});

test.each([
  [
    "throws",
    template("x.html", '\nthrow new Error("no such thing");'),
    /^templates\/x\.11ty\.js {2}Cannot print this template: no such thing$/,
  ],
  ["does not parse", "export default {;", /^templates\/x\.11ty\.js {2}Cannot load this template: /],
  [
    "is none",
    "export const a = 1;",
    /^templates\/x\.11ty\.js {2}Cannot use this template: expected its default export to be a template$/,
  ],
  [
    "writes another's page",
    template("index.html", 'return "";'),
    /^templates\/x\.11ty\.js {2}Cannot write "index.html" twice: "afterlive\/templates\/index.11ty.ts" writes it too, and both have this path$/,
  ],
  [
    "leads out of the site",
    template("../x.html", 'return "";'),
    /^templates\/x\.11ty\.js {2}Cannot write "\.\.\/x\.html": expected a path such as "state-visit\/index.html"$/,
  ],
])("build names the template that %s", async (_, text, expected) => {
  const root = await smallArchive();
  put(root, "templates/x.11ty.js", text);
  expect((await refused(options(root))).join("\n")).toMatch(expected);
  expect(existsSync(path.join(root, "x.html"))).toBe(false);
});

test("build prints nothing to the terminal, not even when a template fails", async () => {
  const root = await smallArchive();
  const run = () =>
    spawnSync(
      process.execPath,
      [
        "--input-type=module",
        "-e",
        `try { ${script(root).replace(/import \{ build \} from (.*);/, "const { build } = await import($1);")} } catch (error) { process.exitCode = error.problems.length; }`,
      ],
      { cwd: root, encoding: "utf8" },
    );
  expect(run()).toMatchObject({ status: 0, stdout: "", stderr: "" });
  put(root, "templates/x.11ty.js", template("x.html", 'throw new Error("no");'));
  expect(run()).toMatchObject({ status: 1, stdout: "", stderr: "" });
});
