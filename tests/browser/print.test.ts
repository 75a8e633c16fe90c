/** The pages on paper: the outline of a PDF, where its headings stand, the numbers of its sheets, the addresses of links. */
import { inflateSync } from "node:zlib";
import type { Browser } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { fromDisk, mostly, openBrowser, serveFolder } from "./harness.ts";
import { invented } from "./invented.ts";
import { pages, site, squeeze, withPage } from "./sample.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});

interface Entry {
  readonly title: string;
  /** Points from the lower edge of its sheet. */
  readonly top: number;
}

const text = (literal: string): string =>
  literal.startsWith("<")
    ? Buffer.from(literal.slice(1, -1), "hex").swap16().toString("utf16le").replace("\ufeff", "")
    : literal.slice(1, -1).replace(/\\(.)/g, "$1");

/** The entries of the outline of a PDF (ISO 32000-1, 12.3.3) on sheets of A4 with these margins, in points. */
async function outline(folder: string, file: string, margin: number): Promise<readonly Entry[]> {
  const pdf = await withPage(browser, async (page) => {
    await page.goto(`${(await fromDisk(folder)).base}${file}`);
    const edge = `${margin / 72}in`;
    const sides = { top: edge, right: edge, bottom: edge, left: edge };
    return page.pdf({ outline: true, tagged: true, format: "A4", margin: sides });
  });
  const entries = pdf.toString("latin1").matchAll(/\/Title (\((?:[^()\\]|\\.)*\)|<[0-9A-F]+>).*?endobj/gs);
  return [...entries].flatMap(([whole, title]) => {
    const top = /\/XYZ [\d.]+ ([\d.]+)/.exec(whole)?.[1];
    return top === undefined ? [] : [{ title: text(title ?? ""), top: Number(top) }];
  });
}

const sample = pages[0]!;

test("the outline of a PDF has spaces between the time, the label, the headline and the byline of a post", async () => {
  const titles = (await outline(site, `${sample.slug}/index.html`, 42)).map(({ title }) => squeeze(title));
  const headlines = sample.posts.flatMap(({ headline }) => (headline === undefined ? [] : [squeeze(headline)]));
  expect(headlines.length).toBeGreaterThan(10);
  for (const headline of headlines) {
    const title = titles.find((one) => one.includes(headline)) ?? "";
    expect(title).toMatch(/^\d\d:\d\d bst /);
    expect(` ${title} `).toContain(` ${headline} `);
  }
  const inRiver = (await outline(await invented("looks"), "river/index.html", 42)).map(({ title }) => title);
  expect(inRiver.filter((title) => /BST [^ ].* Ada Fenn, Miller$/.test(title)).length).toBeGreaterThan(2);
});

test.each(mostly([42, 80, 30, 60], 2))(
  "no heading stands last on a sheet with margins of %i points",
  async (margin) => {
    for (const [folder, file] of [
      [site, `${sample.slug}/index.html`],
      [await invented("looks"), "river/index.html"],
      [await invented("looks"), "headlines/oldest.html"],
    ] as const) {
      const entries = await outline(folder, file, margin);
      expect(entries.length).toBeGreaterThan(6);
      // A heading of two lines, and a line of its text.
      expect(entries.filter(({ title, top }) => /\d\d:\d\d/.test(title) && top < margin + 50)).toEqual([]);
    }
  },
);

/** The pieces of text on all sheets of a PDF, and its sheets. */
function piecesOf(pdf: Buffer): { readonly pieces: number; readonly sheets: number } {
  const whole = pdf.toString("latin1");
  const streams = [...whole.matchAll(/\/FlateDecode[^>]*>>\s*stream\r?\n(.*?)\r?\nendstream/gs)].map(
    ([, packed = ""]) => inflateSync(Buffer.from(packed, "latin1")).toString("latin1"),
  );
  return {
    pieces: streams.reduce((sum, stream) => sum + (stream.match(/\bBT\b/g)?.length ?? 0), 0),
    sheets: whole.match(/\/Type\s*\/Page\b/g)?.length ?? 0,
  };
}

test("each sheet has its number, where the browser knows margin boxes", () =>
  withPage(browser, async (page) => {
    // Of a style sheet from disk a page cannot take a rule away.
    const place = await serveFolder(await invented("looks"), "/");
    await page.goto(`${place.base}river/index.html`);
    const printed = async () =>
      piecesOf(await page.pdf({ format: "A4", margin: { top: "1cm", right: "1cm", bottom: "1cm", left: "1cm" } }));
    const numbered = await printed();
    await page.evaluate(
      "(() => { const [sheet] = document.styleSheets; sheet.deleteRule([...sheet.cssRules].findIndex((rule) => rule instanceof CSSPageRule)); })()",
    );
    const bare = await printed();
    await place.close();
    expect(bare.sheets).toBeGreaterThan(2);
    expect(numbered.sheets).toBe(bare.sheets);
    // The number, the stroke, the number of sheets.
    expect(numbered.pieces - bare.pieces).toBe(3 * bare.sheets);
  }));

test("paper has the address of a link in a text and of the original page", () =>
  withPage(browser, async (page) => {
    await page.emulateMedia({ media: "print" });
    await page.goto(`${(await fromDisk(await invented("looks"))).base}river/index.html`);
    const printed = `[...document.querySelectorAll(".text a[href^=http], .facts a")].map((link) => getComputedStyle(link, "::after").content.replaceAll('" "', "").includes(link.getAttribute("href")))`;
    const found = await page.evaluate<readonly boolean[]>(printed);
    expect(found.length).toBeGreaterThan(1);
    expect(found.every(Boolean)).toBe(true);
  }));
