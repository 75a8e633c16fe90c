import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { WARCRecord, WARCSerializer } from "warcio";
import { makeBudget } from "../../src/captures/budget.ts";
import { isDocumentName } from "../../src/captures/containers/file-names.ts";
import { isMhtml } from "../../src/captures/containers/mhtml-start.ts";
import { readWarcs } from "../../src/captures/containers/warc.ts";
import { filesInZip } from "../../src/captures/containers/zip.ts";
import { type FoundDocument, plainAddress } from "../../src/captures/document.ts";
import { readSavedNote } from "../../src/captures/notes/saved-note.ts";
import { type GivenFile, openCapture } from "../../src/captures/open.ts";
import { dataPicture, pictureEnding } from "../../src/captures/pictures/kind.ts";

const runs = process.env.AFTERLIVE_LONG ? 10_000 : 300;
const named = (bytes: Uint8Array | string) => ({ file: "a/page", name: "page", bytes: Buffer.from(bytes) });
const text = async ({ bytes }: FoundDocument) => Buffer.from(await bytes()).toString();
const open = (given: GivenFile) => openCapture(given, { budget: makeBudget() });

/** An archive of one page and one picture. */
const archive = async (): Promise<Buffer> => {
  const records = ["text/html", "image/png"].map((type, index) =>
    WARCRecord.create(
      {
        url: `https://e.org/${index}`,
        date: "2025-01-01T00:00:00Z",
        type: "response",
        httpHeaders: { "Content-Type": type },
      },
      [Buffer.from(`body ${index}`)],
    ),
  );
  return Buffer.concat(await Promise.all(records.map((record) => WARCSerializer.serialize(record, { gzip: false }))));
};

describe("openCapture", () => {
  test("gives back what is no container as it is", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 200 }), async (words) => {
        const opened = await open(named(`x${words}`));
        expect("documents" in opened && (await Promise.all(opened.documents.map(text)))).toEqual([`x${words}`]);
      }),
      { numRuns: Math.ceil(runs / 3) },
    );
  });

  test("opens damaged web archives, ZIP archives and MHTML files or says why not, and never throws", async () => {
    const warc = await archive();
    const mhtml = Buffer.from(
      'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\nContent-Location: https://e.org/\r\n\r\n<p>x\r\n--b--\r\n',
    );
    const zip = Buffer.from(
      "504b03040a0000000000000021008316dc8c0100000001000000010000006178504b01021e030a0000000000000021008316dc8c01000000010000000100000000000000000000000000000000006" +
        "1504b0506000000000100010037000000200000000000",
      "hex",
    );
    const damage = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(warc, mhtml, zip), damage, fc.nat(), async (source, changes, cut) => {
        const bytes = Buffer.from(source.subarray(0, cut % 3 === 0 ? cut % source.length : source.length));
        for (const [at, value] of changes) if (bytes.length > 0) bytes[at % bytes.length] = value;
        const opened = await open(named(bytes));
        if ("problem" in opened) expect(opened.problem).toMatchObject({ severity: "error", hint: expect.any(String) });
        else expect(opened.documents.length).toBeGreaterThan(0);
      }),
      { numRuns: runs },
    );
  });

  test("finds the pictures of a web archive by any spelling of their address", async () => {
    const bytes = await archive();
    const { documents } = await readWarcs("a", "a", [{ name: "a.warc", bytes: async () => bytes }], makeBudget());
    const [page] = documents;
    expect([page?.source, page?.captured]).toEqual(["https://e.org/0", "2025-01-01T00:00:00Z"]);
    for (const address of ["1", "/1", "https://e.org/1#top"])
      expect(Buffer.from((await page!.find!(address))!).toString()).toBe("body 1");
    expect(await page!.find!("https://other.org/1")).toBeUndefined();
  });

  test("says what is wrong with a ZIP archive", async () => {
    await expect(filesInZip(Buffer.from("PK\u0003\u0004 and no more"), makeBudget())).rejects.toMatchObject({
      message: expect.stringContaining("Cannot read the ZIP archive:"),
      hint: expect.any(String),
    });
  });
});

test("isMhtml knows headers of mail from a page that speaks of them", () => {
  expect(isMhtml('From: x\r\nContent-Type: multipart/related;\r\n boundary="a"\r\n\r\n')).toBe(true);
  expect(isMhtml("<p>Content-Type: multipart/related</p>")).toBe(false);
});

test("pictureEnding goes by the bytes", () => {
  const ends = (start: string) => pictureEnding(Buffer.from(start, "latin1"));
  expect(["\xff\xd8\xff\xe0", "\x89PNG\r\n\x1a\n", "GIF89a", "RIFF....WEBP", "....ftypavif"].map(ends)).toEqual([
    "jpg",
    "png",
    "gif",
    "webp",
    "avif",
  ]);
  expect(['<?xml version="1.0"?>\n<!-- x --><svg xmlns="x">', "<html>", ""].map(ends)).toEqual([
    "svg",
    undefined,
    undefined,
  ]);
});

test("dataPicture reads pictures that stand in their addresses", () => {
  const read = (address: string) => {
    const bytes = dataPicture(address);
    return bytes && Buffer.from(bytes).toString();
  };
  expect(read("data:image/png;base64,aGVsbG8=")).toBe("hello");
  expect(read("data:image/svg+xml;charset=utf-8,%3Csvg%3E")).toBe("<svg>");
  for (const other of ["data:text/html,x", "https://e.org/a.png", "data:image/svg+xml,%E0%A4%A"])
    expect(read(other)).toBeUndefined();
});

test("readSavedNote reads what browsers and SingleFile write into a page", () => {
  expect(readSavedNote("<!DOCTYPE html>\n<!-- saved from url=(0019)https://e.org/live/ -->")).toEqual({
    source: "https://e.org/live/",
  });
  expect(
    readSavedNote(
      "<!--\n Page saved with SingleFile \n url: https://e.org/a \n saved date: Fri May 17 2024 06:00:00 GMT+0100 (BST)\n-->",
    ),
  ).toEqual({
    source: "https://e.org/a",
    captured: "2024-05-17T05:00:00.000Z",
  });
  expect(readSavedNote("<!-- nothing -->")).toEqual({});
});

test("plainAddress and isDocumentName", () => {
  expect(plainAddress("https://E.org/a b#c")).toBe("https://e.org/a%20b");
  expect(plainAddress("cid:x#y")).toBe("cid:x");
  expect(["a.HTML", "a.txt", "b.mht", "c.css"].map(isDocumentName)).toEqual([true, true, true, false]);
});

test("a web archive that ends inside a record gives what came before, and says that it is cut", async () => {
  const whole = await archive();
  const opened = await open(named(whole.subarray(0, whole.length - 20)));
  expect("documents" in opened && opened.documents.map(({ source }) => source)).toEqual(["https://e.org/0"]);
  expect("warnings" in opened && opened.warnings).toEqual([
    "The web archive ends inside a record: what followed is not known",
  ]);
  const early = await open(named(whole.subarray(0, 300)));
  expect("problem" in early && early.problem.message).toContain("Cannot");
});
