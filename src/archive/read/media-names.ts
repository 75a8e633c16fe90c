/** The names of the files in a live page's `media/`, without their endings: a figure is filled by a picture of any ending. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { isLeftover } from "../leftover-names.ts";

/** A file's name without its ending. */
export const pictureStem = (name: string): string => name.replace(/\.[^.]*$/, "");

/** Empty where the live page has no `media/`. */
export function mediaStems(root: string, slug: string): ReadonlySet<string> {
  const folder = join(root, "content", slug, "media");
  return new Set((existsSync(folder) ? readdirSync(folder) : []).filter((name) => !isLeftover(name)).map(pictureStem));
}
