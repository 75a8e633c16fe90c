import { describe, expect, test } from "vitest";
import { ledger, unaccounted } from "../../src/importers/account/account.ts";
import { readForms } from "../../src/importers/read-forms.ts";
import { repeatedOrLeft } from "../../src/importers/repeated-words.ts";

const first = "The ferry has left the quay with sixty people on board.";
const more = "Nobody was hurt, the harbour master says.";

/** A page whose structured data says of its one post what `body` is. */
function pageWith(body: string, name?: string): string {
  const update = {
    "@type": "BlogPosting",
    "@id": "https://e.org/live#p1",
    headline: "A ferry leaves",
    datePublished: "2024-05-17T09:32:00Z",
    articleBody: body,
    ...(name !== undefined && { author: { "@type": "Person", name } }),
  };
  const data = { "@type": "LiveBlogPosting", headline: "A page", liveBlogUpdate: [update] };
  return `<!doctype html><title>A page</title><script type="application/ld+json">${JSON.stringify(data)}</script><h1>A page</h1><article class="live-post" id="p1"><time datetime="2024-05-17T09:32:00Z">10.32am</time><h3>A ferry leaves</h3><p>${first}</p></article>`;
}

function read(text: string) {
  const { reading } = readForms(text, { file: "page", zone: "Europe/London" })!;
  expect(unaccounted(reading.words ?? "", reading.account, reading)).toEqual([]);
  const lines = ledger(reading.account, reading.words ?? "");
  return { posts: reading.posts.length, lines: new Map(lines.map((line) => [line.kind, line])) };
}

describe("a capture in two forms", () => {
  test("proves nothing by the summary of the form whose page is not used", () => {
    const text = "View more on twitter";
    const account = [{ start: 0, end: text.length, lost: "embed text", of: { page: "summary" } }] as const;
    const written = { page: { editors: [], panel: [] }, posts: [] };
    expect(repeatedOrLeft(text, account, written)).toMatchObject([{ start: 0, end: 20, lost: "other form" }]);
  });

  test("names no region where its structured data says what the page says", () => {
    const { posts, lines } = read(pageWith(first));
    expect(posts).toBe(1);
    expect(lines.get("repeated in another form")?.count).toBeGreaterThan(1);
    expect(lines.get("other form")).toBeUndefined();
  });

  test("names the sentence that its structured data alone has, and no other", () => {
    expect(read(pageWith(`${first} ${more}`)).lines.get("other form")?.region).toEqual({
      words: 7,
      begins: [more],
      longest: more,
    });
  });

  test("names a writer whom its structured data alone names", () => {
    expect(read(pageWith(first, "Ann Bell")).lines.get("other form")?.region?.begins).toEqual(["Ann Bell"]);
  });

  test("proves each sentence by itself where its structured data has them in another order", () => {
    const page = pageWith(`${more} ${first}`).replace(
      `<p>${first}</p>`,
      `<p>${first}</p><p>And so on.</p><p>${more}</p>`,
    );
    const { lines } = read(page);
    expect(lines.get("repeated in another form")?.count).toBeGreaterThan(2);
    expect(lines.get("other form")).toBeUndefined();
  });
});
