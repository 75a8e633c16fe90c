/** Turns an archive on disk into all that a site is made of at once: for sites that Eleventy prints, whose build it is. */
import type { Archive } from "../archive/archive.ts";
import { readArchive } from "../archive/read/read.ts";
import { findStaticFiles, replacedFiles } from "../builder/inputs/static-files.ts";
import { type Copy, cardFiles, namedCrops, originalFiles, variantFiles } from "../builder/output/copies.ts";
import { renderDependencies } from "../builder/render/dependencies.ts";
import type { EleventyPage } from "../builder/render/eleventy.ts";
import { drawsCards, type LoadedTemplate, loadTemplates, templateProblem } from "../builder/render/templates.ts";
import { Refusal } from "../model/problem.ts";
import type { Site } from "../site/archive-site.ts";
import { makePictures } from "../site/pictures/images.ts";
import type { PictureMode } from "../site/pictures/recipes.ts";
import { makeSite } from "../site/site.ts";
import type { CopiedFile } from "./copy.ts";

export interface WholeSite {
  readonly archive: Archive;
  readonly site: Site;
  readonly templates: readonly LoadedTemplate[];
  /** Pictures, and `public/` with the style sheet. */
  readonly copies: readonly CopiedFile[];
}

/** What an archive is read with: absolute folders of the archive and of what need not be made twice. */
export interface ReadSiteOptions {
  readonly root: string;
  readonly cache: string;
  readonly mode: PictureMode;
}

/** Reads an archive and makes its pictures. Throws Refusal with every error there is in content, pictures and templates. */
export async function readSite({ root, cache, mode }: ReadSiteOptions): Promise<WholeSite> {
  const archive = readArchive(root);
  const originals = archive.pages.flatMap(({ media }) => [...media.values()]);
  const { pictures, problems } = await makePictures(originals, { cache, mode });
  const { templates, problems: templateProblems } = await loadTemplates(root);
  const all = [...archive.problems, ...problems, ...templateProblems];
  if (all.some(({ severity }) => severity === "error")) throw new Refusal(all);
  const staticFiles = findStaticFiles(root, 0);
  const cards = drawsCards(mode, templates);
  const site = makeSite(archive, pictures, { ...renderDependencies, cards, ownFiles: replacedFiles(staticFiles) });
  return {
    archive,
    site,
    templates,
    copies: [
      ...staticFiles,
      ...variantFiles(pictures.values()),
      ...site.pages.flatMap((page) => cardFiles(pictures.values(), namedCrops(page, archive.settings))),
      ...archive.pages.flatMap((page) => originalFiles(page, pictures, archive.settings)),
      ...(await drawnCards(site, cache)),
    ],
  };
}

/** What a template prints of the site. To print a page throws Refusal where the template throws. */
export const pagesOf = (loaded: LoadedTemplate, { site }: WholeSite): readonly EleventyPage[] => {
  const { template } = loaded;
  const pages =
    template.of === "archive" ? template.pages(site.archive) : site.pages.flatMap((page) => template.pages(page));
  return pages.map(({ path, print }) => ({ path, print: () => orRefuse(loaded, print) }));
};

function orRefuse(loaded: LoadedTemplate, print: () => string): string {
  try {
    return print();
  } catch (error) {
    throw new Refusal([templateProblem(error, loaded, "print")]);
  }
}

async function drawnCards({ archive, pages }: Site, cache: string): Promise<readonly Copy[]> {
  const cards = [archive, ...pages].flatMap(({ card }) => card ?? []);
  if (cards.length === 0) return [];
  const { makeCards } = await import("../site/cards/make-cards.ts");
  const drawn = await makeCards(cards, { cache });
  return drawn.flatMap(({ cached, digest }, index): readonly Copy[] => {
    const card = cards[index];
    return card === undefined ? [] : [{ path: card.path, copy: cached, digest }];
  });
}
