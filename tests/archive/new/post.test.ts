/** A new live page and a new post: their names, ids and places, and the copy of a post. */
import { mkdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { findPage, findPost } from "../../../src/archive/new/find-post.ts";
import { type NewPage, newPage } from "../../../src/archive/new/page.ts";
import { type NewPost, newPost } from "../../../src/archive/new/post.ts";
import { parsePage } from "../../../src/archive/read/parse-page.ts";
import { parsePost } from "../../../src/archive/read/parse-post.ts";
import { parseInstant } from "../../../src/model/instant.ts";
import { Refusal } from "../../../src/model/problem.ts";
import { archiveWith, bytesOf, london } from "./folder.ts";

const blank = { language: undefined, slug: undefined, publisher: undefined, source: undefined };
const page = (root: string, values: Partial<NewPage> = {}) =>
  newPage(root, { title: "A flood: day one", zone: "Europe/London", ...blank, ...values });

const at = (text: string) => parseInstant(text, "Europe/London")!;
const noWords = { headline: undefined, label: undefined, byline: undefined, copy: undefined };
const post = (root: string, values: Partial<NewPost> = {}) =>
  newPost(root, findPage(root, "river"), { published: at("2024-05-17T14:05:00+01:00"), ...noWords, ...values });

describe("newPage", () => {
  test("names the folder by the title, and takes the language of the archive", () => {
    const root = archiveWith({ "content/archive.md": "---\ntitle: A\nlanguage: fr\n---\n" });
    const { slug, change } = page(root);
    expect([slug, change.path]).toEqual(["a-flood-day-one", "content/a-flood-day-one/page.md"]);
    const read = parsePage(bytesOf(change), change.path, slug);
    expect(read).toMatchObject({
      page: { title: "A flood: day one", zone: "Europe/London", language: "fr" },
      problems: [],
    });
  });

  test("refuses a page that is there, a folder that is no archive, and a name that no folder can have", () => {
    const root = archiveWith({ "content/river/page.md": london });
    expect(() => page(root, { slug: "river" })).toThrow(/it is there already/);
    expect(() => page(archiveWith({}))).toThrow(/afterlive init/);
    for (const slug of ["../x", "a b", "con", ""]) expect(() => page(root, { slug })).toThrow(/--slug {2}Cannot use/);
    expect(() => page(root, { title: "洪水" })).toThrow(/no Latin letters/);
  });
});

describe("newPost", () => {
  test("has a file named as its id: date and time of the zone, then the first words", () => {
    const { id, change } = post(archiveWith({ "content/river/page.md": london }), {
      headline: "Water rises: all out now",
    });
    expect([id, change.path]).toEqual(["p20240517-1405-water-rises-all-out", `content/river/${id}.md`]);
    expect(bytesOf(change)).toBe(
      `---\nid: ${id}\npublished: 2024-05-17T14:05:00+01:00\nheadline: "Water rises: all out now"\n---\n`,
    );
  });

  test("takes no id that a post has, had, or that was published", () => {
    const id = (files: Readonly<Record<string, string>>) =>
      post(archiveWith({ "content/river/page.md": london, ...files })).id;
    expect(id({})).toBe("p20240517-1405");
    expect(id({ "content/river/a.md": "---\nid: p20240517-1405\n---\n" })).toBe("p20240517-1405-2");
    expect(id({ "content/published.txt": "river/p20240517-1405/index.html\n" })).toBe("p20240517-1405-2");
    const declined = "captures: []\ndeclined: |\n  p20240517-1405 - - - -\n";
    expect(id({ "content/river/captures/captures.yaml": declined })).toBe("p20240517-1405-2");
  });

  test("stands above the posts of its minute", () => {
    const root = archiveWith({
      "content/river/page.md": london,
      "content/river/a.md": "---\nid: a\npublished: 2024-05-17T14:05:00+01:00\norder: 3\n---\n",
    });
    expect(bytesOf(post(root).change)).toContain("\norder: 4\n");
  });

  test("that is a copy keeps the editor's bytes, and not what belongs to the other post alone", () => {
    const original =
      "---\r\n# mine\r\nid: old\r\npublished: 2024-01-02T00:00:00Z\r\ninferred: [year]\r\nheadline:   Old   # c\r\nsource: x\r\nimported: sha256-3f9c1a5207d4e8b1\r\n---\r\nSome *text*\r\n\r\n![a](media/gone.jpg)";
    const root = archiveWith({ "content/river/page.md": london, "content/river/old.md": original });
    const { id, change, absent } = post(root, { copy: "content/river/old.md", label: "Again" });
    expect(bytesOf(change)).toBe(
      `---\r\n# mine\r\nid: ${id}\r\npublished: 2024-05-17T14:05:00+01:00\r\nheadline:   Old   # c\r\nlabel: Again\r\n---\r\nSome *text*\r\n\r\n![a](media/gone.jpg)`,
    );
    expect(absent).toEqual(["gone.jpg"]);
    expect(parsePost(bytesOf(change), "", "UTC").problems).toEqual([]);
  });

  test("that copies a post with a mistake is refused with that mistake", () => {
    const root = archiveWith({ "content/river/page.md": london, "content/river/old.md": "---\nid: A B\n---\n" });
    expect(() => post(root, { copy: "content/river/old.md" })).toThrow(/old\.md:2:5 {2}Cannot read "id"/);
  });
});

describe("findPost and findPage", () => {
  const files = {
    "content/river/page.md": london,
    "content/river/a.md": "---\nid: one\n---\n",
    "content/river/broken.md": "---\nid: A B\n---\n",
    "content/lake/page.md": london,
    "content/lake/b.md": "---\nid: one\n---\n",
    "content/lake/c.md": "---\nid: two\n---\n",
    "elsewhere.md": "",
  };

  test("take a path from the folder or from the root, an id, and the name of a file with a mistake", () => {
    const root = archiveWith(files);
    const river = { slug: "river", file: "content/river/a.md" };
    expect(findPost(root, path.join(root, "content/river"), "a.md")).toEqual(river);
    expect(findPost(root, "/", "content/river/a.md")).toEqual(river);
    expect(findPost(root, "/", path.join(root, "content/river/a.md"))).toEqual(river);
    expect(findPost(root, "/", "two")).toEqual({ slug: "lake", file: "content/lake/c.md" });
    expect(findPost(root, "/", "broken").file).toBe("content/river/broken.md");
    expect(findPage(root, "content/lake/").slug).toBe("lake");
  });

  test("say what there is where the name is none, or is of several", () => {
    const root = archiveWith(files);
    expect(() => findPost(root, "/", "one")).toThrow(/lake\/b\.md, content\/river\/a\.md have this id/);
    for (const name of ["three", "elsewhere.md", "content/river/page.md", "../x"])
      expect(() => findPost(root, root, name)).toThrow(Refusal);
    expect(() => findPage(root, "lke")).toThrow(/Did you mean lake\?/);
    for (const name of ["twos", "content/lake/twos.md"])
      expect(() => findPost(root, root, name)).toThrow(/Did you mean two\? Write its file/);
    expect(() => findPage(root, undefined)).toThrow(/Name one: lake, river/);
  });

  test("need no name of the page where there is one, and refuse an archive without any", () => {
    const root = archiveWith({ "content/river/page.md": london });
    expect(findPage(root, undefined).slug).toBe("river");
    const empty = archiveWith({});
    mkdirSync(path.join(empty, "content"));
    expect(() => findPage(empty, undefined)).toThrow(/afterlive new page/);
  });
});
