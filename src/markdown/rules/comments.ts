/** Rules of markdown-it for `<!-- comments -->`, which are not published, between blocks and inside a line. */
import type { MarkdownIt, StateBlock, StateInline } from "markdown-it";
import { unclosedComment } from "../problems.ts";
import { environment } from "./environment.ts";
import { hasAfter } from "./links.ts";

const opening = "<!--";
const closing = "-->";

export function useComments(md: MarkdownIt): void {
  md.block.ruler.before("fence", "comment", block, { alt: ["paragraph", "reference", "blockquote", "list"] });
  md.inline.ruler.before("autolink", "comment", inside);
}

/** A comment from the start of a line to the end of a line. It may hold blank lines. */
function block(state: StateBlock, line: number, end: number, silent: boolean): boolean {
  const start = startOf(state, line);
  if (!state.src.startsWith(opening, start)) return false;
  const last = lastLine(state, line, end);
  if (last === undefined) return false;
  if (silent) return true;
  environment(state.env).comments.push(state.getLines(line, last + 1, state.blkIndent, false).trim());
  state.line = last + 1;
  return true;
}

const startOf = (state: StateBlock, line: number): number => (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);

/** The line that ends with the end of the comment; undefined if words follow it there, or if it has no end among these blocks. */
function lastLine(state: StateBlock, line: number, end: number): number | undefined {
  const { unclosed } = environment(state.env);
  // The search of one comment serves those that begin after it: else each would go the same way.
  const stretch = `${end}/${state.blkIndent}`;
  if (line <= (unclosed.get(stretch) ?? -1)) return undefined;
  let at = line;
  for (; at < end; at++) {
    const from = startOf(state, at);
    const to = state.eMarks[at] ?? from;
    if (at > line && from < to && (state.sCount[at] ?? 0) < state.blkIndent) break;
    const close = state.src.slice(from, to).indexOf(closing, at === line ? opening.length - 2 : 0);
    if (close < 0) continue;
    if (state.src.slice(from + close + closing.length, to).trim() === "") return at;
    break;
  }
  unclosed.set(stretch, at);
  return undefined;
}

function inside(state: StateInline, silent: boolean): boolean {
  const { pos, posMax, src } = state;
  if (!src.startsWith(opening, pos)) return false;
  const env = environment(state.env);
  const close = hasAfter(env, state, closing) ? src.indexOf(closing, pos + 2) : -1;
  const end = close + closing.length;
  if (close < 0 || end > posMax) {
    if (!silent) env.found(unclosedComment(), pos);
    if (!silent) state.pending += opening;
    state.pos = pos + opening.length;
    return true;
  }
  if (!silent) env.comments.push(src.slice(pos, end));
  state.pos = end;
  return true;
}
