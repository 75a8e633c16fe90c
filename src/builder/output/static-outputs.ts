/** Turns the list of static files into outputs: which of them the site lacks, and which cannot be copied. */
import fs from "node:fs";
import { sha256 } from "../../base/digest.ts";
import { fileProblem, type Problem } from "../../model/problem.ts";
import type { Outputs } from "../cache/state.ts";
import type { StaticFile } from "../inputs/static-files.ts";
import { type LastOutputs, siteHolds } from "../render/up-to-date.ts";
import type { Copy } from "./copies.ts";
import { comparePaths, type OutputChanges } from "./output-changes.ts";

export interface StaticOutputs {
  readonly outputs: Outputs;
  readonly changes: OutputChanges;
  readonly problems: readonly Problem[];
}

export function planStaticFiles(files: readonly StaticFile[], last: LastOutputs): StaticOutputs {
  const outputs: Record<string, readonly [string, string]> = {};
  const copies: Copy[] = [];
  for (const { path, copy, mark } of files) {
    if (mark === undefined) continue;
    const key = `static ${copy} ${mark}`;
    const known = last.outputs[path];
    const digest = known?.[0] === key && mark !== "" ? known[1] : sha256(fs.readFileSync(copy));
    outputs[path] = [key, digest];
    if (!siteHolds(path, digest, last)) copies.push({ path, copy, digest });
  }
  const changes = { ...comparePaths(last.outputs, outputs), staged: [], copies };
  return { outputs, changes, problems: files.filter(({ mark }) => mark === undefined).map(notAFile) };
}

export const notAFile = ({ path }: StaticFile): Problem =>
  fileProblem(
    `public/${path}`,
    "Cannot copy this: expected a file, or a link to one",
    "Put the file or folder itself in its place",
  );
