/** The frames of a page that came along with its capture. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { makeBudget } from "../../../src/captures/budget.ts";
import type { FoundDocument } from "../../../src/captures/document.ts";
import { openCapture } from "../../../src/captures/open.ts";
import { findFrames } from "../../../src/import/read/frames.ts";

const document = (html: string, files: Readonly<Record<string, string>>) => ({
  bytes: async () => Buffer.from(html),
  find: async (address: string) => (files[address] === undefined ? undefined : Buffer.from(files[address])),
});

const framesIn = async (found: Pick<FoundDocument, "bytes" | "find" | "frames">) =>
  findFrames(found as FoundDocument, Buffer.from(await found.bytes()).toString());

test("finds the frames that a browser saved beside a page, and those in them", async () => {
  const frames = await framesIn(
    document(
      '<IFRAME width=1 src="./page_files/a.html"></iframe><iframe src=page_files/c.png></iframe><iframe src="about:blank">',
      {
        "./page_files/a.html": "<p>A <iframe src='b(1).html'></iframe>",
        "./page_files/b(1).html": "<!doctype html><p>B",
        "page_files/c.png": "PNG",
      },
    ),
  );
  expect([...frames].map(([address, { html }]) => [address, html.includes(">B") ? "B" : "A"])).toEqual([
    ["./page_files/a.html", "A"],
    ["b(1).html", "B"],
  ]);
});

test("ends where frames name one another, and where there are too many", async () => {
  const frames = await framesIn(document("<iframe src=a>", { a: "<p><iframe src=b>", b: "<p><iframe src=a>" }));
  expect([...frames.keys()]).toEqual(["a", "b"]);
  const many = Object.fromEntries(Array.from({ length: 400 }, (_, index) => [`f${index}`, "<p>x"]));
  const tags = Object.keys(many).map((name) => `<iframe src=${name}>`);
  expect((await framesIn(document(tags.join(""), many))).size).toBe(300);
});

test("finds the frames in an MHTML file by their ids, with where they were published", async () => {
  const file = path.join(import.meta.dirname, "../../fixtures/reports/chromium-parts.mhtml");
  const opened = await openCapture({ file, name: "parts.mhtml", bytes: readFileSync(file) }, { budget: makeBudget() });
  const [page] = "documents" in opened ? opened.documents : [];
  expect([...(await framesIn(page!)).values()]).toMatchObject([
    { source: "http://127.0.0.1:18556/embed.html", html: expect.stringContaining("Paper boats everywhere") },
  ]);
});
