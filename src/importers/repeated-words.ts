/** The account of a capture's other form -> the same account, in which what the main form says too is told from what only this one says. */
import { sentencesIn } from "../base/words.ts";
import type { Account, AccountPlace, Span } from "./account/account-span.ts";
import { isRegion, phraseRule } from "./account/losses.ts";
import { squeeze, type WrittenReading, writtenWords } from "./account/written-words.ts";
import { isWrittenStamp } from "./times/stamp-truth.ts";

/**
 * `text` is what the account counts; `written` the posts and the page of the main form, by whose places the account speaks. Of the page
 * nothing of the other form is used. A text that is repeated in part is taken apart into its sentences.
 */
export function repeatedOrLeft(text: string, account: Account, written: WrittenReading): Account {
  const allOf = wordsByOwner(written);
  return account.flatMap((span): readonly Span[] => {
    const isLeft = "lost" in span && span.lost === "other form";
    const ofPage = ("into" in span && "page" in span.into) || isProvedByPage(span);
    if (!isLeft && !ofPage) return [span];
    const of = "into" in span ? span.into : span.of;
    const { start, end } = span;
    if (of === undefined) return [{ start, end, lost: "other form" }];
    if (isOwnTime(text.slice(start, end), of, written)) return [{ start, end, lost: "repeated stamp", of }];
    const there = allOf(of);
    const repeats = (piece: Piece): boolean => there.includes(squeeze(text.slice(piece.start, piece.end)));
    if (repeats({ start, end })) return [{ start, end, lost: "repeated in another form", of }];
    return joined(
      text,
      sentencesIn(text, start, end).map(
        (piece): LostSpan => ({ ...piece, lost: repeats(piece) ? "repeated in another form" : "other form", of }),
      ),
    );
  });
}

type LostSpan = Extract<Span, { readonly lost: unknown }>;

/** What is lost of the page since the page holds its words: of this form's page nothing is used. */
function isProvedByPage(span: Span): boolean {
  if (!("lost" in span) || span.of === undefined || !("page" in span.of) || isRegion(span.lost)) return false;
  const { copy, embed } = phraseRule(span.lost);
  return copy !== undefined || embed === true;
}

interface Piece {
  readonly start: number;
  readonly end: number;
}

const isOwnTime = (words: string, of: AccountPlace, { posts }: WrittenReading): boolean => {
  const published = "post" in of && of.field === "stamp" ? posts[of.post]?.published : undefined;
  return published !== undefined && isWrittenStamp(words.trim(), published);
};

function wordsByOwner(written: WrittenReading): (of: AccountPlace) => string {
  const found = writtenWords(written);
  const byOwner = new Map<string, string>();
  for (const [key, words] of found) {
    const owner = key.slice(0, key.indexOf("/"));
    byOwner.set(owner, `${byOwner.get(owner) ?? ""}\n${squeeze(words)}`);
  }
  return (of) => byOwner.get("page" in of ? "page" : String(of.post)) ?? "";
}

/**
 * Neighbours of which nothing is proved as one piece, and what is blank with the piece before it. Each sentence that is a copy stays
 * alone: two of them need not stand side by side in what was written.
 */
function joined(text: string, spans: readonly LostSpan[]): readonly Span[] {
  const all: LostSpan[] = [];
  const isBlank = ({ start, end }: Span): boolean => text.slice(start, end).trim() === "";
  for (const span of spans) {
    const last = all.at(-1);
    const isOne = last !== undefined && last.lost === span.lost && (span.lost === "other form" || isBlank(last));
    if (last !== undefined && (isOne || isBlank(span))) all[all.length - 1] = { ...last, end: span.end };
    else all.push(span);
  }
  return all;
}
