/**
 * An archive to a folder of plain HTML. First a look at the times of files: where nothing has changed, nothing more is
 * loaded than this file needs.
 */
import fs from "node:fs";
import { scanArchive, scanPage } from "../archive/read/scan.ts";
import { explain } from "../base/failure.ts";
import { withLock } from "../base/transaction/transaction.ts";
import type { PictureMode } from "../site/pictures/recipes.ts";
import { laidFiles, laidMark, ownAmong, printingMark } from "./inputs.ts";
import type { BuildOptions, Found } from "./options.ts";
import { landmarksHold } from "./output/fingerprint.ts";
import { checkOut } from "./output/out-folder.ts";
import type { Supply } from "./page-source.ts";
import { type BuildReport, reportOf } from "./report.ts";
import { planFolderOf, readState, type State } from "./state.ts";

/**
 * Makes `out` hold exactly the site of the archive: all of it or, throwing, nothing of it. Files that would be the same are
 * not touched. `look` says what there is to build from. Throws Refusal for errors in what people wrote, Failure where the disk is to blame.
 */
export async function build(
  options: BuildOptions,
  look: () => Found = () => lookAround(options),
): Promise<BuildReport> {
  const { root, cache, out, mode = "release" } = options;
  try {
    checkOut(root, cache, out);
    return await withLock(out, async () => {
      const all = look();
      if (options.shard === undefined) return await renew({ ...options, mode }, all);
      const { openShard, tellPart } = await import("./shards/part.ts");
      const { found, supply } = openShard(options, options.shard, all);
      const report = await renew({ ...options, mode }, found, supply);
      tellPart(options, options.shard, all);
      return report;
    });
  } catch (error) {
    throw explain(`build into "${out}"`, error, "the site is as it was");
  }
}

/** Makes what is not as it was; nothing more is loaded where all is. */
async function renew(
  options: BuildOptions & { readonly mode: PictureMode },
  found: Found,
  supply?: Supply,
): Promise<BuildReport> {
  const plan = planFolderOf(options);
  const crashed = fs.existsSync(plan.pending);
  const before = readState(plan);
  const sure = options.verify !== true && !crashed;
  if (sure && before !== undefined && isAsItWas(before, found, options.out))
    return reportOf(before, { made: 0, reused: 0, written: [], removed: [] });
  const { remake } = await import("./incremental-build.ts");
  return await remake(options, found, before, sure, supply);
}

/** Looks at the times of all files that a site is made from. */
export function lookAround({ root, mode = "release" }: BuildOptions): Found {
  const now = Date.now();
  const laid = laidFiles(root, now);
  return {
    now,
    printing: printingMark(root, mode),
    scan: scanArchive(root, now),
    laid,
    ownFiles: ownAmong(laid),
  };
}

/** For a watcher: looks only at the live pages that were touched, and at those that could not be trusted. */
export function lookAgain({ root }: BuildOptions, last: Found, touched: ReadonlySet<string>): Found {
  const now = Date.now();
  const again = [...last.scan.pages.values()].filter(({ slug, mark }) => mark === "" || touched.has(slug));
  const pages = new Map(last.scan.pages);
  for (const { slug } of again) pages.set(slug, scanPage(root, slug, now));
  return { ...last, now, scan: { ...last.scan, pages }, looked: new Set(again.map(({ slug }) => slug)) };
}

/** Whether archive and site are as the last build left them, as far as sizes and times tell. */
function isAsItWas(before: State, { printing, scan, laid, part = "" }: Found, out: string): boolean {
  if (before.part !== part) return false;
  if (before.printing !== printing || before.front !== scan.mark) return false;
  if (before.words !== scan.words || before.published !== scan.published) return false;
  if (before.laid === "" || before.laid !== laidMark(laid)) return false;
  const pages = Object.entries(before.pages);
  if (pages.length !== scan.pages.size) return false;
  const same = pages.every(([slug, { mark }]) => mark !== "" && scan.pages.get(slug)?.mark === mark);
  // The site last: after an edit it need not be looked at here.
  return same && [before, ...Object.values(before.pages)].every(({ landmarks }) => landmarksHold(out, landmarks));
}
