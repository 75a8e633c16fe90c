/** `import --json` lists what was passed over, as the report does. */
import { expect, test } from "vitest";
import { sentPage, warcRecord, zipOf } from "../captures/containers-made.ts";
import { newFolder, succeed, writeFiles } from "./command-line.ts";

const long = "The ferry left the north pier with two tugs beside it, and a band played on the quay for an hour.";
const live = `<html><head><title>A ferry aground</title></head><body><main><h1>A ferry aground</h1>${[3, 2, 1]
  .map((id) => `<article><time datetime="2024-05-16T1${id}:00:00+01:00">1${id}:00</time><p>${long} ${id}</p></article>`)
  .join("")}</main></body></html>`;

const passedIn = (file: string, bytes: Uint8Array): unknown => {
  const root = writeFiles(newFolder(), { [file]: bytes });
  return JSON.parse(succeed(["import", file, "--json"], { cwd: root }).stdout).passedOver;
};

test("--json lists what was passed over in a ZIP archive", async () => {
  const bytes = await zipOf({ "page.html": live, "about.html": "<p>About us</p>", "notes.xyz": "Notes" });
  expect(passedIn("a.zip", bytes)).toEqual([
    { in: "a.zip", files: ["notes.xyz"] },
    { in: "a.zip", files: ["about.html"] },
  ]);
});

test("--json lists the records that were passed over in a web archive", () => {
  const rest = warcRecord({ type: "continuation", warc: ["WARC-Segment-Number: 2"], body: " page" });
  expect(passedIn("a.warc", Buffer.concat([sentPage(live), rest]))).toEqual([
    { in: "a.warc", files: ["https://news.example/live, a further segment of it"] },
  ]);
});

test("--json lists the parts that were passed over in an MHTML file", () => {
  const picture = (words: string) =>
    `--B\r\nContent-Type: image/png\r\nContent-Location: https://news.example/a.png\r\n\r\n${words}\r\n`;
  const bytes = Buffer.from(
    `From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="B"\r\n\r\n--B\r\nContent-Type: text/html\r\nContent-Location: https://news.example/live\r\n\r\n${live}\r\n${picture("one")}${picture("two")}--B--\r\n`,
  );
  expect(passedIn("a.mhtml", bytes)).toEqual([{ in: "a.mhtml", files: ["https://news.example/a.png (2)"] }]);
});

test("--json lists nothing where nothing was passed over", () => {
  expect(passedIn("page.html", Buffer.from(live))).toEqual([]);
});
