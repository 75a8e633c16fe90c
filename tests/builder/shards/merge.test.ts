/** Parts that are joined are what one machine builds. */
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { buildSite } from "../../../src/builder/build.ts";
import { buildCacheOf, pageFiles } from "../../../src/builder/cache/build-cache.ts";
import { diskCache } from "../../../src/builder/cache/disk-cache.ts";
import { merge } from "../../../src/builder/shards/merge.ts";
import { readPart, type SitePart } from "../../../src/builder/shards/part.ts";
import { partFile } from "../../../src/builder/shards/shard.ts";
import { Refusal } from "../../../src/model/problem.ts";
import { emptyMemory } from "../plan-faults.ts";
import {
  contents,
  fromNothing,
  newFolder,
  options,
  postText,
  put,
  redPicture,
  settle,
  smallArchive,
} from "../small-archive.ts";

/** Builds all parts of an archive, each with a cache of its own, as machines do that share nothing. */
async function partsOf(root: string, of: number, mode: "quick" | "release" = "quick"): Promise<readonly string[]> {
  const parts: string[] = [];
  for (let number = 1; number <= of; number += 1) {
    const [folder, cache] = [newFolder(), newFolder()];
    const out = path.join(folder, "part");
    await buildSite({ ...options(root, out), cache, mode, shard: { number, of } });
    parts.push(out);
  }
  return parts;
}

/** The archive where the parts are joined: as it was, but without its live pages. */
function withoutPages(root: string): string {
  const copy = newFolder();
  for (const name of ["content/archive.md", "content/about.md", "content/published.txt", "templates", "public"])
    if (existsSync(path.join(root, name))) cpSync(path.join(root, name), path.join(copy, name), { recursive: true });
  return copy;
}

const join = (root: string, parts: readonly string[], out = path.join(root, "_site")) =>
  merge({ root, out, cache: path.join(root, ".afterlive"), parts });

/** The lines of the problems for which parts were refused. */
async function refusedParts(root: string, parts: readonly string[]): Promise<string> {
  const error = await join(root, parts).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(Refusal);
  expect(existsSync(path.join(root, "_site"))).toBe(false);
  return (error as Refusal).problems.map(({ message }) => message).join("\n");
}

const latest = `export default {
  name: "latest", of: "archive", views: ({ latest }) => [latest()], path: () => "latest.txt",
  render: (posts) => posts.map(({ page, post, bodyHtml }) => [page.title, post.name, post.inferred, bodyHtml()].join(" ")).join("\\n"),
};`;

const anyArchive = fc.record({
  pages: fc.array(
    fc.record({
      minutes: fc.array(fc.nat(59), { minLength: 1, maxLength: 8 }),
      pictured: fc.boolean(),
      inferred: fc.boolean(),
    }),
    { minLength: 1, maxLength: 6 },
  ),
  of: fc.integer({ min: 1, max: 7 }),
  latest: fc.boolean(),
  about: fc.boolean(),
  laid: fc.boolean(),
});

type AnyArchive = typeof anyArchive extends fc.Arbitrary<infer T> ? T : never;

const viewsIn = (folder: string) =>
  Object.entries(readPart(folder)?.pages ?? {}).map(([slug, { view }]) => [slug, view]);

test("a part of which a record or a view was lost is refused once, and made anew by the next build; lost summaries are made anew", async () => {
  const root = await smallArchive();
  const part = { ...options(root, path.join(newFolder(), "part")), cache: newFolder(), shard: { number: 1, of: 1 } };
  const fresh = () => ({ ...options(root, path.join(newFolder(), "part")), cache: newFolder(), shard: part.shard });
  await buildSite(part);
  const plan = buildCacheOf(part);
  for (const [index, lost] of [
    plan.summaries,
    pageFiles(plan, "storm").record,
    pageFiles(plan, "storm").view,
  ].entries()) {
    settle(root);
    await buildSite(part);
    emptyMemory();
    writeFileSync(lost, "cut");
    put(root, "content/visit/two.md", postText("p-two", 20, `Words ${index}.`));
    if (lost !== plan.summaries)
      await expect(buildSite(part)).rejects.toMatchObject({ hint: "Build it again: then all of it is made anew" });
    await buildSite(part);
    const other = fresh();
    await buildSite(other);
    // What a part says of itself names the state of its build.
    const told = { [path.relative(part.out, partFile(part.out))]: "" };
    expect({ ...contents(part.out), ...told }).toEqual({ ...contents(other.out), ...told });
    expect(viewsIn(part.out)).toEqual(viewsIn(other.out));
  }
});

test("merge of all parts, in any order, is what one machine builds, and a second one writes nothing", async () => {
  const picture = await redPicture();
  const law = async ({ pages, of, latest: shown, about, laid }: AnyArchive): Promise<void> => {
    const root = newFolder();
    put(root, "content/archive.md", "---\ntitle: An archive\nurl: https://archive.example.org/\n---\nFor tests.\n");
    for (const [index, { minutes, pictured, inferred }] of pages.entries()) {
      const folder = `content/page-${index}`;
      put(root, `${folder}/page.md`, `---\ntitle: Page ${index}\nzone: Europe/London\n---\n- A point\n`);
      for (const [post, minute] of minutes.entries()) {
        const words = pictured && post === 0 ? "![A red field](media/red.png)\nCaption: Red" : `Words ${minute}.`;
        const text = postText(`p-${index}-${post}`, minute, words);
        put(root, `${folder}/${post}.md`, inferred ? text.replace("headline:", "inferred: [year]\nheadline:") : text);
      }
      if (pictured) put(root, `${folder}/media/red.png`, picture);
    }
    if (about) put(root, "content/about.md", "We keep pages.\n");
    if (shown) put(root, "templates/latest.11ty.js", latest);
    if (laid) put(root, "public/CNAME", "archive.example.org\n");
    const whole = await fromNothing(root);
    const parts = await partsOf(root, of);
    const joined = withoutPages(root);
    const report = await join(joined, parts.toReversed());
    expect(contents(path.join(joined, "_site"))).toEqual(whole.files);
    expect(report).toMatchObject({
      livePages: whole.report.livePages,
      posts: whole.report.posts,
      pictures: { absent: whole.report.pictures.absent },
      problems: whole.report.problems,
    });
    const again = await join(joined, parts);
    expect(again.outcome).toMatchObject({ written: [], removed: [] });
  };
  await fc.assert(fc.asyncProperty(anyArchive, law), { numRuns: process.env.AFTERLIVE_LONG ? 40 : 3 });
});

test("merge draws the archive's own card, and takes the others from the parts", async () => {
  const root = await smallArchive();
  put(root, "content/archive.md", "---\ntitle: A small archive\nurl: https://example.org/\n---\nFor tests.\n");
  const whole = await fromNothing(root, "release");
  const joined = withoutPages(root);
  await join(joined, await partsOf(root, 2, "release"));
  expect(contents(path.join(joined, "_site"))).toEqual(whole.files);
  expect(Object.keys(whole.files).filter((file) => file.endsWith("card.png"))).toHaveLength(3);
});

test("merge follows parts that were built again after an edit and a deletion", async () => {
  const root = await smallArchive();
  const caches = [newFolder(), newFolder()];
  const parts = [path.join(newFolder(), "one"), path.join(newFolder(), "two")];
  const all = async () => {
    for (const [index, cache] of caches.entries())
      await buildSite({ ...options(root, parts[index]), cache, shard: { number: index + 1, of: 2 } });
  };
  await all();
  const joined = withoutPages(root);
  await join(joined, parts);
  put(root, "content/visit/one.md", postText("p-one", 10, "Other words."));
  rmSync(path.join(root, "content/visit/two.md"));
  await all();
  const { outcome } = await join(joined, parts);
  expect(outcome.removed).toContain("visit/p-two/index.html");
  expect(outcome.written).not.toContain("storm/index.html");
  expect(contents(path.join(joined, "_site"))).toEqual((await fromNothing(root)).files);
});

test("build takes over what merge has made, and merge what build has made", async () => {
  const root = await smallArchive();
  const parts = await partsOf(root, 2);
  await join(root, parts);
  const built = await buildSite(options(root));
  expect(built.outcome).toMatchObject({ written: [], removed: [] });
  expect((await buildSite(options(root))).outcome).toMatchObject({ written: [], removed: [] });
  expect((await join(root, parts)).outcome).toMatchObject({ written: [], removed: [] });
});

test("build of a part writes its share and nothing of the archive as a whole, and nothing when nothing has changed", async () => {
  const root = await smallArchive();
  put(root, "public/CNAME", "archive.example.org\n");
  const given = { ...options(root), shard: { number: 1, of: 2 } };
  const { livePages, outcome } = await buildSite(given);
  expect(livePages).toBe(1);
  expect(outcome.written).toContain("visit/index.html");
  expect(outcome.written.filter((file) => !/^(visit|pictures)\//.test(file))).toEqual([]);
  expect((await buildSite(given)).outcome).toMatchObject({ written: [], removed: [] });
  rmSync(partFile(given.out));
  await buildSite(given);
  expect(readPart(given.out)?.shard).toEqual(given.shard);
  // The same folder as another part, and as the whole: each is what it would be from nothing.
  await buildSite({ ...given, shard: { number: 2, of: 2 } });
  expect(Object.keys(contents(given.out)).filter((file) => file.startsWith("visit/"))).toEqual([]);
  await buildSite(options(root));
  expect(contents(given.out)).toEqual((await fromNothing(root)).files);
});

test("a page that was published may stand in another part, but not in none", async () => {
  const root = await smallArchive();
  put(root, "content/published.txt", "visit/p-one/index.html\nstorm/p-gone/index.html\n");
  const parts = await partsOf(root, 2);
  expect(await refusedParts(withoutPages(root), parts)).toContain('this build has no "storm/p-gone/index.html"');
});

test("merge says which part is missing, given twice or of another archive", async () => {
  const root = await smallArchive();
  const joined = withoutPages(root);
  const [one, two] = (await partsOf(root, 2)) as [string, string];
  expect(await refusedParts(joined, [one])).toBe("Cannot merge: part 2 of 2 is missing");
  const copy = newFolder();
  cpSync(one, copy, { recursive: true });
  expect(await refusedParts(joined, [one, two, copy])).toBe(`Cannot merge "${copy}": "${one}" is part 1 of 2 as well`);
  expect(await refusedParts(joined, [newFolder()])).toMatch(/it holds no part of a site$/);
  const [third] = (await partsOf(root, 3)) as [string];
  expect(await refusedParts(joined, [two, third])).toMatch(/it is one of 3 parts, ".+" one of 2$/m);
  put(joined, "templates/latest.11ty.js", latest);
  expect(await refusedParts(joined, [one, two])).toMatch(/it was built with other templates than the archive in/);
  rmSync(path.join(joined, "templates"), { recursive: true });
  put(root, "content/storm-two/page.md", "---\ntitle: More\nzone: UTC\n---\n");
  const [, later] = (await partsOf(root, 2)) as [string, string];
  expect(await refusedParts(joined, [one, later])).toMatch(/its archive had other live pages than that of/);
});

test("merge refuses a part that lost a file, or whose file or word of itself was changed", async () => {
  const root = await smallArchive();
  const joined = withoutPages(root);
  const [one, two] = (await partsOf(root, 2)) as [string, string];
  const page = path.join(one, "visit/p-one/index.html");
  const text = readFileSync(page, "utf8");
  writeFileSync(page, text.replace("First", "Last"));
  expect(await refusedParts(joined, [one, two])).toBe(
    `Cannot merge "${one}": a file is not what was built: "visit/p-one/index.html"`,
  );
  rmSync(page);
  expect(await refusedParts(joined, [one, two])).toBe(
    `Cannot merge "${one}": a file is missing: "visit/p-one/index.html"`,
  );
  writeFileSync(page, text);
  const part = readPart(one) as SitePart;
  const visit = part.pages.visit!;
  const files = { ...visit.files, "../../../etc/passwd": "0" };
  diskCache.put(partFile(one), { ...part, pages: { ...part.pages, visit: { ...visit, files } } });
  expect(await refusedParts(joined, [one, two])).toBe(
    `Cannot merge "${one}": it is no path of a site: "../../../etc/passwd"`,
  );
  diskCache.put(partFile(one), { ...part, pages: {} });
  expect(await refusedParts(joined, [one, two])).toBe("Cannot merge: the parts do not hold each live page once");
  writeFileSync(partFile(one), "{}");
  expect(await refusedParts(joined, [one, two])).toBe(`Cannot merge "${one}": it holds no part of a site`);
});

test("merge refuses to write into a part", async () => {
  const root = await smallArchive();
  const [one] = (await partsOf(root, 1)) as [string];
  await expect(join(root, [one], one)).rejects.toThrow(Refusal);
  await expect(join(root, [one], path.join(one, "site"))).rejects.toThrow(Refusal);
});

test("merge refuses parts of an archive that says something else of itself", async () => {
  const root = await smallArchive();
  const parts = await partsOf(root, 2);
  put(root, "content/about.md", "We keep pages.\n");
  expect(await refusedParts(withoutPages(root), parts)).toContain("with other lines in content/about.md than");
});
