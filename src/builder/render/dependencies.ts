/** Gives the site room what it cannot make itself: the script of the pages, bundled, and posts and pages as Markdown. */
import fs from "node:fs";
import { createRequire } from "node:module";
import { printPage } from "../../archive/write/print-page.ts";
import { printPost } from "../../archive/write/print-post.ts";
import { compiledFrom, modulePath } from "../../base/package-folder.ts";
import type { RenderDependencies } from "../../site/render-dependencies.ts";

const clientScript = modulePath("src/client/main.ts");
let bundled: string | undefined;

export const renderDependencies: Omit<RenderDependencies, "cards" | "ownFiles"> = {
  script: () => {
    bundled ??= compiledFrom === undefined ? bundle(clientScript) : fs.readFileSync(clientScript, "utf8");
    return bundled;
  },
  postSource: (post) => printPost(post),
  pageSource: (page) => printPage(page),
};

/** One classic script, as tools/compile.mjs makes it, since modules do not run from `file://`. */
function bundle(entry: string): string {
  const { buildSync } = createRequire(import.meta.url)("esbuild") as typeof import("esbuild");
  const { outputFiles } = buildSync({
    entryPoints: [entry],
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
