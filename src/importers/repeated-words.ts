/**
 * From the account of a capture's other form to the same account, with its words divided: those that the main form repeats, and those
 * that it lacks.
 */
import { sentencesIn } from "../base/words.ts";
import type { Account, AccountPlace, Span } from "./account/account-span.ts";
import { isRegion, phraseRule } from "./account/losses.ts";
import { squeeze, type WrittenReading, writtenWords } from "./account/written-words.ts";
import { isWrittenStamp } from "./times/stamp-truth.ts";

/**
 * `text` is what the account counts; `written` has the posts and the page of the main form, and the account names its places. The
 * page of the other form is not used. A text that is repeated in part is divided into sentences.
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

/** True for a loss that only words of the page prove: the page of this form is not used. */
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
 * Joins adjacent pieces without proof, and joins a blank piece to the one before it. Each repeated sentence stays alone: two of them
 * need not be adjacent in what was written.
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
