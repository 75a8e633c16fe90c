/** Puts what was made into the site: checks what may be written and what may go, then one transaction. */
import fs from "node:fs";
import path from "node:path";
import { readPublished } from "../../archive/published.ts";
import { type Change, commit } from "../../base/transaction/transaction.ts";
import { type Problem, Refusal } from "../../model/problem.ts";
import { isCardPath } from "../../site/cards/card.ts";
import { keepValue, recallValue } from "../cache/disk-cache.ts";
import type { Made } from "../render/page-result.ts";
import type { PageRecord, PlanFolder } from "../state.ts";
import { filesBelow } from "./files-below.ts";
import { checkPaths, type OutputPath } from "./output-paths.ts";
import { foreignFiles, strays } from "./strays.ts";

export interface Placing {
  readonly root: string;
  readonly out: string;
  readonly stage: string;
  readonly plan: PlanFolder;
  readonly durable: boolean;
  /** All that was printed. */
  readonly made: readonly Made[];
  /** `public/`, in which the names are a person's choice. */
  readonly laid: Made;
  /** Live pages that are as they were, and live pages that are gone: their records. */
  readonly kept: readonly RecordName[];
  readonly gone: readonly RecordName[];
  /** The pictures that the kept ones show: `pictures/<16 hex>`. */
  readonly shown: ReadonlySet<string>;
  /** Whether the site is known to hold what the records say; else its files are looked through. */
  readonly sure: boolean;
  /** Whether there was a build before that is known of. */
  readonly known: boolean;
  /** Whether the list of published paths is the one of the last build. */
  readonly publishedAsBefore: boolean;
  /** Whether it is the whole site: only that has all that was published. */
  readonly whole: boolean;
}

/** Names the record of a live page. */
export interface RecordName {
  readonly slug: string;
  /** The record's digest. */
  readonly record: string;
}

export interface Placed {
  readonly written: readonly string[];
  readonly removed: readonly string[];
  readonly unchanged: number;
}

/** Throws Refusal where a path is taken, or published and would vanish. */
export function placeAll(placing: Placing): Placed {
  const { out, plan, durable } = placing;
  const made = allOf(placing);
  const wanted = new Set(made.flatMap(({ paths }) => paths));
  const writes = writesOf(made);
  const clashes = checkPaths([...namesOf(placing.made, false), ...namesOf([placing.laid], true)]);
  if (clashes.length > 0) throw new Refusal(clashes);
  const removed = removals(placing, wanted, writes);
  const lacking = vanished(placing, wanted, removed);
  if (lacking.length > 0) throw new Refusal(lacking);
  const changes: readonly Change[] = [
    ...moves(placing, writes),
    ...[...removed].map((file) => ({ path: file, remove: true as const })),
  ];
  keepValue(
    plan.pending,
    made.flatMap(({ paths }) => paths),
  );
  const done = commit(out, changes, { durable });
  const untouched = new Set(done.unchanged);
  const written = [...writes.keys()].filter((file) => !untouched.has(file)).sort();
  return { written, removed: done.removed, unchanged: wanted.size - written.length };
}

const allOf = ({ made, laid }: Placing): readonly Made[] => [...made, laid];

/** Paths with whose choice they are; a picture may be shown by several live pages. */
function namesOf(made: readonly Made[], byHand: boolean): readonly OutputPath[] {
  const pictures = new Set<string>();
  return made.flatMap(({ paths }) =>
    paths
      .filter((file) => {
        if (byHand || !file.startsWith("pictures/")) return true;
        const known = pictures.has(file);
        pictures.add(file);
        return !known;
      })
      .map((file) => ({ path: file, byHand })),
  );
}

/** Each path once, though two live pages may show one picture; with the file to copy, if it is not staged. */
function writesOf(made: readonly Made[]): ReadonlyMap<string, string | undefined> {
  const writes = new Map<string, string | undefined>();
  for (const { staged, copies } of made) {
    for (const file of staged) writes.set(file, undefined);
    for (const { path: file, copy } of copies) writes.set(file, copy);
  }
  return writes;
}

/** A folder that is new is moved whole, with all that belongs into it; elsewhere file by file. */
function moves({ out, stage }: Placing, writes: ReadonlyMap<string, string | undefined>): readonly Change[] {
  const changes: Change[] = [];
  const whole = new Map<string, boolean>();
  for (const [file, copy] of writes) {
    const top = file.split("/", 1)[0] ?? "";
    let fresh = whole.get(top);
    if (fresh === undefined) {
      fresh = top !== file && fs.lstatSync(path.join(out, top), { throwIfNoEntry: false }) === undefined;
      whole.set(top, fresh);
      if (fresh) changes.push({ path: top, move: path.join(stage, top) });
    }
    if (!fresh) changes.push(copy === undefined ? { path: file, move: path.join(stage, file) } : { path: file, copy });
    else if (copy !== undefined) {
      fs.mkdirSync(path.join(stage, path.dirname(file)), { recursive: true });
      fs.copyFileSync(copy, path.join(stage, file), fs.constants.COPYFILE_FICLONE);
    }
  }
  return changes;
}

/** What goes: what live pages no longer have, unless others have it; and, where little is known, what is found to be left over. */
function removals(
  placing: Placing,
  wanted: ReadonlySet<string>,
  writes: ReadonlyMap<string, string | undefined>,
): ReadonlySet<string> {
  const { out, plan, shown } = placing;
  const made = allOf(placing);
  const records = placing.gone.map((one) => recordOf(placing, one));
  const before = [...made.flatMap((one) => one.removed), ...records.flatMap((one) => Object.keys(one?.outputs ?? {}))];
  const removed = new Set(before.filter((file) => !wanted.has(file) && !shown.has(pictureOf(file))));
  const lost = made.some((one) => one.lost) || records.includes(undefined);
  if (placing.sure && !lost) {
    refuseTaken(placing, new Set(before));
    return removed;
  }
  const kept = keptPaths(placing);
  const ours = new Set([
    ...kept,
    ...removed,
    ...witnessed(plan),
    ...made.flatMap(({ paths, added }) => {
      const fresh = new Set(added);
      return paths.filter((file) => !fresh.has(file));
    }),
    ...(recallValue<readonly string[]>(plan.pending)?.value ?? []),
  ]);
  const left = strays({
    out,
    wanted: new Set([...wanted, ...kept]),
    written: new Set(writes.keys()),
    ours,
    known: placing.known && !lost,
  });
  return new Set(left);
}

/** A path that is new to its live page may be another's, or a file that somebody laid there. Capitals stand in `public/` alone. */
function refuseTaken(placing: Placing, before: ReadonlySet<string>): void {
  const { out } = placing;
  const taken = allOf(placing)
    .flatMap(({ added }) => added)
    .filter((file) => !file.startsWith("pictures/"))
    .filter((file) => [file, file.toLowerCase()].some((one) => !before.has(one) && isThere(path.join(out, one))));
  if (taken.length === 0) return;
  const kept = keptPaths(placing);
  const byHand = new Set(placing.laid.paths);
  const twice = taken.flatMap((file) => {
    const other = [file, file.toLowerCase()].find((one) => kept.has(one));
    return other === undefined
      ? []
      : [
          { path: other, byHand: false },
          { path: file, byHand: byHand.has(file) },
        ];
  });
  if (twice.length > 0) throw new Refusal(checkPaths(twice));
  const foreign = taken.filter((file) => !before.has(file) && isThere(path.join(out, file)));
  if (foreign.length > 0) throw foreignFiles(out, foreign);
}

const keptPaths = (placing: Placing): ReadonlySet<string> =>
  new Set(placing.kept.flatMap((one) => Object.keys(recordOf(placing, one)?.outputs ?? {})));

/** What the records that are whole tell, whichever build they are of. */
function witnessed(plan: PlanFolder): readonly string[] {
  const folder = path.dirname(plan.record("x"));
  const files = filesBelow(folder).filter((file) => file.endsWith(".json"));
  return files.flatMap((file) => Object.keys(recallValue<PageRecord>(path.join(folder, file))?.value.outputs ?? {}));
}

const recordOf = ({ plan }: Placing, { slug, record }: RecordName): PageRecord | undefined =>
  recallValue<PageRecord>(plan.record(slug), record)?.value;

/** `pictures/<16 hex>` of the file of a variant. */
const pictureOf = (file: string): string => (file.startsWith("pictures/") ? file.replace(/-\d+\.\w+$/, "") : "");

const isThere = (file: string): boolean => fs.lstatSync(file, { throwIfNoEntry: false }) !== undefined;

/** A permalink never breaks: what an edition had, every later one has. */
function vanished(
  { root, out, publishedAsBefore, sure, whole }: Placing,
  wanted: ReadonlySet<string>,
  removed: ReadonlySet<string>,
): readonly Problem[] {
  if (!whole || (sure && publishedAsBefore && removed.size === 0)) return [];
  const gone = readPublished(root).filter((file) => {
    if (file.startsWith("pictures/") || isCardPath(file) || wanted.has(file)) return false;
    return removed.has(file) || !isThere(path.join(out, file));
  });
  if (gone.length === 0) return [];
  const shown = gone.slice(0, 10).map((file) => `"${file}"`);
  const more = gone.length > shown.length ? ` and ${gone.length - shown.length} more` : "";
  return [
    {
      severity: "error",
      file: "content/published.txt",
      line: 0,
      column: 0,
      message: `Cannot let published pages vanish: this build has no ${shown.join(", ")}${more}`,
      hint: "Bring back the post or file, or give it the id it had. Only if its address may break for ever, remove its line from content/published.txt",
    },
  ];
}
