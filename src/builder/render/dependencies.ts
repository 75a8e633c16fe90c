/** Gives the site room what it cannot make itself: the script of the pages, bundled, and posts and pages as Markdown. */
import { createRequire } from "node:module";
import path from "node:path";
import { printPage } from "../../archive/write/print-page.ts";
import { printPost } from "../../archive/write/print-post.ts";
import { packageFolder } from "../../base/package-folder.ts";
import type { RenderDependencies } from "../../site/render-dependencies.ts";
import { compiledScript } from "./compiled-script.ts";

let bundled: string | undefined;

export const renderDependencies: Omit<RenderDependencies, "cards" | "ownFiles"> = {
  script: () => {
    bundled ??= compiledScript ?? bundle();
    return bundled;
  },
  postSource: (post) => printPost(post),
  pageSource: (page) => printPage(page),
};

/** One classic script, since modules do not run from `file://`. */
function bundle(): string {
  const { buildSync } = createRequire(import.meta.url)("esbuild") as typeof import("esbuild");
  const { outputFiles } = buildSync({
    entryPoints: [path.join(packageFolder, "src/client/main.ts")],
    bundle: true,
    format: "iife",
    target: "es2022",
    minify: true,
    charset: "utf8",
    write: false,
    tsconfigRaw: {},
    logLevel: "silent",
  });
  return outputFiles[0]?.text ?? "";
}
