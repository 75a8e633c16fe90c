/** Step 3 of a build: turns a plan into staged files, those of live pages first, then the archive's own pages. */
import { type Problem, Refusal, sortProblems } from "../../model/problem.ts";
import { newestViews } from "../../site/newest-posts.ts";
import { openRecords, type PageRecords, type StoredPage } from "../cache/page-records.ts";
import { own, type PageSummaries } from "../cache/state.ts";
import { ContentMoved } from "../content-moved.ts";
import { comparePaths } from "../output/output-changes.ts";
import { type ArchivePages, readNewestPosts, renderArchivePages } from "../render/archive-pages.ts";
import { type ImagePipeline, openImagePipeline } from "../render/image-pipeline.ts";
import type { PageResult } from "../render/page-result.ts";
import type { LastOutputs } from "../render/up-to-date.ts";
import type { BuildPlan } from "./plan.ts";

export interface RenderResult {
  readonly pages: readonly PageResult[];
  readonly archive: ArchivePages;
  /** Of all live pages. */
  readonly summaries: PageSummaries;
  /** Of the live pages of the new site. */
  readonly records: PageRecords;
  readonly pictures: { readonly made: number; readonly reused: number };
  /** Whether the site certainly holds what the last build left: then its files need not be looked through. */
  readonly outputsKnown: boolean;
}

/** Throws Refusal with all mistakes that were found so far. "cache lost": a record that is needed is missing or damaged. */
export async function renderBuild(plan: BuildPlan): Promise<RenderResult | "cache lost"> {
  const { options, job, templates, tasks } = plan;
  const images = openImagePipeline(job.cache, options);
  const size = ({ slug }: { readonly slug: string }): number => plan.inputs.scan.pages.get(slug)?.files ?? 0;
  const pages = await refuseTogether(plan.problems, plan.source.render(tasks, job, { templates, images, size }));
  const summaries = summariesOf(plan, pages);
  const records = openRecords(plan.buildCache, storedPages(plan, pages));
  const outputsKnown =
    plan.lastOutputs.outputsKnown && tasks.every(isKnown) && !pages.some(({ recordLost }) => recordLost);
  // Where the files of the site are looked through, records say which of them are ours.
  if (!outputsKnown) for (const slug of plan.unchanged.keys()) records.record(slug);
  if (records.lost.size > 0) return "cache lost";
  const archive = await renderArchive(plan, summaries, records, images);
  if (archive === "cache lost") return archive;
  return { pages, archive, summaries, records, pictures: images.counts(), outputsKnown };
}

const isKnown = ({ outputsKnown, record }: BuildPlan["tasks"][number]): boolean => outputsKnown || record === undefined;

/** The summaries of the new site: the kept ones, then the new ones. */
function summariesOf({ unchanged, summaries }: BuildPlan, pages: readonly PageResult[]): PageSummaries {
  const kept = [...unchanged.keys()].flatMap((slug) => {
    const summary = own(summaries, slug);
    return summary === undefined ? [] : [[slug, summary] as const];
  });
  return Object.fromEntries([...kept, ...pages.map(({ slug, summary }) => [slug, summary] as const)]);
}

function storedPages(
  { unchanged, summaries }: BuildPlan,
  pages: readonly PageResult[],
): ReadonlyMap<string, StoredPage> {
  const stored = new Map<string, StoredPage>();
  for (const [slug, { record }] of unchanged)
    stored.set(slug, { record, view: own(summaries, slug)?.view ?? "", isNew: false });
  for (const { slug, record, summary } of pages) stored.set(slug, { record, view: summary.view, isNew: true });
  return stored;
}

async function renderArchive(
  plan: BuildPlan,
  summaries: PageSummaries,
  records: PageRecords,
  { cards }: ImagePipeline,
): Promise<ArchivePages | "cache lost"> {
  const { source, job, templates, lastOutputs: last, problems } = plan;
  if (!(source.archivePages ?? source.whole)) return noArchivePages(last);
  let moved = false;
  const newest = (slug: string, count: number) => {
    const record = source.newest === undefined ? records.record(slug) : undefined;
    const posts = source.newest?.(slug) ?? (record && readNewestPosts(job, slug, record, count));
    if (record !== undefined && (posts?.posts.length ?? 0) < count) moved = true;
    return posts === undefined ? [] : newestViews(posts);
  };
  const viewJson = (slug: string): string => records.viewJson(slug) ?? "{}";
  const rendering = renderArchivePages({ summaries, viewJson, newest, last }, job, { templates, cards });
  try {
    const pages = await refuseTogether(problems, rendering);
    return records.lost.size > 0 ? "cache lost" : pages;
  } catch (error) {
    // A template may fail because views or posts are missing.
    if (records.lost.size > 0) return "cache lost";
    if (moved) throw new ContentMoved();
    throw error;
  }
}

/** Those of the last build are removed. */
const noArchivePages = (last: LastOutputs): ArchivePages => ({
  outputs: {},
  changes: { ...comparePaths(last.outputs, {}), staged: [], copies: [] },
});

/** Waits for a step. If it met errors, or there were errors before, throws all problems in one Refusal. */
async function refuseTogether<T>(before: readonly Problem[], step: Promise<T>): Promise<T> {
  let done: T;
  try {
    done = await step;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal(sortProblems([...before, ...error.problems]));
  }
  if (before.some(({ severity }) => severity === "error")) throw new Refusal(sortProblems(before));
  return done;
}
