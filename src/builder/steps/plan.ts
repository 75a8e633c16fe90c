/** Step 2 of a build: turns inputs and the last build's state into a plan, which says what live pages to render. */
import type { ArchiveFront } from "../../archive/read/read.ts";
import { newStage } from "../../base/transaction/transaction.ts";
import type { Problem } from "../../model/problem.ts";
import { pageCardPath } from "../../site/cards/card.ts";
import type { BuildCache } from "../cache/build-cache.ts";
import { diskCache } from "../cache/disk-cache.ts";
import { type BuildState, own, type PageState, type PageSummaries } from "../cache/state.ts";
import { isSameProgram } from "../inputs/render-key.ts";
import type { BuildOptions } from "../options.ts";
import { fingerprintHolds } from "../output/fingerprint.ts";
import { planStaticFiles, type StaticOutputs } from "../output/static-outputs.ts";
import { contentSource, type LivePageSource } from "../page-source.ts";
import type { PageTask, RenderJob } from "../render/render-job.ts";
import { type Engine, mostPostsForEleventy } from "../render/render-outdated.ts";
import { drawsCards, type LoadedTemplate, loadTemplates } from "../render/templates.ts";
import type { LastOutputs } from "../render/up-to-date.ts";
import type { InputSnapshot } from "./scan.ts";

export interface BuildRequest {
  readonly options: BuildOptions;
  readonly inputs: InputSnapshot;
  /** Undefined: all of `content/`. */
  readonly source: LivePageSource | undefined;
  readonly buildCache: BuildCache;
  /** Undefined if there was no build, or none that is known. */
  readonly last: BuildState | undefined;
  /** Whether `last` certainly is the last build, which came to its end: then sizes and times of files tell what changed. */
  readonly trustMtimes: boolean;
}

export interface BuildPlan extends BuildRequest {
  readonly source: LivePageSource;
  readonly front: ArchiveFront;
  readonly templates: readonly LoadedTemplate[];
  readonly staticFiles: StaticOutputs;
  /** What is wrong so far. Errors refuse the build once its live pages have been read too. */
  readonly problems: readonly Problem[];
  readonly job: RenderJob;
  /** The live pages to render. */
  readonly tasks: readonly PageTask[];
  /** The live pages that are left out, though `content/` has them. */
  readonly drafts: ReadonlySet<string>;
  /** The live pages that are left as they are, and those that are gone. */
  readonly unchanged: ReadonlyMap<string, PageState>;
  readonly gone: ReadonlyMap<string, PageState>;
  /** Of the last build. */
  readonly summaries: PageSummaries;
  readonly lastOutputs: LastOutputs;
  /** Whether the archive's own pages and `public/` are in the site as the last build left them. */
  readonly siteMatchesLast: boolean;
}

export async function planBuild(request: BuildRequest): Promise<BuildPlan> {
  const { options, inputs, buildCache, last, trustMtimes } = request;
  const { root, out } = options;
  const { source = contentSource(root) } = request;
  const all = source.front(knowsArchive(request) ? last?.archive : undefined);
  const { templates, problems } = await loadTemplates(root);
  const siteMatchesLast = last !== undefined && fingerprintHolds(out, last.fingerprint);
  const lastOutputs = { outputs: last?.outputs ?? {}, out, outputsKnown: trustMtimes && siteMatchesLast };
  const staticFiles = planStaticFiles(inputs.staticFiles, { ...lastOutputs, outputs: last?.staticOutputs ?? {} });
  const summaries = last && diskCache.get<PageSummaries>(buildCache.summaries, last.summaries)?.value;
  const wanted = all.slugs.flatMap((slug) => taskOf(slug, request, summaries !== undefined));
  const drafts = new Set(wanted.flatMap(({ slug }) => (isDraft(slug, source, request) ? [slug] : [])));
  const tasks = wanted.filter(({ slug }) => !drafts.has(slug));
  const front = { ...all, slugs: all.slugs.filter((slug) => !drafts.has(slug)) };
  const rendered = new Set(tasks.map(({ slug }) => slug));
  const slugs = new Set(front.slugs);
  const lastPages = Object.entries(last?.pages ?? {});
  return {
    ...request,
    source,
    front,
    templates,
    staticFiles,
    problems: [...front.problems, ...problems, ...staticFiles.problems],
    job: jobOf(request, front, templates),
    tasks,
    drafts,
    unchanged: new Map(lastPages.filter(([slug]) => slugs.has(slug) && !rendered.has(slug))),
    gone: new Map(lastPages.filter(([slug]) => !slugs.has(slug))),
    summaries: summaries ?? {},
    lastOutputs,
    siteMatchesLast,
  };
}

/** Whether `archive.md` and what stands beside it need not be read again. */
const knowsArchive = ({ inputs, last, trustMtimes }: BuildRequest): boolean =>
  trustMtimes &&
  last?.renderKey === inputs.renderKey &&
  last.frontMark === inputs.scan.signature &&
  last.aboutMark === inputs.scan.words;

/**
 * Decides whether a live page is rendered again: none, or one task. It is, if its folder in `content/` or its files in the site
 * changed, if anything changed that all live pages are rendered with, or if the cache does not tell.
 */
function taskOf(
  slug: string,
  { options, inputs, last, trustMtimes }: BuildRequest,
  summariesKnown: boolean,
): readonly PageTask[] {
  const state = own(last?.pages, slug);
  const isLeftAlone = inputs.rescanned !== undefined && !inputs.rescanned.has(slug);
  const outputsKnown =
    trustMtimes && state !== undefined && (isLeftAlone || fingerprintHolds(options.out, state.fingerprint));
  const isUnchanged =
    outputsKnown &&
    summariesKnown &&
    last?.renderKey === inputs.renderKey &&
    last.frontMark === inputs.scan.signature &&
    state.sourceMark !== "" &&
    state.sourceMark === inputs.scan.pages.get(slug)?.signature &&
    last.ownFiles.includes(pageCardPath(slug)) === inputs.ownFiles.has(pageCardPath(slug));
  if (isUnchanged) return [];
  const reread = options.verify === true || (last !== undefined && !isSameProgram(last.renderKey, inputs.renderKey));
  return [{ slug, ...(state !== undefined && { record: state.record }), outputsKnown, reread }];
}

/** Asks the source unless the last build knows the live page as a draft, and it is as it was. */
function isDraft(slug: string, source: LivePageSource, { inputs, last, trustMtimes }: BuildRequest): boolean {
  const mark = own(last?.drafts, slug);
  const isKnown = trustMtimes && mark !== undefined && mark !== "" && mark === inputs.scan.pages.get(slug)?.signature;
  return isKnown || source.isDraft?.(slug) === true;
}

function jobOf(request: BuildRequest, { said }: ArchiveFront, templates: readonly LoadedTemplate[]): RenderJob {
  const { options, inputs, buildCache } = request;
  const { root, out, cache, mode = "release", engine = engineFor(request), htmlFirst = false } = options;
  const { renderKey, ownFiles, now } = inputs;
  const cards = drawsCards(mode, templates);
  const stage = newStage(out);
  return {
    root,
    out,
    cache,
    buildCache,
    settings: said.settings,
    renderKey,
    ownFiles,
    now,
    engine,
    htmlFirst,
    cards,
    stage,
  };
}

/** The number of files is about that of posts. */
function engineFor({ last, inputs }: BuildRequest): Engine {
  const files = [...inputs.scan.pages.values()].reduce((sum, page) => sum + page.files, 0);
  return last === undefined && files <= mostPostsForEleventy ? "eleventy" : "direct";
}
