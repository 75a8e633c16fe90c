/** Captures as web archives, mirrors and other programs leave them, through the command line; and what they hold that is hostile. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { zstdCompressSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { readArchive } from "../../src/archive/read/read.ts";
import { knowsZstd } from "../../src/captures/containers/zstd.ts";
import { propertyListOf, sentPage, warcRecord } from "../captures/containers-made.ts";
import { afterlive, newFolder, succeed } from "./command-line.ts";
import { address, headlines, image, imports, media, pageWith, picture } from "./ferry.ts";

describe("a page from a web archive", () => {
  const replay = "https://web.archive.org/web/20250212160000";
  const replayed = (src: string) =>
    pageWith(
      src,
      `<!doctype html><link rel="canonical" href="${replay}/${address}"><!-- BEGIN WAYBACK TOOLBAR INSERT --><div id="wm-ipp-base"><a href="https://web.archive.org/web/">Wayback Machine</a> 12 captures 10 Feb 2025 - 1 Jun 2025</div><!-- END WAYBACK TOOLBAR INSERT -->`,
    ).replace("The ferry is afloat.", `The ferry is <a href="${replay}/https://harbour.example/ferry">afloat</a>.`);
  const filed =
    "<!--\n     FILE ARCHIVED ON 16:00:00 Feb 12, 2025 AND RETRIEVED FROM THE\n     INTERNET ARCHIVE ON 09:00:00 Jun 02, 2025.\n-->";

  test("is read as the page that it was, at the time at which the archive took it", () => {
    const root = newFolder();
    mkdirSync(path.join(root, "saved/page_files"), { recursive: true });
    writeFileSync(path.join(root, "saved/page_files/ferry.png"), picture);
    writeFileSync(path.join(root, "saved/page.html"), replayed("page_files/ferry.png") + filed);
    const { stdout } = succeed(["import", "saved/page.html", "--slug", "ferry"], { cwd: root });
    expect(stdout).toContain("left out in the toolbar of a web archive: 11 words");
    const [page] = readArchive(root).pages;
    expect(page?.page.source).toBe(address);
    expect(readFileSync(path.join(root, "content/ferry/page.md"), "utf8")).toContain(
      "captured: 2025-02-12T16:00:00+00:00",
    );
    expect(JSON.stringify(page?.page.posts)).toContain('"href":"https://harbour.example/ferry"');
    expect(JSON.stringify(page?.page)).not.toContain("web.archive.org");
    expect(Object.keys(media(root))).toEqual(["1345-a-white-ferry.png"]);
  });

  test("finds its pictures in an archive of the replay by their own addresses", async () => {
    const root = newFolder();
    const records = [
      sentPage(replayed(`${replay}im_/${image}`), [], `${replay}/${address}`),
      warcRecord({ uri: `${replay}im_/${image}`, http: ["HTTP/1.1 200 OK", "Content-Type: image/png"], body: picture }),
    ];
    writeFileSync(path.join(root, "replay.warc"), Buffer.concat(records));
    expect(imports(root, "replay.warc").source).toBe(address);
  });

  test.runIf(knowsZstd())("is unpacked where it was sent as zstd", () => {
    const root = newFolder();
    const html = zstdCompressSync(Buffer.from(pageWith(`data:image/png;base64,${picture.toString("base64")}`)));
    writeFileSync(path.join(root, "zstd.warc"), sentPage(html, ["Content-Encoding: zstd"], address));
    expect(imports(root, "zstd.warc").source).toBe(address);
  });
});

describe("a folder of captures", () => {
  const one = pageWith("/pictures/ferry.png");
  const two = one
    .replaceAll("asset:", "asset:2")
    .replaceAll("13:45", "09:45")
    .replaceAll("11:02", "09:02")
    .replaceAll("Aground", "Fog")
    .replaceAll("Afloat again", "Fog lifts");

  test("as wget leaves it is read with all its pages, and pictures from the site's root", () => {
    const root = newFolder();
    for (const [name, bytes] of Object.entries({
      "live/index.html": one,
      "live/index.html?page=2": two,
      "live/list.xls": "x",
      "pictures/ferry.png": picture,
    })) {
      const file = path.join(root, "mirror/news.example.org", name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, bytes);
    }
    const { stderr } = succeed(["import", "mirror", "--slug", "ferry"], { cwd: root });
    expect(headlines(root)).toEqual(["Afloat again", "Aground", "Fog lifts", "Fog"]);
    expect(Object.keys(media(root)).length).toBe(2);
    expect(stderr).toContain('1 file in it is no capture and was passed over: "news.example.org/live/list.xls"');
  });

  test("as ArchiveBox leaves it is read once, with the address and the time that it tells", () => {
    const root = newFolder();
    mkdirSync(path.join(root, "box"));
    const files = {
      "index.json": JSON.stringify({ url: address, timestamp: "1739376000.0", title: "A ferry", history: {} }),
      "index.html": "<!doctype html><h1>ArchiveBox</h1>",
      "headers.json": "{}",
      "singlefile.html": pageWith(`data:image/png;base64,${picture.toString("base64")}`),
      "output.html": one,
    };
    for (const [name, text] of Object.entries(files)) writeFileSync(path.join(root, "box", name), text);
    const { stderr } = succeed(["import", "box", "--slug", "ferry"], { cwd: root });
    expect(headlines(root)).toEqual(["Afloat again", "Aground"]);
    expect(stderr).toContain("4 files in it are no captures and were passed over");
    const page = readFileSync(path.join(root, "content/ferry/page.md"), "utf8");
    expect(page).toContain(`source: ${address}`);
    expect(page).toContain("captured: 2025-02-12T16:00:00+00:00");
  });
});

test("a page that Safari saved is read with its pictures", () => {
  const root = newFolder();
  const resource = (url: string, type: string, data: Uint8Array) => ({
    WebResourceURL: url,
    WebResourceMIMEType: type,
    WebResourceTextEncodingName: "UTF-8",
    WebResourceData: data,
  });
  const saved = propertyListOf({
    WebMainResource: resource(address, "text/html", Buffer.from(pageWith(image))),
    WebSubresources: [resource(image, "image/png", picture)],
  });
  writeFileSync(path.join(root, "page.webarchive"), saved);
  expect(imports(root, "page.webarchive").source).toBe(address);
});

test("a picture that was saved while it was loading is left out, and that is said", () => {
  const root = newFolder();
  mkdirSync(path.join(root, "page_files"));
  writeFileSync(path.join(root, "page_files/ferry.png"), picture.subarray(0, picture.length - 20));
  writeFileSync(path.join(root, "page.html"), pageWith("page_files/ferry.png"));
  const { stderr } = succeed(["import", "page.html", "--slug", "ferry"], { cwd: root });
  expect(stderr).toContain("A picture was saved before it was loaded and is left out: 1345-a-white-ferry.jpg");
  expect(media(root)).toEqual({});
});

test("what a capture calls itself moves no cursor and turns no line around, on the terminal and in JSON", () => {
  const root = newFolder();
  const title = "A \u001b[31mferry\u202e\u009b2J";
  writeFileSync(path.join(root, "page.html"), pageWith("x.png").replace("<h1>A ferry aground", `<h1>${title}`));
  writeFileSync(path.join(root, "\u001b]0;x\u0007.html"), "<!doctype html><p>no live page");
  for (const args of [
    ["import", "page.html", "--dry-run", "--json"],
    ["import", "\u001b]0;x\u0007.html"],
  ]) {
    const { stdout, stderr } = afterlive(args, { cwd: root });
    expect(stdout + stderr).not.toMatch(/(?!\n)[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
    expect(stdout + stderr).not.toBe("");
  }
});

test("a live page gets no folder that Windows cannot have", () => {
  const root = newFolder();
  writeFileSync(path.join(root, "page.html"), pageWith("x.png"));
  expect(afterlive(["import", "page.html", "--slug", "con"], { cwd: root }).stderr).toContain(
    'Cannot use the slug "con": Windows can have no folder of that name',
  );
  succeed(["import", "page.html", "--title", "CON"], { cwd: root });
  expect(existsSync(path.join(root, "content/con-live/page.md"))).toBe(true);
});
