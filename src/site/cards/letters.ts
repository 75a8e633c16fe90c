/** Turns a text into letters, each with its script and the faces that have it; leaves out what no face can set. */
import { withoutEnd } from "../../base/without-end.ts";
import type { CardFace } from "./faces.ts";

/** A letter with its combining marks. `start` and `end` count UTF-16 units. */
export interface Grapheme {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** ISO 15924; "Zyyy" for a letter of any script. */
  readonly script: string;
  /** The faces that have it, best first; none for a letter that is invisible. */
  readonly faces: readonly CardFace[];
}

/** The text on one line, without pictographs that no face has; undefined where no face has one of its letters. */
export function settable(text: string, faces: readonly CardFace[]): string | undefined {
  const line = text.normalize("NFC").replace(controls, " ").replace(keycaps, "");
  let kept = "";
  for (const letter of graphemesOf(line, faces)) {
    if (letter.faces.length > 0 || isHidden(letter.text)) kept += letter.text;
    else if (isPictograph(letter.text)) kept += leftOut;
    else return undefined;
  }
  return kept.replace(gaps, withoutGap).replace(leftOuts, "").replace(/ +/g, " ").trim();
}

/** Stands for a pictograph (U+FFFC); punctuation that follows it moves to the word before. */
const leftOut = "\uFFFC";
const gaps = /(?<! |\uFFFC|\u200D|[\uFE0E\uFE0F])(?: |\uFFFC|\u200D|[\uFE0E\uFE0F])+(?=[,.;:!?])/g;
/** Cuts a run at its first pictograph, without the spaces before it. */
function withoutGap(run: string): string {
  const first = run.indexOf(leftOut);
  return first === -1 ? run : withoutEnd(run.slice(0, first), / /);
}
const leftOuts = /\uFFFC(?:\u200D|[\uFE0E\uFE0F])*/g;

export function graphemesOf(text: string, faces: readonly CardFace[]): readonly Grapheme[] {
  const letters: Grapheme[] = [];
  for (const { 0: letter, index: start } of text.matchAll(/[\s\S]\p{M}*/gu))
    letters.push({
      start,
      end: start + letter.length,
      text: letter,
      script: scriptOf(letter),
      faces: isHidden(letter) ? [] : faces.filter((face) => hasAll(face, letter)),
    });
  return letters;
}

/** True also where the face has the parts of a letter (NFD); any space counts as U+0020, and U+2011 as U+2010. */
function hasAll(face: CardFace, letter: string): boolean {
  const plain = letter
    .replace(/\p{Zs}/gu, " ")
    .replace(/\u2011/g, "\u2010")
    .replace(hidden, "");
  return [...plain].every((one) => face.has(one) || [...one.normalize("NFD")].every(face.has));
}

const scripts = [
  ["Latn", /^\p{Script=Latin}/u],
  ["Cyrl", /^\p{Script=Cyrillic}/u],
  ["Grek", /^\p{Script=Greek}/u],
  ["Arab", /^\p{Script=Arabic}/u],
] as const;

const scriptOf = (letter: string): string => scripts.find(([, pattern]) => pattern.test(letter))?.[0] ?? "Zyyy";

/** Characters that direct or join text and are invisible. */
const hidden = /\u034F|[\uFE00-\uFE0F]|[\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/g;
const isHidden = (letter: string): boolean => letter.replace(hidden, "") === "";

// biome-ignore lint/suspicious/noControlCharactersInRegex: the pattern finds control characters
const controls = /[\u0000-\u001F\u007F-\u009F\u2028\u2029]/g;

/** The marks that make a keycap of a digit. */
const keycaps = /\uFE0F?\u20E3/g;

/** Emoji and their parts, arrows, dingbats: by Unicode blocks, since each Unicode version adds emoji. */
const isPictograph = (letter: string): boolean =>
  /^[\u2190-\u2BFF\u3030\u303D\u3297\u3299\u{1F000}-\u{1FBFF}\u{E0000}-\u{E007F}]/u.test(letter);
