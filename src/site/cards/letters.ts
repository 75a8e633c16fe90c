/** Which face each letter of a text is set from, and in which script; and what of a text cannot be set at all. */
import { withoutEnd } from "../../base/without-end.ts";
import type { CardFace } from "./faces.ts";

/** A letter with the marks on it. `start` and `end` count UTF-16 units. */
export interface Grapheme {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** ISO 15924; "Zyyy" for what belongs to any. */
  readonly script: string;
  /** All faces that have it, best first; none for what is not seen. */
  readonly faces: readonly CardFace[];
}

/** A text on one line as a card sets it: pictographs that no face has are left out. Undefined where a letter has no face. */
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

/** Stands for a pictograph; a mark that follows it goes to the word before. */
const leftOut = "\uFFFC";
const gaps = /(?<! |\uFFFC|\u200D|[\uFE0E\uFE0F])(?: |\uFFFC|\u200D|[\uFE0E\uFE0F])+(?=[,.;:!?])/g;
/** Without the first that was left out, the spaces before it, and what follows. */
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

/** A letter that a face has in parts is put together. A space of any width can be made of another. */
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

/** What directs and joins, and is not seen itself. */
const hidden = /\u034F|[\uFE00-\uFE0F]|[\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/g;
const isHidden = (letter: string): boolean => letter.replace(hidden, "") === "";

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const controls = /[\u0000-\u001F\u007F-\u009F\u2028\u2029]/g;

/** What makes a key of a digit. */
const keycaps = /\uFE0F?\u20E3/g;

/** Emoji and their parts, arrows, dingbats: by blocks, since the list of emoji grows with every Unicode. */
const isPictograph = (letter: string): boolean =>
  /^[\u2190-\u2BFF\u3030\u303D\u3297\u3299\u{1F000}-\u{1FBFF}\u{E0000}-\u{E007F}]/u.test(letter);
