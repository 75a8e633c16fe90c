/** From an archive on disk to everything a site is made of, all at once: for Eleventy's own command. */
import { readArchive } from "../../archive/read/read.ts";
import { Refusal } from "../../model/problem.ts";
import type { Site } from "../../site/archive-site.ts";
import { makePictures } from "../../site/pictures/images.ts";
import { makeSite } from "../../site/site.ts";
import { findStaticFiles, replacedFiles } from "../inputs/static-files.ts";
import { type Copy, cardFiles, namedCrops, originalFiles, variantFiles } from "../output/copies.ts";
import { renderDependencies } from "./dependencies.ts";
import type { Given } from "./eleventy.ts";
import { loadTemplates } from "./templates.ts";

/** Reads an archive and makes its pictures. Throws Refusal with every error there is in content, pictures and templates. */
export async function readSite(root: string, cache: string): Promise<Given> {
  const archive = readArchive(root);
  const originals = archive.pages.flatMap(({ media }) => [...media.values()]);
  const { pictures, problems } = await makePictures(originals, { cache, mode: "release" });
  const loaded = await loadTemplates(root);
  const all = [...archive.problems, ...problems, ...loaded.problems];
  if (all.some(({ severity }) => severity === "error")) throw new Refusal(all);
  const staticFiles = findStaticFiles(root, 0);
  const site = makeSite(archive, pictures, {
    ...renderDependencies,
    cards: loaded.templates.some(({ template }) => template.cards),
    ownFiles: replacedFiles(staticFiles),
  });
  return {
    site,
    templates: loaded.templates,
    copies: [
      ...staticFiles,
      ...variantFiles(pictures.values()),
      ...site.pages.flatMap((page) => cardFiles(pictures.values(), namedCrops(page, archive.settings))),
      ...archive.pages.flatMap((page) => originalFiles(page, pictures)),
      ...(await drawnCards(site, cache)),
    ],
  };
}

async function drawnCards({ archive, pages }: Site, cache: string): Promise<readonly Copy[]> {
  const cards = [archive, ...pages].flatMap((one) => one?.card ?? []);
  if (cards.length === 0) return [];
  const { makeCards } = await import("../../site/cards/make-cards.ts");
  const drawn = await makeCards(cards, { cache });
  return drawn.flatMap(({ cached, digest }, index): readonly Copy[] => {
    const card = cards[index];
    return card === undefined ? [] : [{ path: card.path, copy: cached, digest }];
  });
}
