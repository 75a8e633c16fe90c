/** What reading `content/` gives: settings, live pages with the paths of their files, and every problem. */
import type { Stats } from "node:fs";
import type { ArchiveSettings, Gaps, LivePage, PostCapture, Wording } from "../model/live-page.ts";
import type { Problem } from "../model/problem.ts";

/** A picture as somebody put it into `media/`. */
export interface Original {
  /** The file's real name in `media/`. */
  readonly name: string;
  /** Absolute. */
  readonly path: string;
  /** SHA-256 of its bytes, 64 hexadecimal digits; computed when it is first asked for. */
  readonly digest: string;
  /** What the file system said of it when the folder was read. */
  readonly stats: Stats | undefined;
  bytes(): Uint8Array;
}

export interface ArchivedPage {
  readonly page: LivePage;
  /** A post's id -> its file, relative to the archive's root, POSIX. */
  readonly files: ReadonlyMap<string, string>;
  /** The `file` that a figure or poster names -> the picture that fills it. Absent pictures have no key. */
  readonly media: ReadonlyMap<string, Original>;
  /** A post's id -> the newest capture that holds it. Posts written by hand have none. */
  readonly captures: ReadonlyMap<string, PostCapture>;
  /** All captures, in the order in which they were imported first. */
  readonly taken: readonly PostCapture[];
  /** Absent where nothing is known to be missing. */
  readonly gaps?: Gaps;
  /** A post's id -> its older wordings, oldest first. Empty unless `archive.md` asks for them. */
  readonly wordings: ReadonlyMap<string, readonly Wording[]>;
}

export interface Archive {
  /** The folder that holds `content/`. */
  readonly root: string;
  readonly settings: ArchiveSettings;
  /** By slug. */
  readonly pages: readonly ArchivedPage[];
  /** The number of live pages and posts that are kept out of the site as drafts. */
  readonly drafts: number;
  /** Sorted. */
  readonly problems: readonly Problem[];
}
