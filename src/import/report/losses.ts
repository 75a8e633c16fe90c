/** The ledger of an import -> lines of its report: what was left out, in numbers and in the first words of each piece. */
import { count } from "../../base/terminal/amounts.ts";
import { type LedgerLine, type LeftRegion, quoted, regionOf } from "../../importers/account/account.ts";
import { isRegion, type RegionKind, regionRule } from "../../importers/account/losses.ts";

/** Fixed phrases are counted: their words are known. Regions are told by their words. */
export function lossLines(lines: readonly LedgerLine[]): readonly string[] {
  const phrases = lines.filter(({ region }) => region === undefined).sort((a, b) => b.count - a.count);
  const total = phrases.reduce((sum, { count: number }) => sum + number, 0);
  const kinds = phrases.map(({ kind, count: number }) => `${number} ${kind}`);
  return [
    ...(total === 0 ? [] : wrap(`  dropped ${count(total, "fixed phrase")}: `, kinds)),
    ...lines.flatMap(({ kind, region }) => (region === undefined || !isRegion(kind) ? [] : regionLines(kind, region))),
  ];
}

/** How many pieces of a region are shown; `--json` has more. */
const mostShown = 5;

/** Of what stands around a live page the longest pieces are shown, of other regions the first ones. */
function regionLines(kind: RegionKind, region: LeftRegion): readonly string[] {
  const lead = `left out ${regionRule(kind).where}`;
  if (kind !== "around the page") return leftLines(lead, region, mostShown);
  const { words, begins, longest } = region;
  const others = begins.filter((text) => text !== longest).sort((a, b) => b.length - a.length);
  return leftLines(lead, { words, begins: [longest, ...others], longest }, 3, "the longest pieces begin");
}

/** Sentences of this capture that stay out of the posts, since another capture is newer or fuller. */
export const notTakenOverLines = (sentences: readonly string[]): readonly string[] =>
  sentences.length === 0
    ? []
    : leftLines("not taken over, since another capture is newer or fuller", regionOf(sentences), mostShown);

/** A line with the number of words, and below it how the first `most` pieces begin. */
function leftLines(
  lead: string,
  { words, begins }: LeftRegion,
  most: number,
  shorter = "beginning",
): readonly string[] {
  const more = Math.max(0, begins.length - most);
  return [
    `  ${lead}: ${count(words, "word")}, ${more > 0 ? shorter : "beginning"}`,
    ...begins.slice(0, most).map((text) => `    ${quoted(text)}`),
    ...(more > 0 ? [`    and ${count(more, "other piece")}: --json names them`] : []),
  ];
}

/** Words with commas after a lead, on lines of at most 100 characters. */
function wrap(lead: string, words: readonly string[]): readonly string[] {
  const lines: string[] = [];
  let line = lead;
  for (const [index, word] of words.entries()) {
    const piece = index === words.length - 1 ? word : `${word}, `;
    if (line.length + piece.trimEnd().length > 100) {
      lines.push(line.trimEnd());
      line = "    ";
    }
    line += piece;
  }
  return [...lines, line];
}
