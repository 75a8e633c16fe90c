/** From `captures.yaml` to the capture that holds each post. A site can be made without it, so that its mistakes are warnings. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseInstant } from "../../model/instant.ts";
import type { PostCapture } from "../../model/live-page.ts";
import { type Problem, Refusal } from "../../model/problem.ts";
import { readText } from "../read/files.ts";
import { captureLines } from "./capture-lines.ts";
import { type CaptureRecord, capturesFileOf, readCaptures } from "./captures.ts";

/** Plain JSON. */
export interface PostCaptures {
  readonly captures: readonly Pick<CaptureRecord, "digest" | "importer" | "captured">[];
  /** A post's id -> the index in `captures` of the newest capture that holds it. */
  readonly of: Readonly<Record<string, number>>;
  /** A post's id -> the index of the capture that was imported first, where that is another one. */
  readonly first?: Readonly<Record<string, number>>;
}

export interface ReadPostCaptures {
  readonly found: PostCaptures;
  readonly problems: readonly Problem[];
}

/** Never throws. Loads no YAML for a file that import wrote and no person changed. */
export function readPostCaptures(root: string, slug: string): ReadPostCaptures {
  const file = capturesFileOf(slug);
  if (!existsSync(join(root, file))) return { found: none, problems: [] };
  try {
    const read = readText(root, file, 256 * 1024 * 1024);
    const records = "text" in read ? captureLines(read.text) : undefined;
    return { found: postCapturesOf(records ?? readCaptures(root, slug).records), problems: [] };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { found: none, problems: error.problems.map((problem) => ({ ...problem, severity: "warning" as const })) };
  }
}

const none: PostCaptures = { captures: [], of: {} };

/** The newest capture of a post is the one that was made last or, where that cannot be told, imported last. */
export function postCapturesOf(
  records: readonly Pick<CaptureRecord, "digest" | "importer" | "captured" | "posts">[],
): PostCaptures {
  const epochs = records.map(({ captured }) =>
    captured === undefined ? undefined : parseInstant(captured, "UTC")?.epoch,
  );
  const isOlder = (one: number, other: number): boolean => (epochs[one] ?? Infinity) < (epochs[other] ?? -Infinity);
  const newest = new Map<string, number>();
  const first = new Map<string, number>();
  for (const [index, { posts }] of records.entries())
    for (const id of posts) {
      const known = newest.get(id);
      if (known === undefined) first.set(id, index);
      if (known === undefined || !isOlder(index, known)) newest.set(id, index);
    }
  const others = [...first].filter(([id, index]) => newest.get(id) !== index);
  return {
    captures: records.map(({ digest, importer, captured }) => ({
      digest,
      importer,
      ...(captured !== undefined && { captured }),
    })),
    of: Object.fromEntries(newest),
    ...(others.length > 0 && { first: Object.fromEntries(others) }),
  };
}

/** All captures, their times in the zone of the live page. */
export const capturesIn = ({ captures }: PostCaptures, zone: string): readonly PostCapture[] =>
  captures.map(({ digest, importer, captured }): PostCapture => {
    const instant = captured === undefined ? undefined : parseInstant(captured, zone);
    return { digest, importer, ...(instant !== undefined && { captured: instant }) };
  });

/** `taken`: all of the captures, in their order. */
export const capturesByPost = ({ of }: PostCaptures, taken: readonly PostCapture[]): ReadonlyMap<string, PostCapture> =>
  new Map(
    Object.entries(of).flatMap(([id, index]) => {
      const capture = taken[index];
      return capture === undefined ? [] : [[id, capture] as const];
    }),
  );
