/** A pinned copy of a post in other words is no post of its own, and what it says alone is named. */
import { expect, test } from "vitest";
import { ledger } from "../../../../src/importers/account/account.ts";
import type { Importer } from "../../../../src/importers/contract.ts";
import { guardian } from "../../../../src/importers/guardian/guardian.ts";
import { guardianHtml } from "../../../../src/importers/guardian/html.ts";
import { liveHtml } from "../../../../src/importers/live-html/live-html.ts";

const long = "The ferry left the north pier with two tugs beside it, and a band played on the quay.";
const read = (importer: Importer, text: string) => {
  const { posts, account, words, problems } = importer.read(text, { file: "page", zone: "Europe/London" });
  const older = ledger(account, words!).find(({ kind }) => kind === "older wording");
  return {
    posts: posts.map(({ headline }) => headline),
    older: older?.region?.begins ?? [],
    said: problems.map(({ message }) => message).join("\n"),
  };
};
const entry = (id: number, text: string, more = ""): string =>
  `<article class="entry${more}"><time datetime="2024-05-17T10:0${id}:00+01:00">10:0${id}</time><h3>Headline ${id}</h3><p>${text}</p><button>Share</button></article>`;

test("of a page of no known form", () => {
  const stream = [3, 2, 1].map((id) => entry(id, `${long} ${id}.`)).join("");
  const pinned = entry(2, `${long} 2. Nobody was hurt.`, " pinned").replace("<h3>", "<span>Pinned post</span><h3>");
  const found = read(liveHtml, `<html><body><main><h1>A ferry</h1>${pinned}${stream}</main></body></html>`);
  expect(found.posts).toEqual(["Headline 3", "Headline 2", "Headline 1"]);
  expect(found.older).toEqual(["Nobody was hurt."]);
  expect(found.said).toContain("whose words differ from those of the post in its place: 1");
});

const block = (id: string, text: string, prefix = ""): string =>
  `<article id="${prefix}block-66471c3a8f08aa4b5a0d000${id}"><header><time datetime="2024-05-17T09:${id}0:00.000Z">1h ago</time><h2>Headline ${id}</h2></header><p>${text}</p></article>`;

test("of a page of the Guardian", () => {
  const pinned = block("1", `${long} Nobody was hurt.`, "pinned-");
  const html = `<html><body><main><h1>A ferry</h1>${pinned}${block("2", long)}${block("1", long)}</main></body></html>`;
  const found = read(guardianHtml, html);
  expect([found.posts, found.older]).toEqual([["Headline 2", "Headline 1"], ["Nobody was hurt."]]);
});

test("of the Guardian's data", () => {
  const one = (html: string) => ({
    id: "6030",
    title: "One",
    blockFirstPublished: 1715940000000,
    elements: [{ _type: "model.TextBlockElement", html }],
  });
  const data = {
    headline: "A ferry",
    pinnedPost: one(`<p>${long}</p><p>Nobody was hurt.</p>`),
    blocks: [one(`<p>${long}</p>`)],
  };
  const found = read(guardian, JSON.stringify(data));
  expect([found.posts, found.older]).toEqual([["One"], ["Nobody was hurt."]]);
});
