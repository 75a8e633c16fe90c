/** The part of a build that changes something: live pages that are not as they were, the archive's own pages, one transaction. */
import fs from "node:fs";
import path from "node:path";
import { explain } from "../base/failure.ts";
import { newStage } from "../base/transaction/transaction.ts";
import { type Problem, Refusal, sortProblems } from "../model/problem.ts";
import { pageCardPath } from "../site/cards/card.ts";
import { newestViews } from "../site/newest-posts.ts";
import type { PictureMode } from "../site/pictures/recipes.ts";
import type { PostView } from "../site/views/post.ts";
import { keepValue, recallValue } from "./cache/disk-cache.ts";
import { type Heads, keepHeads, recallHeads, shortHead, viewsToKeep } from "./cache/page-summaries.ts";
import { isSameProgram, laidMark } from "./inputs.ts";
import type { BuildOptions, Found } from "./options.ts";
import { type Placing, placeAll } from "./output/commit.ts";
import { landmarkOf, landmarksHold, landmarksOf } from "./output/fingerprint.ts";
import { layFiles } from "./output/static-files.ts";
import { contentOf, type Supply } from "./page-source.ts";
import { makeArchivePages, recallPosts } from "./render/archive-pages.ts";
import { openStudio } from "./render/image-pipeline.ts";
import type { Job, MadePage, Task } from "./render/make-pages.ts";
import { difference, type Made } from "./render/page-result.ts";
import type { Printed } from "./render/print.ts";
import { loadTemplates } from "./render/templates.ts";
import { type BuildReport, reportOf } from "./report.ts";
import { partFile } from "./shards/shard.ts";
import {
  own,
  type PageRecord,
  type PageState,
  type PlanFolder,
  planFolderOf,
  type State,
  stateFormat,
  writeState,
} from "./state.ts";

/**
 * `last` is the state of the last build; `calm`: no build has crashed since, and sizes and times are to be trusted. `supply`:
 * where live pages come from; absent: from `content/`.
 */
export async function remake(
  options: BuildOptions & { readonly mode: PictureMode },
  found: Found,
  last: State | undefined,
  calm: boolean,
  supply: Supply = contentOf(options.root),
): Promise<BuildReport> {
  const {
    root,
    cache,
    out,
    mode,
    verify = false,
    durable = true,
    engine = "plan",
    pagesFirst = false,
    onProgress,
  } = options;
  const plan = planFolderOf(options);
  // An older state, put back beside what later builds wrote, knows less than there is.
  const bond = last?.landmarks.filter(([file]) => file === bondOf(out, plan)) ?? [];
  const sure = calm && bond.length > 0 && landmarksHold(out, bond);
  const { mark, words } = found.scan;
  const knowsArchive = calm && last?.printing === found.printing && last.front === mark && last.words === words;
  const front = supply.front(knowsArchive ? last.archive : undefined);
  const { templates, problems: templateProblems } = await loadTemplates(root);
  const known = last && recallHeads(plan, last);
  const trusted = sure && last !== undefined && landmarksHold(out, last.landmarks);
  const before = { outputs: last?.outputs ?? {}, out, trusted };
  const laid = layFiles(found.laid, { ...before, outputs: last?.laidOutputs ?? {} });
  const problems: Problem[] = [...front.problems, ...templateProblems, ...laid.problems];

  const tasks = tasksOf(front.slugs, found, last, { out, verify, sure, whole: known !== undefined });
  const stage = newStage(out);
  const { settings } = front.said;
  const bare = fs.readdirSync(out).every((name) => name === ".afterlive");
  // Who looks at a page while writing it shares no link to it.
  const cards = mode === "release" && templates.some(({ template }) => template.cards);
  const { printing, now, ownFiles } = found;
  const job: Job = { root, cache, out, settings, printing, engine, pagesFirst, cards, ownFiles, stage, bare, now };
  const size = ({ slug }: Task): number => found.scan.pages.get(slug)?.files ?? 0;
  const made = await collecting(problems, supply.make(tasks, job, { templates, mode, size, onProgress }));
  const makeOf = new Map(made.pages.map((page) => [page.slug, page]));
  const kept = new Map(
    front.slugs.flatMap((slug) => {
      const state = makeOf.has(slug) ? undefined : own(last?.pages, slug);
      return state === undefined ? [] : [[slug, state] as const];
    }),
  );
  const heads: Heads = Object.fromEntries([
    ...[...kept.keys()].flatMap((slug) => {
      const head = own(known?.heads, slug);
      return head === undefined ? [] : [[slug, head] as const];
    }),
    ...made.pages.map(({ slug, head }) => [slug, shortHead(head)] as const),
  ]);
  const jsonOf = (slug: string): string | undefined => makeOf.get(slug)?.head.view.json ?? known?.json(slug);
  // Where all are made anew, the file of views may be lost.
  const views = viewsToKeep(heads, kept.size === 0 ? undefined : known?.heads, jsonOf);
  const recordOf = (slug: string): PageRecord | undefined => {
    const page = makeOf.get(slug);
    if (typeof page?.record === "object") return page.record;
    const file = page === undefined ? plan.record(slug) : plan.coming(slug);
    return recallValue<PageRecord>(file, page?.record ?? kept.get(slug)?.record)?.value;
  };
  const postsOf = (slug: string, count: number): readonly PostView[] | undefined => {
    const record = recordOf(slug);
    const newest = supply.newest?.(slug) ?? (record && recallPosts(job, slug, record, count));
    return newest && newestViews(newest);
  };
  const ownPages = supply.whole
    ? makeArchivePages(job, templates, heads, { postsOf, jsonOf }, before, openStudio(cache, mode, onProgress).cards)
    : Promise.resolve(noPages);
  const printed = await collecting(problems, ownPages);
  // Where one thing is not as it was left, others may not be: then each file is looked at, and the records say whose it is.
  const asLeft =
    trusted && tasks.every((task) => task.trusted || task.record === undefined) && !made.pages.some(({ lost }) => lost);
  const lost =
    printed === undefined ||
    views?.some(([, json]) => json === undefined) === true ||
    (!asLeft && [...kept.keys()].some((slug) => recordOf(slug) === undefined));
  // Without them nothing is known of live pages that seem to be as they were: all are made again.
  if (lost) return remake(options, found, last, false, supply);
  const archive: Made = {
    ...difference(before.outputs, printed.outputs),
    staged: [...printed.staged],
    copies: printed.copies,
    lost: last === undefined,
  };

  const slugs = new Set(front.slugs);
  const gone = Object.entries(last?.pages ?? {}).filter(([slug]) => !slugs.has(slug));
  const placed = placeAll({
    root,
    out,
    stage,
    plan,
    durable,
    made: [...made.pages, archive],
    laid: laid.made,
    kept: recordsOf(kept),
    gone: recordsOf(gone),
    shown: new Set([...kept.values()].flatMap(({ pictures }) => pictures)),
    sure: asLeft,
    // A site that is not where it was, or another's plan: pages tell by themselves who printed them.
    known: last !== undefined && landmarksHold(out, last.landmarks),
    publishedAsBefore: last?.published === found.scan.published,
    whole: supply.whole,
  });

  // From here on the site is the new one; until the last line a crash makes the next build look at each of its files.
  try {
    const pages: Record<string, PageState> = {};
    for (const slug of front.slugs) {
      const [page, state] = [makeOf.get(slug), kept.get(slug)];
      if (page !== undefined) pages[slug] = pageState(page, keepRecord(page, plan), found, out);
      else if (state !== undefined) pages[slug] = state;
    }
    for (const [slug] of gone) fs.rmSync(plan.record(slug), { force: true });
    const state: State = {
      format: stateFormat,
      printing: found.printing,
      front: mark,
      words,
      archive: front.said,
      part: found.part ?? "",
      laid: laidMark(found.laid),
      ownFiles: [...ownFiles],
      published: found.scan.published,
      ...keepHeads(plan, heads, views, last),
      landmarks: [...landmarksOf(out, [...archive.paths, ...laid.made.paths], ""), landmarkOf(out, bondOf(out, plan))],
      pages,
      outputs: printed.outputs,
      laidOutputs: laid.outputs,
      files:
        archive.paths.length + laid.made.paths.length + Object.values(pages).reduce((sum, { files }) => sum + files, 0),
      problems: sortProblems(problems),
    };
    if (found.part === undefined && last?.part !== "") fs.rmSync(partFile(out), { force: true });
    writeState(plan, state);
    fs.rmSync(plan.pending, { force: true });
    return reportOf(state, { ...made.pictures, ...placed });
  } catch (error) {
    const aftermath = "the site is the new one, and the next build looks at each of its files";
    throw explain(`keep in "${plan.folder}" what was built`, error, aftermath);
  }
}

const noPages: Printed & Pick<Made, "copies"> = { outputs: {}, staged: new Set(), late: new Set(), copies: [] };

/** Written with each state, just before it: what the state says of this file binds the two together. */
const bondOf = (out: string, { heads }: PlanFolder): string => path.relative(out, heads);

const recordsOf = (pages: Iterable<readonly [slug: string, state: PageState]>): Placing["kept"] =>
  [...pages].map(([slug, { record }]) => ({ slug, record }));

/** The live pages that must be made: those that changed, in the archive or in the site, and all if that is how it is. */
function tasksOf(
  slugs: readonly string[],
  { printing, scan, ownFiles, looked }: Found,
  last: State | undefined,
  { out, verify, sure, whole }: { out: string; verify: boolean; sure: boolean; whole: boolean },
): readonly Task[] {
  const all = !sure || !whole || last?.printing !== printing || last.front !== scan.mark;
  const reread = verify || (last !== undefined && !isSameProgram(last.printing, printing));
  const ownBefore = new Set(last?.ownFiles);
  return slugs.flatMap((slug): readonly Task[] => {
    const card = pageCardPath(slug);
    const state = own(last?.pages, slug);
    const untouched = looked !== undefined && !looked.has(slug);
    const trusted = sure && state !== undefined && (untouched || landmarksHold(out, state.landmarks));
    const sameCard = ownBefore.has(card) === ownFiles.has(card);
    if (!all && trusted && sameCard && state.mark !== "" && state.mark === scan.pages.get(slug)?.mark) return [];
    return [{ slug, ...(state !== undefined && { record: state.record }), trusted, reread }];
  });
}

/** Puts the record of a live page in the place of the one before; gives its digest. */
function keepRecord({ slug, record }: MadePage, plan: PlanFolder): string {
  if (typeof record === "object") return keepValue(plan.record(slug), record);
  fs.renameSync(plan.coming(slug), plan.record(slug));
  return record;
}

function pageState(page: MadePage, record: string, { scan }: Found, out: string): PageState {
  return {
    // What is not whole yet is made again.
    mark: page.late ? "" : (scan.pages.get(page.slug)?.mark ?? ""),
    landmarks: landmarksOf(out, page.paths, page.slug),
    record,
    posts: page.posts,
    files: page.paths.length,
    absent: page.absent,
    pictures: page.pictures,
    problems: page.problems,
  };
}

/** Waits for a step; if it, or one before it, met mistakes, all of them are thrown together. */
async function collecting<T>(problems: Problem[], step: Promise<T>): Promise<T> {
  let done: T | undefined;
  try {
    done = await step;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal(sortProblems([...problems, ...error.problems]));
  }
  if (problems.some(({ severity }) => severity === "error")) throw new Refusal(sortProblems(problems));
  return done;
}
