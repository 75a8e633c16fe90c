/** From Markdown to blocks and problems. Any text gives blocks, and each part that is dropped is reported. */
import type { Token } from "markdown-it";
import type { Block } from "../model/block.ts";
import type { Inline } from "../model/inline.ts";
import { type Problem, sortProblems } from "../model/problem.ts";
import { findUnshowable } from "./characters.ts";
import { normaliseBlocks } from "./normalise.ts";
import { unshowableCharacter } from "./problems.ts";
import { readUntilEnd, reportDefinitions } from "./read/blocks.ts";
import { readInline } from "./read/inline.ts";
import { newReader } from "./read/reader.ts";
import { readSimple } from "./read/simple.ts";
import { newEnvironment } from "./rules/environment.ts";
import { parser } from "./rules/parser.ts";
import { report, type Source } from "./source.ts";

export interface ParsedBlocks {
  readonly blocks: readonly Block[];
  /** Comments, which are no part of the blocks, as they are written; absent where there are none. */
  readonly comments?: readonly string[];
  readonly problems: readonly Problem[];
}

type Place = { readonly file: string; readonly line: number };

/** Reads a body. `at`: the file and the number of the body's first line in it, for problems. Never throws. */
export function parseBlocks(markdown: string, at?: Place): ParsedBlocks {
  const text = markdown.replace(/\r\n?/g, "\n");
  const simple = readSimple(text);
  const parsed = simple === undefined ? parseByGrammar(text, at) : { blocks: simple, problems: [] };
  if (parsed.problems.length === 0) sources.set(parsed.blocks, text);
  return parsed;
}

/** The same by the whole grammar, for any text whose lines end in "\n". */
export function parseByGrammar(text: string, at?: Place): ParsedBlocks {
  const source: Source = { file: at?.file ?? "", firstLine: at?.line ?? 1, lines: text.split("\n"), problems: [] };
  const env = newEnvironment();
  env.foundAtLine = (finding, line) =>
    report(source, finding, line, /^[ \t]*/.exec(source.lines[line] ?? "")?.[0].length ?? 0);
  const tokens: Token[] = [];
  const md = parser();
  md.block.parse(text, md, env, tokens);
  const reader = newReader(source, env, tokens);
  const blocks = normaliseBlocks(readUntilEnd(reader));
  reportDefinitions(reader);
  if (findUnshowable(text) >= 0) reportUnshowable(source);
  const { comments } = env;
  return { blocks, ...(comments.length > 0 && { comments }), problems: sortProblems(source.problems) };
}

/** The text of blocks that `parseBlocks` gave without a problem; its lines end in "\n". */
export const sourceOf = (blocks: readonly Block[]): string | undefined => sources.get(blocks);

const sources = new WeakMap<readonly Block[], string>();

/** Once for each line. */
function reportUnshowable(source: Source): void {
  for (const [line, text] of source.lines.entries()) {
    const column = findUnshowable(text);
    if (column >= 0) report(source, unshowableCharacter(text.codePointAt(column) ?? 0), line, column);
  }
}

/** Reads one line of inline Markdown, such as a note in front matter. Never throws; what is wrong stays text. */
export function parseInline(markdown: string): readonly Inline[] {
  const text = markdown.replace(/[\r\n]+/g, " ").replace(/^[ \t]+/, "");
  return readInline(text, newEnvironment(), () => {});
}
