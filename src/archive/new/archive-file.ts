/** From a title and a language to the `content/archive.md` of an archive that begins. */
import { lstatSync } from "node:fs";
import { join } from "node:path";
import type { Change } from "../../base/transaction/transaction.ts";
import { defaultSettings, printArchive } from "../archive-text.ts";
import { archiveFile } from "../format.ts";

/** True where the archive has settings, which nothing here replaces; also where a link in their place leads nowhere. */
export const hasArchiveFile = (root: string): boolean =>
  lstatSync(join(root, archiveFile), { throwIfNoEntry: false }) !== undefined;

export const newArchiveFile = (title: string, language: string): Change & { readonly bytes: string } => ({
  path: archiveFile,
  bytes: printArchive({ ...defaultSettings, title, language }),
});
