/** From a file's text to front matter and body. Each value of the front matter keeps its place in the text. */
import type { Problem } from "../../model/problem.ts";
import { describeOddSign } from "../schema/odd-signs.ts";
import { conflictMark } from "./conflict-marks.ts";
import { readLines } from "./lines.ts";
import { type Pair, placeAt } from "./node.ts";
import { readYaml } from "./yaml-values.ts";

export interface FrontMatter {
  /** The whole file, as it is. */
  readonly text: string;
  /** Offsets of the lines between the two `---`. */
  readonly start: number;
  readonly end: number;
  readonly pairs: ReadonlyMap<string, Pair>;
  /** The text below the front matter, with LF as its line end. */
  readonly body: string;
  readonly bodyStart: number;
  /** The line of the file on which the body begins. */
  readonly bodyLine: number;
  readonly newline: "\n" | "\r\n";
}

/** 64 KiB: the front matter of a post has some hundred characters. */
const largest = 65_536;

const example = 'Begin the file with a line "---", then lines of "key: value", then a line "---", then the text';

const openMerge = "Cannot read the file: a merge of Git is open here";
const mergeHint = "Keep the right lines, and remove the other ones and the three lines of <<<<<<<, ======= and >>>>>>>";

/** Reads a file's text. If the front matter cannot be read, gives only a problem. */
export function readFrontMatter(text: string, file: string): { matter?: FrontMatter; problems: readonly Problem[] } {
  const problem = (offset: number, message: string, hint: string): Problem => ({
    severity: "error",
    file,
    ...placeAt(text, offset),
    message,
    hint,
  });
  const conflict = conflictMark(text);
  if (conflict !== undefined) return { problems: [problem(conflict, openMerge, mergeHint)] };
  const first = /^\uFEFF?---[ \t]*(\r?\n)/.exec(text);
  if (first === null) {
    const sign = describeOddSign(
      text
        .replace(/^\uFEFF/, "")
        .slice(0, 10)
        .split("\n")[0] ?? "",
    );
    if (sign !== undefined && /^\P{L}*---/u.test(text))
      return {
        problems: [problem(0, `Cannot read front matter: the first line has ${sign}`, 'Type the line anew: "---"')],
      };
    return { problems: [problem(0, 'Cannot read front matter: the file does not begin with a line "---"', example)] };
  }
  const start = first[0].length;
  const fence = findFence(text, start);
  if (fence === undefined) {
    return { problems: [problem(0, 'Cannot read front matter: no second line "---" closes it', example)] };
  }
  if (fence.at - start > largest) {
    const message = `Cannot read front matter: expected at most ${largest} characters, got ${fence.at - start}`;
    return { problems: [problem(start, message, 'Move text below the second line "---"')] };
  }
  const bodyStart = fence.next;
  const shape = {
    text,
    start,
    end: fence.at,
    body: text.slice(bodyStart).replaceAll("\r\n", "\n"),
    bodyStart,
    bodyLine: placeAt(text, bodyStart).line,
    newline: first[1] === "\r\n" ? ("\r\n" as const) : ("\n" as const),
  };
  const pairs = readLines(text, start, fence.at);
  if (pairs !== undefined) return { matter: { ...shape, pairs }, problems: [] };
  const read = readYaml(text, start, fence.at);
  const problems = read.faults.map((fault) => problem(fault.offset, fault.message, fault.hint));
  return problems.length > 0 ? { problems } : { matter: { ...shape, pairs: read.pairs }, problems };
}

function findFence(text: string, start: number): { at: number; next: number } | undefined {
  for (let at = start; at < text.length; ) {
    const stop = text.indexOf("\n", at);
    const next = stop === -1 ? text.length : stop + 1;
    if (text.startsWith("---", at) && /^---[ \t]*\r?\n?$/.test(text.slice(at, next))) return { at, next };
    at = next;
  }
  return undefined;
}
