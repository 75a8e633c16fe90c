/** From a line that is only a picture, `![what can be seen](media/name.jpg)`, to the picture, and back. */
import { parser } from "../rules/parser.ts";

export interface PictureLine {
  readonly alt: string;
  readonly address: string;
  readonly hasTitle: boolean;
}

/** Spaces are allowed in a name in `media/`, as people write them. */
const spacedTarget = /^(media\/(?:[^()<>]|\([^()<>]*\))*\.\w{2,5})([ \t]+(?:"[^"]*"|'[^']*'|\([^()]*\)))?$/;
const target = /^(<[^<>]*>|[^\s()<>]*(?:\([^\s()]*\)[^\s()]*)*)([ \t]+(?:"[^"]*"|'[^']*'|\([^()]*\)))?$/;

/** Undefined for any other line. Brackets and quotes in the alt text need no backslash; a backslash before punctuation is an escape. */
export function readPictureLine(line: string): PictureLine | undefined {
  if (!line.startsWith("![") || !line.endsWith(")")) return undefined;
  const end = altEnd(line);
  const inside = end < 0 ? "" : line.slice(end + 2, -1);
  const match = end < 0 ? null : (target.exec(inside) ?? spacedTarget.exec(inside));
  if (match?.[1] === undefined) return undefined;
  return {
    alt: unescaped(line.slice(2, end)),
    address: unescaped(match[1].replace(/^<(.*)>$/, "$1")),
    hasTitle: match[2] !== undefined,
  };
}

/** Only these characters begin an escape. */
const unescaped = (text: string): string => (/[\\&]/.test(text) ? parser().utils.unescapeAll(text) : text);

/** Prints the line for an alt text of one line. */
export function printPictureLine(alt: string, address: string): string {
  const plain = `![${alt}](${address})`;
  const isPlain = isBalanced(alt) && readPictureLine(plain)?.alt === alt;
  return isPlain ? plain : `![${alt.replace(/[\\[\]&]/g, "\\$&")}](${address})`;
}

function altEnd(line: string): number {
  for (let pos = 2; pos < line.length; pos++) {
    if (line.charAt(pos) === "\\") pos++;
    else if (line.startsWith("](", pos)) return pos;
  }
  return -1;
}

/** Escapes unbalanced brackets: this program reads them, other readers of Markdown do not. */
function isBalanced(alt: string): boolean {
  let open = 0;
  for (const character of alt) {
    if (character === "[") open++;
    if (character === "]" && --open < 0) return false;
  }
  return open === 0;
}
