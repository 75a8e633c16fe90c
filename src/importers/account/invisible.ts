/**
 * From a text to the signs in it that are invisible and change nothing, so that an importer can drop and count them.
 * These signs are kept, all others are dropped:
 * - A joiner (U+200C, U+200D) beside a letter of a script whose letters change their forms by it (Arabic, Devanagari ...), at most
 *   three in a row; U+200D between two emoji.
 * - A selector (U+FE00-FE0F, U+E0100-E01EF) directly after a character with such variants: an emoji, a Han ideograph, a mathematical
 *   sign. A second selector, and long runs that carry data, are dropped.
 * - Tags (U+E0000-E007F) in the flag of a region, such as the flag of Wales.
 * - U+200B between two letters of a script without blanks between words, such as Khmer: a line may end there.
 * - One mark of direction (U+200E, U+200F, U+061C) in a text with right-to-left letters, between letters or digits of two directions,
 *   or between two digits. At the ends of a text, and between letters of one direction, it changes nothing.
 * - The outermost pair of an isolate or embedding (U+2066-2068, U+202A-202B with their ends) in such a text, around a part of it. An
 *   override (U+202D, U+202E) is always dropped: it shows letters in another order than their own.
 * Soft hyphens are always dropped: browsers know where a word may be broken.
 */

export interface Stretch {
  readonly start: number;
  readonly end: number;
}

const soft = "\\u00ad";
const marks = "\\u061c\\u200e\\u200f";
const embeddings = "\\u202a-\\u202e\\u2066-\\u2069";
const selectors = "\\ufe00-\\ufe0f\\u{e0100}-\\u{e01ef}";
const tags = "\\u{e0000}-\\u{e007f}";
const signs = `${soft}${marks}${embeddings}${selectors}${tags}\\u200b-\\u200d\\u2060-\\u2065\\u206a-\\u206f\\ufeff`;

/** A text that consists of such signs and blanks. */
export const invisiblePattern = new RegExp(`^[${signs}\\s]+$`, "u");

const seen = new RegExp(`[${signs}]`, "u");
const runs = new RegExp(`[${signs}]+`, "gu");
const directed = new RegExp(`[${marks}${embeddings}]`, "u");
const mark = new RegExp(`[${marks}]`, "u");
const selector = new RegExp(`[${selectors}]`, "u");
const flagTags = /^[\u{e0030}-\u{e0039}\u{e0061}-\u{e007a}]{3,6}\u{e007f}/u;

/** Matches a character of one of these scripts. */
const written = (scripts: string): RegExp =>
  new RegExp(`[${scripts.replace(/\S+/g, "\\p{scx=$&}").replace(/ /g, "")}]`, "u");
const joining = written(
  "Arab Syrc Mand Nkoo Adlm Rohg Mong Deva Beng Guru Gujr Orya Taml Telu Knda Mlym Sinh Mymr Khmr Java Bali Sund Newa",
);
const unspaced = written("Thai Laoo Khmr Mymr Tibt Java Bali");
const pictured = /[\p{Extended_Pictographic}\p{Emoji_Modifier}]/u;

/** True if a character has variants, and the selector can choose one of them. */
const hasVariant = (character: string, chosen: string): boolean =>
  /[\ufe0e\ufe0f]/.test(chosen)
    ? /\p{Emoji}/u.test(character)
    : /[\u{e0100}-\u{e01ef}]/u.test(chosen)
      ? /\p{Script=Han}/u.test(character)
      : /[\p{Sm}\p{Script=Han}\p{Script=Myanmar}\p{Script=Phags_Pa}\p{Script=Egyptian_Hieroglyphs}0\u2018-\u201d\u3001\u3002\uff01\uff0c\uff0e\uff1a\uff1b\uff1f]/u.test(
          character,
        );

/** The stretches of a text that are such signs and change nothing, in order; empty if every sign is needed. */
export function invisibleIn(text: string): readonly Stretch[] {
  if (!seen.test(text)) return [];
  const needed = directed.test(text) ? neededForOrder(text) : new Set<number>();
  const found: Stretch[] = [];
  const drop = (start: number, end: number): void => {
    const last = found.at(-1);
    if (last?.end === start) found[found.length - 1] = { start: last.start, end };
    else found.push({ start, end });
  };
  for (const { 0: run, index } of text.matchAll(runs)) {
    const before = characterBefore(text, index);
    const after = characterAt(text, index + run.length);
    for (const piece of dropped(run, before, after, index, needed)) drop(piece.start, piece.end);
  }
  return found;
}

/** The same, only at the ends of a text: a time keeps such signs between its digits. */
export const invisibleAround = (text: string): readonly Stretch[] =>
  invisibleIn(text).filter(({ start, end }) => start === 0 || end === text.length);

/** The text without such signs. */
export function withoutInvisible(text: string): string {
  let words = "";
  let from = 0;
  for (const { start, end } of invisibleIn(text)) {
    words += text.slice(from, start);
    from = end;
  }
  return from === 0 ? text : words + text.slice(from);
}

/** The signs of a run between two characters that change nothing. */
function dropped(
  run: string,
  before: string,
  after: string,
  index: number,
  needed: ReadonlySet<number>,
): readonly Stretch[] {
  const flag = before === "\u{1f3f4}" ? (flagTags.exec(run)?.[0].length ?? 0) : 0;
  const joins = joining.test(before) || joining.test(after);
  const parts = unspaced.test(before) && unspaced.test(after);
  const emoji = pictured.test(before) && pictured.test(after);
  const gone: Stretch[] = [];
  let joiners = joins ? 3 : 0;
  let [breaks, links, directions] = [parts ? 1 : 0, emoji ? 1 : 0, 1];
  for (let at = flag; at < run.length; ) {
    const sign = characterAt(run, at);
    const isJoiner = sign === "\u200c" || sign === "\u200d";
    const isKept =
      (at === 0 && selector.test(sign) && hasVariant(before, sign)) ||
      (isJoiner && joiners > 0) ||
      (sign === "\u200d" && links > 0) ||
      (sign === "\u200b" && breaks > 0) ||
      (needed.has(index + at) && (!mark.test(sign) || directions > 0));
    if (!isKept) gone.push({ start: index + at, end: index + at + sign.length });
    else if (isJoiner) [joiners, links] = [joiners - 1, links - 1];
    else if (sign === "\u200b") breaks -= 1;
    else if (mark.test(sign)) directions -= 1;
    at += sign.length;
  }
  return gone;
}

const characterAt = (text: string, at: number): string => {
  const code = text.codePointAt(at);
  return code === undefined ? "" : String.fromCodePoint(code);
};

function characterBefore(text: string, at: number): string {
  if (at === 0) return "";
  const pair = at > 1 ? characterAt(text, at - 2) : "";
  return pair.length === 2 ? pair : characterAt(text, at - 1);
}

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const moving = new RegExp(`[\\p{L}\\p{Nd}${marks}${embeddings}]`, "gu");

type Direction = "right" | "left" | "digit";

/** The places of the signs that keep the letters of a text with two directions in their order. */
function neededForOrder(text: string): ReadonlySet<number> {
  const needed = new Set<number>();
  if (!rightToLeft.test(text)) return needed;
  const waiting: number[] = [];
  const open: { readonly at: number; readonly sign: string; readonly count: number }[] = [];
  const pairs: { readonly start: number; readonly end: number; readonly inside: number }[] = [];
  const kinds = new Set<Direction>();
  let last: Direction | undefined;
  let count = 0;
  for (const { 0: sign, index } of text.matchAll(moving)) {
    if (mark.test(sign)) {
      if (last !== undefined) waiting.push(index);
    } else if (!directed.test(sign)) {
      const kind = directionOf(sign);
      if (kind !== last || kind === "digit") for (const at of waiting) needed.add(at);
      waiting.length = 0;
      kinds.add(kind);
      last = kind;
      count += 1;
    } else if (/[\u202c\u2069]/.test(sign)) {
      const opener = open.at(-1);
      if (opener === undefined || closerOf(opener.sign) !== sign) continue;
      open.pop();
      if (!/[\u202d\u202e]/.test(opener.sign))
        pairs.push({ start: opener.at, end: index, inside: count - opener.count });
    } else open.push({ at: index, sign, count });
  }
  if (!kinds.has("right") || kinds.size < 2) return new Set();
  let reached = -1;
  for (const { start, end, inside } of pairs.sort((a, b) => a.start - b.start)) {
    if (start < reached || inside === 0 || inside === count) continue;
    needed.add(start);
    needed.add(end);
    reached = end;
  }
  return needed;
}

const closerOf = (opener: string): string => (/[\u2066-\u2068]/.test(opener) ? "\u2069" : "\u202c");

const directionOf = (character: string): Direction =>
  /\p{Nd}/u.test(character) ? "digit" : rightToLeft.test(character) ? "right" : "left";
