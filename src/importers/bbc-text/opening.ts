/** From the lines between a post's heading and its text to a subheadline, lines of context and bylines. */
import type { Byline } from "../../model/live-page.ts";
import type { PostField } from "../account/account-span.ts";
import { bulletMark, endsLikeText, isNameLike, isPersonLike, isRoleLike, isSureRole } from "../text/marks.ts";
import { lineAt, type TextPassage } from "../text/passage.ts";
import { isBlank, nextWords } from "../text/text.ts";
import { isPlainLine, opensLegend } from "./figures.ts";

export interface Opening {
  readonly subheadline?: string;
  readonly context: readonly string[];
  readonly bylines: readonly Byline[];
  /** The first line of the text. */
  readonly next: number;
}

/** "new": name and role are two adjacent lines; "old": two paragraphs; "copy": two lines, and text may follow at once. */
export type Style = "new" | "old" | "copy";

export function readOpening(passage: TextPassage, style: Style, post: number): Opening {
  const keep = (field: PostField, index: number): string => {
    const line = lineAt(passage, index);
    return passage.recorder.keep({ post, field }, line.start, line.end);
  };
  const first = nextWords(passage.lines, passage.from, passage.to);
  const short = style === "old" ? [] : shortBlocks(passage, first);
  const behind = nextWords(passage.lines, (short.at(-1) ?? first - 1) + 1, passage.to);
  const before = isByline(passage, behind, style) ? short : contextOnly(passage, short, behind);
  const count = before.length;
  const subheadline = count === 1 || count > 2 ? keep("subheadline", before[0] ?? 0) : "";
  const context = before.slice(count === 2 ? 0 : 1).map((index) => keep("context", index));
  const bylines: Byline[] = [];
  let next = count === 0 ? first : behind;
  for (;;) {
    const roleAt = isByline(passage, next, style);
    if (roleAt === undefined) break;
    const name = keep("byline", next);
    const role = keep("byline", roleAt);
    if (name !== "") bylines.push(role === "" ? { name } : { name, role });
    next = nextWords(passage.lines, roleAt + 1, passage.to);
  }
  return { ...(subheadline === "" ? {} : { subheadline }), context, bylines, next };
}

/** The line of the role, if line `at` is a name; else undefined. */
function isByline(passage: TextPassage, at: number, style: Style): number | undefined {
  const name = lineAt(passage, at).text;
  if (!isPlainLine(name) || at >= passage.to) return undefined;
  const apart = isBlank(lineAt(passage, at + 1));
  const roleAt = apart ? nextWords(passage.lines, at + 1, passage.to) : at + 1;
  const role = lineAt(passage, roleAt).text;
  if (!isPlainLine(role) || opensLegend(lineAt(passage, roleAt + 1).text)) return undefined;
  const isCertain = isPersonLike(name) && isSureRole(role);
  if (apart) {
    const alone = passage.flat || isBlank(lineAt(passage, roleAt + 1));
    const follows = nextWords(passage.lines, roleAt + 1, passage.to) < passage.to;
    const old = style === "old" && isPersonLike(name) && isRoleLike(role) && role.length <= 70;
    return alone && follows && (old || isCertain) ? roleAt : undefined;
  }
  const likely = isNameLike(name) ? isRoleLike(role) : isShortTitle(name) && isSureRole(role);
  return likely && (endsThere(passage, roleAt) || (style === "copy" && isPersonLike(name)) || isCertain)
    ? roleAt
    : undefined;
}

const isShortTitle = (text: string): boolean =>
  text.length <= 60 && !endsLikeText(text) && /^[\p{Lu}\p{Lo}]/u.test(text) && text.split(" ").length <= 6;

/** True if a byline ends at `roleAt`: a blank line, another byline, or a line that is not text follows. */
function endsThere(passage: TextPassage, roleAt: number): boolean {
  const after = lineAt(passage, roleAt + 1).text;
  if (!isPlainLine(after)) return true;
  const more = lineAt(passage, roleAt + 2).text;
  return isPersonLike(after) && isSureRole(more) && !isPlainLine(lineAt(passage, roleAt + 3).text);
}

/** At most four lines that are short, end as titles do, and are blocks of their own; none if there are more. */
function shortBlocks(passage: TextPassage, first: number): readonly number[] {
  const short: number[] = [];
  let at = first;
  while (at < passage.to && short.length < 5) {
    const { text } = lineAt(passage, at);
    const alone = isBlank(lineAt(passage, at + 1)) && isBlank(lineAt(passage, at - 1));
    const mark = bulletMark(text) !== undefined || /^\d{1,2}\.\s/.test(text);
    if (!alone || !isPlainLine(text) || mark || !isTitleLike(text)) break;
    short.push(at);
    at = nextWords(passage.lines, at + 1, passage.to);
  }
  return short.length > 4 ? [] : short;
}

const isTitleLike = (text: string): boolean =>
  text.length <= 80 &&
  text.split(" ").length <= 9 &&
  !endsLikeText(text) &&
  /^[\p{L}\d(]/u.test(text) &&
  !/^(?:An?|The \p{Ll}+) |^read more$/iu.test(text);

/** The lines of context if no byline follows: two short lines are a match and a team, three have a subheadline above; one is ambiguous. */
function contextOnly(passage: TextPassage, short: readonly number[], behind: number): readonly number[] {
  if (short.length < 2 || short.length > 3 || behind >= passage.to) return [];
  const [first, last] = [short[0] ?? 0, short.at(-1) ?? 0];
  if (isByline(passage, first, "new") !== undefined) return [];
  return lineAt(passage, last).text.split(" ").length <= 4 ? short : [];
}
