/** Which Eleventy configuration an archive has of its own. */
import path from "node:path";
import { packageFolder } from "../base/package-folder.ts";
import { statsAt } from "../base/stats-at.ts";
import { realpath } from "./cache/build-cache.ts";

/**
 * The file of the configuration in an archive's root; undefined where there is none. `.eleventy.ts` in a checkout of afterlive
 * is that of the program, and no archive's own.
 */
export function ownConfiguration(root: string): string | undefined {
  const isCheckout = realpath(root) === realpath(packageFolder);
  return configurations.find(
    (name) => !(isCheckout && name === ".eleventy.ts") && statsAt(path.join(root, name))?.isFile() === true,
  );
}

/** In the order in which Eleventy looks for them; those in TypeScript it never looks for. */
const configurations = [
  ".eleventy.js",
  "eleventy.config.js",
  "eleventy.config.mjs",
  "eleventy.config.cjs",
  "eleventy.config.ts",
  ".eleventy.ts",
];
