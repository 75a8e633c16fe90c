/** Turns what a site's configuration says to the plugin into where the archive is and where its pages go. */
import path from "node:path";
import { isArchive } from "../archive/read/archive-folder.ts";
import type { PictureMode } from "../site/pictures/recipes.ts";

export interface PluginOptions {
  /** The folder that holds `content/`, from the folder that Eleventy runs in; absent: that folder itself. */
  readonly root?: string;
  /** Where the live pages go in the site: "/live/"; absent: "/". */
  readonly prefix?: string;
}

interface ReadPluginOptions {
  /** Absolute. */
  readonly root: string;
  readonly cache: string;
  /** "" or `live/`: before the path of each file. */
  readonly folder: string;
  readonly mode: PictureMode;
}

/** Throws Error, with what to write instead. */
export function readOptions(options: PluginOptions): ReadPluginOptions {
  if (options === null || typeof options !== "object")
    throw new Error(
      `Cannot use the options of the plugin afterlive: expected { root: "archive", prefix: "/live/" }, got ${JSON.stringify(options)}`,
    );
  for (const name of Object.keys(options))
    if (!known.includes(name))
      throw new Error(
        `The plugin afterlive has no option "${name}": it has ${known.map((one) => `"${one}"`).join(" and ")}`,
      );
  const { root = ".", prefix = "/" } = options;
  if (typeof root !== "string" || !isArchive(path.resolve(root)))
    throw new Error(
      `Cannot find the archive: expected "root" to name a folder that holds content/, got ${JSON.stringify(root)}, which is ${JSON.stringify(path.resolve(String(root)))}`,
    );
  const folder = typeof prefix === "string" ? prefix.replace(/^\/(?=[^/]|$)|(?<=[^/])\/$/g, "") : undefined;
  if (folder === undefined || !(folder === "" || isInside(folder)))
    throw new Error(
      `Cannot put live pages there: expected "prefix" to be a folder of the site, such as "/live/", with names of a-z, 0-9, "-", "_" and ".", got ${JSON.stringify(prefix)}`,
    );
  const absolute = path.resolve(root);
  return {
    root: absolute,
    cache: process.env.AFTERLIVE_CACHE ?? path.join(absolute, ".afterlive"),
    folder: folder === "" ? "" : `${folder}/`,
    mode: quick() ? "quick" : "release",
  };
}

const known = ["root", "prefix"];

/** Pictures are encoded with care for readers, and quickly for the person who writes: as `afterlive serve` does. */
const quick = (): boolean =>
  process.env.AFTERLIVE_PICTURES === "quick" || /^(?:serve|watch)$/.test(process.env.ELEVENTY_RUN_MODE ?? "");

const isInside = (folder: string): boolean =>
  /^[a-z0-9._-]+(\/[a-z0-9._-]+)*$/.test(folder) && !/(^|\/)\.{1,2}(\/|$)/.test(folder);
