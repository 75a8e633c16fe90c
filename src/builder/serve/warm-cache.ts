/**
 * Gets ready for the next save while there is nothing to do: live pages are read and their views made before one of them is
 * touched. The newest first, as many as may stay in memory.
 */

import { hasRoomFor } from "../cache/disk-cache.ts";
import { recallHeads } from "../cache/page-summaries.ts";
import type { BuildOptions, Found } from "../options.ts";
import { readyPage } from "../render/make-pages.ts";
import { own, planFolderOf, readState } from "../state.ts";
import type { Wait } from "./wait.ts";

/** The records of the live pages that are ready. */
const ready = new Map<string, string>();

/** `found`: what was found for the last build. Stops where `wait` says false. */
export async function getReady(options: BuildOptions, found: Found, wait: Wait): Promise<void> {
  const { root, cache, out } = options;
  const { ownFiles, now } = found;
  const plan = planFolderOf(options);
  const state = readState(plan);
  const heads = state && recallHeads(plan, state)?.heads;
  if (state === undefined || heads === undefined) return;
  const { settings } = state.archive;
  const newest = (slug: string): number => own(heads, slug)?.newest[0]?.epoch ?? Number.MIN_SAFE_INTEGER;
  const slugs = Object.keys(state.pages).sort((a, b) => newest(b) - newest(a));
  for (const slug of slugs) {
    const record = own(state.pages, slug)?.record ?? "";
    if (ready.get(slug) === record) continue;
    if (!(await wait(pause)) || !hasRoomFor(plan.record(slug))) return;
    const desk = { root, cache, out, settings, cards: false, ownFiles, bare: false, now };
    readyPage({ slug, record, trusted: true, reread: false }, desk);
    ready.set(slug, record);
  }
}

/** Milliseconds between two live pages, in which a save is heard. */
const pause = 5;
