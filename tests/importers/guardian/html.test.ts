/** Saved pages of the Guardian, in our words. */
import { expect, test } from "vitest";
import { guardianHtml } from "../../../src/importers/guardian/html.ts";
import { importerFor } from "../../../src/importers/registry.ts";
import { printBlocks } from "../../../src/markdown/print.ts";
import { printInstant } from "../../../src/model/instant.ts";
import { accounted } from "../accounted.ts";
import { samples } from "../samples.ts";

const options = { file: "page.html", zone: "Europe/London" };
const id = (last: number) => `66471c3a8f08aa4b5a0d000${last}`;
const page = samples.find(({ name }) => name === "guardian-html/page.html")!.text;

test("guardianHtml reads a page with its pinned post once, its key events, writers, credits and changes", () => {
  expect(importerFor(page)).toBe(guardianHtml);
  const { page: about, posts, problems } = accounted(guardianHtml, page, options);
  expect(about).toMatchObject({
    title: "A page",
    publisher: "The Guardian",
    editors: ["Ann Bell", "Bo Carr"],
    panel: ["What is known."],
  });
  expect(posts.map(({ source, published, headline }) => [source, printInstant(published!), headline])).toEqual([
    [id(2), "2024-05-17T10:20:00+01:00", "Headline 2"],
    [id(1), "2024-05-17T10:10:00+01:00", "Headline 1"],
  ]);
  for (const { keyEvent, updated, bylines, blocks } of posts) {
    expect([keyEvent, printInstant(updated!), bylines]).toEqual([
      true,
      "2024-05-17T12:00:00+01:00",
      [{ name: "Ann Bell" }],
    ]);
    expect(printBlocks(blocks)).toContain("Caption: The ferry.\nCredit: Photograph: Bo Carr/Agency");
    expect(printBlocks(blocks)).not.toMatch(/Updated|Share|Ann Bell/);
  }
  expect(problems.map(({ message }) => message)).toEqual([
    "Copies of pinned posts were left out: 1",
    "Adverts and appeals for support were left out: 1",
  ]);
});

test("guardianHtml keeps a pinned post whose own place is on another page, and says which page it has", () => {
  const last = page.lastIndexOf('<article id="block');
  const { posts, problems } = accounted(
    guardianHtml,
    `${page.slice(0, last)}<nav aria-label="Pagination"><span>2</span> of <span>3</span></nav>`,
    options,
  );
  expect(posts.map(({ source }) => source)).toEqual([id(1), id(2)]);
  expect(problems[0]?.message).toBe("The capture is page 2 of 3");
});

test("guardianHtml reads pages as they were before 2021: no appeal is a post, and a post needs no headline", () => {
  const block = (last: number, kind: string, title: string) =>
    `<div id="block-${id(last)}" class="block block--content ${kind}" itemprop="liveBlogUpdate"><p class="block-time published-time"><a href="#"><time datetime="2016-11-09T02:${last}0:00.000Z" itemprop="datePublished">2.${last}0am <span>GMT</span></time></a><span class="block-time__absolute">02:${last}0</span></p>${title}<div class="block-elements"><p>A sentence.</p></div><p class="block-time updated-time">Updated <time datetime="2016-11-09T02:59:00.000Z">at 2.59am GMT</time></p></div>`;
  const old = `<!doctype html><h1>A vote</h1>${block(3, "is-key-event", '<h2 class="block-title">So far</h2>')}<div class="block block--content is-epic"><p class="block-time published-time"><time itemprop="datePublished"></time></p><p>Support us.</p></div>${block(2, "", "")}`;
  const { posts, problems } = accounted(guardianHtml, old, options);
  expect(posts.map(({ headline, keyEvent }) => [headline, keyEvent])).toEqual([
    ["So far", true],
    [undefined, undefined],
  ]);
  expect(posts.map(({ updated }) => printInstant(updated!))).toEqual(Array(2).fill("2016-11-09T02:59:00+00:00"));
  expect(problems.map(({ message }) => message)).toEqual(["Adverts and appeals for support were left out: 1"]);
});

test("guardianHtml takes no text for a name because its element is called as one without a byline", () => {
  const html = `<!doctype html><h1>A page</h1><div id="block-${id(1)}" class="block"><p class="block-time published-time"><time datetime="2016-11-09T02:10:00.000Z" itemprop="datePublished">2.10am</time></p><div class="block-elements block-elements--no-byline" itemprop="articleBody"><p>A sentence.</p></div></div>`;
  const [post] = accounted(guardianHtml, html, options).posts;
  expect([post?.bylines, printBlocks(post?.blocks ?? [])]).toEqual([[], "A sentence.\n"]);
});
