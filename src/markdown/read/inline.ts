/** From a line of Markdown to inline content. The table says what becomes of each token of markdown-it. */
import type { Token } from "markdown-it";
import type { Inline } from "../../model/inline.ts";
import { isWideSpace, oneLine, trimLine } from "../characters.ts";
import { isPlain } from "../escape.ts";
import { EMPHASIS, type Leaf, LINK, STRIKE, STRONG, SUB, SUP, tidy } from "../leaves.ts";
import { nestMarks } from "../marks.ts";
import { emptyLink, type Finding } from "../problems.ts";
import type { Environment } from "../rules/environment.ts";
import { parser } from "../rules/parser.ts";

interface Reading {
  readonly row: Leaf[];
  /** How many of each mark are open, because emphasis can stand inside emphasis. */
  readonly open: Map<number, number>;
  readonly env: Environment;
  href: string;
  offset: number;
  length: number;
}

type Fate = (reading: Reading, token: Token) => void;

const text: Fate = (reading, token) => add(reading, "text", token.content);
const change =
  (mark: number, by: 1 | -1): Fate =>
  ({ open }) =>
    void open.set(mark, (open.get(mark) ?? 0) + by);

const fates: Readonly<Record<string, Fate>> = {
  text,
  text_special: text,
  softbreak: (reading) => add(reading, "text", " "),
  hardbreak: (reading) => add(reading, "break", ""),
  code_inline: (reading, token) => add(reading, "code", token.content),
  em_open: change(EMPHASIS, 1),
  em_close: change(EMPHASIS, -1),
  strong_open: change(STRONG, 1),
  strong_close: change(STRONG, -1),
  strike_open: change(STRIKE, 1),
  strike_close: change(STRIKE, -1),
  sub_open: change(SUB, 1),
  sub_close: change(SUB, -1),
  sup_open: change(SUP, 1),
  sup_close: change(SUP, -1),
  link_open: (reading, token) => {
    const { href, offset } = token.meta as { href: string; offset: number };
    reading.href = href;
    reading.offset = offset;
    reading.length = reading.row.length;
    change(LINK, 1)(reading, token);
  },
  link_close: (reading, token) => {
    const worded = reading.row.slice(reading.length).some((leaf) => leaf.kind === "code" || hasWords(leaf.text));
    if (!worded) reading.env.found(emptyLink(reading.href), reading.offset);
    reading.href = "";
    change(LINK, -1)(reading, token);
  },
};

/** Reads inline Markdown. A line end is a space, unless a backslash stands before it. Findings have their offset. */
export function readInline(
  markdown: string,
  env: Environment,
  found: (finding: Finding, offset: number) => void,
): readonly Inline[] {
  if (isPlain(markdown) && (env.references === undefined || !markdown.includes("["))) return plainContent(markdown);
  const tokens: Token[] = [];
  env.found = found;
  const md = parser();
  md.inline.parse(markdown, md, env, tokens);
  const reading: Reading = { row: [], open: new Map(), env, href: "", offset: 0, length: 0 };
  for (const token of tokens) {
    const fate = fates[token.type];
    if (fate === undefined) throw new Error(`No fate for the Markdown token ${token.type}`);
    fate(reading, token);
  }
  return nestMarks(tidy(reading.row));
}

function plainContent(text: string): readonly Inline[] {
  const line = trimLine(oneLine(text));
  return line === "" ? [] : [{ kind: "text", text: line }];
}

function add({ row, open, href }: Reading, kind: Leaf["kind"], words: string): void {
  let marks = 0;
  for (const [mark, count] of open) if (count > 0) marks |= mark;
  row.push({ kind, text: words, marks, href });
}

function hasWords(text: string): boolean {
  const line = oneLine(text);
  for (let index = 0; index < line.length; index++) if (!isWideSpace(line.charCodeAt(index))) return true;
  return false;
}
