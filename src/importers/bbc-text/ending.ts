/** The end of a capture: buttons behind the last post, and whether the last post is cut. */
import type { Block } from "../../model/block.ts";
import { plainInline } from "../../model/inline.ts";
import type { SpanRecorder } from "../account/span-recorder.ts";
import { isBlank, type Line } from "../text/text.ts";
import { isShareTarget, isTailTool } from "./marks.ts";

/** The line behind the last that belongs to a post: buttons, page counts and a number without a post are lost. */
export function takeTail(lines: readonly Line[], from: number, recorder: SpanRecorder): number {
  let to = lines.length;
  while (to > from) {
    const line = lines[to - 1];
    if (line === undefined) break;
    if (to === lines.length && line.indent <= 3 && /^\d{1,9}\.$/.test(line.text))
      recorder.lose("post number", line.start, line.end);
    else if (!isBlank(line)) {
      if (!isTailTool(line.text) || isShareTarget(line.text)) break;
      recorder.lose("share tools", line.start, line.end);
    }
    to -= 1;
  }
  return to;
}

/** What ends a sentence, with what may close behind it. */
const ended = /[.!?…:]["'”’)\]»]*$|["”»)\]]$/;
const open = /[,;(–—-]$/;

/**
 * True where a capture ends inside its last post: in mid-sentence, or before the post has said anything. A capture that is cut
 * behind a full sentence cannot be told from a whole one. `closed`: the text ends with the end of a line.
 */
export function isCut(blocks: readonly Block[], closed: boolean): boolean {
  const last = blocks.at(-1);
  if (last === undefined) return !closed;
  const text = lastText(last);
  if (closed) return text !== undefined && open.test(text);
  if (last.kind === "quote") return !lastQuoteEnded(last);
  const says = blocks.some(({ kind }) => kind !== "figure");
  return !says || (text !== undefined && !ended.test(text));
}

function lastText(block: Block): string | undefined {
  if (block.kind !== "paragraph") return undefined;
  const text = plainInline(block.content);
  // Rows of a table end as they like.
  return text.includes("\n") ? undefined : text;
}

/** A quotation is over with the role of who said it, or at least with a whole name. */
function lastQuoteEnded({ person, role }: Extract<Block, { kind: "quote" }>): boolean {
  return role !== undefined || (person !== undefined && plainInline(person).includes(" "));
}
