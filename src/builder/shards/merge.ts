/** Turns the parts of a site that several machines have built into the site that one machine would have built, byte for byte. */
import { explain } from "../../base/failure.ts";
import { withLock } from "../../base/transaction/transaction.ts";
import { buildInputs } from "../build.ts";
import type { BuildOptions } from "../options.ts";
import { checkOut } from "../output/out-folder.ts";
import type { BuildReport } from "../report.ts";
import { type InputSnapshot, mergedMark, scanInputs } from "../steps/scan.ts";
import { checkApart, openParts } from "./check-parts.ts";
import { partsSource } from "./part-source.ts";

/** The archive in `root` needs `content/archive.md`, `content/about.md`, `templates/` and `public/`, but not its live pages. */
export interface MergeOptions extends Pick<BuildOptions, "root" | "cache" | "out"> {
  /** Absolute: the folders that the parts were built into, in any order. */
  readonly parts: readonly string[];
}

/**
 * Makes `out` hold exactly the site of the archive: all of it or, throwing, nothing of it. Throws Refusal if the parts are not
 * all parts of this one archive, or are damaged.
 */
export async function merge({ root, cache, out, parts: folders }: MergeOptions): Promise<BuildReport> {
  const parts = openParts(folders, root);
  const { mode, slugs } = parts[0].part;
  const options: BuildOptions = { root, cache, out, mode };
  try {
    checkOut(root, cache, out);
    for (const { folder } of parts) checkApart(folder, out);
    return await withLock(out, async () => {
      const inputs = scanInputs(options);
      // Live pages have no marks here: the next build reads them all.
      const pages = new Map(slugs.map((slug) => [slug, { slug, signature: "", files: 0 }]));
      const given: InputSnapshot = { ...inputs, part: mergedMark, scan: { ...inputs.scan, pages } };
      return await buildInputs(options, given, partsSource(parts, slugs, root));
    });
  } catch (error) {
    throw explain(`merge into "${out}"`, error, "the site is as it was");
  }
}
