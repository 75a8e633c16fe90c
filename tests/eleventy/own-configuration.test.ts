/** build, where the archive has an Eleventy configuration of its own: Eleventy prints, the site changes as in any other build. */
import { once } from "node:events";
import { existsSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { expect, test, vi } from "vitest";
import { modulePath } from "../../src/base/package-folder.ts";
import { buildSite } from "../../src/builder/build.ts";
import { ownConfiguration } from "../../src/builder/own-configuration.ts";
import { serve } from "../../src/builder/serve/serve.ts";
import { startProcess } from "../../src/builder/workers/spawn.ts";
import {
  contents,
  fromNothing,
  newFolder,
  options,
  postText,
  put,
  putFailingTable,
  refused,
  smallArchive,
} from "../builder/small-archive.ts";
import { installInto } from "./sites.ts";

const read = (root: string, file: string): string => readFileSync(path.join(root, "_site", file), "utf8");

/** The small archive with a transform and two pages of its own; `body`: more of its configuration. */
async function ownSite(body = ""): Promise<string> {
  const root = await smallArchive();
  installInto(root);
  put(
    root,
    "eleventy.config.js",
    `export default function (eleventyConfig) {
  eleventyConfig.addTransform("sign", function (content) {
    return this.page.outputPath.endsWith(".html") ? content.replace("</body>", "<!-- signed --></body>") : content;
  });
  eleventyConfig.addPassthroughCopy({ "pages/Map.txt": "files/Map.txt" });${body}
  return { dir: { input: "pages", output: "dist" } };
}
`,
  );
  put(root, "pages/Map.txt", "A map\n");
  put(root, "pages/all.njk", "{% for post in livePages | newestPosts(9) %}{{ post.headline }}\n{% endfor %}");
  put(root, "pages/one.liquid", "<p>{{ livePages[0].title }}</p>\n");
  return root;
}

test("build prints with the archive's own configuration: its pages, its transforms, its copies", {
  timeout: 120_000,
}, async () => {
  const root = await ownSite();
  const plain = await fromNothing(await smallArchive());
  const report = await buildSite(options(root));
  expect(report).toMatchObject({ livePages: 2, posts: 3, problems: [] });
  const files = contents(path.join(root, "_site"));
  const own = ["all/index.html", "files/Map.txt", "one/index.html"];
  expect(Object.keys(files)).toEqual([...Object.keys(plain.files), ...own].sort());
  expect(report.outcome.written).toEqual(Object.keys(files));
  const changed = Object.keys(plain.files).filter((file) => files[file] !== plain.files[file]);
  expect(changed).toEqual(Object.keys(plain.files).filter((file) => file.endsWith(".html")));
  expect(read(root, "visit/index.html")).toContain("<!-- signed --></body>");
  expect(read(root, "all/index.html")).toBe("About p-wind\nAbout p-two\nAbout p-one\n");
  expect(read(root, "one/index.html")).toBe("<p>The storm</p>\n");
  expect(existsSync(path.join(root, "dist"))).toBe(false);
});

test("build by an own configuration writes what changed, removes what is gone, and leaves the rest", {
  timeout: 120_000,
}, async () => {
  const root = await ownSite();
  await buildSite(options(root));
  expect((await buildSite(options(root))).outcome).toMatchObject({ written: [], removed: [] });
  put(root, "content/storm/two.md", postText("p-rain", 40, "Rain."));
  rmSync(path.join(root, "pages/one.liquid"));
  const { outcome } = await buildSite(options(root));
  expect(outcome.written).toContain("storm/p-rain/index.html");
  expect(outcome.written).toContain("all/index.html");
  expect(outcome.written).not.toContain("visit/p-one/index.html");
  expect(outcome.removed).toEqual(["one/index.html"]);
});

test("an own configuration that comes or goes leaves the site that a build from nothing gives", {
  timeout: 120_000,
}, async () => {
  const root = await ownSite();
  const config = readFileSync(path.join(root, "eleventy.config.js"), "utf8");
  const site = path.join(root, "_site");
  for (const there of [false, true, false]) {
    if (there) put(root, "eleventy.config.js", config);
    else rmSync(path.join(root, "eleventy.config.js"), { force: true });
    await buildSite(options(root));
    expect(contents(site)).toEqual((await fromNothing(root)).files);
    expect((await buildSite(options(root))).outcome).toMatchObject({ written: [], removed: [] });
  }
});

test("an own configuration says itself where the live pages go", { timeout: 120_000 }, async () => {
  const root = await ownSite('\n  eleventyConfig.addPlugin(afterlive, { prefix: "/live/" });');
  const config = readFileSync(path.join(root, "eleventy.config.js"), "utf8");
  put(root, "eleventy.config.js", `import { afterlive } from "afterlive/eleventy";\n${config}`);
  put(root, "pages/index.njk", "---\npermalink: index.html\n---\nOur own front page\n");
  await buildSite(options(root));
  expect(read(root, "index.html")).toBe("Our own front page\n");
  expect(read(root, "live/index.html")).toContain("A small archive");
  expect(existsSync(path.join(root, "_site/visit"))).toBe(false);
});

test("build tells what Eleventy, a template, the archive and the names of files refuse, and leaves the site", {
  timeout: 120_000,
}, async () => {
  const root = await ownSite();
  await buildSite(options(root));
  const before = contents(path.join(root, "_site"));
  put(root, "pages/broken.njk", "{{ 1 | noSuchFilter }}");
  expect(await refused(options(root))).toEqual([
    expect.stringMatching(/^pages\/broken\.njk {2}Eleventy cannot print this site: .*filter not found: noSuchFilter/),
  ]);
  put(root, "pages/broken.njk", "---\npermalink: visit/index.html\n---\n");
  expect(await refused(options(root))).toEqual([
    expect.stringMatching(/^pages\/broken\.njk {2}Eleventy cannot print .* are writing to `visit\/index\.html`/),
  ]);
  put(root, "pages/broken.njk", '---\npermalink: "a name/index.html"\n---\n');
  expect(await refused(options(root))).toEqual([
    'eleventy.config.js  Cannot write "a name/index.html": expected a path of a-z, 0-9, "-", "_" and "."',
  ]);
  rmSync(path.join(root, "pages/broken.njk"));
  put(root, "content/visit/broken.md", "---\nid: p-broken\npublished: soon\n---\nText.\n");
  expect((await refused(options(root))).join()).toMatch(/^content\/visit\/broken\.md {2}Cannot read "published"/);
  rmSync(path.join(root, "content/visit/broken.md"));
  putFailingTable(root, "p-wind", "no wind");
  expect(await refused(options(root))).toEqual(["templates/posts-csv.11ty.ts  Cannot print this template: no wind"]);
  rmSync(path.join(root, "templates"), { recursive: true });
  expect(await refused({ ...options(root), shard: { number: 1, of: 2 } })).toEqual([
    "eleventy.config.js  Cannot build a part of an archive that has an Eleventy configuration of its own",
  ]);
  expect(contents(path.join(root, "_site"))).toEqual(before);
});

test("build refuses a transform that loses live pages, tells one that empties a page, and leaves the site", {
  timeout: 120_000,
}, async () => {
  const lose = (name: string): string => `
  eleventyConfig.addTransform("lose", function (content) {
    return this.page.outputPath.endsWith("${name}") ? undefined : content;
  });`;
  const emptied = await ownSite(lose("all/index.html"));
  expect((await buildSite(options(emptied))).problems).toEqual([
    expect.objectContaining({
      severity: "warning",
      message: "Transform `lose` returned empty when writing all/index.html from ./pages/all.njk.",
    }),
  ]);
  expect(await refused(options(await ownSite(lose("oldest.html"))))).toEqual([
    expect.stringMatching(
      /^eleventy\.config\.js {2}.*"visit\/oldest\.html".*: a transform before this one returned nothing/,
    ),
  ]);
});

test("build tells that a configuration ends the process that prints", { timeout: 120_000 }, async () => {
  expect(await refused(options(await ownSite("process.exit(0);")))).toEqual([
    "eleventy.config.js  Eleventy cannot print this site: its process ended before that (exit code 0)",
  ]);
});

test("the process that prints ends with the build that started it", { timeout: 30_000 }, async () => {
  const slow = `
  eleventyConfig.addTransform("slow", () => new Promise((resolve) => setTimeout(resolve, 60_000)));
  eleventyConfig.on("eleventy.before", () => process.send("prints"));`;
  const cwd = await ownSite(slow);
  const order = JSON.stringify({ config: "eleventy.config.js", folder: ".afterlive/printed", site: "_site" });
  const child = startProcess(modulePath("src/eleventy/print-site.ts"), [order], { cwd });
  await once(child, "message");
  child.disconnect();
  expect(await once(child, "exit")).toEqual([0, null]);
});

test("serve prints with an own configuration again when one of its pages is saved, or a post", {
  timeout: 120_000,
}, async () => {
  const root = await ownSite();
  const out = path.join(root, ".afterlive/serve");
  let builds = 0;
  const server = await serve({
    ...options(root, out),
    port: 0,
    onBuild: () => (builds += 1),
    onRefusal: (problems) => expect(problems).toEqual([]),
    onUnfinished: () => undefined,
  });
  const shows = (file: string, words: string): Promise<void> =>
    vi.waitFor(() => expect(readFileSync(path.join(out, file), "utf8")).toContain(words), { timeout: 30_000 });
  try {
    await shows("one/index.html", "The storm");
    put(root, "pages/one.liquid", "<p>Changed</p>\n");
    await shows("one/index.html", "Changed");
    put(root, "content/storm/two.md", postText("p-rain", 40, "Rain."));
    await shows("all/index.html", "About p-rain");
    // The site is there a moment before its build is told.
    await vi.waitFor(() => expect(builds).toBeGreaterThan(2));
  } finally {
    await server.close();
  }
});

test("a published page that an own configuration takes away is missed", { timeout: 120_000 }, async () => {
  const root = await ownSite();
  put(root, "content/published.txt", "visit/p-one/index.html\none/index.html\n");
  await buildSite(options(root));
  rmSync(path.join(root, "pages/one.liquid"));
  expect((await refused(options(root))).join()).toContain('this build has no "one/index.html"');
});

test("ownConfiguration finds a configuration in the archive's root, but not that of afterlive itself", () => {
  const root = newFolder();
  expect(ownConfiguration(root)).toBeUndefined();
  for (const name of [
    ".eleventy.ts",
    "eleventy.config.ts",
    "eleventy.config.mjs",
    "eleventy.config.js",
    ".eleventy.js",
  ]) {
    put(root, name, "");
    expect(ownConfiguration(root)).toBe(name);
  }
  expect(ownConfiguration(path.resolve("."))).toBeUndefined();
});
