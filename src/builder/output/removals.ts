/** Turns a plan and its result into the files that the site must lose, and refuses to touch files that no build has written. */
import path from "node:path";
import { Refusal } from "../../model/problem.ts";
import { pageFiles } from "../cache/build-cache.ts";
import { diskCache } from "../cache/disk-cache.ts";
import type { PageRecord } from "../cache/state.ts";
import type { BuildPlan } from "../steps/plan.ts";
import type { RenderResult } from "../steps/render.ts";
import { filesBelow, isInFolder } from "./files-below.ts";
import type { OutputChanges } from "./output-changes.ts";
import { checkPaths, type OutputPath } from "./output-paths.ts";
import { foreignFiles, strayFiles } from "./strays.ts";

/** The paths of all files of the parts that were rendered, and those that are written, with the files to copy. */
export interface NewFiles {
  readonly wanted: ReadonlySet<string>;
  readonly writes: ReadonlyMap<string, string | undefined>;
}

/**
 * What live pages no longer have, unless others have it; where the site is not certainly as it was left, all that is found to be
 * left over. Throws Refusal for files that no build of this archive is known to have written.
 */
export function filesToRemove(
  plan: BuildPlan,
  result: RenderResult,
  { wanted, writes }: NewFiles,
): ReadonlySet<string> {
  const all = [...result.pages, result.archive.changes, plan.staticFiles.changes];
  const goneRecords = [...plan.gone].map(
    ([slug, { record }]) => diskCache.get<PageRecord>(pageFiles(plan.buildCache, slug).record, record)?.value,
  );
  const before = [
    ...all.flatMap(({ removed }) => removed),
    ...goneRecords.flatMap((record) => Object.keys(record?.outputs ?? {})),
  ];
  const shown = new Set([...plan.unchanged.values()].flatMap(({ pictures }) => pictures));
  const removed = new Set(before.filter((file) => !wanted.has(file) && !shown.has(pictureOf(file))));
  if (result.outputsKnown && !goneRecords.includes(undefined)) {
    refuseTaken(plan, result, new Set(before));
    return removed;
  }
  const recordsKnown = !result.pages.some(({ recordLost }) => recordLost) && !goneRecords.includes(undefined);
  const kept = unchangedPaths(plan, result);
  return new Set(
    strayFiles({
      out: plan.options.out,
      wanted: new Set([...wanted, ...kept]),
      written: new Set(writes.keys()),
      ours: new Set([...kept, ...removed, ...recordedPaths(plan), ...all.flatMap(pathsBefore)]),
      knowsLast: plan.siteMatchesLast && recordsKnown,
    }),
  );
}

/** The files that a part of the site has, and had. */
function pathsBefore({ paths, added }: OutputChanges): readonly string[] {
  const fresh = new Set(added);
  return paths.filter((file) => !fresh.has(file));
}

/** What the records and the list of pending files name, whichever build they are of. */
function recordedPaths({ buildCache }: BuildPlan): readonly string[] {
  const files = filesBelow(buildCache.records).filter((file) => file.endsWith(".json"));
  const records = files.map((file) => diskCache.get<PageRecord>(path.join(buildCache.records, file))?.value);
  const pending = diskCache.get<readonly string[]>(buildCache.pending)?.value ?? [];
  return [...records.flatMap((record) => Object.keys(record?.outputs ?? {})), ...pending];
}

const unchangedPaths = ({ unchanged }: BuildPlan, { records }: RenderResult): ReadonlySet<string> =>
  new Set([...unchanged.keys()].flatMap((slug) => Object.keys(records.record(slug)?.outputs ?? {})));

/** Refuses a new path that another live page has, or a file that somebody put there. Only `public/` may have capitals. */
function refuseTaken(plan: BuildPlan, result: RenderResult, before: ReadonlySet<string>): void {
  const { out } = plan.options;
  const { staticFiles } = plan;
  const isTaken = (file: string): boolean => !before.has(file) && isInFolder(out, file);
  const added = [...result.pages, result.archive.changes, staticFiles.changes].flatMap((part) => part.added);
  const taken = added.filter((file) => !file.startsWith("pictures/") && (isTaken(file) || isTaken(file.toLowerCase())));
  if (taken.length === 0) return;
  const kept = unchangedPaths(plan, result);
  const byHand = new Set(staticFiles.changes.paths);
  const twice = taken.flatMap((file): readonly OutputPath[] => {
    const other = [file, file.toLowerCase()].find((one) => kept.has(one));
    if (other === undefined) return [];
    return [
      { path: other, byHand: false },
      { path: file, byHand: byHand.has(file) },
    ];
  });
  if (twice.length > 0) throw new Refusal(checkPaths(twice));
  const foreign = taken.filter(isTaken);
  if (foreign.length > 0) throw foreignFiles(out, foreign);
}

/** `pictures/<16 hex>` of the file of a variant; "" of other files. */
const pictureOf = (file: string): string => (file.startsWith("pictures/") ? file.replace(/-\d+\.\w+$/, "") : "");
