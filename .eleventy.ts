/** How Eleventy is set up: the pages of the archive in the folder it runs in, which `npx eleventy --config=.eleventy.ts` writes to `_site`. */
import type { UserConfig } from "@11ty/eleventy";
import { afterlive } from "./src/eleventy/plugin.ts";

export default function (eleventyConfig: UserConfig) {
  eleventyConfig.addPlugin(afterlive);
  // What is built does not depend on what Git ignores. The posts in content/ are data: the plugin keeps them from being pages.
  eleventyConfig.setUseGitIgnore(false);
  return { dir: { input: "content", output: "_site" } };
}
