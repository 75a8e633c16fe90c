/** From an archive on disk to everything a site is made of, all at once: for Eleventy's own command. */
import { readArchive } from "../archive/read.ts";
import { Refusal } from "../model/problem.ts";
import { makePictures } from "../site/images.ts";
import { makeSite } from "../site/site.ts";
import { originalFiles, variantFiles } from "./copies.ts";
import { laidFiles } from "./inputs.ts";
import { press } from "./press.ts";
import type { Given } from "./render.ts";
import { loadTemplates } from "./templates.ts";

/** Reads an archive and makes its pictures. Throws Refusal with every error there is in content, pictures and templates. */
export async function readSite(root: string, cache: string): Promise<Given> {
  const archive = readArchive(root);
  const originals = archive.pages.flatMap(({ media }) => [...media.values()]);
  const { pictures, problems } = await makePictures(originals, { cache, mode: "release" });
  const loaded = await loadTemplates(root);
  const all = [...archive.problems, ...problems, ...loaded.problems];
  if (all.some(({ severity }) => severity === "error")) throw new Refusal(all);
  return {
    site: makeSite(archive, pictures, press),
    templates: loaded.templates,
    copies: [
      ...laidFiles(root, 0),
      ...variantFiles(pictures.values()),
      ...archive.pages.flatMap((page) => originalFiles(page, pictures)),
    ],
  };
}
