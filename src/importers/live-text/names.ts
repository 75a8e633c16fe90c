/** From a line such as "By Ann Bell and Bo Carr" to the names in it. */
import type { AccountPlace } from "../account/account-span.ts";
import type { SpanRecorder } from "../account/span-recorder.ts";
import { betweenNames, bylineWords, nameSplit } from "../account/text-furniture.ts";
import { isPersonLike, isSureRole } from "../text/marks.ts";
import type { Line } from "../text/text.ts";

const longest = 160;

/** The names on a line that begins with a word such as "By"; undefined for any other line. */
export function namesOnLine(line: Line, recorder: SpanRecorder, place: AccountPlace): readonly string[] | undefined {
  const words = bylineWords.exec(line.text)?.[0].length;
  if (words === undefined || line.text.length > longest) return undefined;
  const list = line.text.slice(words);
  const pieces: { from: number; to: number }[] = [];
  const splits: { from: number; to: number }[] = [];
  let from = list.length - list.trimStart().length;
  for (const { 0: split, index } of list.matchAll(nameSplit)) {
    if (!betweenNames.test(split.trim())) continue;
    pieces.push({ from, to: index });
    splits.push({ from: index, to: index + split.length });
    from = index + split.length;
  }
  pieces.push({ from, to: list.length });
  const text = ({ from: start, to }: { from: number; to: number }): string => list.slice(start, to).trim();
  const isName = (name: string): boolean => isPersonLike(name) || isSureRole(name);
  if (!isPersonLike(text(pieces[0] ?? { from: 0, to: 0 })) || !pieces.every((piece) => isName(text(piece))))
    return undefined;
  const base = line.start + words;
  recorder.lose("byline word", line.start, base);
  for (const split of splits) recorder.lose("name separator", base + split.from, base + split.to);
  return pieces.flatMap((piece) => recorder.keep(place, base + piece.from, base + piece.to) || []);
}
