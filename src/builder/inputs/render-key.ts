/** Turns the program, its options and the archive's templates into one key: all that decides how content is rendered. */
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { signatureAt } from "../../archive/read/stat-signature.ts";
import { compiledFrom, packageFolder } from "../../base/package-folder.ts";
import { Refusal } from "../../model/problem.ts";
import { filesBelow } from "../output/files-below.ts";
import { findTemplateFiles } from "./template-files.ts";

/**
 * Two digests with a space between: of the program with its options, told by the times of its files, and of the archive's own
 * templates, told by their bytes. It does not see files that a template reads from elsewhere.
 */
export function renderKeyOf(root: string, mode: string): string {
  const program = createHash("sha256").update(programMark()).update(mode);
  const templates = createHash("sha256");
  const own = path.join(root, "templates");
  if (own !== path.join(packageFolder, "templates"))
    for (const name of templateNames(root)) templates.update(`\0${name}\0`).update(bytesOf(own, name));
  return `${program.digest("base64url")} ${templates.digest("base64url")}`;
}

/** Whether two keys are of one program with the same options: both read posts and make pictures alike. */
export const isSameProgram = (one: string, other: string): boolean => one.split(" ", 1)[0] === other.split(" ", 1)[0];

/** What npm writes of all that is installed beside this package; there is no such file in a checkout. */
const installed = path.join(packageFolder, "..", ".package-lock.json");

/** The files of this program, the versions of what runs it, and the lock file of what is installed beside it. */
function programMark(): string {
  const { node, icu, tz, unicode } = process.versions;
  const marks = [node, icu, tz, unicode, process.arch, process.platform];
  // Where the sources are beside it, the launcher has checked that it was compiled from them.
  if (compiledFrom !== undefined) return [...marks, ...[compiledFrom, installed].map(signatureAt)].join("\n");
  for (const folder of ["src", "templates"])
    for (const name of filesBelow(path.join(packageFolder, folder)))
      marks.push(name, signatureAt(path.join(packageFolder, folder, name)));
  for (const file of ["package.json", "package-lock.json"]) marks.push(signatureAt(path.join(packageFolder, file)));
  return marks.join("\n");
}

function templateNames(root: string): readonly string[] {
  const { names, problems } = findTemplateFiles(root);
  if (problems.length > 0) throw new Refusal(problems);
  return names;
}

function bytesOf(folder: string, name: string): Uint8Array {
  try {
    return fs.readFileSync(path.join(folder, name));
  } catch {
    // The code that loads the template reports what is wrong with it.
    return new Uint8Array();
  }
}
