/** Turns two texts into their difference, word by word, as a reader can follow it. */
import { createRequire } from "node:module";

/** Words of both texts, of the older text alone, or of the newer text alone. */
export interface DiffPiece {
  readonly kind: "same" | "removed" | "added";
  readonly text: string;
}

export type DiffLine = readonly DiffPiece[];

/** Beyond this number of changed words the whole text counts as replaced. */
const mostChanges = 1500;
/** Two passages that share less than this part of their letters count as replaced. */
const leastShared = 0.35;

/** A token: a word with its marks, a letter of a script without spaces between words, spaces, or another character. */
const token = () =>
  /\n|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]\p{M}*|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}])[\p{L}\p{N}\p{M}\u200c\u200d])+(?:['’.,:-](?=[\p{L}\p{N}])(?![\p{Script=Han}])[\p{L}\p{N}\p{M}]+)*|[^\S\n]+|[\s\S]\p{M}*/gu;

/** Compares two texts of one line, such as headlines. */
export const diffLine = (older: string, newer: string): DiffLine =>
  older === newer
    ? piece("same", older)
    : (wordsApart(older, newer) ?? [...piece("removed", older), ...piece("added", newer)]);

/** Compares two texts of several lines: a line is unchanged, changed, removed or added. */
export function diffLines(older: readonly string[], newer: readonly string[]): readonly DiffLine[] {
  const runs = compare(older, newer) ?? [
    { kind: "removed", tokens: older },
    { kind: "added", tokens: newer },
  ];
  const lines = runs.flatMap(({ kind, tokens }, index): readonly DiffLine[] => {
    const [before, after] = [runs[index - 1], runs[index + 1]];
    if (kind === "removed" && after?.kind === "added") return changed(tokens, after.tokens);
    if (kind === "added" && before?.kind === "removed") return [];
    return tokens.map((text) => piece(kind, text));
  });
  return lines.filter((line) => line.length > 0);
}

function changed(older: readonly string[], newer: readonly string[]): readonly DiffLine[] {
  const words = wordsApart(older.join("\n"), newer.join("\n"));
  if (words !== undefined) return inLines(words);
  return [...older.map((text) => piece("removed", text)), ...newer.map((text) => piece("added", text))];
}

/** Undefined where the texts count as replaced. */
function wordsApart(older: string, newer: string): DiffLine | undefined {
  const [before, after] = [tokensOf(older), tokensOf(newer)];
  const runs = compare(before, after);
  if (runs === undefined) return undefined;
  const shared = lengthOf(runs.filter(({ kind }) => kind === "same").map(({ tokens }) => tokens));
  if (shared < leastShared * Math.min(lengthOf([before]), lengthOf([after]))) return undefined;
  return joined(runs.map(({ kind, tokens }) => ({ kind, text: tokens.join("") })));
}

const tokensOf = (text: string): readonly string[] => text.match(token()) ?? [];

/** Counts letters and digits alone, since all texts share signs and spaces. */
const lengthOf = (tokens: readonly (readonly string[])[]): number =>
  tokens.flat().reduce((sum, text) => sum + (/[\p{L}\p{N}]/u.test(text) ? text.length : 0), 0);

/** Joins changes that only a sign or a space separates, so that they read as one change. */
function joined(pieces: DiffLine): DiffLine {
  const groups: { same?: string; removed: string; added: string }[] = [];
  for (const [index, { kind, text }] of pieces.entries()) {
    const last = groups.at(-1);
    const open = last !== undefined && last.same === undefined ? last : undefined;
    if (kind !== "same") {
      const group = open ?? { removed: "", added: "" };
      group[kind] += text;
      if (open === undefined) groups.push(group);
    } else if (open !== undefined && index < pieces.length - 1 && /^[^\p{L}\p{N}\n]*$/u.test(text)) {
      open.removed += text;
      open.added += text;
    } else groups.push({ same: text, removed: "", added: "" });
  }
  return groups.flatMap(({ same, removed, added }) => {
    if (removed === "" || added === "")
      return [...piece("same", same ?? ""), ...piece("removed", removed), ...piece("added", added)];
    const end = removed.endsWith(" ") && added.endsWith(" ") ? " " : "";
    const without = (text: string): string => (end === "" ? text : text.slice(0, -1));
    return [...piece("removed", without(removed)), ...piece("added", without(added)), ...piece("same", end)];
  });
}

function inLines(pieces: DiffLine): readonly DiffLine[] {
  const lines: DiffPiece[][] = [[]];
  for (const { kind, text } of pieces)
    for (const [index, part] of text.split("\n").entries()) {
      if (index > 0) lines.push([]);
      lines.at(-1)?.push(...piece(kind, part));
    }
  return lines.filter((line) => line.length > 0);
}

const piece = (kind: DiffPiece["kind"], text: string): DiffLine => (text === "" ? [] : [{ kind, text }]);

interface Run {
  readonly kind: DiffPiece["kind"];
  readonly tokens: readonly string[];
}

/** Undefined where there are more than `mostChanges`. */
function compare(older: readonly string[], newer: readonly string[]): readonly Run[] | undefined {
  return diffArrays()([...older], [...newer], { maxEditLength: mostChanges })?.map(
    ({ added, removed, value }): Run => ({ kind: added ? "added" : removed ? "removed" : "same", tokens: value }),
  );
}

/** Loaded at its first use: most sites have nothing to compare. */
function diffArrays(): typeof import("diff").diffArrays {
  return (createRequire(import.meta.url)("diff") as typeof import("diff")).diffArrays;
}
