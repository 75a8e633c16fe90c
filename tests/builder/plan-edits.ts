/** What people, disks and other programs may do to an archive, to its site and to its plan between two builds. */
import fs from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { buildCacheOf } from "../../src/builder/cache/build-cache.ts";
import { diskCache } from "../../src/builder/cache/disk-cache.ts";
import type { BuildState } from "../../src/builder/cache/state.ts";
import { filesBelow } from "../../src/builder/output/files-below.ts";
import { options, put } from "./small-archive.ts";

/** One edit: what is done, and numbers that say to what and how. */
export interface Edit {
  readonly what: What;
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

export interface World {
  readonly root: string;
  /** Another archive, built as this one was. */
  readonly other: string;
  readonly pictures: readonly Buffer[];
  /** Earlier copies of the files of the plan. */
  readonly older: Map<string, Buffer>;
}

const pick = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(1, list.length)];
const at = ({ root }: World, ...names: readonly string[]): string => path.join(root, ...names);
const slugs = ["visit", "storm", "trip", "constructor", "2024"];
const names = ["a", "b", "c", "d"];

const folders = (world: World): readonly string[] =>
  fs.readdirSync(at(world, "content"), { withFileTypes: true }).flatMap((one) => (one.isDirectory() ? [one.name] : []));
const posts = (world: World): readonly string[] =>
  filesBelow(at(world, "content")).filter((file) => /^[^/]+\/(?!page)[^/]+\.md$/.test(file));
const media = (world: World): readonly string[] =>
  filesBelow(at(world, "content")).filter((file) => file.includes("/media/"));

function rewrite(world: World, file: string | undefined, change: (text: string) => string): void {
  if (file === undefined || !fs.existsSync(at(world, file))) return;
  fs.writeFileSync(at(world, file), change(fs.readFileSync(at(world, file), "utf8")));
}

const move = (world: World, from: string | undefined, to: string): void => {
  if (from === undefined || fs.existsSync(at(world, to))) return;
  fs.mkdirSync(path.dirname(at(world, to)), { recursive: true });
  fs.renameSync(at(world, from), at(world, to));
};

const bodies = [
  "Words.",
  "Other *words*.",
  "![A field](media/red.png)\nCaption: Red",
  "![](media/blue.jpg)",
  "- One\n- Two",
];

const post = ({ a, b, c }: Edit, id: string): string =>
  [
    "---",
    `id: ${id}`,
    ...(c % 7 === 0 ? [] : [`published: 2024-05-${17 + (b % 3)}T02:${String(a % 60).padStart(2, "0")}:00+01:00`]),
    ...(c % 3 === 0 ? [`headline: "About ${b}"`] : []),
    ...(b % 4 === 0 ? ["label: Analysis"] : []),
    ...(b % 5 === 0 ? [`order: ${a % 3}`] : []),
    "---",
    `${pick(bodies, c)}\n`,
  ].join("\n");

const page = ({ a, b, c }: Edit): string =>
  [
    "---",
    `title: Title ${a % 3}`,
    `zone: ${pick(["Europe/London", "Asia/Kathmandu", "UTC"], b)}`,
    ...(c % 2 === 0 ? [`language: ${pick(["en-GB", "fr", "ar"], c)}`] : []),
    ...(a % 2 === 0 ? [`note: Note ${b}`] : []),
    "---",
    b % 3 === 0 ? "" : `- Point ${c}\n\n![](media/red.png)\n`,
  ].join("\n");

const livePage = (world: World, edit: Edit, slug: string): void => {
  if (fs.existsSync(at(world, "content", slug))) return;
  put(world.root, `content/${slug}/page.md`, page(edit));
  put(world.root, `content/${slug}/a.md`, post(edit, "p-a"));
};

/** Templates of the archive's own: of live pages, on paths that posts take along; of the archive, from all that it knows. */
const templates: Readonly<Record<string, (edit: Edit) => string>> = {
  "templates/flat.11ty.js": ({ b }) =>
    `import { say } from "./parts/say.mjs";
     export default { name: "flat", of: "live page", views: ({ posts }) => posts,
       path: ({ post }) => "${b % 2 ? "posts/" : "post-"}" + post.name.toLowerCase().replace(/[^a-z0-9]+/g, "-") + post.id + ".html",
       render: ({ post, page }) => say(post.name) + page.title };`,
  "templates/latest.11ty.js": ({ a }) =>
    `export default { name: "latest", of: "archive", path: () => "latest.html",
       views: ({ latest, pages }) => [{ latest: latest(), pages }],
       render: ({ latest, pages }) => ${a % 5} + latest.map(({ page, post, bodyHtml }) => page.title + post.name + bodyHtml()).join("")
         + pages.map(({ page, href }) => href + page.title + page.summaryHtml + page.points + page.zones).join("") };`,
  "templates/parts/say.mjs": ({ a }) => `export const say = (text) => "${a % 3}" + text;`,
};

const damage = (world: World, { a, b, c }: Edit): void => {
  const { folder } = buildCacheOf(options(world.root));
  const file = pick(filesBelow(folder), a);
  if (file === undefined) return;
  const whole = path.join(folder, file);
  const bytes = fs.readFileSync(whole);
  const kind = b % 5;
  if (kind === 0) fs.truncateSync(whole, c % Math.max(1, bytes.length));
  else if (kind === 1) fs.writeFileSync(whole, bytes.fill(c % 256, bytes.length >> 1, (bytes.length >> 1) + 9));
  else if (kind === 2) fs.rmSync(whole);
  else if (kind === 3) fs.writeFileSync(whole, world.older.get(file) ?? bytes);
  else {
    const other = pick(
      filesBelow(folder).filter((one) => one.startsWith("pages/")),
      c,
    );
    if (other !== undefined && file.startsWith("pages/")) fs.copyFileSync(path.join(folder, other), whole);
  }
};

const edits = {
  write: (world, edit) => {
    const name = pick(names, edit.c);
    put(world.root, `content/${pick(folders(world), edit.a)}/${name}.md`, post(edit, `p-${name}`));
  },
  headline: (world, { a, b }) =>
    rewrite(world, `content/${pick(posts(world), a)}`, (text) =>
      text.replace(/\n---\n/, `\nsubheadline: "Sub ${b}"\n---\n`).replace(/(subheadline.*\n)subheadline.*\n/, "$1"),
    ),
  body: (world, { a, b }) => rewrite(world, `content/${pick(posts(world), a)}`, (text) => `${text}\nMore ${b}.\n`),
  id: (world, { a, b }) =>
    rewrite(world, `content/${pick(posts(world), a)}`, (text) => text.replace(/^id: (p-\w+).*$/m, `id: $1-${b}`)),
  rename: (world, { a, b }) => {
    const file = pick(posts(world), a);
    if (file !== undefined)
      move(world, `content/${file}`, `content/${path.dirname(file)}/${b % 9}-${path.basename(file)}`);
  },
  moveAway: (world, { a, b }) => {
    const file = pick(posts(world), a);
    if (file !== undefined) move(world, `content/${file}`, `content/${pick(folders(world), b)}/${path.basename(file)}`);
  },
  remove: (world, { a }) => {
    const file = pick(posts(world), a);
    if (file !== undefined) fs.rmSync(at(world, "content", file));
  },
  page: (world, edit) => put(world.root, `content/${pick(folders(world), edit.c)}/page.md`, page(edit)),
  addPage: (world, edit) => livePage(world, edit, pick(slugs, edit.a) ?? "visit"),
  renamePage: (world, { a, b }) => move(world, `content/${pick(folders(world), a)}`, `content/${pick(slugs, b)}`),
  removePage: (world, { a }) => {
    if (folders(world).length > 1) fs.rmSync(at(world, "content", pick(folders(world), a) ?? ""), { recursive: true });
  },
  picture: (world, { a, b, c }) =>
    put(
      world.root,
      `content/${pick(folders(world), a)}/media/${pick(["red.png", "blue.jpg", "red.webp", "nobody.png"], b)}`,
      pick(world.pictures, c) ?? "",
    ),
  renamePicture: (world, { a, b }) => {
    const file = pick(media(world), a);
    if (file !== undefined)
      move(world, `content/${file}`, `content/${file.replace(/\.\w+$/, b % 2 ? ".webp" : ".png")}`);
  },
  removePicture: (world, { a }) => {
    const file = pick(media(world), a);
    if (file !== undefined) fs.rmSync(at(world, "content", file));
  },
  archive: (world, { a, b }) =>
    put(
      world.root,
      "content/archive.md",
      `---\ntitle: Archive ${a % 3}\n${b % 2 ? "url: https://example.org/a/\n" : ""}${b % 3 ? "revisions: true\n" : ""}---\nAbout.\n`,
    ),
  about: (world, { a, b }) =>
    put(world.root, "content/about.md", `${b % 2 ? `---\ntitle: About ${a % 3}\n---\n` : ""}We keep ${a % 5} pages.\n`),
  noAbout: (world) => fs.rmSync(at(world, "content/about.md"), { force: true }),
  revision: (world, edit) => {
    const file = pick(posts(world), edit.a);
    if (file === undefined) return;
    const id = /^id: (.*)$/m.exec(fs.readFileSync(at(world, "content", file), "utf8"))?.[1] ?? "";
    const older = [edit.b % 16, edit.c % 16].map((n) => `<!-- until the capture ${n.toString(16).repeat(16)} -->\n`);
    const text = edit.c % 5 === 0 ? "no mark" : older.map((mark) => `${mark}${post(edit, id)}`).join("");
    put(world.root, `content/${path.dirname(file)}/captures/revisions/${id}.md`, text);
  },
  gaps: (world, { a, b, c }) =>
    put(
      world.root,
      `content/${pick(folders(world), a)}/captures/completeness.json`,
      c % 4 === 0 ? "{" : JSON.stringify({ gaps: { pages: [b % 3], total: 3, named: [`p-${c % 9}`].slice(b % 2) } }),
    ),
  noRevision: (world, { a }) => {
    const file = pick(
      filesBelow(at(world, "content")).filter((one) => one.includes("/revisions/")),
      a,
    );
    if (file !== undefined) fs.rmSync(at(world, "content", file));
  },
  noArchive: (world) => fs.rmSync(at(world, "content/archive.md"), { force: true }),
  stray: (world, { a }) => put(world.root, `content/${pick(folders(world), a)}/notes.txt`, "stray"),
  template: (world, edit) => {
    put(world.root, "templates/parts/say.mjs", templates["templates/parts/say.mjs"]?.(edit) ?? "");
    const file = pick(Object.keys(templates), edit.c) ?? "";
    put(world.root, file, templates[file]?.(edit) ?? "");
  },
  replacesAll: (world) => {
    if (fs.existsSync(at(world, "templates/latest.11ty.js"))) put(world.root, "templates/replaces-all", "");
  },
  noTemplate: (world, { a }) =>
    fs.rmSync(
      at(
        world,
        pick(["templates", "templates/flat.11ty.js", "templates/latest.11ty.js", "templates/replaces-all"], a) ?? "",
      ),
      { recursive: true, force: true },
    ),
  laid: (world, { a, b }) =>
    put(
      world.root,
      `public/${pick(["robots.txt", "extra.txt", ".well-known/a.txt", "posts/x.html", "card.png", "visit/card.png"], a)}`,
      `text ${b % 3}`,
    ),
  notLaid: (world, { a }) =>
    fs.rmSync(at(world, "public", pick(["robots.txt", "extra.txt", ".well-known", "card.png", "visit"], a) ?? ""), {
      recursive: true,
      force: true,
    }),
  touch: (world, { a }) => {
    const file = pick(filesBelow(at(world, "content")), a);
    if (file !== undefined) fs.utimesSync(at(world, "content", file), new Date(), new Date());
  },
  sly: (world, { a }) => {
    const file = pick(posts(world), a);
    if (file === undefined) return;
    const { atime, mtime } = fs.statSync(at(world, "content", file));
    rewrite(world, `content/${file}`, (text) =>
      text.replace(/Words|Sdrow/, (word) => (word === "Words" ? "Sdrow" : "Words")),
    );
    fs.utimesSync(at(world, "content", file), atime, mtime);
  },
  broken: (world, { a }) =>
    put(world.root, `content/${pick(folders(world), a)}/broken.md`, "---\nid: p-broken\npublished: soon\n---\n"),
  harm: (world, { a, b }) => {
    const file = pick(filesBelow(at(world, "_site")), a);
    if (file !== undefined && b % 3 === 0) fs.rmSync(at(world, "_site", file));
    else if (file !== undefined) fs.writeFileSync(at(world, "_site", file), "harmed");
  },
  foreign: (world, { a }) => {
    const plan = buildCacheOf(options(world.root));
    const state = diskCache.get<BuildState>(plan.state)?.value;
    if (state !== undefined)
      diskCache.put(plan.state, { ...state, ...(a % 2 ? { renderKey: "other" } : { format: 0 }) });
  },
  damage,
  otherPlan: (world) => {
    const plan = buildCacheOf(options(world.root)).folder;
    fs.rmSync(plan, { recursive: true, force: true });
    fs.cpSync(buildCacheOf(options(world.other)).folder, plan, { recursive: true, preserveTimestamps: true });
  },
  noOut: (world) => fs.rmSync(at(world, "_site"), { recursive: true, force: true }),
  noOutFolder: (world, { a }) =>
    fs.rmSync(at(world, "_site", pick([...folders(world), "pictures"], a) ?? ""), { recursive: true, force: true }),
  noCache: (world, { a }) =>
    fs.rmSync(at(world, ".afterlive", pick(["pictures", "plans", ""], a) ?? ""), { recursive: true, force: true }),
} satisfies Readonly<Record<string, (world: World, edit: Edit) => void>>;

export type What = keyof typeof edits;

/** Edits after which the threads of before would show old templates. */
export const changesTemplates: ReadonlySet<What> = new Set<What>(["template", "replacesAll", "noTemplate"]);
/** Edits that take away what is known of the site: it may then be refused to touch files of unknown origin. */
export const forgets: ReadonlySet<What> = new Set<What>(["foreign", "damage", "otherPlan", "noCache"]);

export const anyEdit: fc.Arbitrary<Edit> = fc.record({
  what: fc.constantFrom(...(Object.keys(edits) as What[])),
  a: fc.nat(999),
  b: fc.nat(999),
  c: fc.nat(999),
});

export const apply = (world: World, edit: Edit): void => edits[edit.what](world, edit);

/** What makes an archive good again, whatever the edits did to it. */
export function mend(world: World): void {
  for (const slug of folders(world)) {
    fs.rmSync(at(world, "content", slug, "broken.md"), { force: true });
    const seen = new Set<string>();
    for (const file of posts(world).filter((file) => file.startsWith(`${slug}/`))) {
      const id = /^id: (.*)$/m.exec(fs.readFileSync(at(world, "content", file), "utf8"))?.[1] ?? "";
      if (seen.has(id)) fs.rmSync(at(world, "content", file));
      seen.add(id);
    }
  }
  fs.rmSync(at(world, "public/posts"), { recursive: true, force: true });
  fs.rmSync(at(world, "templates/flat.11ty.js"), { force: true });
}
