/**
 * From found posts to the known posts that they are. The same publisher's id makes two posts one; different ids of one kind make them two.
 * Posts without ids match by the minute together with the headline or the first paragraph.
 */
import { sha256 } from "../../base/digest.ts";
import { plainBlocks } from "../../markdown/plain.ts";
import type { FoundPost } from "../../model/live-page.ts";
import { idInSource } from "../../model/source-key.ts";

/** The fingerprint that a post is known by: short digests; "-" for a part that it lacks. */
export interface Print {
  /** `2024-05-17T01:37Z`. */
  readonly minute: string;
  readonly headline: string;
  readonly text: string;
  /** The digest of the publisher's id, a full stop, and the digest of the id's form. Archives of earlier versions lack the form. */
  readonly source: string;
  /** Milliseconds since 1970, for a post that is at hand: it tells apart posts of one minute that are otherwise the same. */
  readonly epoch?: number;
}

export interface KnownPost {
  readonly id: string;
  /** The post as it is now and as each import found it. */
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

/** An id without its letters and digits: ids of one publisher and one kind have the same form. */
const formOf = (id: string): string => (idInSource(id) === id ? "known" : id.replace(/[\p{L}\p{M}\p{N}]+/gu, "x"));

/** The digest of an id without its form, from any version. */
const idIn = ({ source }: Print): string | undefined => (source === absent ? undefined : source.split(".", 1)[0]);

/** The form of an id; undefined where there is no id or the form is unknown. */
const formIn = ({ source }: Print): string | undefined => /\.(.+)/s.exec(source)?.[1];

const allOf = (print: Print): string => `${print.minute} ${print.headline} ${print.text}`;
const exactly = (print: Print): string | undefined =>
  print.epoch === undefined ? undefined : `${allOf(print)} ${print.epoch}`;

/** The two together; undefined where one is missing. */
const pair = (a: string | undefined, b: string | undefined): string | undefined =>
  a === undefined || b === undefined || a === absent || b === absent ? undefined : `${a} ${b}`;

type KeysOf = (print: Print) => readonly (string | undefined)[];

const ofMinute: KeysOf = ({ minute, headline, text }) => [
  tag("h", pair(minute, headline)),
  tag("t", pair(minute, text)),
];

/** Headline and text: this is enough only where a time is missing, because the same words can return hours later. */
const ofWords: KeysOf = ({ headline, text }) => [tag("w", pair(headline, text))];

const tag = (kind: string, key: string | undefined): string | undefined => (key === undefined ? key : `${kind} ${key}`);

/** For each found post the id of its known post, or undefined. Each known post is used at most once. */
export function match(found: readonly Print[], known: readonly KnownPost[]): readonly (string | undefined)[] {
  if (!haveMoved(found, known)) return pairUp(found, known);
  return pairUp(
    found.map(withoutId),
    known.map(({ id, prints }) => ({ id, prints: prints.map(withoutId) })),
  );
}

const withoutId = (print: Print): Print => ({ ...print, source: absent });

/**
 * True where a page numbers its posts by place, so that a new post changes all numbers. Then most posts with a known id have nothing else
 * in common with the known post, and one post stands, word for word and in its minute, under another id.
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

/** An id of several posts tells nothing. */
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
  // Posts can share a source: a post that is equal in everything else comes first.
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
  /** True where posts of one key have the same id, so that nothing else can contradict. */
  readonly keyHoldsId: boolean;
}

const noForms: ReadonlySet<string> = new Set();

/** Pairs the posts of one key in their order. */
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

/** Known posts by a key, in groups of the same kinds of ids: a whole group that contradicts is skipped. */
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

  /** The first unused post whose kinds of ids are not among `forms`. */
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

/** Two posts with ids of one kind that were not paired by their ids are different posts. */
const contradict = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => [...a].some((form) => b.has(form));

/** Pairs two posts that share a key, where neither shares a key with another possible post. */
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

/** Values by a key and by the kinds of their ids. None shares an id with a post that is looked up: such pairs were made before. */
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

  /** At most two values for each kind of ids that does not contradict. */
  firstTwo(key: string, forms: ReadonlySet<string>): readonly T[] {
    return [...(this.#byKey.get(key)?.values() ?? [])].flatMap((group) =>
      contradict(forms, group.forms) ? [] : group.two,
    );
  }
}

/** True for two fingerprints of one post; earlier versions wrote no form of the id. */
export const samePrint = (a: Print, b: Print): boolean => allOf(a) === allOf(b) && idIn(a) === idIn(b);
