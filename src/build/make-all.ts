/** Makes many live pages: as many at a time as fit into memory. */

import type { PictureMode } from "../site/images.ts";
import { type Job, type MadePage, makePages, type Task } from "./make-pages.ts";
import { openStudio, type Studio } from "./studio.ts";
import type { LoadedTemplate } from "./templates.ts";

/** So many posts are made at a time: what Eleventy needs to start is then little beside what it prints. */
const batchPosts = 2000;

export interface AllMade {
  readonly pages: readonly MadePage[];
  readonly pictures: { readonly made: number; readonly reused: number };
}

export interface AllOptions {
  readonly templates: readonly LoadedTemplate[];
  readonly mode: PictureMode;
  /** About how many posts a live page has. */
  readonly size: (slug: string) => number;
  readonly onProgress: ((done: number, total: number) => void) | undefined;
}

/** Throws Refusal with all that is wrong with any of them. */
export async function makeAll(tasks: readonly Task[], job: Job, options: AllOptions): Promise<AllMade> {
  const studio: Studio = openStudio(job.cache, options.mode, options.onProgress);
  const pages: MadePage[] = [];
  for (const batch of batches(tasks, options.size))
    pages.push(...(await makePages(batch, job, { templates: options.templates, pictures: studio.pictures })));
  return { pages, pictures: studio.counts() };
}

/** Neighbours together, so that the order of the work is that of the slugs. */
function batches(tasks: readonly Task[], size: (slug: string) => number): readonly (readonly Task[])[] {
  const all: Task[][] = [];
  let room = 0;
  for (const task of tasks) {
    const posts = size(task.slug);
    if (posts > room || all.length === 0) {
      all.push([]);
      room = batchPosts;
    }
    all.at(-1)?.push(task);
    room -= posts;
  }
  return all;
}
