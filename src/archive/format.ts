/** From `content/archive.md` to the version of the archive's format, and to the refusal of one that is newer than this program. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Problem, Refusal } from "../model/problem.ts";
import { type FrontMatter, readFrontMatter } from "./front-matter/front-matter.ts";
import { placeAt } from "./front-matter/node.ts";
import { readText } from "./read/files.ts";

export const archiveFile = "content/archive.md";

/** The newest format that this program reads, and the only one that it writes. */
const newestFormat = 1;

/** The format that `archive.md` names; 1 where it names none or cannot be read, which its reader reports. */
export const formatOf = (root: string): number => formatIn(frontMatterOf(root)) ?? 1;

/** The problem of an archive that a newer version of this program has written; undefined for all others. */
export function newerFormat(root: string): Problem | undefined {
  const matter = frontMatterOf(root);
  const format = formatIn(matter);
  if (matter === undefined || format === undefined || format <= newestFormat) return undefined;
  return {
    severity: "error",
    file: archiveFile,
    ...placeAt(matter.text, matter.pairs.get("format")?.value.start ?? 0),
    message: `Cannot read an archive of format ${format}: this version of afterlive knows formats up to ${newestFormat}`,
    hint: "Install a newer version: npm install --save-dev --save-exact afterlive@latest",
  };
}

/** Throws a Refusal for an archive of a newer format. */
export function refuseNewerFormat(root: string): void {
  const problem = newerFormat(root);
  if (problem !== undefined) throw new Refusal([problem]);
}

function formatIn(matter: FrontMatter | undefined): number | undefined {
  const value = matter?.pairs.get("format")?.value.value;
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 1 ? value : undefined;
}

function frontMatterOf(root: string): FrontMatter | undefined {
  if (!existsSync(join(root, archiveFile))) return undefined;
  const read = readText(root, archiveFile);
  return "problem" in read ? undefined : readFrontMatter(read.text, archiveFile).matter;
}
