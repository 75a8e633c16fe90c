/** What may be written into a site, and what may go from it. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { buildSite } from "../../../src/builder/build.ts";
import { contents, newFolder, options, postText, put, refused, settle, smallArchive } from "../small-archive.ts";

/** Refused alike from nothing and after a build; the site stays as it was. */
async function refusedAlike(root: string, expected: readonly string[]): Promise<void> {
  const before = contents(path.join(root, "_site"));
  expect(await refused(options(root))).toEqual(expected);
  expect(contents(path.join(root, "_site"))).toEqual(before);
  expect(await refused({ ...options(root), verify: true })).toEqual(expected);
  const fresh = newFolder();
  expect(await refused({ ...options(root, path.join(fresh, "out")), cache: path.join(fresh, "cache") })).toEqual(
    expected,
  );
}

const twice = (file: string, said = file): string =>
  `${said}  Cannot write "${file}" twice: two files of the site have this path`;

const flat = `export default {
  name: "flat", of: "live page", views: ({ posts }) => posts,
  path: ({ post }) => "posts/" + post.id + ".html", render: ({ post }) => post.name,
};
`;

describe("build refuses a path that is owned twice", () => {
  test("by two live pages, through a template of the archive's own", async () => {
    for (const both of [true, false]) {
      const root = await smallArchive();
      put(root, "templates/flat.11ty.js", flat);
      settle(root);
      await buildSite(options(root));
      put(root, "content/storm/two.md", postText("p-two", 40, "The other."));
      if (both) put(root, "content/visit/three.md", postText("p-three", 40, "Third."));
      const error = (await refused(options(root))).join();
      expect(error).toContain('Cannot write "posts/p-two.html" twice');
      expect(readFileSync(path.join(root, "_site/posts/p-two.html"), "utf8")).toBe("About p-two");
      rmSync(path.join(root, "content/storm/two.md"));
      await buildSite(options(root));
    }
  });

  test.each(["made again", "as it was"])("by public/ and a live page that is %s", async (page) => {
    const root = await smallArchive();
    settle(root);
    await buildSite(options(root));
    put(root, "public/visit/index.html", "mine");
    if (page === "made again") put(root, "content/visit/three.md", postText("p-three", 40, "Third."));
    await refusedAlike(root, [twice("visit/index.html", "public/visit/index.html")]);
    rmSync(path.join(root, "public"), { recursive: true });
    await buildSite(options(root));
    put(root, "public/visit/p-four/index.html", "mine");
    await buildSite(options(root));
    put(root, "content/visit/four.md", postText("p-four", 45, "Fourth."));
    await refusedAlike(root, [twice("visit/p-four/index.html", "public/visit/p-four/index.html")]);
  });

  test("but for its capitals", async () => {
    const root = await smallArchive();
    settle(root);
    await buildSite(options(root));
    put(root, "public/visit/Index.html", "mine");
    await refusedAlike(root, [
      expect.stringMatching(/^public\/visit\/Index\.html {2}Cannot write ".*" twice: ".*" and this are one file/),
    ]);
  });

  test("by public/ and the archive's own page", async () => {
    const root = await smallArchive();
    settle(root);
    await buildSite(options(root));
    put(root, "public/index.html", "mine");
    await refusedAlike(root, [twice("index.html", "public/index.html")]);
  });
});

describe("build leaves a file alone that no build is known to have written", () => {
  test.each(["visit/p-three/index.html", "trip/index.html", "extra.txt"])("at %s", async (file) => {
    const root = await smallArchive();
    settle(root);
    await buildSite(options(root));
    put(path.join(root, "_site"), file, "by hand");
    put(root, "content/visit/three.md", postText("p-three", 40, "Third."));
    put(root, "content/trip/page.md", "---\ntitle: A trip\nzone: UTC\n---\n");
    put(root, "public/extra.txt", "mine");
    expect((await refused(options(root))).join()).toContain(`known to have written: "${file}"`);
    expect(readFileSync(path.join(root, "_site", file), "utf8")).toBe("by hand");
    rmSync(path.join(root, "_site", file));
    await buildSite(options(root));
  });
});

describe("build keeps published paths", () => {
  const vanishes = (file: string): string =>
    `content/published.txt  Cannot let published pages vanish: this build has no "${file}"`;
  const published = async (files: readonly string[]): Promise<string> => {
    const root = await smallArchive();
    put(root, "public/extra.txt", "mine");
    put(root, "content/published.txt", files.map((file) => `${file}\n`).join(""));
    settle(root);
    await buildSite(options(root));
    return root;
  };

  test("when a post, a live page or a file of public/ goes", async () => {
    const all = ["storm/p-wind/index.html", "visit/p-two/index.html", "extra.txt"];
    for (const [gone, file] of [
      ["content/visit/two.md", "visit/p-two/index.html"],
      ["content/storm", "storm/p-wind/index.html"],
      ["public/extra.txt", "extra.txt"],
    ] as const) {
      const root = await published(all);
      rmSync(path.join(root, gone), { recursive: true });
      await refusedAlike(root, [vanishes(file)]);
    }
  });

  test("when only published.txt has changed", async () => {
    const root = await published(["index.html"]);
    put(root, "content/published.txt", "index.html\nvisit/p-gone/index.html\n");
    await refusedAlike(root, [vanishes("visit/p-gone/index.html")]);
    await refusedAlike(root, [vanishes("visit/p-gone/index.html")]);
    put(root, "content/published.txt", "index.html\nvisit/p-two/index.html\n");
    await buildSite(options(root));
    expect(existsSync(path.join(root, "_site/visit/p-two/index.html"))).toBe(true);
  });

  test("when the name of a post or of a live page changes", async () => {
    const root = await published(["visit/p-two/index.html"]);
    put(root, "content/visit/two.md", postText("p-second", 20, "Second words."));
    await refusedAlike(root, [vanishes("visit/p-two/index.html")]);
  });

  test("and makes one again that was lost from the site", async () => {
    const root = await published(["visit/p-two/index.html"]);
    rmSync(path.join(root, "_site/visit"), { recursive: true });
    await buildSite(options(root));
    expect(existsSync(path.join(root, "_site/visit/p-two/index.html"))).toBe(true);
  });
});

test("build refuses a file in the place of a folder of the site, and leaves both alone", async () => {
  const root = await smallArchive();
  put(root, "public/visit", "a file");
  const thrown: unknown = await buildSite(options(root)).catch((error: unknown) => error);
  expect(thrown).toMatchObject({ message: expect.stringContaining("Cannot "), hint: expect.any(String) });
  rmSync(path.join(root, "public"), { recursive: true });
  await buildSite(options(root));
  rmSync(path.join(root, "_site/visit"), { recursive: true });
  writeFileSync(path.join(root, "_site/visit"), "by hand");
  await expect(buildSite(options(root))).rejects.toThrow(/^.*Cannot build into/s);
  expect(readFileSync(path.join(root, "_site/visit"), "utf8")).toBe("by hand");
  rmSync(path.join(root, "_site/visit"));
  mkdirSync(path.join(root, "_site/visit"));
  await buildSite(options(root));
});
