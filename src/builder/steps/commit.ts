/**
 * Step 4 of a build: turns staged files into the new site. Checks which paths may be written and removed, then makes all changes
 * in one transaction. From just before it until step 5 ends, `pending.json` exists: a build that finds it trusts nothing.
 */
import fs from "node:fs";
import path from "node:path";
import { readPublished } from "../../archive/published.ts";
import { type Change, commit } from "../../base/transaction/transaction.ts";
import { Refusal } from "../../model/problem.ts";
import { diskCache } from "../cache/disk-cache.ts";
import type { OutputChanges } from "../output/output-changes.ts";
import { checkPaths, type OutputPath } from "../output/output-paths.ts";
import { lostPublications } from "../output/published-paths.ts";
import { filesToRemove } from "../output/removals.ts";
import type { BuildPlan } from "./plan.ts";
import type { RenderResult } from "./render.ts";

export interface CommitOutcome {
  /** Paths, sorted. */
  readonly written: readonly string[];
  readonly removed: readonly string[];
}

/** Throws Refusal, before anything is changed, if a path is taken or a published page would vanish. */
export function commitBuild(plan: BuildPlan, result: RenderResult): CommitOutcome {
  const { options, buildCache, job } = plan;
  const rendered = [...result.pages, result.archive.changes];
  const all = [...rendered, plan.staticFiles.changes];
  const wanted = new Set(all.flatMap(({ paths }) => paths));
  const writes = writesOf(all);
  refuse(checkPaths([...namesOf(rendered), ...byHand(plan.staticFiles.changes)]));
  const removed = filesToRemove(plan, result, { wanted, writes });
  if (mayLosePublications(plan, result, removed)) {
    const published = readPublished(options.root);
    refuse(lostPublications(published, { out: options.out, wanted, removed }));
  }
  diskCache.put(
    buildCache.pending,
    all.flatMap(({ paths }) => paths),
  );
  const changes = [
    ...moves(options.out, job.stage, writes),
    ...[...removed].map((file): Change => ({ path: file, remove: true })),
  ];
  const done = commit(options.out, changes, { durable: options.durable ?? true });
  const untouched = new Set(done.unchanged);
  return { written: [...writes.keys()].filter((file) => !untouched.has(file)).sort(), removed: done.removed };
}

function refuse(problems: ConstructorParameters<typeof Refusal>[0]): void {
  if (problems.length > 0) throw new Refusal(problems);
}

/** A part of an archive lacks pages of the others; and what has not changed loses nothing. */
const mayLosePublications = (
  { source, last, inputs }: BuildPlan,
  { outputsKnown }: RenderResult,
  removed: ReadonlySet<string>,
): boolean => source.whole && !(outputsKnown && last?.publishedMark === inputs.scan.published && removed.size === 0);

/** The paths of rendered files. Several live pages may show one picture. */
function namesOf(rendered: readonly OutputChanges[]): readonly OutputPath[] {
  const pictures = new Set<string>();
  const names: OutputPath[] = [];
  for (const file of rendered.flatMap(({ paths }) => paths)) {
    if (pictures.has(file)) continue;
    if (file.startsWith("pictures/")) pictures.add(file);
    names.push({ path: file, byHand: false });
  }
  return names;
}

const byHand = ({ paths }: OutputChanges): readonly OutputPath[] => paths.map((path) => ({ path, byHand: true }));

/** Each path that is written, once, with the file to copy; undefined if the file is staged. */
function writesOf(all: readonly OutputChanges[]): ReadonlyMap<string, string | undefined> {
  const writes = new Map<string, string | undefined>();
  for (const { staged, copies } of all) {
    for (const file of staged) writes.set(file, undefined);
    for (const { path: file, copy } of copies) writes.set(file, copy);
  }
  return writes;
}

/** Moves a folder that is new to the site as one, with everything in it; elsewhere moves or copies each file. */
function moves(out: string, stage: string, writes: ReadonlyMap<string, string | undefined>): readonly Change[] {
  const changes: Change[] = [];
  const newFolders = new Map<string, boolean>();
  for (const [file, copy] of writes) {
    const top = file.split("/", 1)[0] ?? "";
    let isNew = newFolders.get(top);
    if (isNew === undefined) {
      isNew = top !== file && fs.lstatSync(path.join(out, top), { throwIfNoEntry: false }) === undefined;
      newFolders.set(top, isNew);
      if (isNew) changes.push({ path: top, move: path.join(stage, top) });
    }
    if (!isNew) changes.push(copy === undefined ? { path: file, move: path.join(stage, file) } : { path: file, copy });
    else if (copy !== undefined) {
      fs.mkdirSync(path.join(stage, path.dirname(file)), { recursive: true });
      fs.copyFileSync(copy, path.join(stage, file), fs.constants.COPYFILE_FICLONE);
    }
  }
  return changes;
}
