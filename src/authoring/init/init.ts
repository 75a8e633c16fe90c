/** A folder -> an archive that begins: what is missing is added in one transaction, and nothing that is there is replaced. */
import { isUtf8 } from "node:buffer";
import { lstatSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { hasArchiveFile, newArchiveFile } from "../../archive/new/archive-file.ts";
import { lineOf } from "../../archive/normalise.ts";
import { latinWords } from "../../archive/slug.ts";
import { Failure } from "../../base/failure.ts";
import { statsAt } from "../../base/stats-at.ts";
import { commit, withLock } from "../../base/transaction/transaction.ts";
import { printSnippets, printTasks } from "./editor.ts";
import { planGitIgnore } from "./git-ignore.ts";
import { planPackageJson } from "./package-json.ts";
import { packageSource } from "./package-source.ts";
import { pagesWorkflow } from "./pages-workflow.ts";
import { type FilePlan, onlyIfAbsent } from "./plan.ts";
import { printReadme } from "./readme.ts";

export interface InitRequest {
  /** The archive's folder, an absolute path. It need not exist. */
  readonly root: string;
  readonly title: string;
  readonly language: string;
}

/** Throws Failure for a path that leads to something else than a folder; a folder that is not there yet is right. */
export function expectFolder(root: string): void {
  const at = statSync(root, { throwIfNoEntry: false });
  if (at !== undefined && !at.isDirectory())
    throw new Failure(`Cannot make an archive in "${root}": it is a file`, "Name a folder, or a new name");
}

/** Each file with what was done to it. Throws Failure where the folder cannot be written to, and has changed nothing then. */
export async function initArchive(request: InitRequest): Promise<readonly FilePlan[]> {
  const { root } = request;
  expectFolder(root);
  return await withLock(root, () => {
    const plans = planFiles(request);
    const changes = plans.flatMap(({ path, text }) => (text === undefined ? [] : [{ path, bytes: text }]));
    commit(root, changes);
    return plans;
  });
}

function planFiles({ root, title: given, language }: InitRequest): readonly FilePlan[] {
  const archive = newArchiveFile(given, language);
  const title = lineOf(given) ?? titleOfFolder(root);
  const manifest = { name: packageNameOf(root), source: packageSource(root) };
  const plan = (name: string, make: (present: string | undefined) => FilePlan) => planFile(root, name, make);
  const absent = (name: string, text: string, missing?: string) =>
    plan(name, (present) => onlyIfAbsent(name, text, present, missing));
  return [
    hasArchiveFile(root)
      ? { path: archive.path, report: "kept" }
      : { path: archive.path, text: archive.bytes, report: "written" },
    plan(".gitignore", (present) => planGitIgnore(".gitignore", present)),
    plan("package.json", (present) => planPackageJson("package.json", present, manifest)),
    absent(".vscode/tasks.json", printTasks(), ": it may have no task for afterlive serve"),
    absent(".vscode/afterlive.code-snippets", printSnippets()),
    absent(".github/workflows/pages.yml", pagesWorkflow),
    absent("README.md", printReadme(title)),
  ];
}

/** `make` plans from the text of the file, undefined where nothing is there. What is there and is no text stays; so does a link. */
function planFile(root: string, name: string, make: (present: string | undefined) => FilePlan): FilePlan {
  const file = path.join(root, name);
  const found = lstatSync(file, { throwIfNoEntry: false });
  if (found === undefined) return make(undefined);
  const stats = statsAt(file);
  if (stats?.isFile() === false) return { path: name, report: "kept, it is no file" };
  const bytes = stats === undefined ? undefined : readFileSync(file);
  if (bytes !== undefined && !isUtf8(bytes)) return { path: name, report: "kept, it is not UTF-8" };
  const { text, report } = make(bytes?.toString("utf8"));
  if (text === undefined || found.isFile()) return { path: name, ...(text !== undefined && { text }), report };
  return { path: name, report: `kept, it is a link; not ${report}` };
}

/** A name that npm takes, from that of the folder. */
const packageNameOf = (root: string): string => latinWords(path.basename(root)).join("-").slice(0, 100) || "archive";

/** The usual title: the name of the folder in words, "River towns" for `river-towns`. */
export function titleOfFolder(root: string): string {
  const words = path
    .basename(root)
    .replace(/[-_\s]+/g, " ")
    .trim();
  return words === "" ? "Archive" : words.charAt(0).toUpperCase() + words.slice(1);
}
