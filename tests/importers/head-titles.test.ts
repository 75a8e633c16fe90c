/** What the head of a page calls it whose data alone is read. */
import { describe, expect, test } from "vitest";
import { ledger, unaccounted } from "../../src/importers/account/account.ts";
import { readForms } from "../../src/importers/read-forms.ts";

const update = (minute: number) => ({
  "@type": "BlogPosting",
  headline: `Headline ${minute}`,
  datePublished: `2024-05-17T10:${minute}:00+01:00`,
  articleBody: `The ferry left the pier at ${minute} with two tugs beside it.`,
});
const page = (head: string, headline?: string): string =>
  `<!doctype html><html><head>${head}<script type="application/ld+json">${JSON.stringify({
    "@type": "LiveBlogPosting",
    ...(headline !== undefined && { headline }),
    liveBlogUpdate: [update(30), update(20)],
  })}</script></head><body><div id="app"></div></body></html>`;

function read(text: string, title?: string) {
  const options = { file: "page.html", zone: "Europe/London", ...(title !== undefined && { title }) };
  const { importer, reading } = readForms(text, options)!;
  expect(importer.name).toBe("json-ld");
  expect(unaccounted(reading.words!, reading.account, { page: reading.page, posts: reading.posts })).toEqual([]);
  const others = ledger(reading.account, reading.words!).find(({ kind }) => kind === "other title")?.region?.begins;
  return { title: reading.page.title, others: others ?? [] };
}

describe("the head of a page that is read as structured data alone", () => {
  test("gives its title where the data has none", () => {
    const head = '<title>A ferry aground | The Quay</title><meta property="og:site_name" content="The Quay">';
    expect(read(page(head))).toEqual({ title: "A ferry aground", others: [] });
  });

  test("is named where it says something else", () => {
    const head = '<title>Two tugs help</title><meta property="og:title" content="Harbour closed for a day">';
    expect(read(page(head, "A ferry aground"))).toEqual({
      title: "A ferry aground",
      others: ["Harbour closed for a day", "Two tugs help"],
    });
  });

  test("says nothing else where its words are the same", () => {
    expect(read(page("<title>A ferry aground - live updates</title>", "A ferry aground")).others).toEqual([]);
    expect(read(page("<title>A ferry aground</title>"), "A ferry aground").others).toEqual([]);
  });
});

test("The head of a page that is read as the Guardian's data alone is named, too", () => {
  const blocks = [
    {
      id: "6030",
      title: "One",
      blockFirstPublished: 1715940000000,
      elements: [{ _type: "model.TextBlockElement", html: "<p>The ferry.</p>" }],
    },
  ];
  const data = JSON.stringify({ headline: "A ferry aground", keyEvents: [], blocks });
  const text = `<!doctype html><html><head><title>Two tugs help</title></head><body><script type="application/json">${data}</script></body></html>`;
  const { importer, reading } = readForms(text, { file: "page.html", zone: "Europe/London" })!;
  expect(importer.name).toBe("guardian");
  expect(ledger(reading.account, reading.words!).map(({ kind }) => kind)).toContain("other title");
});
