/** Checks each lost span of an account: it matches its kind's exact pattern, and what must remain for it was written. */

import { isWrittenStamp } from "../times/stamp-truth.ts";
import { isShownTime } from "../written-time/written-time.ts";
import type { Account, AccountPlace, Span } from "./account-span.ts";
import { placeKey } from "./account-span.ts";
import { invisiblePattern, withoutInvisible } from "./invisible.ts";
import {
  embedOpeners,
  embedSentences,
  isRegion,
  type LossKind,
  type PhraseRule,
  phraseRule,
  type RegionKind,
  regionRule,
} from "./losses.ts";
import { withoutHidden } from "./span-recorder.ts";
import { squeeze, type WrittenReading, type WrittenWords } from "./written-words.ts";

export type LostSpan = Span & { readonly lost: LossKind; readonly of?: AccountPlace };

/** Makes a function that is true if a span was rightly dropped. Call it once for each lost span, in order: it counts embeds. */
export function lossCheck(
  text: string,
  account: Account,
  written: WrittenReading,
  found: WrittenWords,
): (span: LostSpan, index: number) => boolean {
  const embeds = new Map<string, number>();
  const all = allWords(found);
  const isCopied = (rule: PhraseRule, words: string, { of }: LostSpan, index: number): boolean => {
    if (of === undefined) return rule.copy === "beside" && isCopy(text, account, index, words);
    const there = rule.copy === "post" ? all(of) : squeeze(found.get(placeKey(of)) ?? "");
    return there.includes(squeeze(words)) || there.includes(squeeze(withoutHidden(words)));
  };
  return (span, index) => {
    const lost = text.slice(span.start, span.end);
    if (!isRegion(span.lost) && invisiblePattern.test(lost)) return true;
    const whole = withoutInvisible(lost).trim().replace(/\s+/g, " ");
    if (isRegion(span.lost)) return isRightlyLeft(span.lost, whole, span);
    const rule = phraseRule(span.lost);
    if (!rule.pattern.test(whole)) return false;
    const words = rule.key === true ? withoutKey(whole) : whole;
    if (rule.copy !== undefined) return isCopied(rule, words, span, index);
    if (rule.stamp === true) return isOwnStamp(words, span, written);
    if (rule.time === true) return isShownTime(words);
    return rule.embed !== true || isKeptEmbed(words, span, found, rule.again === true ? new Map() : embeds);
  };
}

/** A region proves nothing about its words, but it may stand only where its rule allows. */
function isRightlyLeft(kind: RegionKind, words: string, { of }: LostSpan): boolean {
  const { longest } = regionRule(kind);
  return longest === undefined ? of === undefined || !("post" in of) : words.length <= longest;
}

function withoutKey(words: string): string {
  const value = words.slice(words.indexOf(": ") + 2);
  const whole = value.replace(/(?:…|\.\.\.)$/, "");
  return whole.length === value.length ? value : whole.trimEnd();
}

/** All words that were written of a post or of the page, without white space; each is computed once. */
function allWords(found: WrittenWords): (of: AccountPlace) => string {
  const known = new Map<string, string>();
  let byOwner: Map<string, string[]> | undefined;
  return (of) => {
    const owner = "page" in of ? "page" : String(of.post);
    const before = known.get(owner);
    if (before !== undefined) return before;
    byOwner ??= Map.groupBy(found.keys(), (key) => key.slice(0, key.indexOf("/")));
    const words = (byOwner.get(owner) ?? []).map((key) => squeeze(found.get(key) ?? "")).join("\n");
    known.set(owner, words);
    return words;
  };
}

/** The distance between a copy and its original is at most this many spans. */
const reach = 40;

/** True if one place holds the same characters in one run, shortly before or after the span. */
function isCopy(text: string, account: Account, index: number, words: string): boolean {
  const runs = new Map<string, string>();
  for (const span of account.slice(Math.max(0, index - reach), index + reach)) {
    if (!("into" in span)) continue;
    const key = placeKey(span.into);
    runs.set(key, (runs.get(key) ?? "") + squeeze(text.slice(span.start, span.end)));
  }
  return [...runs.values()].some((run) => run.includes(squeeze(words)));
}

function isOwnStamp(words: string, { of }: LostSpan, written: WrittenReading): boolean {
  const published = of !== undefined && "post" in of ? written.posts[of.post]?.published : undefined;
  return published !== undefined && isWrittenStamp(words, published);
}

/** True if at least as many embeds of a provider were written as the account dropped copies of one sentence about it. */
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

/** Sentences that appear once for each embed. */
const once = new Set(embedOpeners);
