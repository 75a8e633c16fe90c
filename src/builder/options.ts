/** What a build is asked for, and what it finds. */
import type { ArchiveScan } from "../archive/read/scan.ts";
import type { PictureMode } from "../site/pictures/recipes.ts";
import type { LaidFile } from "./inputs.ts";
import type { Engine } from "./render/print.ts";
import type { Shard } from "./shards/shard.ts";

export interface BuildOptions {
  /** The folder that holds `content/`. */
  readonly root: string;
  /** The folder for what need not be made twice: `ROOT/.afterlive`. */
  readonly cache: string;
  /** The folder that will hold the site and nothing else. */
  readonly out: string;
  readonly mode?: PictureMode;
  /** Opens every file, of the archive and of the site, instead of trusting sizes and times. */
  readonly verify?: boolean;
  /** The part to build, and of how many; absent: the whole. */
  readonly shard?: Shard;
  /** Who prints; absent: the plan. */
  readonly engine?: Engine;
  /** False for a site that only its builder looks at: a power cut may then damage it. */
  readonly durable?: boolean;
  /** Of live pages that the site holds, prints the pages alone, and leaves feeds, tables and the like for the next build. */
  readonly pagesFirst?: boolean;
  /** Pictures made, and to be made. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** All that a build is made of, as it was found. */
export interface Found {
  /** Milliseconds since 1970, from before anything was looked at. */
  readonly now: number;
  readonly printing: string;
  readonly scan: ArchiveScan;
  readonly laid: readonly LaidFile[];
  /** Files of the archive's own that stand in for what would be made, by path. */
  readonly ownFiles: ReadonlySet<string>;
  /** Which part of an archive it is, and of which; absent for the whole. */
  readonly part?: string;
  /** The live pages that were looked at; what the site holds of others is taken to be as it was. Absent: all. */
  readonly looked?: ReadonlySet<string>;
}
