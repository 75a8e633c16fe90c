import { execFileSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { Failure } from "../../src/base/failure.ts";
import { buildSite } from "../../src/builder/build.ts";
import { filesBelow } from "../../src/builder/output/files-below.ts";
import {
  contents,
  fromNothing,
  newFolder,
  options,
  postText,
  put,
  redPicture,
  refused,
  script,
  settle,
  smallArchive,
} from "./small-archive.ts";

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
        await buildSite(options(root));
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
          // What was changed in the site itself, below its landmarks, only a build that verifies sees.
          await buildSite({ ...options(root), verify: edits.some(({ kind }) => kind === "harm") });
        }
        const fresh = path.join(root, "fresh");
        await buildSite({ ...options(root, fresh), cache: newFolder() });
        expect(contents(path.join(root, "_site"))).toEqual(contents(fresh));
      },
    ),
    { numRuns: process.env.AFTERLIVE_LONG ? 150 : 4 },
  );
}, 600_000);

test("build reports what it read and wrote, and touches nothing the second time", async () => {
  const root = await smallArchive();
  const first = await buildSite(options(root));
  expect(first).toMatchObject({ livePages: 2, posts: 3, pictures: { made: 1, reused: 0, absent: 1 } });
  expect(first.outcome.written).toEqual(filesBelow(path.join(root, "_site")));
  expect(first.outcome.written).toContain("visit/media/red.png");
  expect(readFileSync(path.join(root, "_site/visit/media/red.png"))).toEqual(await redPicture());
  const times = () =>
    filesBelow(path.join(root, "_site")).map((file) => statSync(path.join(root, "_site", file)).mtimeMs);
  const before = times();
  const second = await buildSite(options(root));
  expect(second.outcome).toEqual({ written: [], removed: [], unchanged: first.outcome.written.length });
  expect(second.pictures).toEqual({ made: 0, reused: 0, absent: 1 });
  expect(times()).toEqual(before);
});

test("build removes the pages of a post that is gone, and nothing else", async () => {
  const root = await smallArchive();
  await buildSite(options(root));
  rmSync(path.join(root, "content/visit/two.md"));
  const { outcome } = await buildSite(options(root));
  expect(outcome.removed).toEqual(["visit/p-two/index.html", "visit/p-two/post.md"]);
  expect(existsSync(path.join(root, "_site/visit/p-two"))).toBe(false);
});

test("build with an error in the content lists all of them and leaves the last site as it was", async () => {
  const root = await smallArchive();
  await buildSite(options(root));
  const before = contents(path.join(root, "_site"));
  put(root, "content/visit/one.md", "---\nid: p-one\npublished: yesterday\n---\nText\n");
  put(root, "content/storm/one.md", postText("p-wind", 30, "Wind.\n\n![Waves](elsewhere/sea.jpg)"));
  const problems = await refused(options(root));
  expect(problems.join("\n")).toContain("content/visit/one.md");
  expect(problems.join("\n")).toContain("content/storm/one.md");
  expect(contents(path.join(root, "_site"))).toEqual(before);
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
  await buildSite(options(root));
});

test("build copies public/, and a file of the archive's own replaces the package's", async () => {
  const root = await smallArchive();
  put(root, "public/robots.txt", "mine");
  put(root, "public/.well-known/security.txt", "mine too");
  put(root, "public/.DS_Store", "nobody's");
  const { outcome } = await buildSite(options(root));
  expect(readFileSync(path.join(root, "_site/robots.txt"), "utf8")).toBe("mine");
  expect(outcome.written).toEqual(expect.arrayContaining(["style.css", ".well-known/security.txt"]));
  expect(outcome.written).not.toContain(".DS_Store");
});

test("build makes a robots.txt that names the sitemap of the archive's address, and one of the archive's own wins", async () => {
  const root = await smallArchive();
  const text = () => readFileSync(path.join(root, "_site/robots.txt"), "utf8");
  const plain = readFileSync(path.join(root, "content/archive.md"), "utf8");
  const address = plain.replace("---\n", "---\nurl: https://example.org/a/\n");
  const states = [
    [plain, undefined, "User-agent: *\nAllow: /\n"],
    [address, undefined, "User-agent: *\nAllow: /\nSitemap: https://example.org/a/sitemap.xml\n"],
    [address, "mine", "mine"],
    [plain, "mine", "mine"],
    [address, undefined, "User-agent: *\nAllow: /\nSitemap: https://example.org/a/sitemap.xml\n"],
  ] as const;
  for (const [settings, own, wanted] of states) {
    put(root, "content/archive.md", settings);
    rmSync(path.join(root, "public"), { recursive: true, force: true });
    if (own !== undefined) put(root, "public/robots.txt", own);
    settle(root);
    await buildSite(options(root));
    expect(text()).toBe(wanted);
    expect(contents(path.join(root, "_site"))).toEqual((await fromNothing(root)).files);
  }
});

test("build refuses two files at one path, and names that a host may refuse", async () => {
  const root = await smallArchive();
  put(root, "public/visit/index.html", "mine");
  put(root, "public/Style.css", "mine");
  put(root, "public/a b.txt", "mine");
  symlinkSync("nowhere", path.join(root, "public/broken"));
  expect(await refused(options(root))).toEqual(["public/broken  Cannot copy this: expected a file, or a link to one"]);
  rmSync(path.join(root, "public/broken"));
  expect(await refused(options(root))).toEqual([
    expect.stringMatching(/^public\/Style\.css {2}Cannot write "Style\.css" twice: "style\.css" and this are one file/),
    expect.stringContaining('public/a b.txt  Cannot write "a b.txt": expected a path of a-z'),
    'public/visit/index.html  Cannot write "visit/index.html" twice: two files of the site have this path',
  ]);
});

test("build names a link that leads to itself", async () => {
  for (const link of ["content/visit/loop.md", "content/visit/media/loop.jpg", "content/loop", "public/loop"]) {
    const root = await smallArchive();
    put(root, `${path.dirname(link)}/other.txt~`, "an editor's copy");
    symlinkSync(path.basename(link), path.join(root, link));
    expect(await refused(options(root))).toEqual([expect.stringContaining(`${link}  Cannot `)]);
  }
});

test("build says in words that the disk will not have it, and leaves the last site as it was", async () => {
  const root = await smallArchive();
  await buildSite(options(root));
  const before = contents(path.join(root, "_site"));
  put(root, "content/visit/media/lost.png", Buffer.concat([await redPicture(), Buffer.from("longer")]));
  rmSync(path.join(root, ".afterlive"), { recursive: true });
  put(root, ".afterlive/pictures", "a file in the way");
  const error = await buildSite(options(root)).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Failure);
  expect((error as Failure).message).toMatch(
    /^Cannot build into ".*": a (part of the path is a file|file of that name is in the way)/,
  );
  expect(contents(path.join(root, "_site"))).toEqual(before);
});
