/** Makes many live pages: as many at a time as fit into memory, side by side where there are many. */
import { availableParallelism } from "node:os";
import { type Problem, Refusal } from "../../model/problem.ts";
import type { PictureMode } from "../../site/pictures/recipes.ts";
import { openStudio } from "./image-pipeline.ts";
import { type Job, type MadePage, makePages, type Task } from "./make-pages.ts";
import type { LoadedTemplate } from "./templates.ts";

/** The most posts that are made at a time. */
const batchPosts = 1000;
/** How many batches each processor has at least. */
const batchesEach = 8;
/** The number of posts from which a second processor saves more time than it takes to start. */
const worthThreads = 600;
/** The number of live pages whose records take too little memory to matter. */
const fewPages = 4;
/** The number of posts from which the records of finished posts make V8's heaps grow several times as much. */
const manyPosts = 20_000;
/** More processors than this wait for the disk. */
const mostProcessors = 8;

export interface AllMade {
  readonly pages: readonly MadePage[];
  readonly pictures: { readonly made: number; readonly reused: number };
}

export interface AllOptions {
  readonly templates: readonly LoadedTemplate[];
  readonly mode: PictureMode;
  /** About how many posts must be read to make a live page. */
  readonly size: (task: Task) => number;
  readonly onProgress: ((done: number, total: number) => void) | undefined;
}

/** Throws Refusal with all that is wrong with any of them. */
export async function makeAll(tasks: readonly Task[], job: Job, options: AllOptions): Promise<AllMade> {
  const { templates, size } = options;
  const studio = openStudio(job.cache, options.mode, options.onProgress);
  const posts = tasks.reduce((sum, task) => sum + size(task), 0);
  const processors = posts < worthThreads ? 1 : Math.min(availableParallelism(), mostProcessors);
  // Many small batches, so that no processor waits long for the last, or for the card of another; each has three at a time.
  const all = batches(
    tasks,
    size,
    processors === 1 ? batchPosts : Math.min(batchPosts / 2, Math.ceil(posts / processors / batchesEach)),
  );
  const pages: MadePage[] = [];
  if (processors > 1 && all.length > 1) {
    if (posts >= manyPosts) (await import("node:v8")).setFlagsFromString("--heap-growing-percent=100");
    const { makeByCrew } = await import("../workers/pool.ts");
    pages.push(...(await makeByCrew(all, job, { templates, studio, processors })));
  } else {
    const problems: Problem[] = [];
    for (const batch of all) {
      try {
        const few = tasks.length <= fewPages;
        pages.push(
          ...(await makePages(batch, job, { templates, pictures: studio.pictures, cards: studio.cards, few })),
        );
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        problems.push(...error.problems);
      }
    }
    if (problems.length > 0) throw new Refusal(problems);
  }
  return { pages, pictures: studio.counts() };
}

/** Neighbours together, so that the order of the work is that of the slugs. */
function batches(tasks: readonly Task[], size: (task: Task) => number, most: number): readonly (readonly Task[])[] {
  const all: Task[][] = [];
  let room = 0;
  for (const task of tasks) {
    const posts = size(task);
    if (posts > room || all.length === 0) {
      all.push([]);
      room = most;
    }
    all.at(-1)?.push(task);
    room -= posts;
  }
  return all;
}
