/** From the `templates/` of an archive to the names of the files in it, and to what stands there and can be no template. */
import path from "node:path";
import { statsAt } from "../../base/stats-at.ts";
import { fileProblem, type Problem, Refusal } from "../../model/problem.ts";
import { filesBelow } from "../output/files-below.ts";
import { sourceFolder } from "./static-files.ts";

export interface TemplateFiles {
  /** From the folder, sorted. */
  readonly names: readonly string[];
  readonly problems: readonly Problem[];
}

export function findTemplateFiles(root: string): TemplateFiles {
  try {
    const folder = sourceFolder(root, "templates");
    const names = filesBelow(folder);
    return { names, problems: names.filter((name) => isPipe(path.join(folder, name))).map(pipeProblem) };
  } catch (error) {
    if (error instanceof Refusal) return { names: [], problems: error.problems };
    throw error;
  }
}

/** A pipe would keep its reader waiting for ever. */
function isPipe(file: string): boolean {
  const stats = statsAt(file);
  return stats !== undefined && !stats.isFile() && !stats.isDirectory();
}

function pipeProblem(name: string): Problem {
  const message = "Cannot read this template: expected a file, got a pipe, a socket or a device";
  return fileProblem(`templates/${name}`, message, "Put the file itself in its place, or remove it");
}
