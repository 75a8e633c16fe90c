/**
 * Rules of markdown-it for `~~strike~~`, `~sub~` and `^sup^`. A mark closes at the first possible place; sub and sup hold no ASCII space.
 */
import type { MarkdownIt, StateInline } from "markdown-it";
import { isWideSpace } from "../characters.ts";
import { environment } from "./environment.ts";

export function useMarks(md: MarkdownIt): void {
  md.inline.ruler.at("strikethrough", marks);
  md.inline.ruler2.disable("strikethrough");
}

function marks(state: StateInline, silent: boolean): boolean {
  const character = state.src.charAt(state.pos);
  if (character !== "~" && character !== "^") return false;
  const run = runLength(state.src, state.pos, state.posMax, character);
  if (character === "~" && run > 1) return mark(state, silent, "strike", "~~", run);
  if (run === 1) return mark(state, silent, character === "~" ? "sub" : "sup", character, run);
  // Only the last mark of a run can open. The others are skipped at once, since each would search along the run.
  if (!silent) state.pending += state.src.slice(state.pos, state.pos + run - 1);
  state.pos += run - 1;
  return true;
}

function mark(
  state: StateInline,
  silent: boolean,
  name: "strike" | "sub" | "sup",
  markup: string,
  run: number,
): boolean {
  const { pos, posMax } = state;
  const start = pos + markup.length;
  const end = findEnd(state, start, markup);
  if (end < 0) {
    if (run > 1) {
      if (!silent) state.pending += state.src.slice(pos, pos + run);
      state.pos = pos + run;
    }
    return run > 1;
  }
  if (!silent) {
    state.pos = start;
    state.posMax = end;
    state.push(`${name}_open`, "", 1);
    state.md.inline.tokenize(state);
    state.push(`${name}_close`, "", -1);
  }
  state.pos = end + markup.length;
  state.posMax = posMax;
  return true;
}

/** The offset at which the mark that opened before `start` closes, or -1. Escapes, code and links are skipped. */
function findEnd(state: StateInline, start: number, markup: string): number {
  const { pos, posMax, src } = state;
  if (start >= posMax || isWideSpace(src.charCodeAt(start))) return -1;
  const env = environment(state.env);
  const stretch = `${markup}${posMax}`;
  if (env.openOnly.src !== src) env.openOnly = { src, ends: new Set() };
  if (markup === "~~" && env.openOnly.ends.has(stretch)) return -1;
  let found = -1;
  state.pos = start;
  while (state.pos < posMax) {
    const here = state.pos;
    if (markup.length === 1 && " \t\n".includes(src.charAt(here))) break;
    if (src.startsWith(markup, here) && here + markup.length <= posMax) {
      if (markup.length === 1 ? here > start : here > start && !isWideSpace(src.charCodeAt(here - 1))) {
        found = here;
        break;
      }
      state.pos = here + runLength(src, here, posMax, markup.charAt(0));
      continue;
    }
    state.md.inline.skipToken(state);
  }
  if (found < 0 && markup === "~~") env.openOnly.ends.add(stretch);
  state.pos = pos;
  return found;
}

function runLength(src: string, from: number, to: number, character: string): number {
  let end = from;
  while (end < to && src.charAt(end) === character) end++;
  return end - from;
}
