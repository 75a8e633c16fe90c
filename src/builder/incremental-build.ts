/**
 * Turns changed inputs into a changed site: plans what to render, renders it beside the site, commits it in one transaction,
 * and remembers it for the next build. The site is always the one that a build from nothing gives.
 */
import { keepOutOfGit } from "../base/cache/keep-out-of-git.ts";
import type { BuildReport } from "./report.ts";
import { commitBuild } from "./steps/commit.ts";
import { type BuildRequest, planBuild } from "./steps/plan.ts";
import { rememberBuild } from "./steps/remember.ts";
import { renderBuild } from "./steps/render.ts";

/** Throws Refusal for mistakes in what people wrote, Failure for errors of the disk. */
export async function incrementalBuild(request: BuildRequest): Promise<BuildReport> {
  const plan = await planBuild(request);
  const result = await renderBuild(plan);
  // The cache has lost something that is needed: then all live pages are rendered.
  if (result === "cache lost") return await incrementalBuild({ ...request, trustMtimes: false });
  keepOutOfGit(plan.options.cache);
  const outcome = commitBuild(plan, result);
  return rememberBuild(plan, result, outcome);
}
