/** Finds out which known post a found post is: by its source, by minute, headline and first paragraph, by two of these. */
import { sha256 } from "../base/digest.ts";
import { plainBlocks } from "../markdown/plain.ts";
import type { FoundPost } from "../model/live-page.ts";
import { idInSource } from "../model/source-key.ts";

/** What a post is known by: short digests, "-" where it has no such thing. */
export interface Print {
  /** `2024-05-17T01:37Z`. */
  readonly minute: string;
  readonly headline: string;
  readonly text: string;
  readonly source: string;
  /** Milliseconds since 1970, of a post that is at hand: it tells apart what else is the same within a minute. */
  readonly epoch?: number;
}

export interface KnownPost {
  readonly id: string;
  /** As it is now and as imports found it, however often it changed. */
  readonly prints: readonly Print[];
}

const absent = "-";

const short = (text: string | undefined): string => {
  const squeezed = (text ?? "").replace(/\s+/g, "");
  return squeezed === "" ? absent : sha256(squeezed).slice(0, 16);
};

export function printOf(post: FoundPost): Print {
  const first = post.blocks.find((block) => block.kind === "paragraph") ?? post.blocks[0];
  const minute = post.published && Math.floor(post.published.epoch / 60_000) * 60_000;
  return {
    minute: minute === undefined ? absent : `${new Date(minute).toISOString().slice(0, 16)}Z`,
    headline: short(post.headline),
    text: first === undefined ? absent : short(plainBlocks([first])),
    source: short(post.source && (idInSource(post.source) ?? post.source)),
    ...(post.published !== undefined && { epoch: post.published.epoch }),
  };
}

const allOf = (print: Print): string => `${print.minute} ${print.headline} ${print.text}`;
const exactly = (print: Print): string | undefined =>
  print.epoch === undefined ? undefined : `${allOf(print)} ${print.epoch}`;

/** Two of three say nothing where one of the two is missing. */
const pair = (a: string, b: string): string | undefined => (a === absent || b === absent ? undefined : `${a} ${b}`);

const pairKeys: readonly ((print: Print) => string | undefined)[] = [
  (print) => pair(print.minute, print.headline),
  (print) => pair(print.minute, print.text),
  (print) => pair(print.headline, print.text),
];

/** For each found post the id of the known post that it is, or undefined. Each known post is taken at most once. */
export function match(found: readonly Print[], known: readonly KnownPost[]): readonly (string | undefined)[] {
  const ids: (string | undefined)[] = found.map(() => undefined);
  const taken = new Set<string>();
  const take = (index: number, id: string): void => {
    ids[index] = id;
    taken.add(id);
  };
  const open = (): number[] => [...found.keys()].filter((index) => ids[index] === undefined);
  const free = (): KnownPost[] => known.filter(({ id }) => !taken.has(id));
  const bySource = (print: Print): string | undefined => (print.source === absent ? undefined : print.source);
  // Posts can share a source: then the one that is the same in all else comes first.
  inTurn(found, open(), free(), (print) => pair(bySource(print) ?? absent, exactly(print) ?? absent), take);
  inTurn(found, open(), free(), (print) => pair(bySource(print) ?? absent, allOf(print)), take);
  inTurn(found, open(), free(), bySource, take);
  inTurn(found, open(), free(), exactly, take);
  inTurn(found, open(), free(), allOf, take);
  byTwo(found, open(), free(), take);
  return ids;
}

/** Pairs the posts of one key in the order in which they stand. */
function inTurn(
  found: readonly Print[],
  open: readonly number[],
  free: readonly KnownPost[],
  keyOf: (print: Print) => string | undefined,
  take: (index: number, id: string) => void,
): void {
  const waiting = groupKnown(free, (print) => [keyOf(print)]);
  const taken = new Set<string>();
  for (const index of open) {
    const print = found[index];
    const key = print && keyOf(print);
    const id = key === undefined ? undefined : waiting.get(key)?.find((candidate) => !taken.has(candidate));
    if (id === undefined) continue;
    taken.add(id);
    take(index, id);
  }
}

/** Pairs two posts that share two of three, where neither shares two with any other. */
function byTwo(
  found: readonly Print[],
  open: readonly number[],
  free: readonly KnownPost[],
  take: (index: number, id: string) => void,
): void {
  const keysOf = (print: Print): (string | undefined)[] => pairKeys.map((keyOf, kind) => tag(kind, keyOf(print)));
  const knownBy = groupKnown(free, keysOf);
  const foundBy = new Map<string, number[]>();
  for (const index of open) {
    const print = found[index];
    for (const key of print === undefined ? [] : keysOf(print)) if (key !== undefined) push(foundBy, key, index);
  }
  const foundFor = new Map<string, Set<number>>();
  for (const [key, ids] of knownBy) {
    for (const id of ids) {
      const set = foundFor.get(id) ?? new Set();
      for (const index of foundBy.get(key)?.slice(0, 2) ?? []) set.add(index);
      foundFor.set(id, set);
    }
  }
  for (const index of open) {
    const print = found[index];
    if (print === undefined) continue;
    const fitting = new Set(
      keysOf(print).flatMap((key) => (key === undefined ? [] : (knownBy.get(key)?.slice(0, 2) ?? []))),
    );
    const [id] = fitting;
    if (id !== undefined && fitting.size === 1 && foundFor.get(id)?.size === 1) take(index, id);
  }
}

const tag = (kind: number, key: string | undefined): string | undefined => (key === undefined ? key : `${kind} ${key}`);

function groupKnown(
  known: readonly KnownPost[],
  keysOf: (print: Print) => readonly (string | undefined)[],
): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const { id, prints } of known) {
    const keys = new Set(prints.flatMap(keysOf));
    for (const key of keys) if (key !== undefined) push(groups, key, id);
  }
  return groups;
}

function push<T>(groups: Map<string, T[]>, key: string, value: T): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [value]);
  else group.push(value);
}
