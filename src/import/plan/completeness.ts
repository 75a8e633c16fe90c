/** A read capture -> what it holds and lacks, in counts: kept in `captures/completeness.json` and printed by `--json`. */
import { readCompletenessFile } from "../../archive/captures/completeness-file.ts";
import { completenessFileOf, type KnownGaps, patience } from "../../archive/captures/gaps.ts";
import type { Change } from "../../base/transaction/transaction.ts";
import { type LeftRegion, ledger } from "../../importers/account/account.ts";
import { keyOfId } from "../../importers/named-posts.ts";
import { readPageOf } from "../../importers/paging.ts";
import { type Block, isMedia } from "../../model/block.ts";
import { printInstant } from "../../model/instant.ts";
import { inferredParts } from "../../model/live-page.ts";
import type { CaptureReading } from "../read/capture.ts";

/** Counts of one capture. Times are ISO 8601 with an offset. */
export interface Completeness {
  /** SHA-256 of the capture. */
  readonly digest: string;
  readonly name: string;
  /** The name of the importer that read it. */
  readonly form: string;
  readonly posts: number;
  readonly first?: string;
  readonly last?: string;
  readonly withoutTime: number;
  /** How many times of posts lacked a part that was inferred: by `year`, `date` and `zone`. */
  readonly inferred: Readonly<Record<string, number>>;
  readonly figures: number;
  /** Recordings, embeds, maps and charts: an archive holds none of them. */
  readonly embeds: number;
  /** Posts whose end the capture does not hold. */
  readonly cut: number;
  /** Pieces of text that were left out, by the kind of loss. */
  readonly left: Readonly<Record<string, number>>;
  /** The pieces among them that are no fixed phrases: how many words they have, and how they begin. */
  readonly regions?: Readonly<Record<string, LeftRegion>>;
  /** When the page says that its coverage began. */
  readonly began?: string;
  /** Ids of posts that the page names and that no capture of the live page holds. */
  readonly named?: readonly string[];
  /** What is missing, in sentences: pages that were not given, posts that other forms name. */
  readonly missing: readonly string[];
}

/** `known` are the ids of all posts of the live page, from this capture and others. */
export function completenessOf(
  { file, text, importer, reading }: CaptureReading,
  known: readonly string[],
): Completeness {
  const { posts } = reading;
  const times = posts.flatMap(({ published }) => published ?? []).sort((a, b) => a.epoch - b.epoch);
  const [first, last] = [times[0], times.at(-1)];
  const blocks = posts.flatMap((post) => post.blocks);
  const lines = ledger(reading.account, reading.words ?? text);
  const regions = lines.flatMap(({ kind, region }) => (region === undefined ? [] : [[kind, region] as const]));
  return {
    digest: file.digest,
    name: file.name,
    form: importer.name,
    posts: posts.length,
    ...(first !== undefined && { first: printInstant(first) }),
    ...(last !== undefined && { last: printInstant(last) }),
    withoutTime: posts.length - times.length,
    inferred: Object.fromEntries(
      inferredParts.flatMap((part) => {
        const count = posts.filter(({ inferred }) => inferred.includes(part)).length;
        return count === 0 ? [] : [[part, count]];
      }),
    ),
    figures: countBlocks(blocks, ({ kind }) => kind === "figure"),
    embeds: countBlocks(blocks, isMedia),
    cut: posts.filter(({ truncated }) => truncated).length,
    left: Object.fromEntries(lines.map(({ kind, count }) => [kind, count])),
    ...(regions.length > 0 && { regions: Object.fromEntries(regions) }),
    ...(reading.began !== undefined && { began: printInstant(reading.began) }),
    missing: [...(file.warning === undefined ? [] : [file.warning]), ...reading.problems.map(({ message }) => message)],
    ...absentFrom(reading.named ?? [], known),
  };
}

function absentFrom(named: readonly string[], known: readonly string[]): Pick<Completeness, "named"> {
  const keys = new Set(known.map(keyOfId));
  const absent = named.filter((id) => !keys.has(keyOfId(id)));
  return absent.length === 0 ? {} : { named: absent };
}

/** What all captures of a live page together lack. */
function gapsIn(captures: readonly Completeness[]): KnownGaps {
  const parts = captures
    .flatMap(({ missing }) => missing.map((message) => readPageOf(String(message))))
    .filter((part) => part !== undefined);
  const total = parts.at(-1)?.total ?? 0;
  const given = new Set(parts.map(({ page }) => page));
  const first = Math.min(...captures.map((one) => Date.parse(one.first ?? "")).filter((time) => !Number.isNaN(time)));
  const began = captures.flatMap((one) => one.began ?? []).at(-1);
  const late = began !== undefined && Number.isFinite(first) && first - Date.parse(began) > patience;
  return {
    pages: Array.from({ length: Math.min(total, 1000) }, (_, index) => index + 1).filter((page) => !given.has(page)),
    total,
    named: [...new Set(captures.flatMap(({ named = [] }) => named))],
    ...(late && { began }),
  };
}

function countBlocks(blocks: readonly Block[], test: (block: Block) => boolean): number {
  let count = 0;
  for (const block of blocks) {
    if (test(block)) count += 1;
    if (block.kind === "list") for (const item of block.items) count += countBlocks(item, test);
    else if ("blocks" in block) count += countBlocks(block.blocks, test);
  }
  return count;
}

/** Adds a capture to `captures/completeness.json`; no change where the file says the same already. */
export function completenessChange(
  root: string,
  slug: string,
  made: Completeness,
  known: readonly string[],
): { readonly changes: readonly Change[]; readonly gaps: KnownGaps } {
  const { text, value } = readCompletenessFile(root, slug);
  const before = recordsIn(value).map(
    ({ named, ...one }): Completeness => ({
      ...one,
      // A post that one capture names may be in another capture.
      ...absentFrom(Array.isArray(named) ? named.map(String) : [], known),
    }),
  );
  const place = before.findIndex(({ digest }) => digest === made.digest);
  const after = place === -1 ? [...before, made] : before.with(place, made);
  const gaps = gapsIn(after);
  const lacking = gaps.pages.length > 0 || gaps.named.length > 0 || gaps.began !== undefined;
  const bytes = `${JSON.stringify({ captures: after, ...(lacking && { gaps }) }, undefined, 2)}\n`;
  return { changes: bytes === text ? [] : [{ path: completenessFileOf(slug), bytes }], gaps };
}

/** The captures in the value of `completeness.json`; none where a person damaged it. */
function recordsIn(value: unknown): readonly Completeness[] {
  const captures = typeof value === "object" && value !== null && "captures" in value ? value.captures : [];
  return Array.isArray(captures)
    ? captures.filter((one) => typeof one?.digest === "string" && Array.isArray(one.missing))
    : [];
}
