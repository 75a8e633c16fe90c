/** Tells that content came or went while a build read it: what was scanned is no longer so, and the build begins again. */
import { hasPageFolder } from "../archive/read/scan.ts";
import { Refusal } from "../model/problem.ts";
import type { InputSnapshot } from "./steps/scan.ts";

/** Posts that were there when the archive was scanned are gone. */
export class ContentMoved extends Error {}

/** Whether a build failed because content moved under it, and would have nothing to say against what is there now. */
export const isMoved = (error: unknown, root: string, { scan }: InputSnapshot): boolean =>
  error instanceof ContentMoved ||
  (error instanceof Refusal && [...scan.pages.keys()].some((slug) => !hasPageFolder(root, slug)));
