/** Whether what an account counts as lost could be lost: its exact pattern, and what must stand in its stead. */
import type { Account, Place, Span } from "./account-span.ts";
import { placeKey } from "./account-span.ts";
import { embedOpeners, embedSentences, type LossKind, lossRule } from "./losses.ts";
import { parseStamp } from "./stamp.ts";
import { agrees } from "./stamp-truth.ts";
import { squeeze, type Written, type WrittenWords } from "./written-words.ts";

export type LostSpan = Span & { readonly lost: LossKind; readonly of?: Place };

/** A function that says whether a span of the account was rightly dropped; to be asked of each lost span once, in order. */
export function lossCheck(
  text: string,
  account: Account,
  written: Written,
  found: WrittenWords,
): (span: LostSpan, index: number) => boolean {
  const embeds = new Map<string, number>();
  return (span, index) => {
    const rule = lossRule(span.lost);
    const words = text.slice(span.start, span.end).trim().replace(/\s+/g, " ");
    if (!rule.pattern.test(words)) return false;
    if (rule.copy === true)
      return span.of === undefined
        ? isCopy(text, account, index, words)
        : squeeze(found.get(placeKey(span.of)) ?? "").includes(squeeze(words));
    if (rule.stamp === true) return isOwnStamp(words, span, written);
    return rule.embed !== true || isKeptEmbed(words, span, found, embeds);
  };
}

/** How far from a copy its original may stand, in spans. */
const reach = 40;

/** The same characters stand, kept, in one run of one place shortly before or after. */
function isCopy(text: string, account: Account, index: number, words: string): boolean {
  const runs = new Map<string, string>();
  for (const span of account.slice(Math.max(0, index - reach), index + reach)) {
    if (!("into" in span)) continue;
    const key = placeKey(span.into);
    runs.set(key, (runs.get(key) ?? "") + squeeze(text.slice(span.start, span.end)));
  }
  return [...runs.values()].some((run) => run.includes(squeeze(words)));
}

function isOwnStamp(words: string, { of }: LostSpan, written: Written): boolean {
  const stamp = parseStamp(words)?.stamp;
  const published = of !== undefined && "post" in of ? written.posts[of.post]?.published : undefined;
  return stamp !== undefined && published !== undefined && agrees(stamp, published);
}

/** As many embeds of a provider were written as one sentence about it was dropped. */
function isKeptEmbed(words: string, { of }: LostSpan, found: WrittenWords, counts: Map<string, number>): boolean {
  const sentence = embedSentences.findIndex((pattern) => pattern.test(words));
  const named = embedSentences[sentence]?.exec(words)?.slice(1).find(Boolean);
  if (named === undefined) return true;
  if (of === undefined) return false;
  const where = "post" in of ? `${of.post}/provider` : "page/provider";
  // "Google YouTube" is written as "YouTube".
  const name = squeeze(named)
    .toLowerCase()
    .replace(/^google(?=youtube)/, "");
  const key = `${where} ${name} ${sentence}`;
  const count = (counts.get(key) ?? 0) + (once.has(sentence) ? 1 : 0);
  counts.set(key, count);
  const written = `${where} ${name}`;
  const kept =
    counts.get(written) ??
    squeeze(found.get(where) ?? "")
      .toLowerCase()
      .split(name).length - 1;
  counts.set(written, kept);
  return kept >= Math.max(count, 1);
}

/** Sentences that stand once around each embed. */
const once = new Set(embedOpeners);
