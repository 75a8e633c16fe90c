/** Citations for tests: an ordinary one, one with few fields, and one with hostile text in every field. */
import type { Citation } from "../../src/outputs/citations/citation.ts";

export const ordinary: Citation = {
  key: "river:p-gates",
  kind: "post",
  title: "The gates open at dawn",
  authors: ["Jo Farrow", "Weather desk"],
  date: { day: "2024-10-26", words: "26 October 2024, 21:40 BST" },
  container: "The river at Fenwick",
  publisher: "Example Wire",
  archive: "River Archive",
  original: "https://example.org/live?post=17&a=b_c%20d",
  address: "https://archive.example.org/river/p-gates/",
  language: "en-GB",
};

export const bare: Citation = {
  key: "river",
  kind: "live page",
  title: "The river",
  authors: [],
  archive: "River Archive",
  language: "ar",
};

/** Every character with a meaning in TeX, RIS, JSON, wikitext or HTML. */
export const nasty =
  "A \\textbf{b} }{ $1 & #2 _x_ 50% ~ ^ ` `` ''q'' -- --- \"d\" <b>|{{!}}[[c]]~~~~__TOC__ @misc{x,\r\nER  - \nTY  - BOOK\u2028*end";

export const hostile: Citation = {
  key: "bad:p-bad",
  kind: "post",
  title: nasty,
  authors: [nasty, `${nasty} and others, Jr`],
  date: { day: "2024-05-07", words: nasty },
  container: nasty,
  publisher: nasty,
  archive: nasty,
  original: "https://example.org/?a={b}|c[d]~~~~&e='''f''' g",
  address: "https://example.org/}\\{%,@",
  language: "en-GB",
};
