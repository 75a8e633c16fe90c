/** Titles of a page beside the one that is written. */
import { describe, expect, test } from "vitest";
import { ledger } from "../../src/importers/account/account.ts";
import { saysOther, underTitle } from "../../src/importers/other-titles.ts";
import { importers } from "../../src/importers/registry.ts";
import { parseInstant } from "../../src/model/instant.ts";

const long = "The ferry left the north pier with two tugs beside it, and a band played on the quay for an hour.";
const pageWith = (head: string): string =>
  `<html><head>${head}</head><body><main><h1>A ferry aground</h1>${[3, 2, 1]
    .map(
      (id) =>
        `<article class="entry" id="e${id}"><time datetime="2024-05-16T1${id}:00:00+01:00">1${id}:00</time><p>${long} ${id}</p></article>`,
    )
    .join("")}</main></body></html>`;
const readingOf = (html: string, title?: string) =>
  importers
    .find(({ name }) => name === "live-html")!
    .read(html, {
      file: "page.html",
      zone: "Europe/London",
      captured: parseInstant("2024-05-17T12:00:00Z", "Europe/London")!,
      ...(title !== undefined && { title }),
    });
const othersOf = (html: string, title?: string): readonly string[] => {
  const reading = underTitle(readingOf(html, title), title);
  return ledger(reading.account, reading.words!).find(({ kind }) => kind === "other title")?.region?.begins ?? [];
};

describe("other titles", () => {
  test.each([
    ["A ferry aground - as it happened | Harbour Tribune", "A ferry aground"],
    ["Live updates: a ferry aground – BBC News", "A ferry aground"],
    ["Harbour Tribune | A ferry aground", "A ferry aground"],
    ["A FERRY AGROUND", "A ferry aground"],
    ["A ferry", "A ferry aground"],
  ])("say nothing else: %s", (title, written) => {
    expect(saysOther(title, written)).toBe(false);
  });

  test.each([
    ["A ferry aground - two boats help", "A ferry aground"],
    ["Harbour Tribune", "A ferry aground"],
    ["A ferry aground with two hundred", "A ferry aground"],
  ])("say more: %s", (title, written) => {
    expect(saysOther(title, written)).toBe(true);
  });

  test("of the head are named once", () => {
    const other = "Two boats help at the pier";
    const head = `<title>${other}</title><meta property="og:title" content="${other}"><meta name="twitter:title" content="A ferry aground - Harbour Tribune">`;
    expect(othersOf(pageWith(head))).toEqual([other]);
    expect(othersOf(pageWith("<title>A ferry aground | Harbour Tribune</title>"))).toEqual([]);
  });

  test("of structured data are named", () => {
    const data = JSON.stringify({ "@type": "NewsArticle", headline: "Two boats help" });
    expect(othersOf(pageWith(`<script type="application/ld+json">${data}</script>`))).toEqual(["Two boats help"]);
  });

  test("are the page's own where another is told", () => {
    expect(othersOf(pageWith("<title>A ferry aground</title>"), "The pier")).toEqual(["A ferry aground"]);
    expect(othersOf(pageWith("<title>A ferry aground</title>"), "Live: A ferry aground")).toEqual([]);
  });
});
