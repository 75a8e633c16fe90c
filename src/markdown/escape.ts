/** From a text to Markdown that reads as this text: characters that are active are escaped. */
import { trimLine } from "./characters.ts";
import { fieldStart } from "./fields.ts";

/** 0: nothing is escaped. 1: what is active in its place. 2: every mark of inline Markdown. 3: all punctuation. */
export type Level = 0 | 1 | 2 | 3;

const punctuation = /[!-/:-@[-`{-~]/g;
const marks = /[\\`*_[\]<>&~^|]/g;
const contextual = /[\\`*_[<&~^]/g;
const entity = /&#?[a-z0-9]{1,32};/iy;

/** Characters that can be active inside a line; a text without them needs no parser. `startsPlain` tests the start of a line. */
const activeInside = /[\\`*~^\n]|&[#a-zA-Z]|(?<![a-zA-Z0-9])_|_(?![a-zA-Z0-9])|\][([:]|\[\[|<(?![ \d])/;
const activeStart =
  /^(?:#{1,6}(?:[ \t]|$)|>|[-+*](?:[ \t]|$)|\d{1,9}[.)](?:[ \t]|$)|[-_*](?=[-_* \t]*[-_*])[-_* \t]*$|:::|\||:-)/;

/** True for a text that reads as itself wherever it stands in a line. */
export const isPlain = (text: string): boolean => !activeInside.test(text);

/** True for a line that Markdown takes for the start of a paragraph, and for the whole of a heading. */
export const startsPlain = (line: string): boolean =>
  !activeStart.test(line) && !fieldStart.test(line) && !endOfHeading.test(line);

/** At the end of a heading these would not belong to it. */
const endOfHeading = /(?:^|[ \t])#+$/;

export function escapeText(text: string, level: Level): string {
  if (level === 0) return text;
  if (level === 3) return text.replace(punctuation, "\\$&");
  if (level === 2) return text.replace(marks, "\\$&");
  const closes = { link: text.lastIndexOf("]("), definition: text.lastIndexOf("]:"), angle: text.lastIndexOf(">") };
  const escaped = text.replace(contextual, (mark, at: number) =>
    isActive(mark, text, at, closes) ? `\\${mark}` : mark,
  );
  return endOfHeading.test(escaped) ? `${escaped.slice(0, -1)}\\#` : escaped;
}

function isActive(
  mark: string,
  text: string,
  at: number,
  last: { readonly link: number; readonly definition: number; readonly angle: number },
): boolean {
  const before = text.charAt(at - 1);
  const after = text.charAt(at + 1);
  switch (mark) {
    case "\\":
      return after === "" || /[!-/:-@[-`{-~]/.test(after);
    case "*":
      return !(/\s/.test(before) && /\s/.test(after));
    case "_":
      return !(
        (/\s/.test(before) && /\s/.test(after)) ||
        (/[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after))
      );
    case "[":
      return last.link > at || (at === 0 && last.definition > at) || after === "[" || after === "^";
    case "<":
      return (last.angle > at && /\S/.test(after)) || text.startsWith("<!--", at);
    case "&":
      entity.lastIndex = at;
      return entity.test(text);
    case "~":
    case "^":
      return after === "" || /\S/.test(after);
    default:
      return true;
  }
}

/** Escapes, at the start of a line, what would begin a block. */
export function escapeStart(line: string): string {
  const field = fieldStart.exec(line);
  if (field !== null) return `${field[1]}\\${line.slice(field[1]?.length)}`;
  const number = /^(\d{1,9})([.)])(?=[ \t]|$)/.exec(line);
  if (number !== null) return `${number[1]}\\${line.slice(number[1]?.length)}`;
  return activeStart.test(trimLine(line)) && !line.startsWith("\\") ? `\\${line}` : line;
}
