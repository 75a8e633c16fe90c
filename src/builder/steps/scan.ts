/** Step 1 of a build: turns an archive into a snapshot of its inputs, by names, sizes and times, and compares it with the last one. */
import { type ArchiveScan, scanArchive, scanPage } from "../../archive/read/scan.ts";
import type { BuildState } from "../cache/state.ts";
import { renderKeyOf } from "../inputs/render-key.ts";
import { findStaticFiles, replacedFiles, type StaticFile, staticFilesMark } from "../inputs/static-files.ts";
import type { BuildOptions } from "../options.ts";
import { fingerprintHolds } from "../output/fingerprint.ts";

export interface InputSnapshot {
  /** Milliseconds since 1970, from before anything was looked at. */
  readonly now: number;
  /** Changes with the program, the options and the archive's templates. */
  readonly renderKey: string;
  readonly scan: ArchiveScan;
  readonly staticFiles: readonly StaticFile[];
  /** The paths of static files that replace generated ones. */
  readonly ownFiles: ReadonlySet<string>;
  /** Says which part of which archive it is; "" for a whole archive, `mergedMark` for one whose live pages come from parts. */
  readonly part: string;
  /** The live pages that were looked at; the site is taken to hold the others. Absent: all. */
  readonly rescanned?: ReadonlySet<string>;
}

export const mergedMark = "merged";

export function scanInputs({ root, mode = "release" }: BuildOptions): InputSnapshot {
  const now = Date.now();
  const staticFiles = findStaticFiles(root, now);
  return {
    now,
    renderKey: renderKeyOf(root, mode),
    scan: scanArchive(root, now),
    staticFiles,
    ownFiles: replacedFiles(staticFiles),
    part: "",
  };
}

/** For a watcher: looks only at the live pages that were touched, and at those that changed too recently the last time. */
export function rescanInputs({ root }: BuildOptions, last: InputSnapshot, touched: ReadonlySet<string>): InputSnapshot {
  const now = Date.now();
  const again = [...last.scan.pages.values()].filter(({ slug, signature }) => signature === "" || touched.has(slug));
  const pages = new Map(last.scan.pages);
  for (const { slug } of again) pages.set(slug, scanPage(root, slug, now));
  return { ...last, now, scan: { ...last.scan, pages }, rescanned: new Set(again.map(({ slug }) => slug)) };
}

/** Whether archive and site are as the last build left them, as far as sizes and times tell. */
export function isAsLastBuilt(last: BuildState, inputs: InputSnapshot, out: string): boolean {
  const { scan } = inputs;
  if (last.part !== inputs.part || last.renderKey !== inputs.renderKey) return false;
  if (last.frontMark !== scan.signature || last.aboutMark !== scan.words || last.publishedMark !== scan.published)
    return false;
  if (last.staticMark === "" || last.staticMark !== staticFilesMark(inputs.staticFiles)) return false;
  const pages = Object.entries(last.pages).map(([slug, { sourceMark }]) => [slug, sourceMark] as const);
  const all = [...pages, ...Object.entries(last.drafts)];
  if (all.length !== scan.pages.size) return false;
  const same = all.every(([slug, mark]) => mark !== "" && scan.pages.get(slug)?.signature === mark);
  // The site comes last: after an edit it need not be looked at here.
  return same && [last, ...Object.values(last.pages)].every(({ fingerprint }) => fingerprintHolds(out, fingerprint));
}
