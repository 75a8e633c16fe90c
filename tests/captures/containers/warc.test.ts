import { createHash } from "node:crypto";
import { brotliCompressSync, gzipSync, zstdCompressSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { makeBudget } from "../../../src/captures/budget.ts";
import { readWarcs } from "../../../src/captures/containers/warc.ts";
import { beginsAsZstd, framesOf, knowsZstd } from "../../../src/captures/containers/zstd.ts";
import { limits } from "../../../src/captures/limits.ts";
import { sentPage, warcRecord } from "../containers-made.ts";

const read = (...parts: readonly Buffer[]) =>
  readWarcs(
    "a.warc",
    "a.warc",
    parts.map((bytes, index) => ({ name: `${index}.warc`, bytes: async () => bytes })),
    makeBudget(),
  );
const texts = async (...parts: readonly Buffer[]) => {
  const { documents } = await read(...parts);
  return Promise.all(documents.map(async ({ source, bytes }) => [source, Buffer.from(await bytes()).toString()]));
};
const picture = (uri: string, body: string, warc: readonly string[] = []) =>
  warcRecord({ uri, warc, http: ["HTTP/1.1 200 OK", "Content-Type: image/png"], body });
const digestOf = (body: string) => `WARC-Payload-Digest: sha256:${createHash("sha256").update(body).digest("hex")}`;

describe("readWarcs", () => {
  test("readWarcs takes codings off one on top of another", async () => {
    const stacked = sentPage(gzipSync(brotliCompressSync("<p>both")), ["Content-Encoding: br, gzip"]);
    expect(await texts(stacked)).toEqual([["https://news.example/live", "<p>both"]]);
  });

  test.runIf(knowsZstd())("readWarcs reads pages that were sent as zstd, and archives packed with it", async () => {
    expect(await texts(sentPage(zstdCompressSync("<p>z"), ["Content-Encoding: zstd"]))).toEqual([
      ["https://news.example/live", "<p>z"],
    ]);
    const records = [sentPage("<p>1", [], "https://e.org/1"), sentPage("<p>2", [], "https://e.org/2")];
    const packed = Buffer.concat(records.map((record) => zstdCompressSync(record)));
    expect(await texts(packed)).toEqual([
      ["https://e.org/1", "<p>1"],
      ["https://e.org/2", "<p>2"],
    ]);
    const dictionary = Buffer.from(sentPage("<p>")).subarray(0, 200);
    const head = Buffer.alloc(8);
    head.writeUInt32LE(0x184d2a5d, 0);
    head.writeUInt32LE(dictionary.length, 4);
    const withIt = Buffer.concat([
      head,
      dictionary,
      ...records.map((record) => zstdCompressSync(record, { dictionary })),
    ]);
    expect((await texts(withIt)).length).toBe(2);
  });

  test.runIf(knowsZstd())("framesOf cuts zstd data into frames, and says where it ends inside one", () => {
    const frames = [
      zstdCompressSync("a".repeat(500_000)),
      zstdCompressSync(""),
      zstdCompressSync(Buffer.from(Array.from({ length: 999 }, (_, index) => (index * 7919) % 251))),
    ];
    const whole = Buffer.concat(frames);
    expect(framesOf(whole).frames.map(({ length }) => length)).toEqual(frames.map(({ length }) => length));
    expect([framesOf(whole).cut, framesOf(whole.subarray(0, -3)).cut]).toEqual([false, true]);
    expect([beginsAsZstd(whole), beginsAsZstd(Buffer.from("<!doctype"))]).toEqual([true, false]);
  });

  test("readWarcs reads records that hold a file, and what was converted", async () => {
    const file = (type: string, uri: string, body: string, content: string) =>
      warcRecord({ type, uri, body, warc: [`Content-Type: ${content}`] });
    expect(
      await texts(
        Buffer.concat([
          file("resource", "https://e.org/1", "<p>resource", "text/html"),
          file("conversion", "https://e.org/2", "<p>conversion", "text/html; charset=utf-8"),
          file("resource", "urn:pageinfo:https://e.org/1", "{}", "application/json"),
          file("metadata", "https://e.org/1", "<p>metadata", "text/html"),
        ]),
      ),
    ).toEqual([
      ["https://e.org/1", "<p>resource"],
      ["https://e.org/2", "<p>conversion"],
    ]);
  });

  test("readWarcs takes every answer that brings a page, and says that one is a part", async () => {
    const answer = (status: string, uri: string, lines: readonly string[] = []) =>
      warcRecord({ uri, http: [`HTTP/1.1 ${status}`, "Content-Type: text/html", ...lines], body: "<p>x" });
    const { documents } = await read(
      Buffer.concat([
        answer("203 Non-Authoritative Information", "https://e.org/203"),
        answer("206 Partial Content", "https://e.org/206", ["Content-Range: bytes 0-3/900"]),
        answer("206 Partial Content", "https://e.org/206w", ["Content-Range: bytes 0-3/4"]),
        answer("301 Moved", "https://e.org/301"),
        answer("404 Not Found", "https://e.org/404"),
      ]),
    );
    expect(documents.map(({ source, warning }) => [source?.slice(14), warning])).toEqual([
      ["203", undefined],
      ["206", "The server sent a part of the page only"],
      ["206w", undefined],
    ]);
  });

  test("readWarcs knows a page whose server named no type", async () => {
    const bare = (type: string, body: string) =>
      warcRecord({ http: ["HTTP/1.1 200 OK", "Server: x", ...(type === "" ? [] : [`Content-Type: ${type}`])], body });
    expect((await texts(bare("", "<!doctype html><p>x"))).length).toBe(1);
    expect((await texts(bare("application/octet-stream", "\ufeff<!DOCTYPE html>"))).length).toBe(1);
    await expect(read(bare("text/plain", "words"))).rejects.toThrow("Cannot find a page");
  });

  test("readWarcs gives a picture that is only said to be as before the bytes of before, also from another file", async () => {
    const again = warcRecord({
      type: "revisit",
      uri: "https://e.org/again.png",
      warc: [digestOf("png"), "WARC-Profile: http://netpreserve.org/warc/1.0/revisit/identical-payload-digest"],
      http: ["HTTP/1.1 200 OK", "Content-Type: image/png"],
    });
    const { documents, warnings } = await read(
      Buffer.concat([again, sentPage("<p>x", [], "https://e.org/live")]),
      picture("https://e.org/first.png", "png", [digestOf("png")]),
    );
    expect(Buffer.from((await documents[0]!.find!("again.png"))!).toString()).toBe("png");
    expect(warnings).toEqual([]);
  });

  test("readWarcs says of which addresses an archive only says that they are as in another", async () => {
    const elsewhere = warcRecord({
      type: "revisit",
      uri: "https://e.org/gone",
      warc: [digestOf("gone")],
      http: ["HTTP/1.1 200 OK", "Content-Type: text/html"],
    });
    const { warnings } = await read(Buffer.concat([elsewhere, sentPage("<p>x")]));
    expect(warnings).toEqual([
      'The web archive says of some addresses only that they are as in another archive, which is not here: "https://e.org/gone"',
    ]);
    await expect(read(elsewhere)).rejects.toThrow('it says only that "https://e.org/gone" is as in another archive');
  });

  test("readWarcs takes the address and the time of a page that was crawled as an archive replayed it", async () => {
    const uri = "https://web.archive.org/web/20240517120000/https://e.org/live";
    const image = "https://web.archive.org/web/20240517120000im_/https://e.org/a.png";
    const { documents } = await read(Buffer.concat([sentPage("<p>x", [], uri), picture(image, "png")]));
    expect([documents[0]?.source, documents[0]?.captured]).toEqual(["https://e.org/live", "2024-05-17T12:00:00Z"]);
    for (const address of [image, "https://e.org/a.png", "/a.png"])
      expect(await documents[0]!.find!(address)).toBeDefined();
    const dated = await read(
      sentPage("<p>x", ["Memento-Datetime: Fri, 17 May 2024 11:00:00 GMT"], "https://archive.example/m/1"),
    );
    expect(dated.documents[0]?.captured).toBe("2024-05-17T11:00:00Z");
  });

  test("readWarcs says what it cannot read, and takes the rest", async () => {
    const large = sentPage(
      gzipSync(Buffer.alloc(limits.document + 1)),
      ["Content-Encoding: gzip"],
      "https://e.org/large",
    );
    const { documents, warnings } = await read(Buffer.concat([large, sentPage("<p>x")]));
    expect(documents.length).toBe(1);
    expect(warnings).toEqual([
      "Some records of the web archive cannot be read and were passed over: https://e.org/large, it has more than 20 MB",
    ]);
    await expect(read(large)).rejects.toThrow(
      "Cannot read the page in the web archive: https://e.org/large, it has more than 20 MB",
    );
  });

  test("readWarcs stops at what one import may unpack, however many records say little", async () => {
    const bomb = sentPage(gzipSync(Buffer.alloc(limits.document + 1)), ["Content-Encoding: gzip"]);
    await expect(read(Buffer.concat(Array(40).fill(bomb)))).rejects.toThrow(
      "expected at most 512 MB in all containers of one import",
    );
  });

  test.runIf(process.env.AFTERLIVE_LONG)(
    "readWarcs stops in a record that is longer than what one import may unpack",
    async () => {
      const packed = gzipSync(
        warcRecord({ type: "resource", warc: ["Content-Type: video/mp4"], body: Buffer.alloc(600 * 1024 * 1024) }),
        { level: 1 },
      );
      await expect(read(packed)).rejects.toThrow("expected at most 512 MB");
    },
  );
});

describe("what is cut in a web archive", () => {
  const said = async (...parts: readonly Buffer[]) => {
    const { documents, warnings } = await read(...parts);
    return [...documents.flatMap(({ warning }) => warning ?? []), ...warnings];
  };
  const server = ["HTTP/1.1 200 OK", "Content-Type: text/html"];
  const record = (warc: readonly string[], http: readonly string[] = server, body = "<p>half a") =>
    warcRecord({ warc, http, body });

  test.for([
    ["the archive's maker", record(["WARC-Truncated: length"]), "it was cut when the archive was made (length)"],
    ["the server's length", record([], [...server, "Content-Length: 99"]), "it is cut off in the web archive"],
    [
      "a chunk that is not whole",
      record([], [...server, "Transfer-Encoding: chunked"], "9\r\n<p>half a\r\n"),
      "it is cut off in the web archive",
    ],
    [
      "a packed body that is not whole",
      warcRecord({
        http: [...server, "Content-Encoding: gzip"],
        body: gzipSync("<p>half a page".repeat(50)).subarray(0, -9),
      }),
      "it is cut off in the web archive",
    ],
  ] as const)("readWarcs says that a page has no end, known by %s", async ([, bytes, why]) => {
    expect(await said(bytes)).toEqual([`The end of the page is missing: ${why}`]);
  });

  test("readWarcs says that segments of a page are not joined", async () => {
    const rest = warcRecord({ type: "continuation", warc: ["WARC-Segment-Number: 2"], body: " page" });
    expect(await said(Buffer.concat([record(["WARC-Segment-Number: 1"]), rest]))).toEqual([
      "The end of the page is missing: the archive holds it in segments, of which the first was read",
      "Some records of the web archive cannot be read and were passed over: https://news.example/live, a further segment of it",
    ]);
  });

  test("readWarcs says nothing of a whole page, also where a crawler took its codings off", async () => {
    const lines = ["Content-Encoding: gzip", "Content-Length: 99"];
    expect(await said(sentPage("<p>whole", ["Content-Length: 8"]))).toEqual([]);
    expect(await said(sentPage("<p>whole", lines))).toEqual([]);
    expect(await said(sentPage("4\r\n<p>w\r\n0\r\n\r\n", ["Transfer-Encoding: chunked"]))).toEqual([]);
  });

  test("readWarcs says that the archive is cut, wherever it ends in its second record", async () => {
    const first = sentPage("<p>first");
    const both = Buffer.concat([first, sentPage("<p>second", [], "https://news.example/second")]);
    const silent: number[] = [];
    // The four behind a record may be missing.
    for (let end = first.length + 1; end < both.length - 4; end += 1)
      if ((await said(both.subarray(0, end))).length === 0) silent.push(end - first.length);
    expect(silent).toEqual([]);
  });
});
