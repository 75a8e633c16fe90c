/** Turns the parts that other machines have built into a source of live pages: their files are copied, not rendered. */
import fs from "node:fs";
import path from "node:path";
import { readFront } from "../../archive/read/read.ts";
import { digestFile } from "../../base/digest-file.ts";
import { fileProblem, type Problem, Refusal } from "../../model/problem.ts";
import { pageFiles } from "../cache/build-cache.ts";
import { diskCache } from "../cache/disk-cache.ts";
import type { PageRecord } from "../cache/state.ts";
import { comparePaths } from "../output/output-changes.ts";
import { isPagePath } from "../output/output-paths.ts";
import type { LivePageSource } from "../page-source.ts";
import type { PageResult } from "../render/page-result.ts";
import type { PageTask, RenderJob } from "../render/render-job.ts";
import { siteHolds } from "../render/up-to-date.ts";
import type { FoundPart } from "./check-parts.ts";
import type { PartPage } from "./part.ts";

/** A live page, and the folder of its part. */
interface FoundPage {
  readonly folder: string;
  readonly page: PartPage;
}

/** `slugs`: of all live pages, sorted. The archive in `root` needs none of them. */
export function partsSource(parts: readonly FoundPart[], slugs: readonly string[], root: string): LivePageSource {
  const pages = new Map(
    parts.flatMap(({ folder, part }) =>
      Object.entries(part.pages).map(([slug, page]) => [slug, { folder, page }] as const),
    ),
  );
  return {
    front(known) {
      const { said } = readFront(root, known);
      return { said, slugs, problems: said.problems };
    },
    async render(tasks, job) {
      const found = tasks.flatMap((task) => {
        const page = pages.get(task.slug);
        return page === undefined ? [] : [{ task, page }];
      });
      const problems = found.flatMap(({ page }) => damagedFiles(page));
      if (problems.length > 0) throw new Refusal(problems);
      return found.map(({ task, page }) => takePage(task, page, job));
    },
    newest: (slug) => pages.get(slug)?.page.newest,
    whole: true,
  };
}

/** Problems of the files that are not what the part says of them. */
const damagedFiles = ({ folder, page }: FoundPage): readonly Problem[] =>
  Object.entries(page.files).flatMap(([file, digest]): readonly Problem[] => {
    const fault = isPagePath(file) ? faultOf(path.join(folder, file), digest) : "it is no path of a site";
    if (fault === undefined) return [];
    const message = `Cannot merge "${folder}": ${fault}: "${file}"`;
    return [fileProblem(folder, message, "Build this part again, and bring all of its folder")];
  });

/** Why a file of a part cannot be taken; undefined if it can. */
function faultOf(file: string, digest: string): string | undefined {
  const stats = fs.lstatSync(file, { throwIfNoEntry: false });
  if (stats === undefined) return "a file is missing";
  return stats.isFile() && digestFile(file) === digest ? undefined : "a file is not what was built";
}

function takePage({ slug, record, outputsKnown }: PageTask, { folder, page }: FoundPage, job: RenderJob): PageResult {
  const own = pageFiles(job.buildCache, slug);
  const last = record === undefined ? undefined : diskCache.get<PageRecord>(own.record, record)?.value;
  const lastOutputs = { outputs: last?.outputs ?? {}, out: job.out, outputsKnown };
  const files = Object.entries(page.files);
  const outputs = Object.fromEntries(files.map(([file, digest]) => [file, [digest, digest] as const]));
  const memory = { zone: "", posts: {}, media: {} };
  const { posts, drafts, absent, pictures, problems, summary } = page;
  diskCache.put(own.newView, page.view);
  return {
    slug,
    posts,
    drafts,
    absent,
    pictures,
    problems,
    summary,
    record: diskCache.put(own.newRecord, { memory, pictures: {}, outputs } satisfies PageRecord),
    recordLost: record !== undefined && last === undefined,
    hasDeferred: false,
    ...comparePaths(lastOutputs.outputs, outputs),
    staged: [],
    copies: files
      .filter(([file, digest]) => !siteHolds(file, digest, lastOutputs))
      .map(([file]) => ({ path: file, copy: path.join(folder, file) })),
  };
}
