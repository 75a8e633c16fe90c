/** `captures/completeness.json` of a live page as JSON: import makes it anew, so that a damaged file is no error. */
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { completenessFileOf } from "./gaps.ts";

/** The file's text, "" where there is none, and its value, undefined where it is not JSON. */
export function readCompletenessFile(root: string, slug: string): { readonly text: string; readonly value: unknown } {
  const file = join(root, completenessFileOf(slug));
  const text = statSync(file, { throwIfNoEntry: false })?.isFile() ? readFileSync(file, "utf8") : "";
  try {
    return { text, value: JSON.parse(text) };
  } catch {
    return { text, value: undefined };
  }
}
