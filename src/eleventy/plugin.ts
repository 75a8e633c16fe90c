/**
 * The plugin `afterlive/eleventy`: puts the live pages of an archive into any site of Eleventy 3, beside its own pages.
 * `docs/templates.md` shows one.
 */
import fs from "node:fs";
import path from "node:path";
import type { UserConfig } from "@11ty/eleventy";
import { addLanguage, addPages, EleventyPages, keepPages } from "../builder/render/eleventy.ts";
import { copyInto } from "./copy.ts";
import { livePageTime, newestLivePosts } from "./filters.ts";
import { type LivePageData, livePageData } from "./live-pages.ts";
import { type PluginOptions, readOptions } from "./options.ts";
import { pagesOf, readSite, type WholeSite } from "./read-site.ts";

/**
 * `eleventyConfig.addPlugin(afterlive, { root: "archive", prefix: "/live/" })`. Throws Error for wrong options, Refusal with
 * all that is wrong in the archive.
 */
export async function afterlive(eleventyConfig: object, options: PluginOptions = {}): Promise<void> {
  // Eleventy ships no types: ours must not be in the way of those that a site has.
  const settings = eleventyConfig as UserConfig;
  const { folder, ...where } = readOptions(options);
  if (
    Object.keys(settings.virtualTemplates).some(
      (name) => path.posix.dirname(name) === `afterlive/${folder}`.slice(0, -1),
    )
  )
    throw new Error(`Two archives have the "prefix" ${JSON.stringify(`/${folder}`)}: give each another`);
  let read = await readSite(where);

  // Content is data: a page costs one call, and not one template file.
  addLanguage(settings);
  keepPages(settings);
  const printed = read.templates.map((loaded) => ({ loaded, pages: new EleventyPages(pagesOf(loaded, read)) }));
  for (const { loaded, pages } of printed) addPages(settings, `afterlive/${folder}${loaded.name}`, pages, folder);

  // For the site's own templates. Several archives may stand in one site.
  const others = settings.globalData.livePages as LivePages | undefined;
  const livePages: LivePages = () => [...(others?.() ?? []), ...livePagesOf(read, folder)];
  settings.addGlobalData("livePages", livePages);
  settings.addFilter("newestPosts", newestLivePosts);
  settings.addFilter("livePageTime", livePageTime);

  // Eleventy must not take posts for pages of the site.
  const root = relative(where.root);
  for (const name of ["content", "templates", "public", ".afterlive"]) settings.ignores.add(`${root}/${name}/**`);
  // Eleventy misnames every change once it watches something outside the folder it runs in.
  if (!root.startsWith(".."))
    for (const name of ["content", "public"])
      if (fs.existsSync(path.join(where.root, name))) settings.addWatchTarget(`${root}/${name}/`);

  let isFirst = true;
  settings.on("eleventy.before", async ({ directories, outputMode }) => {
    // A server builds again and again.
    if (!isFirst) {
      read = await readSite(where);
      for (const { loaded, pages } of printed) pages.set(pagesOf(loaded, read));
    }
    isFirst = false;
    if (outputMode === "fs") copyInto(path.resolve(directories.output, folder), read.copies);
  });
}

/** The global data `livePages`, which Eleventy asks for once in a build. */
export type LivePages = () => readonly LivePageData[];

function livePagesOf({ archive, site }: WholeSite, folder: string): readonly LivePageData[] {
  const sources = new Map(archive.pages.map(({ page }) => [page.slug, page]));
  return site.pages.flatMap((page) => {
    const source = sources.get(page.page.slug);
    return source === undefined ? [] : [livePageData(page, source, `/${folder}`)];
  });
}

/** As Eleventy names files: from the folder it runs in, with "/". */
const relative = (file: string): string => path.relative(process.cwd(), file).split(path.sep).join("/") || ".";
