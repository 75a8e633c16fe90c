/**
 * Turns an archive into a folder of plain HTML, in five steps: scan, plan, render, commit, remember. This file scans, and
 * stops there if nothing has changed; `incremental-build.ts`, which loads much more code, takes the other steps.
 */
import fs from "node:fs";
import { signatureAt } from "../archive/read/stat-signature.ts";
import { explain } from "../base/failure.ts";
import { withLock } from "../base/transaction/transaction.ts";
import { buildCacheOf } from "./cache/build-cache.ts";
import { readState } from "./cache/state.ts";
import { isMoved } from "./content-moved.ts";
import type { BuildOptions } from "./options.ts";
import { checkOut } from "./output/out-folder.ts";
import { ownConfiguration } from "./own-configuration.ts";
import type { LivePageSource } from "./page-source.ts";
import { type BuildReport, reportOf } from "./report.ts";
import { type InputSnapshot, isAsLastBuilt, scanInputs } from "./steps/scan.ts";

/**
 * Makes `out` hold exactly the site of the archive: all of it or, throwing, nothing of it. Files that would be the same are
 * not touched. `scan` is called again where content came or went since. Throws Refusal for mistakes in what people wrote, Failure for errors of the disk.
 */
export async function buildSite(options: BuildOptions, scan = scanInputs): Promise<BuildReport> {
  const { root, cache, out } = options;
  try {
    checkOut(root, cache, out);
    return await withLock(out, async () => {
      for (let tries = 1; ; tries++) {
        const inputs = scan(options);
        try {
          return await buildScanned(options, inputs);
        } catch (error) {
          if (tries === scansAtMost || !isMoved(error, root, inputs)) throw error;
        }
      }
    });
  } catch (error) {
    throw explain(`build into "${out}"`, error, "the site is as it was");
  }
}

/** An archive whose files come and go is scanned anew so often. */
const scansAtMost = 5;

async function buildScanned(options: BuildOptions, inputs: InputSnapshot): Promise<BuildReport> {
  const { root, shard } = options;
  const config = ownConfiguration(root);
  if (config !== undefined) return await buildByEleventy(options, inputs, config);
  if (shard === undefined) return await buildInputs(options, inputs);
  const { openShard, writePart } = await import("./shards/part.ts");
  const share = openShard(root, shard, inputs);
  const report = await buildInputs(options, share.inputs, share.source);
  writePart(options, shard, inputs);
  return report;
}

/** Builds an archive that has an Eleventy configuration of its own: Eleventy prints the whole site. */
async function buildByEleventy(options: BuildOptions, inputs: InputSnapshot, config: string): Promise<BuildReport> {
  const { printOwnSite } = await import("./eleventy-site.ts");
  const printed = await printOwnSite(options, inputs, config);
  try {
    const report = await buildInputs(options, printed.inputs, printed.source);
    return { ...report, livePages: printed.livePages, posts: printed.posts };
  } finally {
    fs.rmSync(printed.folder, { recursive: true, force: true });
  }
}

/** Builds what was scanned; does nothing if archive and site are as the last build left them. The lock is held. */
export async function buildInputs(
  options: BuildOptions,
  inputs: InputSnapshot,
  source?: LivePageSource,
): Promise<BuildReport> {
  const buildCache = buildCacheOf(options);
  const last = readState(buildCache);
  // This file exists from before the site changes until the state is written, and stays if the build dies between.
  const cleanShutdown = !fs.existsSync(buildCache.pending);
  // Each build writes the summaries anew: an older state, put back, has another mark of them.
  const isNewest = last !== undefined && signatureAt(buildCache.summaries) === last.summariesMark;
  const trustMtimes = cleanShutdown && isNewest && options.verify !== true;
  if (trustMtimes && isAsLastBuilt(last, inputs, options.out))
    return reportOf(last, { made: 0, reused: 0, written: [], removed: [] });
  const { incrementalBuild } = await import("./incremental-build.ts");
  return await incrementalBuild({ options, inputs, source, buildCache, last, trustMtimes });
}
