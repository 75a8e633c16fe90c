/**
 * How Eleventy is set up. A build hands over what it has read; Eleventy's own command, run in the folder of an archive
 * (`npx eleventy --config=.eleventy.ts`), reads the archive here and writes `_site` by itself: the same pages, without
 * the care that `afterlive build` takes (removals, published paths, all or nothing).
 */
import path from "node:path";
import type { UserConfig } from "@11ty/eleventy";
import { givenTo } from "./src/builder/render/eleventy.ts";
import { readSite } from "./src/builder/render/site-input.ts";
import { standardTemplates } from "./src/builder/render/templates.ts";
import type { EleventyData } from "./src/site/template.ts";

export default async function (settings: UserConfig) {
  const root = process.cwd();
  const given = givenTo(settings) ?? (await readSite(root, path.join(root, ".afterlive")));
  const input = path.relative(root, standardTemplates);

  // Content is data: a page costs one function call, not one template file. Frozen, so that Eleventy copies nothing.
  settings.addGlobalData("site", Object.freeze(given.site));

  // Typed templates. They are imported already, since those of an archive replace the package's by name.
  settings.addTemplateFormats("11ty.ts");
  settings.addExtension("11ty.ts", { key: "11ty.js" });
  settings.ignores.add(`${input}/**`);
  for (const { name, template } of given.templates)
    settings.addTemplate(name.replace(/js$/, "ts"), {
      data: template.data,
      render: (data) => template.render(data as EleventyData),
    });

  // Pictures and public/: a build copies them itself, in one transaction with the pages.
  for (const { copy, path: target } of given.copies ?? [])
    settings.addPassthroughCopy({ [path.relative(root, copy)]: target });

  // What is built does not depend on what Git ignores, nor on whether this package is itself below node_modules.
  settings.setUseGitIgnore(false);
  settings.ignores.delete("**/node_modules/**");

  return {
    dir: { input, output: "_site" },
    markdownTemplateEngine: false,
    htmlTemplateEngine: false,
  };
}
