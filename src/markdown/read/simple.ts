/**
 * From the simple Markdown of most posts to blocks, without the parser: paragraphs, quotations and list items of one line each, with plain
 * links and bold words, and pictures. For other text it gives undefined and the parser reads it. A law holds that both give the same.
 */
import type { Block } from "../../model/block.ts";
import type { Inline } from "../../model/inline.ts";
import { pictureOf } from "../address.ts";
import { findUnshowable, oneLine, trimLines } from "../characters.ts";
import { isPlain, startsPlain } from "../escape.ts";
import { EMPHASIS, type Leaf, LINK, STRONG, tidy } from "../leaves.ts";
import { nestMarks } from "../marks.ts";
import { readPictureLine } from "./picture-line.ts";

/** The blocks of a text whose lines end in "\n"; undefined where the parser must be asked. */
export function readSimple(text: string): readonly Block[] | undefined {
  const body = trimLines(text);
  if (body === "") return [];
  if (findUnshowable(body) >= 0) return undefined;
  const blocks: Block[] = [];
  for (const chunk of body.split(/\n{2,}/)) {
    const block = readChunk(chunk);
    // Two neighbouring lists would be one.
    if (block === undefined || (block.kind === "list" && blocks.at(-1)?.kind === "list")) return undefined;
    blocks.push(block);
  }
  return blocks;
}

function readChunk(chunk: string): Block | undefined {
  if (chunk.startsWith("- ")) return readList(chunk);
  if (chunk.startsWith("![")) return readFigure(chunk);
  if (chunk.includes("\n")) return undefined;
  if (!chunk.startsWith("> ")) return readParagraph(chunk);
  const words = readParagraph(chunk.slice(2));
  return words && { kind: "quote", blocks: [words] };
}

function readList(chunk: string): Block | undefined {
  const items: (readonly Block[])[] = [];
  for (const line of chunk.split("\n")) {
    // A line with bars may belong to a table.
    const words = line.startsWith("- ") && !line.includes("|") ? readParagraph(line.slice(2)) : undefined;
    if (words === undefined) return undefined;
    items.push([words]);
  }
  return { kind: "list", items };
}

/** A described picture of the live page, with a caption and a credit below it. */
function readFigure(chunk: string): Block | undefined {
  const [, first = "", caption, credit] = /^(.+)(?:\nCaption: (.+))?(?:\nCredit: (.+))?$/.exec(chunk) ?? [];
  const { alt = "", address = "", hasTitle } = readPictureLine(first) ?? {};
  const file = pictureOf(address);
  if (file === undefined || hasTitle === true || alt === "" || alt.trim() !== alt || oneLine(alt) !== alt)
    return undefined;
  const [said, given] = [caption && readLine(caption), credit && readLine(credit)];
  if ((caption && !said) || (credit && !given)) return undefined;
  return { kind: "figure", file, alt, ...(said && { caption: said }), ...(given && { credit: given }) };
}

function readParagraph(line: string): Block | undefined {
  const content = startsPlain(line) ? readLine(line) : undefined;
  return content && { kind: "paragraph", content };
}

function readLine(line: string): readonly Inline[] | undefined {
  if (line === "" || line.trim() !== line || oneLine(line) !== line) return undefined;
  return isPlain(line) ? [{ kind: "text", text: line }] : readMarks(line);
}

/** A link to a web address without characters of Markdown; strong or stressed words between spaces or before a comma. */
const marks = /\[([^[\]]+)\]\((https?:\/\/[\w%+,./:;=?@#-]+)\)|(?<=^| )(\*\*?)([^\s*](?:[^*]*[^\s*])?)\3(?=$|[ ,.:;])/g;

function readMarks(line: string): readonly Inline[] | undefined {
  const leaves: Leaf[] = [];
  let end = 0;
  for (const { 0: whole, 1: linked, 2: href = "", 3: stars, 4: stressed = "", index } of line.matchAll(marks)) {
    if (linked !== undefined && linked.trim() !== linked) return undefined;
    leaves.push({ kind: "text", text: line.slice(end, index), marks: 0, href: "" });
    const mark = linked !== undefined ? LINK : stars === "*" ? EMPHASIS : STRONG;
    leaves.push({ kind: "text", text: linked ?? stressed, marks: mark, href });
    end = index + whole.length;
  }
  leaves.push({ kind: "text", text: line.slice(end), marks: 0, href: "" });
  return leaves.every(({ text }) => isPlain(text) && !aside.test(text)) ? nestMarks(tidy(leaves)) : undefined;
}

/** Their context may belong to another link or a picture. */
const aside = /[[\]]|!$/;
