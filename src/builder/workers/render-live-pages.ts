/** Renders many live pages in batches that fit into memory: in this thread, or in a pool of workers if there are many posts. */
import { availableParallelism } from "node:os";
import { type Problem, Refusal } from "../../model/problem.ts";
import type { PageResult } from "../render/page-result.ts";
import { renderBatch } from "../render/render-batch.ts";
import type { PageTask, RenderJob, RenderOptions, RenderTools } from "../render/render-job.ts";

/** The most posts of a batch. */
const batchPosts = 1000;
/** The least number of batches for each processor. */
const batchesEach = 8;
/** The number of posts from which a second processor saves more time than its start takes. */
const worthThreads = 600;
/** With more processors than this the disk is the limit. */
const mostProcessors = 8;

/** Gives the results in the order of the tasks. Throws Refusal with all that is wrong with any live page. */
export async function renderLivePages(
  tasks: readonly PageTask[],
  job: RenderJob,
  { templates, images, size }: RenderOptions,
): Promise<readonly PageResult[]> {
  const tools: RenderTools = { templates, pictures: images.pictures, cards: images.cards };
  const posts = tasks.reduce((sum, task) => sum + size(task), 0);
  const processors = posts < worthThreads ? 1 : Math.min(availableParallelism(), mostProcessors);
  if (processors === 1) return await renderInTurn(batchesOf(tasks, size, batchPosts), job, tools);
  // Small batches, so that no processor waits long for the last one. Each processor has three at a time.
  const most = Math.min(batchPosts / 2, Math.ceil(posts / processors / batchesEach));
  const batches = batchesOf(tasks, size, most);
  if (batches.length === 1) return await renderInTurn(batches, job, tools);
  const { renderInPool } = await import("./pool.ts");
  return await renderInPool(batches, job, tools, processors);
}

async function renderInTurn(
  batches: readonly (readonly PageTask[])[],
  job: RenderJob,
  tools: RenderTools,
): Promise<readonly PageResult[]> {
  const pages: PageResult[] = [];
  const problems: Problem[] = [];
  for (const batch of batches) {
    try {
      pages.push(...(await renderBatch(batch, job, tools)));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new Refusal(problems);
  return pages;
}

/** Divides tasks, in their order, into batches of at most `most` posts; a larger live page is a batch of its own. */
function batchesOf(
  tasks: readonly PageTask[],
  size: (task: PageTask) => number,
  most: number,
): readonly (readonly PageTask[])[] {
  const batches: PageTask[][] = [];
  let room = 0;
  for (const task of tasks) {
    const posts = size(task);
    if (posts > room || batches.length === 0) {
      batches.push([]);
      room = most;
    }
    batches.at(-1)?.push(task);
    room -= posts;
  }
  return batches;
}
