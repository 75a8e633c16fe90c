/**
 * Rules of markdown-it for blocks: `:::` lines, tables that lose no cell, a limit to nesting; no indented code, no `~~~`, no underlined
 * headings.
 */

import type { MarkdownIt, StateBlock } from "markdown-it";
import type { Alignment } from "../../model/block.ts";
import { trimLine } from "../characters.ts";
import { deepest } from "../normalise.ts";
import { tooDeep } from "../problems.ts";
import { environment } from "./environment.ts";

type Rule = (state: StateBlock, line: number, end: number, silent: boolean) => boolean;

const interrupts = ["paragraph", "reference", "blockquote", "list"];

export function useBlocks(md: MarkdownIt): void {
  const { ruler } = md.block;
  // The inner list keeps the names of the rules; compiling changes those of the functions. markdown-it has no other way to a rule by name.
  const { __rules__: listed } = ruler as unknown as { __rules__: readonly { name: string; fn: Rule }[] };
  const original = (name: string): Rule => {
    const rule = listed.find((candidate) => candidate.name === name);
    if (rule === undefined) throw new Error(`markdown-it has no rule ${name}`);
    return rule.fn;
  };
  const [fence, quote, list] = [original("fence"), original("blockquote"), original("list")];
  ruler.at("fence", (state, line, ...rest) => first(state, line) !== "~" && fence(state, line, ...rest), {
    alt: interrupts,
  });
  ruler.at("blockquote", limited(quote, 1, "a quotation"), { alt: interrupts });
  ruler.at("list", limited(list, 2, "a list"), { alt: ["paragraph", "reference", "blockquote"] });
  ruler.at("table", table, { alt: ["paragraph", "reference"] });
  ruler.before("fence", "media", mediaLine, { alt: interrupts });
  ruler.disable(["code", "html_block", "lheading"]);
}

const first = (state: StateBlock, line: number): string =>
  state.src.charAt((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0));

const textOf = (state: StateBlock, line: number): string =>
  state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]);

/** Text indented by four more spaces than its surroundings continues a paragraph and never begins a block. */
const isIndented = (state: StateBlock, line: number): boolean => (state.sCount[line] ?? 0) - state.blkIndent >= 4;

function limited(rule: Rule, levels: number, what: string): Rule {
  return (state, line, end, silent) => {
    if (state.level + levels <= deepest) return rule(state, line, end, silent);
    if (!silent && rule(state, line, end, true)) environment(state.env).foundAtLine(tooDeep(what), line);
    return false;
  };
}

/** Makes `::: kind` and `:::` tokens of their own; the reader of the tokens finds the pairs. */
function mediaLine(state: StateBlock, line: number, _end: number, silent: boolean): boolean {
  if (first(state, line) !== ":" || isIndented(state, line)) return false;
  const text = textOf(state, line);
  const colons = /^:{3,}/.exec(text)?.[0];
  if (colons === undefined) return false;
  if (silent) return true;
  const words = trimLine(text.slice(colons.length));
  const token = state.push(words === "" ? "media_close" : "media_open", "", 0);
  token.info = words;
  token.map = [line, line + 1];
  state.line = line + 1;
  return true;
}

/** Makes a pipe table one token with all its cells; the rule of markdown-it drops cells beyond the columns of the head. */
function table(state: StateBlock, line: number, end: number, silent: boolean): boolean {
  if (line + 2 > end || (state.sCount[line + 1] ?? 0) < state.blkIndent) return false;
  if (isIndented(state, line) || isIndented(state, line + 1)) return false;
  const rule = trimLine(textOf(state, line + 1));
  if (!/^[|:-][|: \t-]+$/.test(rule) || /^-[ \t]/.test(rule)) return false;
  const columns = cells(rule).map(trimLine);
  if (!columns.every((column) => /^:?-+:?$/.test(column))) return false;
  const headText = trimLine(textOf(state, line));
  if (!headText.includes("|")) return false;
  const head = cells(headText);
  if (head.length === 0 || head.length !== columns.length) return false;
  if (silent) return true;
  const rows = [rowAt(state, line)];
  const before = state.parentType;
  state.parentType = "table";
  const terminators = state.md.block.ruler.getRules("blockquote");
  let next = line + 2;
  let filled = 0;
  for (; next < end && (state.sCount[next] ?? 0) >= state.blkIndent; next++) {
    const text = trimLine(textOf(state, next));
    if (text === "" || isIndented(state, next) || terminators.some((stop) => stop(state, next, end, true))) break;
    const row = rowAt(state, next);
    filled += Math.max(0, head.length - row.cells.length);
    if (filled > mostFilled) break;
    rows.push(row);
  }
  state.parentType = before;
  const token = state.push("table", "", 0);
  token.map = [line, next];
  token.meta = { rows, align: columns.map(alignmentOf) };
  state.line = next;
  return true;
}

const alignmentOf = (column: string): Alignment => {
  const left = column.startsWith(":");
  if (column.endsWith(":")) return left ? "center" : "right";
  return left ? "left" : "none";
};

/** The most cells that short rows may lack: each is filled in, here and on the page. The table ends where there are more. */
const mostFilled = 65_536;

/** A row of a table: its cells, its line and where it begins there, both from 0. */
export interface Row {
  readonly cells: readonly string[];
  readonly line: number;
  readonly column: number;
}

function rowAt(state: StateBlock, line: number): Row {
  const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
  const column = start - (state.src.lastIndexOf("\n", start - 1) + 1);
  return { cells: cells(trimLine(textOf(state, line))), line, column };
}

/** The cells between the pipes of a line; `\|` is a pipe of the text. */
function cells(text: string): readonly string[] {
  const row: string[] = [];
  let cell = "";
  let start = 0;
  for (let pos = 0; pos < text.length; pos++) {
    if (text.charAt(pos) !== "|") continue;
    if (text.charAt(pos - 1) === "\\") {
      cell += text.slice(start, pos - 1);
      start = pos;
    } else {
      row.push(trimLine(cell + text.slice(start, pos)));
      cell = "";
      start = pos + 1;
    }
  }
  row.push(trimLine(cell + text.slice(start)));
  if (text.startsWith("|")) row.shift();
  if (row.length > 0 && row.at(-1) === "" && /\|$/.test(text) && !text.endsWith("\\|")) row.pop();
  return row;
}
