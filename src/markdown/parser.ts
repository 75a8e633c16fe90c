/** The one markdown-it that reads our Markdown: no HTML, no guessed links, no typography, our rules. */
import Markdown, { type MarkdownIt } from "markdown-it";
import { linkAddress } from "./address.ts";
import { useBlocks } from "./rules-blocks.ts";
import { useLinks } from "./rules-links.ts";
import { useMarks } from "./rules-marks.ts";

export const parser = makeParser();

function makeParser(): MarkdownIt {
  const md = new Markdown({ html: false, linkify: false, typographer: false, maxNesting: 100 });
  md.normalizeLink = (address) => address;
  // What looks like a definition but has no proper address stays text, so that its words are not lost.
  md.validateLink = (address) => linkAddress(address)?.toLowerCase() === address.toLowerCase();
  useBlocks(md);
  useLinks(md);
  useMarks(md);
  return md;
}
