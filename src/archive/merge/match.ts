/**
 * Found posts -> the known posts that they are. The same id of the publisher makes two posts one, and another id of the same kind makes
 * them two. Without ids they have the minute in common, and with it the headline or the first paragraph.
 */
import { sha256 } from "../../base/digest.ts";
import { plainBlocks } from "../../markdown/plain.ts";
import type { FoundPost } from "../../model/live-page.ts";
import { idInSource } from "../../model/source-key.ts";

/** What a post is known by: short digests, "-" where it has no such thing. */
export interface Print {
  /** `2024-05-17T01:37Z`. */
  readonly minute: string;
  readonly headline: string;
  readonly text: string;
  /** The digest of the publisher's id, a full stop, and that of its form. Archives of earlier versions lack the form. */
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
    source: sourceOf(post.source),
    ...(post.published !== undefined && { epoch: post.published.epoch }),
  };
}

function sourceOf(source: string | undefined): string {
  if (source === undefined || source.trim() === "") return absent;
  const id = idInSource(source) ?? source;
  return `${short(id)}.${sha256(formOf(id)).slice(0, 4)}`;
}

/** The marks of an id without its letters and numbers: ids of one publisher and one kind have the same. */
const formOf = (id: string): string => (idInSource(id) === id ? "known" : id.replace(/[\p{L}\p{M}\p{N}]+/gu, "x"));

/** The digest of an id alone, whichever version wrote it. */
const idIn = ({ source }: Print): string | undefined => (source === absent ? undefined : source.split(".", 1)[0]);

/** The form of an id; undefined where there is none, or where it is not known. */
const formIn = ({ source }: Print): string | undefined => /\.(.+)/s.exec(source)?.[1];

const allOf = (print: Print): string => `${print.minute} ${print.headline} ${print.text}`;
const exactly = (print: Print): string | undefined =>
  print.epoch === undefined ? undefined : `${allOf(print)} ${print.epoch}`;

/** Both of two; undefined where one of them is missing. */
const pair = (a: string | undefined, b: string | undefined): string | undefined =>
  a === undefined || b === undefined || a === absent || b === absent ? undefined : `${a} ${b}`;

type KeysOf = (print: Print) => readonly (string | undefined)[];

const ofMinute: KeysOf = ({ minute, headline, text }) => [
  tag("h", pair(minute, headline)),
  tag("t", pair(minute, text)),
];

/** Headline and text: enough only where a time is missing, since the same words can return hours later. */
const ofWords: KeysOf = ({ headline, text }) => [tag("w", pair(headline, text))];

const tag = (kind: string, key: string | undefined): string | undefined => (key === undefined ? key : `${kind} ${key}`);

/** For each found post the id of the known post that it is, or undefined. Each known post is taken at most once. */
export function match(found: readonly Print[], known: readonly KnownPost[]): readonly (string | undefined)[] {
  if (!haveMoved(found, known)) return pairUp(found, known);
  return pairUp(
    found.map(withoutId),
    known.map(({ id, prints }) => ({ id, prints: prints.map(withoutId) })),
  );
}

const withoutId = (print: Print): Print => ({ ...print, source: absent });

/**
 * True where a page numbers its posts by their places, so that a new post moves all numbers: of the posts that are known by an id most
 * have nothing else in common with it, and one stands, word for word and in its minute, under another id.
 */
export function haveMoved(found: readonly Print[], known: readonly KnownPost[]): boolean {
  const byWords = new Map<string, KnownPost>();
  const byId = new Map<string, Set<KnownPost>>();
  for (const post of known)
    for (const print of post.prints) {
      const id = idIn(print);
      const named = byId.get(id ?? "") ?? new Set();
      if (id !== undefined && named.size < most) byId.set(id, named.add(post));
      if (print.minute !== absent && print.text !== absent) byWords.set(allOf(print), post);
    }
  let borneOut = 0;
  let moved = 0;
  let elsewhere = false;
  for (const print of found) {
    const named = byId.get(idIn(print) ?? "");
    if (named === undefined) continue;
    if ([...named].some(({ prints }) => prints.some((one) => !haveNothingInCommon(one, print)))) borneOut += 1;
    else moved += 1;
  }
  for (const print of found) {
    const id = idIn(print);
    const same = byWords.get(allOf(print));
    elsewhere ||= same !== undefined && id !== undefined && !same.prints.some((one) => idIn(one) === id);
  }
  return elsewhere && moved > borneOut;
}

/** An id that more posts have had tells nothing. */
const most = 8;

const haveNothingInCommon = (a: Print, b: Print): boolean =>
  a.minute !== b.minute && a.headline !== b.headline && a.text !== b.text;

function pairUp(found: readonly Print[], known: readonly KnownPost[]): readonly (string | undefined)[] {
  const ids: (string | undefined)[] = found.map(() => undefined);
  const taken = new Set<string>();
  const take = (index: number, id: string): void => {
    ids[index] = id;
    taken.add(id);
  };
  const open = (): number[] => [...found.keys()].filter((index) => ids[index] === undefined);
  const free = (): KnownPost[] => known.filter(({ id }) => !taken.has(id));
  // Posts can share a source: then the one that is the same in all else comes first.
  for (const more of [exactly, allOf])
    inTurn(found, open(), free(), { keyOf: (print) => pair(idIn(print), more(print)), keyHoldsId: true }, take);
  inTurn(found, open(), free(), { keyOf: idIn, keyHoldsId: true }, take);
  for (const keyOf of [exactly, allOf]) inTurn(found, open(), free(), { keyOf, keyHoldsId: false }, take);
  byTwo(found, open(), free(), ofMinute, take);
  const untimed = (print: Print | undefined): boolean => print?.minute === absent;
  byTwo(
    found,
    open().filter((index) => untimed(found[index])),
    free(),
    ofWords,
    take,
  );
  byTwo(
    found,
    open(),
    free().filter(({ prints }) => prints.some(untimed)),
    ofWords,
    take,
  );
  return ids;
}

interface TurnKey {
  readonly keyOf: (print: Print) => string | undefined;
  /** Posts of one key have one id: nothing else of them can contradict. */
  readonly keyHoldsId: boolean;
}

const noForms: ReadonlySet<string> = new Set();

/** Pairs the posts of one key in the order in which they stand. */
function inTurn(
  found: readonly Print[],
  open: readonly number[],
  free: readonly KnownPost[],
  { keyOf, keyHoldsId }: TurnKey,
  take: (index: number, id: string) => void,
): void {
  const candidates = new Candidates();
  for (const [place, { id, prints }] of free.entries())
    for (const key of new Set(prints.map(keyOf))) if (key !== undefined) candidates.add(key, { id, place, prints });
  const taken = new Set<string>();
  for (const index of open) {
    const print = found[index];
    const key = print && keyOf(print);
    if (print === undefined || key === undefined) continue;
    const id = candidates.first(key, keyHoldsId ? noForms : formsOf([print]), taken);
    if (id === undefined) continue;
    taken.add(id);
    take(index, id);
  }
}

interface Candidate {
  readonly id: string;
  readonly place: number;
  readonly prints: readonly Print[];
}

/** Known posts by a key, those with the same kinds of ids together: of a kind that is contradicted none has to be looked at. */
class Candidates {
  readonly #byKey = new Map<string, Map<string, { forms: ReadonlySet<string>; waiting: Candidate[]; next: number }>>();

  add(key: string, candidate: Candidate): void {
    const queues = this.#byKey.get(key) ?? new Map();
    this.#byKey.set(key, queues);
    const forms = formsOf(candidate.prints);
    const kind = [...forms].sort().join(" ");
    const queue = queues.get(kind) ?? { forms, waiting: [], next: 0 };
    queues.set(kind, queue);
    queue.waiting.push(candidate);
  }

  /** The first that is not taken and whose kinds of ids are not among `forms`. */
  first(key: string, forms: ReadonlySet<string>, taken: ReadonlySet<string>): string | undefined {
    let best: Candidate | undefined;
    for (const queue of this.#byKey.get(key)?.values() ?? []) {
      if (contradict(forms, queue.forms)) continue;
      while (queue.next < queue.waiting.length && taken.has(queue.waiting[queue.next]?.id ?? "")) queue.next += 1;
      const candidate = queue.waiting[queue.next];
      if (candidate !== undefined && (best === undefined || candidate.place < best.place)) best = candidate;
    }
    return best?.id;
  }
}

const formsOf = (prints: readonly Print[]): ReadonlySet<string> =>
  new Set(prints.flatMap((print) => formIn(print) ?? []));

/** Two posts of one kind of ids that were not paired by their ids are two. */
const contradict = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => [...a].some((form) => b.has(form));

/** Pairs posts that share one of the keys, where neither shares one with any other that it may be. */
function byTwo(
  found: readonly Print[],
  open: readonly number[],
  free: readonly KnownPost[],
  keysOf: KeysOf,
  take: (index: number, id: string) => void,
): void {
  const knownBy = new Groups<KnownPost>();
  for (const post of free)
    for (const key of new Set(post.prints.flatMap(keysOf)))
      if (key !== undefined) knownBy.add(key, formsOf(post.prints), post);
  const foundBy = new Groups<number>();
  for (const index of open) {
    const print = found[index];
    if (print === undefined) continue;
    for (const key of keysOf(print)) if (key !== undefined) foundBy.add(key, formsOf([print]), index);
  }
  const fitting = <T>(keys: readonly (string | undefined)[], forms: ReadonlySet<string>, groups: Groups<T>): Set<T> =>
    new Set(keys.flatMap((key) => (key === undefined ? [] : groups.firstTwo(key, forms))));
  for (const index of open) {
    const print = found[index];
    if (print === undefined) continue;
    const posts = fitting(keysOf(print), formsOf([print]), knownBy);
    const [post] = posts;
    if (post === undefined || posts.size !== 1) continue;
    const back = fitting(post.prints.flatMap(keysOf), formsOf(post.prints), foundBy);
    if (back.size === 1) take(index, post.id);
  }
}

/** Things by a key and by the kinds of their ids. None of them has an id in common with what is asked for: these were paired before. */
class Groups<T> {
  readonly #byKey = new Map<string, Map<string, { forms: ReadonlySet<string>; two: T[] }>>();

  add(key: string, forms: ReadonlySet<string>, thing: T): void {
    const groups = this.#byKey.get(key) ?? new Map();
    this.#byKey.set(key, groups);
    const kind = [...forms].sort().join(" ");
    const group = groups.get(kind) ?? { forms, two: [] };
    groups.set(kind, group);
    if (group.two.length < 2) group.two.push(thing);
  }

  /** At most two for each kind of ids that does not contradict. */
  firstTwo(key: string, forms: ReadonlySet<string>): readonly T[] {
    return [...(this.#byKey.get(key)?.values() ?? [])].flatMap((group) =>
      contradict(forms, group.forms) ? [] : group.two,
    );
  }
}

/** True for the prints of one post: an earlier version wrote no form beside an id. */
export const samePrint = (a: Print, b: Print): boolean => allOf(a) === allOf(b) && idIn(a) === idIn(b);
