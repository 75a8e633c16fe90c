/** The parts of a page that was saved as one file, found by all the names that its markup may give them. */
import { expect, test } from "vitest";
import { openMhtml } from "../../../src/captures/containers/mhtml.ts";

const part = (headers: string, body: string) =>
  `--B\r\n${headers}\r\nContent-Transfer-Encoding: base64\r\n\r\n${body}\r\n\r\n`;
const text = (words: string) => Buffer.from(words).toString("base64");
const page = (...parts: readonly string[]) =>
  [
    "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/live/1\r\n",
    'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="B"\r\n\r\n',
    "--B\r\nContent-Type: text/html\r\nContent-Location: https://example.org/live/1\r\n",
    "Content-Transfer-Encoding: 8bit\r\n\r\n<!doctype html><p>x\r\n\r\n",
    ...parts,
    "--B--\r\n",
  ].join("");

test.for([
  ["its address", "Content-Location: https://example.org/a.png", "https://example.org/a.png"],
  ["its address with an anchor", "Content-Location: https://example.org/a.png", "https://example.org/a.png#x"],
  ["an address from the page's own", "Content-Location: https://example.org/live/img/a.png", "img/a.png"],
  ["an address from the root", "Content-Location: https://example.org/img/a.png", "/img/a.png"],
  ["an address without a scheme", "Content-Location: https://example.org/a.png", "//example.org/a.png"],
  ["a name that is relative itself", "Content-Location: img/a.png", "img/a.png"],
  ["a whole address of a relative name", "Content-Location: /img/a.png", "https://example.org/img/a.png"],
  ["blanks written out", "Content-Location: img/a b.png", "img/a%20b.png"],
  ["its id", "Content-ID: <a@x>", "cid:a@x"],
] as const)("A part of an MHTML file is found by %s", async ([, header, address]) => {
  const bytes = Buffer.from(page(part(`Content-Type: image/png\r\n${header}`, text("picture"))));
  const [document] = openMhtml({ file: "page.mhtml", name: "page.mhtml", bytes }).documents;
  expect(Buffer.from((await document!.find!(address))!).toString()).toBe("picture");
  expect(await document!.find!("https://example.org/other.png")).toBeUndefined();
});

const opened = async (...parts: readonly string[]) =>
  Promise.all(
    openMhtml({ file: "page.mhtml", name: "page.mhtml", bytes: Buffer.from(page(...parts)) }).documents.map(
      async ({ file, source, bytes }) => [file, source, Buffer.from(bytes).toString()],
    ),
  );

test("A second page and a text in an MHTML file that no frame names are documents of their own", async () => {
  const found = await opened(
    part("Content-Type: text/html\r\nContent-Location: https://example.org/live/1?page=2", text("<p>older")),
    part("Content-Type: text/plain\r\nContent-Location: https://example.org/notes.txt", text("notes")),
    part("Content-Type: text/plain\r\nContent-Location: https://example.org/blank.txt", text(" \n")),
    part("Content-Type: text/css\r\nContent-Location: https://example.org/a.css", text("p{}")),
  );
  expect(found.slice(1)).toEqual([
    ["page.mhtml, https://example.org/live/1?page=2", "https://example.org/live/1?page=2", "<p>older"],
    ["page.mhtml, https://example.org/notes.txt", "https://example.org/notes.txt", "notes"],
  ]);
});

test("What a frame names in an MHTML file, and a frame in that frame, are no documents of their own", async () => {
  const frame = (id: string, html: string) => part(`Content-Type: text/html\r\nContent-ID: <${id}@x>`, text(html));
  const framed = part(
    "Content-Type: text/html\r\nContent-Location: https://example.org/live/1?page=2",
    text('<p>older<iframe src="cid:a@x"></iframe>'),
  );
  const found = await opened(framed, frame("a", "<p>a<iframe src=cid:b@x>"), frame("b", "<p>b"));
  expect(found.map(([file]) => file)).toEqual(["page.mhtml", "page.mhtml, https://example.org/live/1?page=2"]);
});

test.for([
  ["its address", "Content-Location: https://example.org/live/1", "https://example.org/live/1 (2)"],
  [
    "its address and an id",
    "Content-Location: https://example.org/live/1\r\nContent-ID: <z@x>",
    "https://example.org/live/1 (2)",
  ],
  [
    "its address in a folded line",
    "Content-Location:\r\n https://example.org/live/1",
    "https://example.org/live/1 (2)",
  ],
  ["its id", "Content-ID: <a@x>", "<a@x> (2)"],
  ["a name of every object", "Content-Location: constructor", "constructor (2)"],
] as const)(
  "A page in an MHTML file that shares %s with an earlier part is a document of its own",
  async ([, header, name]) => {
    const found = await opened(
      part("Content-Type: text/html\r\nContent-ID: <a@x>", text("<p>first")),
      part(`Content-Type: text/html\r\n${header}`, text("<p>second")),
    );
    const source = header.includes("https:") ? "https://example.org/live/1" : undefined;
    expect(found).toContainEqual([`page.mhtml, ${name}`, source, "<p>second"]);
  },
);

test("A picture in an MHTML file that shares its address with another one is named as passed over, an equal one is not", () => {
  const picture = (words: string) =>
    part("Content-Type: image/png\r\nContent-Location: https://example.org/a.png", text(words));
  const bytes = Buffer.from(page(picture("one"), picture("one"), picture("two")));
  expect(openMhtml({ file: "page.mhtml", name: "page.mhtml", bytes }).passed).toEqual([
    "https://example.org/a.png (3)",
  ]);
});

test("The page of an MHTML file is found where an earlier part that is no page has its address", async () => {
  const bytes = Buffer.from(
    page().replace(
      "--B\r\n",
      `${part("Content-Type: text/css\r\nContent-Location: https://example.org/live/1", text("p{}"))}--B\r\n`,
    ),
  );
  const [document] = openMhtml({ file: "page.mhtml", name: "page.mhtml", bytes }).documents;
  expect([document?.source, Buffer.from(document!.bytes).toString()]).toEqual([
    "https://example.org/live/1",
    "<!doctype html><p>x\r\n",
  ]);
});
