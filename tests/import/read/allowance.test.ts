import { expect, test } from "vitest";
import { longestPiece, readingLimits } from "../../../src/captures/limits.ts";
import { makeAllowance, TotalRefusal } from "../../../src/import/read/allowance.ts";
import type { Reading } from "../../../src/importers/contract.ts";
import type { FoundPost } from "../../../src/model/live-page.ts";

test("makeAllowance refuses one text of too many lines, and says which limit it met", () => {
  const allowance = makeAllowance();
  expect(() => allowance.take("a.txt", "a\r\n".repeat(readingLimits.lines.one))).not.toThrow();
  expect(() => makeAllowance().take("a.txt", "a\n".repeat(readingLimits.lines.one + 1))).toThrow(
    "expected at most 200,000 lines, got 200,001 lines",
  );
  expect(() => makeAllowance().take("a.html", `<!doctype html>${"<p>".repeat(readingLimits.tags.one)}`)).toThrow(
    "expected at most 300,000 tags",
  );
});

test("makeAllowance refuses captures that are too much together, but counts no page that is not read", () => {
  const allowance = makeAllowance();
  const text = `  1. Headpublished at 10:00 British Summer Time 17 May\n${"    a\n".repeat(readingLimits.lines.one - 1)}`;
  allowance.take("1.txt", text);
  expect(() => allowance.take("2.txt", text)).toThrow(TotalRefusal);
  const pages = makeAllowance();
  const page = `<!doctype html>${"<p>".repeat(readingLimits.tags.one - 1)}`;
  for (let index = 0; index < 6; index += 1) pages.take(`${index}.html`, page);
});

const postOf = (text: string): FoundPost => ({
  inferred: [],
  breaking: false,
  context: [],
  bylines: [],
  truncated: false,
  blocks: [{ kind: "list", items: [[{ kind: "paragraph", content: [{ kind: "text", text }] }]] }],
});
const readingOf = (...posts: readonly string[]): Reading => ({
  page: { editors: [], panel: [] },
  posts: posts.map(postOf),
  order: "newest-first",
  account: [],
  problems: [],
});

test("makeAllowance refuses a paragraph that is too long, wherever it stands, and shows how it begins", () => {
  const { takeWords } = makeAllowance();
  expect(() => takeWords("a.html", readingOf("*".repeat(longestPiece)))).not.toThrow();
  expect(() => takeWords("a.html", readingOf("short", `Once upon ${"*".repeat(longestPiece)}`))).toThrow(
    /^a\.html {2}Cannot read the capture: expected at most 500,000 characters in one paragraph, got 500,010 characters in the one that begins "Once upon \*+…"\n/,
  );
});

test("makeAllowance refuses posts of too many words, alone and together, and says which limit it met", () => {
  const piece = "*".repeat(longestPiece);
  const of = (size: number) => readingOf(...Array.from({ length: size / longestPiece }, () => piece));
  const { one, all } = readingLimits.words;
  expect(() => makeAllowance().takeWords("a.html", of(one + longestPiece))).toThrow(
    "expected at most 6,000,000 characters of posts, got 6,500,000 characters of posts",
  );
  const allowance = makeAllowance();
  allowance.takeWords("1.html", of(one));
  allowance.takeWords("2.html", of(all - one));
  expect(() => allowance.takeWords("3.html", of(longestPiece))).toThrow(TotalRefusal);
});

test("makeAllowance refuses a page of too much text before it is read, and counts no scripts, comments and styles", () => {
  const long = "a ".repeat(readingLimits.text.one / 2 + 1);
  for (const [open, close] of [
    ["<script>if (a<b)", "</script>"],
    ["<STYLE>", "</STYLE>"],
    ["<!-- <b>", "-->"],
  ])
    expect(() => makeAllowance().take("a.html", `<!doctype html>${open}${long}${close}<p>a`)).not.toThrow();
  for (const open of [
    "<script>1</script><p>",
    "<script>",
    "<style>",
    "<!-- ",
    "<p title='",
    "<p title='a>b<script>'>",
    "<3 ='",
  ])
    expect(() => makeAllowance().take("a.html", `<!doctype html>${open}${long}<p`)).toThrow(
      "expected at most 5,000,000 characters of text, got",
    );
});
