/** The markdown-it that reads posts: no HTML, no guessed links, no typography, and the rules of this folder. */
import { createRequire } from "node:module";
import type { MarkdownIt } from "markdown-it";
import { linkAddress } from "../address.ts";
import { useBlocks } from "./blocks.ts";
import { useComments } from "./comments.ts";
import { useLinks } from "./links.ts";
import { useMarks } from "./marks.ts";
import { useOtherMarkup } from "./other-markup.ts";

// By require it is one file; by import it is that file and twenty of its libraries, which takes three times as long.
const require = createRequire(import.meta.url);
let made: MarkdownIt | undefined;

/** Loaded when it is first needed: most posts are read without it. */
export function parser(): MarkdownIt {
  made ??= makeParser();
  return made;
}

function makeParser(): MarkdownIt {
  const Markdown: typeof import("markdown-it").default = require("markdown-it");
  const md = new Markdown({ html: false, linkify: false, typographer: false, maxNesting: 100 });
  md.normalizeLink = (address) => address;
  // Text that looks like a definition and has no proper address stays text, so that its words are not lost.
  md.validateLink = (address) => linkAddress(address)?.toLowerCase() === address.toLowerCase();
  useBlocks(md);
  useLinks(md);
  useMarks(md);
  useComments(md);
  useOtherMarkup(md);
  return md;
}
