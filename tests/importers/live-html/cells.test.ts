/** Words in the cells of tables, and readings beside a text. */
import { describe, expect, test } from "vitest";
import { printBlocks } from "../../../src/markdown/print.ts";
import { pageOf, readLive } from "../live-outline.ts";

const long = "The ferry left the north pier with two tugs beside it, and a band played on the quay for an hour.";
const bodyOf = (inner: string): string => {
  const post = (id: number, more: string) =>
    `<article class="entry" id="e${id}"><time datetime="2024-05-16T1${id}:00:00+01:00">1${id}:00</time><p>${long}</p>${more}</article>`;
  const [first] = readLive(pageOf(`<main>${post(3, inner)}${post(2, "")}${post(1, "")}</main>`)).posts;
  return printBlocks(first!.blocks);
};

describe("cells", () => {
  test.each([
    [
      "a heading",
      "<table><tr><td>Share<td>Price<tr><td>Line<td>10</table>",
      "| Share | Price |\n| --- | --- |\n| Line | 10 |",
    ],
    ["a head of its own", "<table><thead><tr><th>Port<th>Share</thead><tr><td>Leith<td>9%</table>", "| Port | Share |"],
    ["a row of them", "<table><tr><td>Share<td>Print<tr><td>12<td>30</table>", "| Share | Print |"],
  ])("keep the words of buttons beside other words: %s", (_, html, table) => {
    expect(bodyOf(html)).toContain(table);
  });

  test.each([
    ["a button", "<table><tr><td><button>Share</button><td>Price</table>"],
    ["a line below other words", "<table><tr><td><p>Boats</p><div>Share</div><td>Price</table>"],
    ["a table of buttons", "<table><tr><td>Share<td>Print this article</table>"],
  ])("keep none where they are buttons: %s", (_, html) => {
    expect(bodyOf(html)).not.toContain("Share");
  });

  test.each([
    ["a list", "<td>Boats<ul><li>Elsa</li><li>Tern</li></ul>", "Boats Elsa Tern"],
    ["paragraphs", "<td><p>Elsa</p><p>Tern</p>", "Elsa Tern"],
    ["boxes with blanks", "<td> <div>Elsa </div> <div> Tern</div>", "Elsa Tern"],
    ["a table", "<td><table><tr><td>Elsa<td>Tern</table>", "Elsa Tern"],
    ["marks", "<td><b>Elsa</b>s", "**Elsa**s"],
  ])("have a blank between their parts: %s", (_, html, words) => {
    expect(bodyOf(`<table><tr>${html}</td><td>Price</table>`).replace(/ {2,}/g, " ")).toContain(`| ${words} | Price |`);
  });
});

describe("readings", () => {
  test.each([
    ["<ruby>Elsa<rt>ell</rt></ruby>", "Elsa ell"],
    ["<ruby>Elsa<rt>ell</rt></ruby>, and", "Elsa ell, and"],
    ["<ruby>El<rt>ell</rt>sa<rt>sah</rt></ruby>Tern", "El ell sa sah Tern"],
    ["<ruby>Elsa<rp>(</rp><rt>ell</rt><rp>)</rp></ruby>", "Elsa(ell)"],
  ])("stand beside their text: %s", (html, words) => {
    expect(bodyOf(`<p>${html}</p>`)).toContain(words);
  });
});
