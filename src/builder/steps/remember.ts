/**
 * Step 5 of a build: turns the committed site into the state for the next build: records, summaries, state, in this order. The
 * site is the new one by now. If this step dies, `pending.json` stays, and the next build looks at each file of the site.
 */
import fs from "node:fs";
import { signatureAt } from "../../archive/read/stat-signature.ts";
import { explain } from "../../base/failure.ts";
import { sortProblems } from "../../model/problem.ts";
import { pageFiles } from "../cache/build-cache.ts";
import { diskCache } from "../cache/disk-cache.ts";
import { type BuildState, type PageState, stateFormat } from "../cache/state.ts";
import { staticFilesMark } from "../inputs/static-files.ts";
import { takeFingerprint } from "../output/fingerprint.ts";
import type { PageResult } from "../render/page-result.ts";
import { type BuildReport, reportOf } from "../report.ts";
import { partFile } from "../shards/shard.ts";
import type { CommitOutcome } from "./commit.ts";
import type { BuildPlan } from "./plan.ts";
import type { RenderResult } from "./render.ts";
import { mergedMark } from "./scan.ts";

/** Throws Failure for errors of the disk. */
export function rememberBuild(plan: BuildPlan, result: RenderResult, outcome: CommitOutcome): BuildReport {
  const { options, inputs, buildCache, last, gone } = plan;
  try {
    for (const { slug } of result.pages) {
      const { record, newRecord, view, newView } = pageFiles(buildCache, slug);
      diskCache.move(newRecord, record);
      diskCache.move(newView, view);
    }
    for (const slug of gone.keys())
      for (const file of Object.values(pageFiles(buildCache, slug))) fs.rmSync(file, { force: true });
    const summaries = diskCache.put(buildCache.summaries, result.summaries);
    const state = stateOf(plan, result, summaries);
    // A whole site does not say of itself that it is a part.
    if ((inputs.part === "" || inputs.part === mergedMark) && last?.part !== inputs.part)
      fs.rmSync(partFile(options.out), { force: true });
    diskCache.put(buildCache.state, state);
    fs.rmSync(buildCache.pending, { force: true });
    return reportOf(state, { ...result.pictures, ...outcome });
  } catch (error) {
    const aftermath = "the site is the new one, and the next build looks at each of its files";
    throw explain(`keep in "${buildCache.folder}" what was built`, error, aftermath);
  }
}

function stateOf(plan: BuildPlan, result: RenderResult, summaries: string): BuildState {
  const { options, inputs, buildCache, front, staticFiles, drafts } = plan;
  const { scan } = inputs;
  const ownPaths = [...result.archive.changes.paths, ...staticFiles.changes.paths];
  const pages = pageStates(plan, result);
  return {
    format: stateFormat,
    renderKey: inputs.renderKey,
    frontMark: scan.signature,
    aboutMark: scan.words,
    publishedMark: scan.published,
    staticMark: staticFilesMark(inputs.staticFiles),
    ownFiles: [...inputs.ownFiles],
    part: inputs.part,
    archive: front.said,
    fingerprint: takeFingerprint(options.out, ownPaths, ""),
    pages,
    drafts: Object.fromEntries([...drafts].map((slug) => [slug, scan.pages.get(slug)?.signature ?? ""])),
    summaries,
    summariesMark: signatureAt(buildCache.summaries),
    outputs: result.archive.outputs,
    staticOutputs: staticFiles.outputs,
    files: ownPaths.length + Object.values(pages).reduce((sum, { files }) => sum + files, 0),
    problems: sortProblems(plan.problems),
  };
}

/** In the order of the slugs. */
function pageStates({ front, inputs, options, unchanged }: BuildPlan, { pages }: RenderResult): BuildState["pages"] {
  const rendered = new Map(
    pages.map((page) => [page.slug, pageState(page, inputs.scan.pages.get(page.slug)?.signature ?? "", options.out)]),
  );
  return Object.fromEntries(
    front.slugs.flatMap((slug) => {
      const state = rendered.get(slug) ?? unchanged.get(slug);
      return state === undefined ? [] : [[slug, state] as const];
    }),
  );
}

const pageState = (page: PageResult, sourceMark: string, out: string): PageState => ({
  sourceMark: page.hasDeferred ? "" : sourceMark,
  fingerprint: takeFingerprint(out, page.paths, page.slug),
  record: page.record,
  posts: page.posts,
  drafts: page.drafts,
  files: page.paths.length,
  absent: page.absent,
  pictures: page.pictures,
  problems: page.problems,
});
