/**
 * The law of the plan over random histories, kills, and what the next build makes of them. Eleventy prints what is built from nothing,
 * a rebuild calls the templates itself: so the law holds too that both print the same bytes.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import fc from "fast-check";
import { expect, test } from "vitest";
import { buildSite } from "../../src/builder/build.ts";
import { buildCacheOf } from "../../src/builder/cache/build-cache.ts";
import { diskCache } from "../../src/builder/cache/disk-cache.ts";
import { filesBelow } from "../../src/builder/output/files-below.ts";
import {
  contents,
  newFolder,
  options,
  postText,
  put,
  redPicture,
  refused,
  script,
  smallArchive,
} from "./small-archive.ts";

const long = process.env.AFTERLIVE_LONG !== undefined;
const always = <T>(value: T) => fc.constant(value);
const slug = fc.constantFrom("visit", "storm", "later");
const file = fc.constantFrom("one.md", "two.md", "three.md");
const post = fc.record({
  kind: always("post" as const),
  slug,
  file,
  id: fc.constantFrom("p-a", "p-b"),
  minute: fc.nat(59),
  picture: fc.boolean(),
});

/** A `captures.yaml` of one capture that holds these posts; "" stands for none. */
const capturesOf = (letter: string, ids: string): string =>
  `captures:\n  - digest: sha256-${letter.repeat(64)}\n    name: x.txt\n    importer: x\n    posts: |\n      ${ids}\n`;

/** What people, programs and disks do to an archive and its site between two builds. */
const event = fc.oneof(
  { weight: 4, arbitrary: post },
  fc.record({ kind: always("remove" as const), slug, file }),
  fc.record({ kind: always("rename" as const), slug, file }),
  fc.record({ kind: always("move" as const), slug, to: slug, file }),
  fc.record({
    kind: always("page" as const),
    slug,
    title: fc.constantFrom("A", "B"),
    zone: fc.constantFrom("Europe/London", "Asia/Tokyo"),
    language: fc.constantFrom("en-GB", "ar"),
  }),
  fc.record({ kind: always("drop page" as const), slug }),
  fc.record({
    kind: always("picture" as const),
    slug,
    name: fc.constantFrom("red.png", "lost.png"),
    there: fc.boolean(),
  }),
  fc.record({ kind: always("settings" as const), title: fc.constantFrom("One", "Two"), url: fc.boolean() }),
  fc.record({ kind: always("template" as const), text: fc.constantFrom("x", "y"), there: fc.boolean() }),
  fc.record({
    kind: always("public" as const),
    name: fc.constantFrom("robots.txt", "CNAME"),
    text: fc.constantFrom("a", "b"),
  }),
  fc.record({
    kind: always("captures" as const),
    slug,
    text: fc.constantFrom("", "captures: [", capturesOf("a", "p-a-one"), capturesOf("b", "p-a-one\n      p-b-two")),
  }),
  fc.record({ kind: always("touch" as const), slug, file }),
  fc.record({ kind: always("same size and time" as const), slug, file }),
  fc.record({ kind: always("broken" as const), slug }),
  fc.record({ kind: always("cut cache" as const), which: fc.nat(9), half: fc.boolean() }),
  fc.record({ kind: always("other version" as const) }),
  fc.record({ kind: always("site gone" as const), what: fc.constantFrom("", "visit", "visit/oldest.html") }),
  fc.record({ kind: always("harm" as const), which: fc.nat(50) }),
);
type Event = typeof event extends fc.Arbitrary<infer T> ? T : never;

async function happen(root: string, one: Event): Promise<void> {
  const at = (...names: string[]) => path.join(root, ...names);
  if ("slug" in one && one.kind !== "drop page" && !existsSync(at("content", one.slug, "page.md")))
    put(root, `content/${one.slug}/page.md`, `---\ntitle: The ${one.slug}\nzone: Europe/London\n---\n- Point\n`);
  const of = "file" in one ? at("content", one.slug, one.file) : "";
  const { folder, state } = buildCacheOf(options(root));
  if (one.kind === "post") {
    const text = `Text ${one.minute}.${one.picture ? "\n\n![Red](media/red.png)" : ""}`;
    put(root, `content/${one.slug}/${one.file}`, postText(`${one.id}-${one.file.slice(0, -3)}`, one.minute, text));
  } else if (one.kind === "remove") rmSync(of, { force: true });
  else if (one.kind === "page") {
    const front = `title: ${one.title}\nzone: ${one.zone}\nlanguage: ${one.language}`;
    put(root, `content/${one.slug}/page.md`, `---\n${front}\n---\n- ${one.title}\n`);
  } else if (one.kind === "drop page") rmSync(at("content", one.slug), { recursive: true, force: true });
  else if (one.kind === "picture") {
    if (one.there) put(root, `content/${one.slug}/media/${one.name}`, await redPicture());
    else rmSync(at("content", one.slug, "media", one.name), { force: true });
  } else if (one.kind === "captures") {
    const name = `content/${one.slug}/captures/captures.yaml`;
    if (one.text === "") rmSync(at(name), { force: true });
    else put(root, name, one.text);
  } else if (one.kind === "settings") {
    put(
      root,
      "content/archive.md",
      `---\ntitle: ${one.title}\n${one.url ? "url: https://example.org/\n" : ""}---\nOn.\n`,
    );
  } else if (one.kind === "template") {
    rmSync(at("templates"), { recursive: true, force: true });
    if (!one.there) return;
    put(
      root,
      "templates/latest.11ty.js",
      `export default { name: "latest", of: "archive", views: (archive) => [archive.latest()], path: () => "latest.txt",
         render: (latest) => ${JSON.stringify(one.text)} + latest.map(({ page, post, bodyHtml }) => page.title + post.name + bodyHtml()).join("") };`,
    );
    put(
      root,
      "templates/brief.11ty.js",
      `export default { name: "brief", of: "live page", views: ({ posts }) => posts,
         path: ({ page, post }) => page.slug + "/brief/" + post.id + ".html", render: ({ post }) => ${JSON.stringify(one.text)} + post.text() };`,
    );
  } else if (one.kind === "public") put(root, `public/${one.name}`, one.text);
  else if (one.kind === "broken") {
    put(root, `content/${one.slug}/broken.md`, "---\nid: p-broken\npublished: soon\n---\nText.\n");
    await refused(options(root));
    rmSync(at("content", one.slug, "broken.md"));
  } else if (one.kind === "cut cache") {
    const files = existsSync(folder) ? filesBelow(folder).filter((name) => name !== "state.json") : [];
    const name = files[one.which % Math.max(1, files.length)];
    if (name === undefined) return;
    const text = readFileSync(path.join(folder, name), "utf8");
    writeFileSync(path.join(folder, name), one.half ? text.slice(0, text.length / 2) : text.replaceAll("p-", "q-"));
  } else if (one.kind === "other version") {
    const known = diskCache.get<object>(state)?.value;
    if (known !== undefined) diskCache.put(state, { ...known, printing: "another" });
  } else if (one.kind === "site gone") rmSync(at("_site", one.what), { recursive: true, force: true });
  else if (one.kind === "harm") {
    const files = existsSync(at("_site")) ? filesBelow(at("_site")) : [];
    const harmed = files[one.which % Math.max(1, files.length)];
    if (harmed !== undefined) writeFileSync(at("_site", harmed), "harmed");
  } else if (existsSync(of)) {
    if (one.kind === "rename") renameSync(of, of.replace(/\.md$/, "-again.md"));
    else if (one.kind === "move") {
      if (existsSync(at("content", one.to, "page.md"))) renameSync(of, at("content", one.to, one.file));
    } else if (one.kind === "touch") utimesSync(of, 1e9, 1e9);
    else {
      const { mtime } = statSync(of);
      writeFileSync(of, readFileSync(of, "utf8").replace("Text", "Test"));
      utimesSync(of, mtime, mtime);
    }
  }
}

const outcomeOf = async (root: string, out: string, cache: string) => {
  const report = await buildSite({ ...options(root, out), cache });
  return { files: contents(out), warnings: report.problems.map((one) => `${one.file} ${one.message}`).sort() };
};

test("build leaves what a build from nothing gives, whatever happened before", { timeout: 900_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(event, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
      async (rounds) => {
        const root = await smallArchive();
        const site = path.join(root, "_site");
        await buildSite(options(root));
        for (const events of rounds) {
          for (const one of events) {
            // A mistake, such as one id twice, is refused in either way: there is nothing to compare.
            const sound = await outcomeOf(root, path.join(newFolder(), "out"), newFolder()).then(
              () => true,
              () => false,
            );
            if (!sound) return;
            await happen(root, one);
          }
          const fresh = await outcomeOf(root, path.join(newFolder(), "out"), newFolder()).catch(() => undefined);
          if (fresh === undefined) return;
          const verify = events.some(({ kind }) => kind === "harm");
          const report = await buildSite({ ...options(root), verify }).catch((error: unknown) => {
            // An original picture whose only trace was in a record that is lost cannot be told from somebody's own file.
            const cut = events.some(({ kind }) => kind === "cut cache");
            if (cut && String(error).includes("no build of this archive is known")) return undefined;
            throw error;
          });
          if (report === undefined) return;
          expect(contents(site)).toEqual(fresh.files);
          expect(report.problems.map((one) => `${one.file} ${one.message}`).sort()).toEqual(fresh.warnings);
          expect((await buildSite(options(root))).outcome).toMatchObject({ written: [], removed: [] });
        }
      },
    ),
    { numRuns: long ? 30 : 2 },
  );
});

test("build killed at any moment is made good by the next", { timeout: 900_000 }, async () => {
  const kills = long ? 100 : 2;
  const root = await smallArchive();
  await buildSite({ ...options(root), mode: "release" });
  let ended = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    for (let number = 0; number < 12; number += 1)
      put(root, `content/visit/more-${number}.md`, postText(`p-${kill % 3}-${number}`, number, `Text ${kill}.`));
    const child = spawn(process.execPath, ["--input-type=module", "-e", script(root)], { stdio: "ignore" });
    await pause(60 + Math.random() * 260);
    child.kill("SIGKILL");
    const [code] = child.exitCode === null && child.signalCode === null ? await once(child, "exit") : [child.exitCode];
    if (code === 0) ended += 1;
    await buildSite({ ...options(root), mode: "release" });
    const fresh = path.join(newFolder(), "out");
    await buildSite({ ...options(root, fresh), mode: "release" });
    expect(contents(path.join(root, "_site")), `after kill ${kill}`).toEqual(contents(fresh));
  }
  expect(ended).toBeLessThan(kills);
  expect(readdirSync(path.join(root, "_site"))).not.toContain(".afterlive");
});

test("build gives the same bytes if Eleventy or the program calls the templates, in threads too", {
  timeout: 120_000,
}, async () => {
  const root = await smallArchive();
  for (let page = 0; page < 3; page += 1) {
    put(root, `content/many-${page}/page.md`, `---\ntitle: Many ${page}\nzone: Europe/London\n---\n- Point\n`);
    for (let number = 0; number < 260; number += 1)
      put(root, `content/many-${page}/${number}.md`, postText(`p-${number}`, number % 60, `Text ${number}.`));
  }
  const byEleventy = await outcomeOf(root, path.join(root, "eleventy"), newFolder());
  await buildSite({ ...options(root, path.join(root, "direct")), cache: newFolder(), engine: "direct" });
  expect(contents(path.join(root, "direct"))).toEqual(byEleventy.files);
  expect(Object.keys(byEleventy.files).length).toBeGreaterThan(780);
});

test("build lists live pages twenty to a page from the oldest on: a full list stays", { timeout: 60_000 }, async () => {
  const root = newFolder();
  const add = (number: number) => {
    const month = String((number % 12) + 1).padStart(2, "0");
    const published = `20${10 + Math.floor(number / 12)}-${month}-01T00:00:00+00:00`;
    put(root, `content/page-${number}/page.md`, `---\ntitle: Page ${number}\nzone: UTC\n---\n- Point\n`);
    put(root, `content/page-${number}/one.md`, `---\nid: p-one\npublished: ${published}\n---\nText.\n`);
  };
  const read = (name: string) => readFileSync(path.join(root, "_site", name), "utf8");
  const listed = (name: string) =>
    [...read(name).matchAll(/class="title"><a href="([^"]+)\/index\.html"/g)].map(([, at]) => at);
  for (let number = 0; number < 45; number += 1) add(number);
  await buildSite(options(root));
  expect(listed("archive-1.html")).toEqual(Array.from({ length: 20 }, (_, index) => `page-${19 - index}`));
  expect(listed("index.html")).toHaveLength(25);
  const full = read("archive-1.html");
  for (let number = 45; number < 59; number += 1) add(number);
  await buildSite(options(root));
  expect(read("archive-1.html")).toBe(full);
  expect(listed("index.html")).toHaveLength(39);
});
