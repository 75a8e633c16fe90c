/** Captures in the containers that browsers and archives make, through the command line: the same posts, with their pictures. */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { WARCRecord, WARCSerializer } from "warcio";
import { ZipFile } from "yazl";
import { readArchive } from "../../src/archive/read/read.ts";
import { overlappingZip } from "../captures/containers-made.ts";
import { afterlive, newFolder, succeed } from "./command-line.ts";
import { address, headlines, image, imports, media, pageWith, picture } from "./ferry.ts";

function mhtml(): string {
  return [
    "From: <Saved by Blink>",
    `Snapshot-Content-Location: ${address}`,
    "Date: Wed, 12 Feb 2025 15:00:00 -0000",
    "MIME-Version: 1.0",
    'Content-Type: multipart/related; type="text/html"; boundary="----Part"',
    "",
    "",
    "------Part",
    "Content-Type: text/html",
    "Content-Transfer-Encoding: quoted-printable",
    `Content-Location: ${address}`,
    "",
    pageWith(image).replaceAll("=", "=3D").replaceAll("–", "=E2=80=93"),
    "------Part",
    "Content-Type: image/png",
    "Content-Transfer-Encoding: base64",
    `Content-Location: ${image}`,
    "",
    picture.toString("base64").replace(/.{76}/g, "$&\r\n"),
    "------Part--",
    "",
  ].join("\r\n");
}

async function warc(gzip: boolean, pages: Readonly<Record<string, string>>): Promise<Buffer> {
  const records: Uint8Array[] = [];
  const add = async (url: string, type: string, bytes: Uint8Array) => {
    const record = WARCRecord.create(
      { url, date: "2025-02-12T15:00:00Z", type: "response", httpHeaders: { "Content-Type": type } },
      [bytes],
    );
    records.push(await WARCSerializer.serialize(record, { gzip }));
  };
  for (const [url, html] of Object.entries(pages)) await add(url, "text/html; charset=utf-8", Buffer.from(html));
  await add(image, "image/png", picture);
  return Buffer.concat(records);
}

async function zip(files: Readonly<Record<string, Uint8Array | string>>): Promise<Buffer> {
  const made = new ZipFile();
  for (const [name, bytes] of Object.entries(files)) made.addBuffer(Buffer.from(bytes), name);
  made.end();
  const chunks: Buffer[] = [];
  for await (const chunk of made.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

describe("a capture in a container", () => {
  test("a page saved with its files", () => {
    const root = newFolder();
    mkdirSync(path.join(root, "saved/page_files"), { recursive: true });
    writeFileSync(
      path.join(root, "saved/page.html"),
      pageWith("./page_files/ferry.png", `<!-- saved from url=(0031)${address} -->`),
    );
    writeFileSync(path.join(root, "saved/page_files/ferry.png"), picture);
    expect(imports(root, "saved/page.html").source).toBe(address);
  });

  test("a folder of captures", () => {
    const root = newFolder();
    mkdirSync(path.join(root, "saved/page_files"), { recursive: true });
    writeFileSync(path.join(root, "saved/page.html"), pageWith("page_files/ferry%2Epng"));
    writeFileSync(path.join(root, "saved/page_files/ferry.png"), picture);
    writeFileSync(path.join(root, "saved/page_files/frame.html"), "<p>An advert</p>");
    imports(root, "saved");
  });

  test("a page of SingleFile, with its pictures in it, from a file and from standard input", () => {
    const note = `<!--\n Page saved with SingleFile \n url: ${address} \n saved date: Wed Feb 12 2025 15:00:00 GMT+0000 (Greenwich Mean Time)\n-->`;
    const html = pageWith(`data:image/png;base64,${picture.toString("base64")}`, note);
    const root = newFolder();
    writeFileSync(path.join(root, "page.html"), html);
    const { source, captured } = imports(root, "page.html");
    expect([source, captured?.epoch]).toEqual([address, Date.parse("2025-02-12T15:00:00Z")]);
    const other = newFolder();
    succeed(["import", "-", "--slug", "ferry"], { cwd: other, input: gzipSync(html) });
    expect(headlines(other)).toEqual(["Afloat again", "Aground"]);
  });

  test("MHTML", () => {
    const root = newFolder();
    writeFileSync(path.join(root, "page.mhtml"), mhtml());
    expect(imports(root, "page.mhtml").source).toBe(address);
  });

  test.for([false, true])("WARC, compressed: %s", async (gzip) => {
    const root = newFolder();
    const pages = {
      "https://news.example.org/": "<!doctype html><p>Home</p>",
      [`${address}?page=1`]: pageWith("/live/1/pictures/ferry.png"),
    };
    writeFileSync(path.join(root, "crawl.warc"), await warc(gzip, pages));
    expect(imports(root, "crawl.warc").source).toBe(address);
  });

  test("WACZ", async () => {
    const root = newFolder();
    const archive = await warc(true, { [address]: pageWith(image) });
    writeFileSync(
      path.join(root, "crawl.wacz"),
      await zip({ "datapackage.json": "{}", "archive/data.warc.gz": archive }),
    );
    imports(root, "crawl.wacz");
  });

  test("ZIP of a saved page", async () => {
    const root = newFolder();
    const files = {
      "a/page.html": pageWith("page_files/ferry.png"),
      "a/page_files/ferry.png": picture,
      "__MACOSX/a/x.html": "x",
    };
    writeFileSync(path.join(root, "page.zip"), await zip(files));
    imports(root, "page.zip");
  });

  test("WARC of a page in an encoding that only the server named, and of one packed with Brotli", async () => {
    const html = pageWith(image).replace('<meta charset="utf-8">', "").replace("aground", "agrôund").replace("–", "-");
    const record = async (headers: Record<string, string>, bytes: Uint8Array) =>
      WARCSerializer.serialize(
        WARCRecord.create({ url: address, date: "2025-02-12T15:00:00Z", type: "response", httpHeaders: headers }, [
          bytes,
        ]),
        { gzip: false },
      );
    const captures = {
      "latin.warc": await record({ "Content-Type": "text/html; charset=ISO-8859-1" }, Buffer.from(html, "latin1")),
      "packed.warc": await record(
        { "Content-Type": "text/html; charset=utf-8", "Content-Encoding": "br" },
        brotliCompressSync(Buffer.from(html)),
      ),
    };
    for (const [name, bytes] of Object.entries(captures)) {
      const root = newFolder();
      writeFileSync(path.join(root, name), bytes);
      succeed(["import", name, "--slug", "ferry"], { cwd: root });
      expect(readArchive(root).pages[0]!.page.title).toBe("A ferry agrôund");
      expect(headlines(root)).toEqual(["Afloat again", "Aground"]);
    }
  });

  test("a web archive of two live pages gives the larger one, and says so", async () => {
    const root = newFolder();
    const other = pageWith("x.png").replace(/<article data-testid="content-post" id="asset:a">[\s\S]*$/, "");
    writeFileSync(
      path.join(root, "crawl.warc"),
      await warc(false, { "https://news.example.org/live/2": other, [address]: pageWith(image) }),
    );
    const { stderr } = succeed(["import", "crawl.warc", "--slug", "ferry"], { cwd: root });
    expect(headlines(root)).toEqual(["Afloat again", "Aground"]);
    expect(stderr).toContain("Another live page is in it and was left out: https://news.example.org/live/2 (1 post)");
  });

  test("a person's own picture stays where it is", () => {
    const root = newFolder();
    mkdirSync(path.join(root, "content/ferry/media"), { recursive: true });
    writeFileSync(path.join(root, "content/ferry/media/1345-a-white-ferry.webp"), "mine");
    writeFileSync(path.join(root, "page.html"), pageWith(`data:image/png;base64,${picture.toString("base64")}`));
    succeed(["import", "page.html", "--slug", "ferry"], { cwd: root });
    expect(Object.keys(media(root))).toEqual(["1345-a-white-ferry.webp"]);
  });
});

describe("a container that cannot be opened", () => {
  const refused = (name: string, bytes: Uint8Array | string) => {
    const root = newFolder();
    writeFileSync(path.join(root, name), bytes);
    const { status, stderr } = afterlive(["import", name], { cwd: root });
    expect(status).toBe(1);
    expect(existsSync(path.join(root, "content"))).toBe(false);
    return stderr;
  };

  test("a gzip bomb, a damaged gzip file, a damaged ZIP, a ZIP without captures", async () => {
    expect(refused("bomb.html.gz", gzipSync(Buffer.alloc(80 * 1024 * 1024)))).toContain(
      "expected at most 20 MB, got 80 MB",
    );
    expect(refused("cut.html.gz", gzipSync("a page ".repeat(1000)).subarray(0, 30))).toContain(
      "it is damaged or not whole",
    );
    expect(refused("cut.zip", (await zip({ "page.html": "x" })).subarray(0, 40))).toContain(
      "Cannot read the ZIP archive:",
    );
    expect(refused("none.zip", await zip({ "a.css": "x" }))).toContain("it holds no .html, .json, .txt or .warc file");
  });

  test("a page and data that would fill the memory", () => {
    expect(refused("large.html", `<!doctype html>${"<p>x".repeat(7_000_000)}`)).toContain(
      "expected at most 20 MB, got 27 MB",
    );
    expect(refused("tags.html", `<!doctype html>${"<p>x".repeat(600_000)}`)).toContain(
      "at most 300,000 tags, got 600,001 tags",
    );
    expect(refused("values.json", `[${"[],".repeat(600_000)}1]`)).toContain(
      "at most 400,000 values, got 600,000 values",
    );
  });

  test("too many captures, entries that overlap, and more than one import may unpack", async () => {
    const page = pageWith("x.png");
    const many = Object.fromEntries(
      Array.from({ length: 500 }, (_, index) => [`${index}.html`, `${page}<!--${index}-->`]),
    );
    const lines = (stderr: string) =>
      stderr
        .trim()
        .split("\n")
        .filter((line) => !line.startsWith(" "));
    const started = process.hrtime.bigint();
    for (const [bytes, message] of [
      [await zip(many), "expected at most 200 captures in all captures together"],
      [overlappingZip(Buffer.alloc(1024 * 1024), 24), 'its entries "a.txt" and "a.txt" overlap'],
    ] as const) {
      const stderr = refused("all.zip", bytes);
      expect(stderr).toContain(message);
      expect(lines(stderr).length).toBe(1);
    }
    expect(Number(process.hrtime.bigint() - started) / 1e9).toBeLessThan(60);
  });

  test("names that lead out of a ZIP, and a ZIP bomb", async () => {
    const evil = await zip({ "aa/page.html": pageWith("x.png") });
    for (let at = evil.indexOf("aa/page"); at !== -1; at = evil.indexOf("aa/page", at + 1)) evil.write("../page", at);
    expect(refused("evil.zip", evil)).toContain("invalid relative path");
    expect(refused("bomb.zip", await zip({ "page.html": Buffer.alloc(80 * 1024 * 1024) }))).toContain(
      'Cannot read "page.html" in the ZIP archive: it has more than 20 MB',
    );
  });

  test("a page beside which a link leads elsewhere takes nothing from there", () => {
    const root = newFolder();
    mkdirSync(path.join(root, "saved"));
    writeFileSync(path.join(root, "secret.png"), picture);
    writeFileSync(path.join(root, "saved/page.html"), pageWith("../secret.png"));
    succeed(["import", "saved/page.html", "--slug", "ferry"], { cwd: root });
    expect(media(root)).toEqual({});
  });

  test("a web archive without a page, an MHTML file without one, an empty folder", async () => {
    expect(refused("none.warc", await warc(false, {}))).toContain("Cannot find a page in the web archive");
    const none =
      'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\nContent-Type: image/png\r\n\r\nAA\r\n--x--\r\n';
    expect(refused("none.mhtml", none)).toContain("Cannot find a page in the MHTML file");
    const root = newFolder();
    mkdirSync(path.join(root, "empty"));
    expect(afterlive(["import", "empty"], { cwd: root }).stderr).toContain(
      'Cannot find a capture in the folder "empty"',
    );
  });
});
