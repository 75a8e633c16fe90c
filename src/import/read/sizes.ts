/** The text of a capture -> how much of it there is to read: counted in milliseconds, before a parser takes it. */
import type { readingLimits } from "../../captures/limits.ts";

export type Measure = keyof typeof readingLimits;

/** The counts that the cost of reading a text grows with, by the form of the text: a page, data or plain text. */
export function sizesOf(text: string): readonly (readonly [Measure, number])[] {
  const first = /[^\s\ufeff]/.exec(text)?.[0];
  if (first === "<")
    return [
      ["tags", countOf(text, "<")],
      ["text", textLength(text)],
    ];
  if (first === "{" || first === "[") return [["values", countOf(text, ",")]];
  return [
    ["characters", text.length],
    [
      "lines",
      countOf(text, "\n") +
        countOf(text, "\r") -
        countOf(text, "\r\n") +
        countOf(text, "\u2028") +
        countOf(text, "\u2029"),
    ],
  ];
}

/** About how many characters stand between the tags of a page. All that follows a tag, a comment or a script without an end is counted. */
function textLength(html: string): number {
  const endOfCode = /<\/(?:script|style)/gi;
  let length = 0;
  let from = 0;
  for (let at = html.indexOf("<"); at !== -1; at = html.indexOf("<", Math.max(from, at + 1))) {
    if (!/^<[a-z/!?]/i.test(html.slice(at, at + 2))) continue;
    length += at - from;
    const isComment = html.startsWith("<!--", at);
    const end = isComment ? html.indexOf("-->", at) : endOfTag(html, at);
    if (end === -1) return length + html.length - at;
    from = end + 1;
    if (!/^<(?:script|style)\b/i.test(html.slice(at, at + 8))) continue;
    endOfCode.lastIndex = end;
    const code = endOfCode.exec(html);
    if (code === null) return length + html.length - end;
    from = code.index;
  }
  return length + html.length - from;
}

/** The place of the ">" that ends a tag, outside the values of its attributes; -1 where there is none. */
function endOfTag(html: string, at: number): number {
  const mark = /[>"']/g;
  mark.lastIndex = at;
  for (let found = mark.exec(html); found !== null; found = mark.exec(html)) {
    if (found[0] === ">") return found.index;
    if (!/=\s{0,8}$/.test(html.slice(Math.max(at, found.index - 9), found.index))) continue;
    const close = html.indexOf(found[0], found.index + 1);
    if (close === -1) return -1;
    mark.lastIndex = close + 1;
  }
  return -1;
}

function countOf(text: string, mark: string): number {
  let found = 0;
  for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + 1)) found += 1;
  return found;
}
