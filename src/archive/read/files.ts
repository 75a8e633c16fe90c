/** From a path in `content/` to the file or folder there. Refuses large files, links that lead out, and text that is not UTF-8. */
import { isUtf8 } from "node:buffer";
import { type Dirent, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { join, sep } from "node:path";
import { digestFile } from "../../base/digest-file.ts";
import { statsAt } from "../../base/stats-at.ts";
import { fileProblem, type Problem } from "../../model/problem.ts";
import { isLeftover } from "../leftover-names.ts";

/** 4 MiB: a post has some thousand characters. */
export const largestText = 4_194_304;

export interface FolderMember {
  readonly name: string;
  readonly isFolder: boolean;
}

/** The members of a folder, sorted by name, without hidden files and leftovers; links that lead out of `content/` are problems. */
export function listFolder(
  root: string,
  folder: string,
): { found: readonly FolderMember[]; problems: readonly Problem[] } {
  const found: FolderMember[] = [];
  const problems: Problem[] = [];
  const members = readdirSync(join(root, folder), { withFileTypes: true });
  members.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  for (const member of members) {
    if (!isOfArchive(member.name)) continue;
    const file = `${folder}/${member.name}`;
    const kind = kindOf(root, file, member);
    if (kind === "folder" || kind === "file") found.push({ name: member.name, isFolder: kind === "folder" });
    else if (kind === "outside") {
      const message = "Cannot follow a symbolic link: it leads out of content/, or nowhere";
      problems.push(fileProblem(file, message, "Put a copy of the file here instead of the link"));
    } else {
      problems.push(fileProblem(file, "Cannot read this: neither a file nor a folder", "Remove it from content/"));
    }
  }
  return { found, problems };
}

/** False for hidden files, and for what editors and systems leave beside a file: it is no part of an archive. */
export const isOfArchive = (name: string): boolean => !name.startsWith(".") && !isLeftover(name);

/** What to do with a copy that a program made to keep two folders alike. */
export const copyHint = (original: string): string =>
  `Compare it with ${original}, take over what you miss there, and remove this one`;

/** The problem of a copy that stands where only its original has a place. */
export const strayCopy = (file: string, original: string, severity: Problem["severity"]): Problem =>
  fileProblem(file, `Cannot place this: it is a copy of ${original}`, copyHint(original), severity);

function kindOf(root: string, file: string, member: Dirent): "file" | "folder" | "outside" | "other" {
  if (member.isFile()) return "file";
  if (member.isDirectory()) return "folder";
  if (!member.isSymbolicLink()) return "other";
  try {
    const real = realpathSync(join(root, file));
    if (!real.startsWith(realpathSync(join(root, "content")) + sep)) return "outside";
    const stat = statSync(real);
    return stat.isDirectory() ? "folder" : stat.isFile() ? "file" : "other";
  } catch {
    return "outside";
  }
}

/** The SHA-256 of a file that lies in `content/` itself, 64 hexadecimal digits; "" where there is none. */
export function digestInContent(root: string, name: string): string {
  const file = join(root, "content", name);
  return statsAt(file)?.isFile() === true ? digestFile(file) : "";
}

/** The text of a file of `content/`, or the problem of reading it. `known`: its size in bytes, if the caller has it. */
export function readText(
  root: string,
  file: string,
  limit = largestText,
  known?: number,
): { text: string } | { problem: Problem } {
  const path = `${root}/${file}`;
  try {
    const stats = known === undefined ? statSync(path) : undefined;
    // A pipe would keep its reader waiting for ever.
    if (stats?.isFile() === false) {
      const message = `Cannot read the file: expected a file, got ${stats.isDirectory() ? "a folder" : "a pipe, a socket or a device"}`;
      return { problem: fileProblem(file, message, "Put the file itself in its place, or remove it") };
    }
    const size = known ?? stats?.size ?? 0;
    if (size > limit) {
      const message = `Cannot read the file: expected at most ${limit} bytes, got ${size}`;
      return { problem: fileProblem(file, message, "Split the text into several posts") };
    }
    const bytes = readFileSync(path);
    if (isUtf8(bytes)) return { text: bytes.toString("utf8") };
    return {
      problem: fileProblem(file, "Cannot read the file: it is not UTF-8", "Save the file with the encoding UTF-8"),
    };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "unknown error";
    return { problem: fileProblem(file, `Cannot read the file: ${code}`, "Check that you may read it") };
  }
}
