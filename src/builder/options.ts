/** What a caller asks of a build. */
import type { PictureMode } from "../site/pictures/recipes.ts";
import type { Engine } from "./render/render-outdated.ts";
import type { Shard } from "./shards/shard.ts";

export interface BuildOptions {
  /** The folder that holds `content/`. */
  readonly root: string;
  /** The folder of all caches: `ROOT/.afterlive`. */
  readonly cache: string;
  /** The folder that will hold the site and nothing else. */
  readonly out: string;
  /** "release" if absent. */
  readonly mode?: PictureMode;
  /** Opens every file of the archive and of the site, instead of trusting sizes and times. */
  readonly verify?: boolean;
  /** Builds one part of the archive; absent: the whole. */
  readonly shard?: Shard;
  /** What calls the templates; if absent, Eleventy for a site that is built from nothing, else this program. */
  readonly engine?: Engine;
  /** Whether the site outlasts a power cut; true if absent. */
  readonly durable?: boolean;
  /**
   * Renders only the HTML of live pages that the site already holds, and defers their other files (feeds, tables, search
   * files) to the next build. False if absent.
   */
  readonly htmlFirst?: boolean;
  /** Hears how many pictures are made, and how many there are to make: before the first, and after each. */
  readonly onProgress?: (done: number, total: number) => void;
}
