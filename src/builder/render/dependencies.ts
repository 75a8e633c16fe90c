/** Gives the site room what it cannot make itself: script and style sheet of the pages, bundled, and posts and pages as Markdown. */
import fs from "node:fs";
import { createRequire } from "node:module";
import { printPage } from "../../archive/write/print-page.ts";
import { printPost } from "../../archive/write/print-post.ts";
import { compiledFrom, modulePath } from "../../base/package-folder.ts";
import type { RenderDependencies } from "../../site/render-dependencies.ts";

const clientScript = modulePath("src/client/main.ts");
const styleSheet = modulePath("src/style/style.css");
const bundles = new Map<string, string>();

export const renderDependencies: Omit<RenderDependencies, "cards" | "ownFiles"> = {
  script: () => bundled(clientScript),
  styleSheet: () => bundled(styleSheet),
  postSource: (post) => printPost(post),
  pageSource: (page) => printPage(page),
};

function bundled(entry: string): string {
  const known = bundles.get(entry);
  if (known !== undefined) return known;
  const text = compiledFrom === undefined ? bundle(entry) : fs.readFileSync(entry, "utf8");
  bundles.set(entry, text);
  return text;
}

/** As tools/compile.mjs makes it: one style sheet, one classic script, since modules do not run from `file://`. */
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
