/** What a batch of live pages is rendered from: a job that all batches share, a task for each live page, and tools. */
import type { Original } from "../../archive/archive.ts";
import type { ArchiveSettings } from "../../model/live-page.ts";
import type { Pictures } from "../../site/pictures/images.ts";
import type { BuildCache } from "../cache/build-cache.ts";
import type { DrawCards } from "./cards.ts";
import type { ImagePipeline } from "./image-pipeline.ts";
import type { Engine } from "./render-outdated.ts";
import type { LoadedTemplate } from "./templates.ts";

/** Plain data: it goes to other threads. */
export interface RenderJob {
  readonly root: string;
  readonly out: string;
  /** As in `BuildOptions`: the folder of all caches. */
  readonly cache: string;
  readonly buildCache: BuildCache;
  readonly settings: ArchiveSettings;
  /** As in `InputSnapshot`. */
  readonly renderKey: string;
  readonly ownFiles: ReadonlySet<string>;
  /** Milliseconds since 1970, from before anything was read. */
  readonly now: number;
  readonly engine: Engine;
  /** As in `BuildOptions`. */
  readonly htmlFirst: boolean;
  /** Whether the site has cards. */
  readonly cards: boolean;
  /** Absolute: the folder in which files are staged. */
  readonly stage: string;
}

/** A live page to render. */
export interface PageTask {
  readonly slug: string;
  /** The digest of its record; absent if it has none. */
  readonly record?: string;
  /** Whether the site certainly holds what the record says. */
  readonly outputsKnown: boolean;
  /** True where each of its files is opened, changed or not, and each picture looked up. */
  readonly reread: boolean;
}

export interface RenderTools {
  readonly templates: readonly LoadedTemplate[];
  readonly pictures: (originals: readonly Pick<Original, "path" | "digest" | "bytes">[]) => Promise<Pictures>;
  readonly cards: DrawCards;
}

/** What live pages are rendered with, however many batches there are. */
export interface RenderOptions {
  readonly templates: readonly LoadedTemplate[];
  readonly images: ImagePipeline;
  /** About how many posts must be read for a task. */
  readonly size: (task: PageTask) => number;
}
