/** Cards in a site: laid where a page names them, and gone with the last that does; drawn anew when they show something else. */
import { readFileSync, rmSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { expect, test } from "vitest";
import { buildSite } from "../../src/builder/build.ts";
import { filesBelow } from "../../src/builder/output/files-below.ts";
import { merge } from "../../src/builder/shards/merge.ts";
import { Refusal } from "../../src/model/problem.ts";
import { contents, fromNothing, newFolder, options, postText, put, settle, smallArchive } from "./small-archive.ts";

const front = (url: string) => `---\ntitle: A small archive\nlanguage: en-GB\n${url}---\nFor tests.\n`;
const cardsIn = (out: string) => filesBelow(out).filter((file) => /-card-/.test(file));

test("build lays the card that a page names, and takes it away with the archive's address", async () => {
  const root = await smallArchive();
  const large = sharp({ create: { width: 800, height: 500, channels: 3, background: "#1450a0" } });
  put(root, "content/visit/media/red.png", await large.png().toBuffer());
  const out = path.join(root, "_site");
  await buildSite(options(root));
  expect(cardsIn(out)).toEqual([]);

  put(root, "content/archive.md", front("url: https://example.org/a/\n"));
  await buildSite(options(root));
  const [card, ...others] = cardsIn(out);
  expect(others).toEqual([]);
  for (const page of ["visit/index.html", "visit/p-one/index.html"])
    expect(readFileSync(path.join(out, page), "utf8")).toContain(`content="https://example.org/a/${card}"`);
  const fresh = path.join(newFolder(), "site");
  await buildSite(options(root, fresh));
  expect(filesBelow(out).toSorted()).toEqual(filesBelow(fresh).toSorted());

  put(root, "content/archive.md", front(""));
  await buildSite(options(root));
  expect(cardsIn(out)).toEqual([]);
});

const drawnIn = (out: string) => filesBelow(out).filter((file) => /(^|\/)card\.png$/.test(file));
const address = front("url: https://example.org/a/\n");
const release = (root: string) => ({ ...options(root), mode: "release" }) as const;
const site = (root: string) => path.join(root, "_site");

/** The site after one more build, which must be what a build from nothing gives: which of its files were written. */
async function rebuild(root: string): Promise<readonly string[]> {
  const { outcome } = await buildSite(release(root));
  expect(contents(site(root))).toEqual((await fromNothing(root, "release")).files);
  return outcome.written;
}

async function withAddress(): Promise<string> {
  const root = await smallArchive();
  put(root, "content/archive.md", address);
  await buildSite(release(root));
  return root;
}

test("build draws a card of the archive and of each live page, which its posts without a picture name too", async () => {
  const root = await withAddress();
  expect(drawnIn(site(root))).toEqual(["card.png", "storm/card.png", "visit/card.png"]);
  expect(await rebuild(root)).toEqual([]);
  const card = (page: string) =>
    /og:image" content="([^"]*)"/.exec(readFileSync(path.join(site(root), page), "utf8"))?.[1];
  expect(card("index.html")).toBe("https://example.org/a/card.png");
  for (const page of ["storm/index.html", "storm/oldest.html", "storm/p-wind/index.html"])
    expect(card(page)).toBe("https://example.org/a/storm/card.png");
});

test("build draws a card anew when it shows something else, and only then; posts are not printed again for it", async () => {
  const root = await withAddress();
  put(root, "content/storm/one.md", postText("p-wind", 30, "Other words."));
  expect((await rebuild(root)).filter((file) => file.endsWith(".png"))).toEqual([]);
  put(root, "content/storm/two.md", postText("p-calm", 50, "Calm."));
  put(root, "content/storm/three.md", postText("p-rain", 55, "Rain."));
  const written = await rebuild(root);
  expect(written.filter((file) => file.endsWith(".png"))).toEqual(["storm/card.png"]);
  expect(written).not.toContain("visit/p-one/index.html");
  put(root, "content/storm/four.md", postText("p-late", 58, "Late."));
  expect((await rebuild(root)).filter((file) => /storm\/.*\/index\.html/.test(file))).not.toContain(
    "storm/p-wind/index.html",
  );
});

test("build takes drawn cards away with the address, in quick mode, and though they were published", async () => {
  const root = await withAddress();
  put(root, "content/published.txt", "card.png\nstorm/card.png\nstorm/index.html\n");
  await buildSite(options(root));
  expect(drawnIn(site(root))).toEqual([]);
  await buildSite(release(root));
  expect(drawnIn(site(root))).toHaveLength(3);
  put(root, "content/archive.md", front(""));
  await rebuild(root);
  expect(drawnIn(site(root))).toEqual([]);
});

test("build mends a card that was lost or changed in the site, and knows its own where its cache was deleted", async () => {
  const root = await withAddress();
  const before = contents(site(root));
  rmSync(path.join(site(root), "storm/card.png"));
  put(root, "_site/card.png", "x");
  await buildSite({ ...release(root), verify: true });
  expect(contents(site(root))).toEqual(before);
  rmSync(path.join(root, ".afterlive"), { recursive: true });
  await buildSite(release(root));
  expect(contents(site(root))).toEqual(before);
});

test("build draws no card where templates of the archive's own name none", async () => {
  const root = await smallArchive();
  put(root, "content/archive.md", address);
  const bare = `{ name: "bare", of: "live page", views: ({ page }) => [page], path: ({ slug }) => slug + "/index.html", render: ({ title }) => title }`;
  put(root, "templates/replaces-all", "");
  put(root, "templates/bare.11ty.js", `export default ${bare};`);
  await buildSite(release(root));
  expect(drawnIn(site(root))).toEqual([]);
  rmSync(path.join(root, "templates/bare.11ty.js"));
  put(root, "templates/named.11ty.js", `export default { ...${bare}, cards: true };`);
  await buildSite({ ...release(root), out: path.join(root, "other") });
  expect(drawnIn(path.join(root, "other"))).toEqual(["card.png", "storm/card.png", "visit/card.png"]);
});

const imagesIn = (root: string, page: string) =>
  [...readFileSync(path.join(site(root), page), "utf8").matchAll(/og:image(:\w+)?" content="([^"]*)"/g)].map(
    ([, what = "", content]) => [what, content],
  );

test.each([
  ["card.png", ["index.html"]],
  ["storm/card.png", ["storm/index.html", "storm/oldest.html", "storm/p-wind/index.html"]],
])("build lays a card of the archive's own, %s, draws none in its place, and names it", async (card, pages) => {
  const root = await withAddress();
  const drawn = contents(site(root))[card];
  for (const text of ["own", "another"]) {
    put(root, `public/${card}`, text);
    settle(root);
    const written = await rebuild(root);
    expect(readFileSync(path.join(site(root), card), "utf8")).toBe(text);
    // Which pages are printed depends on that there is one, not on what it shows.
    expect(written.filter((file) => file.endsWith(".html")).toSorted()).toEqual(text === "own" ? pages.toSorted() : []);
    for (const page of pages)
      expect(imagesIn(root, page)).toEqual([
        ["", `https://example.org/a/${card}`],
        [":type", "image/png"],
        [":alt", expect.any(String)],
      ]);
  }
  rmSync(path.join(root, "public"), { recursive: true });
  expect((await rebuild(root)).filter((file) => file.endsWith(".html")).toSorted()).toEqual(pages.toSorted());
  expect(contents(site(root))[card]).toBe(drawn);
  expect(imagesIn(root, pages[0]!).map(([what]) => what)).toEqual(["", ":type", ":width", ":height", ":alt"]);
});

test("build lays a card of the archive's own where none would be drawn, and no page names it", async () => {
  const root = await smallArchive();
  put(root, "public/card.png", "own");
  await buildSite(release(root));
  expect(drawnIn(site(root))).toEqual(["card.png"]);
  expect(imagesIn(root, "index.html")).toEqual([]);
});

test("build of a part draws no card where the archive has its own, and the parts join to what one machine builds", async () => {
  const root = await withAddress();
  const parts = [1, 2].map((number) => ({
    ...release(root),
    out: path.join(newFolder(), "part"),
    shard: { number, of: 2 },
  }));
  const all = async () => {
    for (const part of parts) await buildSite(part);
    const out = path.join(newFolder(), "site");
    await merge({ root, out, cache: newFolder(), parts: parts.map((part) => part.out) });
    expect(contents(out)).toEqual((await fromNothing(root, "release")).files);
    return drawnIn(out).length;
  };
  expect(await all()).toBe(3);
  put(root, "public/storm/card.png", "own");
  put(root, "public/card.png", "own");
  expect(await all()).toBe(3);
  rmSync(path.join(root, "public/storm"), { recursive: true });
  const out = path.join(newFolder(), "site");
  await expect(merge({ root, out, cache: newFolder(), parts: parts.map((part) => part.out) })).rejects.toThrow(Refusal);
  expect(await all()).toBe(3);
});
