import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { makeBudget } from "../../../src/captures/budget.ts";
import { isFolderOf, pathsOf } from "../../../src/captures/containers/beside.ts";
import { someNames } from "../../../src/captures/containers/file-names.ts";
import { chooseFiles, findAmong, type HeldFile } from "../../../src/captures/containers/files.ts";
import { openFolder } from "../../../src/captures/open.ts";

const html = "<!doctype html><html><p>x";
const held = (files: Readonly<Record<string, string>>): readonly HeldFile[] =>
  Object.entries(files).map(([path, text]) => ({
    path,
    size: text.length,
    start: async () => Buffer.from(text),
    bytes: async () => Buffer.from(text),
  }));
const chosen = async (files: Readonly<Record<string, string>>) => {
  const { files: taken, archives, passed } = await chooseFiles(held(files));
  return { taken: [...taken, ...archives].map(({ path }) => path), passed };
};

describe("chooseFiles", () => {
  test("chooseFiles takes pages by what is in them, whatever a mirror calls them, and says what it passes over", async () => {
    expect(
      await chosen({
        "e.org/live/index.html": html,
        "e.org/live/index.html?page=2": html,
        "e.org/live/index.html@page=3": html,
        "e.org/live/page=4.html": html,
        "e.org/live/5": html,
        "e.org/live/notes.doc": "no page",
        "e.org/live/a.png?w=3": "png",
        "e.org/style.css": "css",
        "hts-cache/new.zip": "x",
        ".DS_Store": "x",
      }),
    ).toEqual({
      taken: [
        "e.org/live/index.html",
        "e.org/live/index.html?page=2",
        "e.org/live/index.html@page=3",
        "e.org/live/page=4.html",
        "e.org/live/5",
      ],
      passed: ["e.org/live/notes.doc"],
    });
  });

  test("chooseFiles leaves to a page what a browser put into its folder, in any language", async () => {
    expect(
      (
        await chosen({
          "page.html": html,
          "page_files/frame.html": html,
          "Seite.htm": html,
          "Seite-Dateien/frame.html": html,
          "страница.html": html,
          "страница_файлы/frame.html": html,
          "live/index.html": html,
        })
      ).taken,
    ).toEqual(["page.html", "Seite.htm", "страница.html", "live/index.html"]);
  });

  test("chooseFiles takes a page of an ArchiveBox snapshot once, from its best copy", async () => {
    const index = JSON.stringify({ url: "https://e.org/live", timestamp: "1715947200.0", history: {} });
    const box = {
      "index.json": index,
      "index.html": html,
      "headers.json": "{}",
      "output.html": html,
      "warc/1.warc.gz": "x",
      "e.org/live/index.html": html,
      "screenshot.png": "x",
    };
    const choice = await chooseFiles(held({ ...box, "singlefile.html": html }));
    expect(choice.files.map(({ path }) => path)).toEqual(["singlefile.html"]);
    expect(choice.note).toEqual({ source: "https://e.org/live", captured: "2024-05-17T12:00:00.000Z" });
    expect(choice.passed).toContain("output.html");
    expect((await chosen(box)).taken).toEqual(["output.html"]);
    const { "output.html": _, ...rest } = box;
    expect((await chosen(rest)).taken).toEqual(["warc/1.warc.gz"]);
    const run = { history: { singlefile: [{ start_ts: "2024-05-18T09:00:00+00:00", status: "succeeded" }] } };
    const later = await chooseFiles(
      held({ ...box, "index.json": JSON.stringify({ ...JSON.parse(index), ...run }), "singlefile.html": html }),
    );
    expect(later.note?.captured).toBe("2024-05-18T09:00:00.000Z");
  });

  test("chooseFiles does not take any folder with an index.json for a snapshot", async () => {
    expect((await chosen({ "index.json": "[]", "output.html": html, "a.html": html })).taken.length).toBe(3);
    expect((await chosen({ "index.json": "{", "singlefile.html": html })).taken.length).toBe(2);
  });

  test("chooseFiles needs no more time for a folder beside each of many pages", async () => {
    const files = Object.fromEntries(
      Array.from({ length: 9000 }, (_, index) => [
        [`p${index}.html`, html],
        [`p${index}_files/a.png`, "x"],
      ]).flat(),
    );
    const start = process.hrtime.bigint();
    expect((await chosen(files)).taken.length).toBe(9000);
    expect(Number(process.hrtime.bigint() - start) / 1e6).toBeLessThan(3000);
  });
});

describe("pathsOf", () => {
  test("pathsOf names the places of a file beside a page and in a mirror of its site", () => {
    expect(pathsOf("e.org/live/index.html", "../img/a%20b.png")).toEqual(["e.org/img/a b.png", "e.org/img/a%20b.png"]);
    expect(pathsOf("e.org/live/index.html", "/img/a.png")).toEqual([
      "img/a.png",
      "e.org/img/a.png",
      "e.org/live/img/a.png",
    ]);
    expect(pathsOf("live/index.html", "https://cdn.e.org/a.png?w=3#x")).toEqual([
      "cdn.e.org/a.png?w=3",
      "cdn.e.org/a.png@w=3",
      "cdn.e.org/a.png",
    ]);
  });

  test("pathsOf never leads out of the folder", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("..", "%2e%2e", "a", "%2F", "\\", "//", "?", "#", "."), { maxLength: 12 }),
        (parts) => {
          for (const path of pathsOf("folder/page.html", parts.join("/"))) expect(path).toMatch(/^(?!\.\.(?:\/|$)|\/)/);
        },
      ),
    );
    expect(pathsOf("page.html", "data:image/png;base64,x")).toEqual([]);
  });
});

test("isFolderOf knows the folder of a page by the page's name", () => {
  for (const folder of [
    "page_files",
    "page-Dateien",
    "page_archivos",
    "page_fichiers",
    "page.files",
    "PAGE_Files",
    "page elemei",
    "page",
  ])
    expect(isFolderOf("page.html", folder), folder).toBe(true);
  for (const folder of ["pages", "page2_files", "other_files", "..", "page_files2", ""])
    expect(isFolderOf("page.html", folder), folder).toBe(false);
});

test("findAmong finds pictures of a mirror by their addresses, and takes no more than one import may", async () => {
  const files = held({ "e.org/live/index.html": html, "e.org/a.png": "png" });
  const find = findAmong(files, "e.org/live/index.html", makeBudget());
  for (const address of ["/a.png", "../a.png", "https://e.org/a.png?w=300"])
    expect(await find(address)).toEqual(Buffer.from("png"));
  expect(await find("b.png")).toBeUndefined();
  const large: HeldFile = { ...files[1]!, size: 30 * 1024 * 1024 };
  const limited = findAmong([large], "e.org/live/index.html", makeBudget());
  let found = 0;
  for (let time = 0; time < 20; time += 1) if ((await limited("/a.png")) !== undefined) found += 1;
  expect(found).toBe(6);
});

test("openFolder says what a folder without captures lacks", async () => {
  const opened = await openFolder("saved", held({ "a.css": "x" }), makeBudget());
  expect("problem" in opened && opened.problem.message).toContain('Cannot find a capture in the folder "saved"');
});

test("someNames lists a few names, and counts the rest", () => {
  expect(someNames(["a", "b"])).toBe('"a", "b"');
  expect(someNames(["a", "b", "c", "d", "e"])).toBe('"a", "b", "c" and 2 more');
});
