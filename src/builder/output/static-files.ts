/** `public/`, laid into the site as it is. */
import fs from "node:fs";
import { sha256 } from "../../base/digest.ts";
import type { Problem } from "../../model/problem.ts";
import type { LaidFile } from "../inputs.ts";
import { difference, type Made } from "../render/page-result.ts";
import { type Before, holds } from "../render/up-to-date.ts";
import type { Outputs } from "../state.ts";
import type { Copy } from "./copies.ts";

/** `public/` as a part of a build, and what of it cannot be laid. */
export function layFiles(
  files: readonly LaidFile[],
  before: Before,
): { readonly outputs: Outputs; readonly made: Made; readonly problems: readonly Problem[] } {
  const outputs: Record<string, readonly [string, string]> = {};
  const copies: Copy[] = [];
  for (const { path, copy, mark } of files) {
    if (mark === undefined) continue;
    const key = `laid ${copy} ${mark}`;
    const known = before.outputs[path];
    const digest = known?.[0] === key && mark !== "" ? known[1] : sha256(fs.readFileSync(copy));
    outputs[path] = [key, digest];
    if (!holds(path, digest, before)) copies.push({ path, copy, digest });
  }
  const made = { ...difference(before.outputs, outputs), staged: [], copies, lost: false };
  return { outputs, made, problems: files.filter(({ mark }) => mark === undefined).map(noFile) };
}

const noFile = ({ path }: LaidFile): Problem => ({
  severity: "error",
  file: `public/${path}`,
  line: 0,
  column: 0,
  message: "Cannot copy this: expected a file, or a link to one",
  hint: "Put the file or folder itself in its place",
});
