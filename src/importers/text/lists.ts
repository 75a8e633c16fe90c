/** From adjacent lines with bullets or numbers to lists, nested by their indent. */
import type { Block, List } from "../../model/block.ts";
import { bulletMark, isSureBullet, type ListMark, numberMark } from "./marks.ts";
import { type FoundBlocks, lineAt, paragraphOf, type TextPassage } from "./passage.ts";
import { isBlank, type Line } from "./text.ts";

interface Marked {
  readonly line: Line;
  readonly mark: ListMark;
}

/** The deepest list: deeper points join it. No page has deeper ones, and other programs must be able to read the Markdown. */
const deepest = 6;

/**
 * The lists that begin on a line; undefined where none does. A number alone, or out of its order, is the start of a sentence.
 * `loose` allows blank lines between numbers, as between bullets.
 */
export function readLists(passage: TextPassage, from: number, loose = false): FoundBlocks | undefined {
  const run = markedRun(passage, from, loose);
  if (run === undefined) return undefined;
  const blocks: Block[] = [];
  let at = 0;
  while (at < run.marked.length) {
    const built = build(passage, run.marked, at, 1);
    for (const one of built.lists) blocks.push(one);
    at = built.next;
  }
  return { blocks, next: run.next };
}

const markOf = (line: Line): ListMark | undefined => numberMark(line.text) ?? bulletMark(line.text);

function markedRun(passage: TextPassage, from: number, loose: boolean): { marked: Marked[]; next: number } | undefined {
  const first = markOf(lineAt(passage, from));
  if (
    first === undefined ||
    ((first.number !== undefined || !isSureBullet(first)) && !hasFellow(passage, from, first, loose))
  )
    return undefined;
  const marked: Marked[] = [];
  const counts = new Map<number, number>();
  let next = from;
  for (let index = from; index < passage.to; index += 1) {
    const line = lineAt(passage, index);
    if (isBlank(line)) {
      const isEnd = first.number !== undefined && !loose;
      if (isEnd || isBlank(lineAt(passage, index + 1))) break;
      continue;
    }
    const mark = markOf(line);
    if (mark === undefined) break;
    if (mark.number !== undefined) {
      const before = counts.get(line.indent);
      if (index > next && !loose) break;
      if (before !== undefined && mark.number !== before + 1) break;
      if (before === undefined && index > from && !hasFellow(passage, index, mark, loose)) break;
      counts.set(line.indent, mark.number);
    } else if (!isSureBullet(mark) && mark.mark !== first.mark) break;
    marked.push({ line, mark });
    next = index + 1;
  }
  return marked.length === 0 ? undefined : { marked, next };
}

/** True where the line below continues the list: the next number, the same dash, or points with a larger indent. */
function hasFellow(passage: TextPassage, from: number, mark: ListMark, loose: boolean): boolean {
  const line = lineAt(passage, from);
  const below = isBlank(lineAt(passage, from + 1)) && (loose || mark.number === undefined) ? from + 2 : from + 1;
  const other = lineAt(passage, below);
  const fellow = isBlank(other) ? undefined : markOf(other);
  if (fellow === undefined) return false;
  if (other.indent > line.indent + 1) return mark.number !== undefined && fellow.number === undefined;
  return mark.number === undefined ? fellow.mark === mark.mark : fellow.number === mark.number + 1;
}

function build(
  passage: TextPassage,
  marked: readonly Marked[],
  from: number,
  depth: number,
): { lists: List[]; next: number } {
  const first = marked[from];
  if (first === undefined) return { lists: [], next: from + 1 };
  const points: Block[][] = [];
  let at = from;
  while (at < marked.length) {
    const one = marked[at];
    if (one === undefined) break;
    const { line, mark } = one;
    const deeper = line.indent > first.line.indent + 1 && depth < deepest;
    const shallower = at > from && line.indent < first.line.indent - 1;
    if (deeper) {
      const inner = build(passage, marked, at, depth + 1);
      const last = points.at(-1);
      if (last === undefined) points.push(inner.lists);
      else for (const one of inner.lists) last.push(one);
      at = inner.next;
      continue;
    }
    if (shallower || (mark.number === undefined) !== (first.mark.number === undefined)) break;
    passage.recorder.lose("list marker", line.start, line.start + mark.mark.length);
    const words = paragraphOf(passage, line, mark.after);
    if (words !== undefined) points.push([words]);
    at += 1;
  }
  const start = first.mark.number === undefined ? {} : { start: first.mark.number };
  return { lists: points.length === 0 ? [] : [{ kind: "list", ...start, items: points }], next: at };
}
