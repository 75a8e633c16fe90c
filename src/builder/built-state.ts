/** Turns an archive and the folder of its site into what is known of the site: whether content is newer. Builds nothing. */
import { buildCacheOf } from "./cache/build-cache.ts";
import { readState } from "./cache/state.ts";
import { staticFilesMark } from "./inputs/static-files.ts";
import type { BuildOptions } from "./options.ts";
import { ownConfiguration } from "./own-configuration.ts";
import { mergedMark, scanInputs } from "./steps/scan.ts";

/**
 * `older`: content, a template or a file of `public/` has changed since the site was built. `merged`: its live pages come from parts that
 * other machines have built, and need not be here. `unknown`: the cache does not know of such a build, or Eleventy printed it.
 */
export type BuiltState = "current" | "older" | "merged" | "unknown";

export function builtState(place: Pick<BuildOptions, "root" | "cache" | "out">): BuiltState {
  const last = readState(buildCacheOf(place));
  if (last === undefined) return "unknown";
  if (last.part === mergedMark) return "merged";
  if (last.part !== "" || ownConfiguration(place.root) !== undefined) return "unknown";
  const { scan, staticFiles, renderKey } = scanInputs(place);
  const templates = (key: string): string => key.split(" ").at(-1) ?? "";
  const isSame =
    templates(last.renderKey) === templates(renderKey) &&
    last.frontMark === scan.signature &&
    last.aboutMark === scan.words &&
    (last.staticMark === "" || last.staticMark === staticFilesMark(staticFiles)) &&
    Object.keys(last.pages).length === scan.pages.size &&
    // A live page without a mark changed just before the build.
    Object.entries(last.pages).every(
      ([slug, { sourceMark }]) =>
        scan.pages.has(slug) && (sourceMark === "" || sourceMark === scan.pages.get(slug)?.signature),
    );
  return isSame ? "current" : "older";
}
