import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { makeBudget } from "../../../src/captures/budget.ts";
import { limits } from "../../../src/captures/limits.ts";
import { type Opened, openCapture } from "../../../src/captures/open.ts";
import { overlappingZip, zipOf } from "../containers-made.ts";

const open = (bytes: Uint8Array, name = "a.zip") => openCapture({ file: name, name, bytes }, { budget: makeBudget() });
const refusal = (opened: Opened) => ("problem" in opened ? opened.problem.message : "");
const names = (opened: Opened) =>
  "problem" in opened ? [opened.problem.message] : opened.documents.map(({ file }) => file);

describe("a ZIP archive", () => {
  test("gives documents whose bytes are unpacked when they are read, and known before", async () => {
    const opened = await open(await zipOf({ "a.html": "<p>1", "b/c.txt": "two" }));
    if ("problem" in opened) throw new Error(opened.problem.message);
    expect(opened.documents.map(({ file, name, size, among }) => [file, name, size, among])).toEqual([
      ["a.zip, a.html", "a.html", 4, "a.zip"],
      ["a.zip, b/c.txt", "c.txt", 3, "a.zip"],
    ]);
    expect(Buffer.from(await opened.documents[1]!.bytes()).toString()).toBe("two");
  });

  test("is refused where its entries overlap", async () => {
    expect(refusal(await open(overlappingZip(Buffer.alloc(1024 * 1024, "a "), 24)))).toBe(
      'Cannot read the ZIP archive: its entries "a.txt" and "a.txt" overlap',
    );
    expect(names(await open(overlappingZip(Buffer.from("one entry"), 1)))).toEqual(["a.zip, a.txt"]);
  });

  test("is refused before anything is unpacked where its entries say that they are too much together", async () => {
    const texts = await zipOf(Object.fromEntries(Array.from({ length: 23 }, (_, index) => [`${index}.txt`, "a"])));
    for (let at = texts.indexOf("PK\u0001\u0002"); at !== -1; at = texts.indexOf("PK\u0001\u0002", at + 4))
      texts.writeUInt32LE(23 * 1024 * 1024, at + 24);
    expect(refusal(await open(texts))).toBe(
      "Cannot unpack the ZIP archive: expected at most 512 MB in all containers of one import, got 529 MB",
    );
  });

  test("is counted by what comes out of it where its entries lie about their sizes", async () => {
    const bomb = await zipOf({ "a.txt": Buffer.alloc(limits.document + 1) });
    for (const at of [bomb.indexOf("PK\u0001\u0002") + 24, 22]) bomb.writeUInt32LE(1000, at);
    expect(refusal(await open(bomb))).toContain("Cannot read");
  });

  test("in another is opened, some levels deep", async () => {
    const page = await zipOf({ "page.html": "<p>x" });
    expect(names(await open(await zipOf({ "in.zip": page })))).toEqual(["a.zip, in.zip, page.html"]);
    expect(names(await open(await zipOf({ "page.html.gz": gzipSync("<p>x") })))).toEqual(["a.zip, page.html.gz"]);
    let deep: Buffer = page;
    for (let level = 0; level < 6; level += 1) deep = await zipOf({ "in.zip": deep });
    expect(refusal(await open(deep))).toBe(
      "Cannot unpack the capture: expected at most 4 containers in one another, got more",
    );
    let packed: Buffer = Buffer.from("<p>x");
    for (let level = 0; level < 200; level += 1) packed = gzipSync(packed);
    expect(refusal(await open(packed, "a.gz"))).toContain("expected at most 4 containers in one another");
  });

  test("with too many documents is refused", async () => {
    const many = Object.fromEntries(Array.from({ length: limits.documents + 1 }, (_, index) => [`${index}.txt`, "x"]));
    expect(refusal(await open(await zipOf(many)))).toBe(
      "Cannot import so many files at once: expected at most 2000 pages, texts and data files, got more",
    );
  });

  test("behind a page of SingleFile that unpacks itself is opened", async () => {
    const zip = await zipOf({ "index.html": "<p>x", "images/0.png": "png" });
    const page = Buffer.from("<!doctype html><script>unpack()</script><!--");
    // The places that a ZIP archive names count from the start of the file.
    const at = zip.indexOf("PK\u0001\u0002");
    let next = at;
    for (
      ;
      zip.readUInt32LE(next) === 0x02014b50;
      next += 46 + zip.readUInt16LE(next + 28) + zip.readUInt16LE(next + 30)
    )
      zip.writeUInt32LE(zip.readUInt32LE(next + 42) + page.length, next + 42);
    zip.writeUInt32LE(at + page.length, next + 16);
    const opened = await open(Buffer.concat([page, zip]), "page.html");
    expect(names(opened)).toEqual(["page.html, index.html"]);
    const [document] = "documents" in opened ? opened.documents : [];
    expect(Buffer.from((await document!.find!("images/0.png"))!).toString()).toBe("png");
  });
});

test("a gzip file and a zstd file that unpack into too much are refused in one line", async () => {
  const message = refusal(await open(gzipSync(Buffer.alloc(limits.file + 1)), "bomb.html.gz"));
  expect(message).toBe("Cannot unpack the gzip file: what is in it has more than 128 MB");
});
