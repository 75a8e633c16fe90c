/** Posts of the Guardian that its data holds beside those of the page. */
import { expect, test } from "vitest";
import { guardian } from "../../../src/importers/guardian/guardian.ts";
import { accounted } from "../accounted.ts";

test("The Guardian's importer reads the pinned post of one page of several, and counts the words of key events of other pages", () => {
  const more = (id: string, html: string) => ({
    id,
    elements: [{ _type: "model.dotcomrendering.pageElements.TextBlockElement", html }],
    blockFirstPublished: 1_721_300_000_000,
  });
  const text = JSON.stringify({
    headline: "A ferry aground",
    webURL: "https://example.org/live/1",
    blocks: [more("b1", "<p>All are ashore.</p>")],
    pagination: { currentPage: 2, totalPages: 4 },
    keyEvents: [more("b8", "<p>The band plays.</p>"), more("b9", "<p>Gates open.</p>")],
    pinnedPost: more("b9", "<p>Gates open.</p>"),
  });
  const { posts, account, words } = accounted(guardian, text, { file: "page.json", zone: "Europe/London" });
  expect(posts.map(({ source }) => source)).toEqual(["b1", "b9"]);
  const left = account.filter((span) => "lost" in span && span.lost === "around the page");
  expect(left.map(({ start, end }) => (words ?? "").slice(start, end).trim())).toEqual(["The band plays."]);
});
