/**
 * Reads live pages into memory between two saves, with their views: the newest first, as many as memory may hold. A save then
 * finds most of its live page read.
 */
import { buildCacheOf, pageFiles } from "../cache/build-cache.ts";
import { diskCache } from "../cache/disk-cache.ts";
import { own, type PageSummaries, readState } from "../cache/state.ts";
import type { BuildOptions } from "../options.ts";
import { type ReadContext, readLivePage, viewLivePage } from "../render/read-live-page.ts";
import type { PageTask } from "../render/render-job.ts";
import type { InputSnapshot } from "../steps/scan.ts";
import type { Pause } from "./pause.ts";

/** The digests of the records of the live pages that have been read, by slug. */
const warm = new Map<string, string>();

/** `inputs`: of the last build. Stops when `wait` gives false. */
export async function warmCache(options: BuildOptions, inputs: InputSnapshot, wait: Pause["wait"]): Promise<void> {
  const { root, out } = options;
  const { ownFiles, now } = inputs;
  const buildCache = buildCacheOf(options);
  const state = readState(buildCache);
  const summaries = state && diskCache.get<PageSummaries>(buildCache.summaries, state.summaries)?.value;
  if (state === undefined || summaries === undefined) return;
  const context = { root, out, buildCache, settings: state.archive.settings, cards: false, ownFiles, now };
  const newest = (slug: string): number => own(summaries, slug)?.newest[0]?.epoch ?? Number.MIN_SAFE_INTEGER;
  const slugs = Object.keys(state.pages).sort((a, b) => newest(b) - newest(a));
  for (const slug of slugs) {
    const record = own(state.pages, slug)?.record ?? "";
    if (warm.get(slug) === record) continue;
    if (!(await wait(pauseBetween)) || !diskCache.hasRoomFor(pageFiles(buildCache, slug).record)) return;
    warmPage({ slug, record, outputsKnown: true, reread: false }, context);
    warm.set(slug, record);
  }
}

/** Reads a live page and makes its views, which stay in memory with what they are made from. */
function warmPage(task: PageTask, context: ReadContext): void {
  const read = readLivePage(task, context);
  if (read.knownPictures === undefined) return;
  for (const { site } of viewLivePage(read, new Map(), context))
    for (const { posts } of site.newest.days) for (const { post } of posts) post.bodyHtml();
}

/** Milliseconds between two live pages, in which an order can be heard. */
const pauseBetween = 5;
