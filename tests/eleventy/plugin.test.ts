/** The plugin in the configuration of afterlive itself, and in a site of somebody else. */
import { cpSync, readFileSync } from "node:fs";
import net from "node:net";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import sharp from "sharp";
import { expect, test } from "vitest";
import { buildSite } from "../../src/builder/build.ts";
import { afterlive } from "../../src/eleventy/plugin.ts";
import { contents, newFolder, options, postText, put, smallArchive } from "../builder/small-archive.ts";
import { ownConfig, putForeignSite, runEleventy, serveWithEleventy } from "./sites.ts";

const read = (root: string, file: string): string => readFileSync(path.join(root, "_site", file), "utf8");

/** A foreign site whose folder `archive` holds the small archive. */
async function foreignSite(): Promise<string> {
  const root = newFolder();
  cpSync(await smallArchive(), path.join(root, "archive"), { recursive: true });
  putForeignSite(root, '{ root: "archive", prefix: "/live/" }');
  return root;
}

test("Eleventy's own command writes, to the byte, what a build of the sample archive writes", {
  timeout: 300_000,
}, async () => {
  const root = newFolder();
  cpSync(path.resolve("content"), path.join(root, "content"), { recursive: true });
  await buildSite(options(root, path.join(root, "built")));
  await runEleventy(root, [`--config=${ownConfig}`, "--quiet"], { AFTERLIVE_PICTURES: "quick" });
  expect(contents(path.join(root, "_site"))).toEqual(contents(path.join(root, "built")));
});

test("Eleventy's own command copies pictures, drawn cards, crops, originals and public/ as a build does", {
  timeout: 120_000,
}, async () => {
  const root = await smallArchive();
  const large = sharp({ create: { width: 800, height: 500, channels: 3, background: "#1450a0" } });
  put(root, "content/visit/media/red.png", await large.png().toBuffer());
  put(root, "content/archive.md", "---\ntitle: A small archive\nurl: https://example.org/\n---\nFor tests.\n");
  put(root, "public/.well-known/note.txt", "A note\n");
  const out = path.join(root, "built");
  await buildSite({ ...options(root, out), mode: "release" });
  await runEleventy(root, [`--config=${ownConfig}`, "--quiet"]);
  expect(contents(path.join(root, "_site"))).toEqual(contents(out));
  expect(Object.keys(contents(out)).filter((file) => /card/.test(file))).toHaveLength(4);
});

test("the plugin gives a foreign site the live pages beside its own", { timeout: 120_000 }, async () => {
  const root = await foreignSite();
  await runEleventy(root);
  const files = Object.keys(contents(path.join(root, "_site")));
  const own = ["guide/index.html", "index.html", "list/index.html"];
  expect(files.filter((file) => !file.startsWith("live/"))).toEqual(own);
  const out = path.join(root, "built");
  await buildSite({ ...options(path.join(root, "archive"), out), mode: "release" });
  expect(files.filter((file) => file.startsWith("live/"))).toEqual(
    Object.keys(contents(out)).map((file) => `live/${file}`),
  );

  // A live page keeps its own frame, and what the site does to all its pages is done to it too.
  const page = read(root, "live/visit/p-two/index.html");
  expect(page).toContain('<link rel="stylesheet" href="../../style.css">');
  expect(page).toContain("<!-- signed --></body>");
  expect(read(root, "live/visit/p-two/post.md")).toBe(readFileSync(path.join(out, "visit/p-two/post.md"), "utf8"));
  expect(read(root, "list/index.html")).toContain("About p-wind 17 May 2024, 02:30 BST 3");

  const home = read(root, "index.html");
  expect(home).toContain(
    '<section><a href="/sub/live/storm/">The storm</a> 1 post 17 May 2024\n<ul>\n<li>It began</li>',
  );
  expect(home).toContain("It began\nIt ended");
  expect(home).toContain("Friday 17 May 2024: p-two p-one</section>");
  expect(home).toContain(
    '<article><a href="/sub/live/storm/p-wind/">About p-wind</a>\n<time datetime="2024-05-17T02:30:00+01:00">17 May 2024, 02:30 BST</time> The storm <p>Wind.</p></article>',
  );
  expect(home).toContain('<a href="/sub/live/visit/p-two/">About p-two</a>');
});

test("pictures of posts in a foreign site's own pages are found", { timeout: 120_000 }, async () => {
  const root = await foreignSite();
  put(
    root,
    "src/all.njk",
    "{% for live in livePages %}{% for post in live.posts %}{{ post.html | safe }}{% endfor %}{% endfor %}",
  );
  await runEleventy(root);
  const files = new Set(Object.keys(contents(path.join(root, "_site"))));
  const named = [...read(root, "all/index.html").matchAll(/(?:src|srcset)="\/sub\/([^" ]+)/g)].map(([, file]) => file!);
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((file) => !files.has(file))).toEqual([]);
});

test("two archives stand in one site", { timeout: 120_000 }, async () => {
  const root = await foreignSite();
  put(root, "other/content/flood/page.md", "---\ntitle: The flood\nzone: UTC\n---\n- It rose\n");
  put(root, "other/content/flood/one.md", postText("p-flood", 40, "Water."));
  const config = readFileSync(path.join(root, "eleventy.config.js"), "utf8");
  const second = '\n  eleventyConfig.addPlugin(afterlive, { root: "other", prefix: "/floods/" });\n  return';
  put(root, "eleventy.config.js", config.replace("\n  return", second));
  await runEleventy(root);
  expect(read(root, "floods/flood/index.html")).toContain("The flood");
  expect(read(root, "live/storm/index.html")).toContain("The storm");
  expect(read(root, "index.html")).toContain('<a href="/sub/floods/flood/p-flood/">');
});

test("the plugin names each mistake in the archive, and what is wrong with its options", {
  timeout: 120_000,
}, async () => {
  const root = await foreignSite();
  put(root, "archive/content/visit/broken.md", "---\nid: p-broken\npublished: soon\n---\nText.\n");
  await expect(runEleventy(root)).rejects.toThrow(
    /content\/visit\/broken\.md:3:12 {2}Cannot read "published": expected [^\n]*\n[^\n]+/,
  );
  const archive = path.join(root, "archive");
  await expect(afterlive({} as never, { root: path.join(root, "src") })).rejects.toThrow("Cannot find the archive");
  const taken = { virtualTemplates: { "afterlive/live/post.11ty.ts.afterlive": {} } } as never;
  await expect(afterlive(taken, { root: archive, prefix: "/live/" })).rejects.toThrow(
    'Two archives have the "prefix" "/live/": give each another',
  );
});

test("Eleventy's server shows a live page again when one of its posts is saved", { timeout: 120_000 }, async () => {
  const root = await foreignSite();
  const port = await freePort();
  const server = serveWithEleventy(root, port);
  const shows = async (address: string, words: string): Promise<void> => {
    for (;;) {
      const text = await fetch(`http://localhost:${port}/sub/${address}`).then(
        (answer) => answer.text(),
        () => "",
      );
      if (text.includes(words)) return;
      await pause(100);
    }
  };
  try {
    await shows("live/visit/", "Second words.");
    await shows("list/", "About p-wind");
    await pause(1000);
    put(root, "archive/content/visit/two.md", postText("p-two", 50, "Other words."));
    await shows("live/visit/p-two/", "Other words.");
    await shows("list/", "About p-two");
  } finally {
    server.kill();
  }
});

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = net.createServer().listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
