/** Turns the older wordings of a post into views, each with the changes from it to the next wording. */
import { plainBlocks } from "../../markdown/plain.ts";
import type { Post, Wording } from "../../model/live-page.ts";
import { digestKey, withCacheKey } from "../cache-key.ts";
import type { Strings } from "../i18n/strings.ts";
import { lazy } from "../lazy.ts";
import { type DiffLine, diffLine, diffLines } from "../text/difference.ts";
import { timeView } from "../time/time-view.ts";
import type { ChangedLine, WordingView } from "../views/wording.ts";

/** Newest first; a wording with the same words as the next is left out. `older`: oldest first. */
export function wordingViews(post: Post, older: readonly Wording[], strings: Strings): readonly WordingView[] {
  const views: WordingView[] = [];
  // Most posts have none: their present words need not be worked out.
  if (older.length === 0) return views;
  let [next, nextWords] = [JSON.stringify(post), wordsOf(post)];
  for (const { post: before, captured } of older.toReversed()) {
    const [own, words] = [JSON.stringify(before), wordsOf(before)];
    if (bare(words) === bare(nextWords)) continue;
    const newer = nextWords;
    views.push(
      withCacheKey(digestKey([own, next, captured]), {
        ...(captured !== undefined && { captured: timeView(captured, strings) }),
        ...(before.headline !== undefined && { headline: before.headline }),
        text: words.text.join("\n"),
        changes: lazy(() => changesOf(words, newer)),
      }),
    );
    [next, nextWords] = [own, words];
  }
  return views;
}

interface WordingText {
  readonly headline: string;
  /** Clock, label, subheadline, context and bylines, a line each. */
  readonly lines: readonly string[];
  readonly text: readonly string[];
}

const wordsOf = ({ headline, label, subheadline, context, clock, bylines, blocks }: Post): WordingText => ({
  headline: headline ?? "",
  lines: [
    clock ?? "",
    label ?? "",
    subheadline ?? "",
    context.join(" · "),
    bylines.map(({ name, role }) => (role === undefined ? name : `${name}, ${role}`)).join(" · "),
  ],
  text: plainBlocks(blocks).split("\n"),
});

/** A text to compare wordings by, without spaces and line ends. */
const bare = ({ headline, lines, text }: WordingText): string =>
  JSON.stringify([headline, ...lines, text.join("")].map((line) => line.replace(/\s+/g, "")));

function changesOf(older: WordingText, newer: WordingText): readonly ChangedLine[] {
  const headline = diffLine(older.headline, newer.headline);
  const lines = older.lines
    .map((line, index) => diffLine(line, newer.lines[index] ?? ""))
    .filter((pieces) => pieces.some(({ kind }) => kind !== "same"));
  return [
    ...(headline.length > 0 ? [{ kind: "headline" as const, pieces: headline }] : []),
    ...lines.map((pieces) => ({ kind: "line" as const, pieces })),
    ...folded(diffLines(older.text, newer.text)),
  ];
}

/** Keeps the unchanged lines next to a change, as context, and counts the others. */
function folded(lines: readonly DiffLine[]): readonly ChangedLine[] {
  const isSame = (index: number): boolean => lines[index]?.every(({ kind }) => kind === "same") ?? true;
  const out: ChangedLine[] = [];
  for (const [index, pieces] of lines.entries()) {
    const last = out.at(-1);
    if (!isSame(index - 1) || !isSame(index) || !isSame(index + 1)) out.push({ kind: "text", pieces });
    else if (last?.kind === "unchanged") out[out.length - 1] = { kind: "unchanged", count: last.count + 1 };
    else out.push({ kind: "unchanged", count: 1 });
  }
  return out;
}
