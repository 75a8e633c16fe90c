/** From an archive on disk to everything a site is made of: views, templates, and the files that are copied as they are. */
import path from "node:path";
import type { Archive } from "../archive/archive.ts";
import { picturesIn } from "../archive/media.ts";
import { readArchive } from "../archive/read.ts";
import { type Problem, Refusal } from "../model/problem.ts";
import { makePictures, type PictureMode } from "../site/images.ts";
import type { Picture } from "../site/picture.ts";
import { makeSite } from "../site/site.ts";
import type { Site } from "../site/view.ts";
import { type Copy, originalFiles, publicFiles, variantFiles } from "./copies.ts";
import { type LoadedTemplate, loadTemplates } from "./templates.ts";

export interface SiteOptions {
  /** The folder that holds `content/`. */
  readonly root: string;
  /** The folder for what need not be made twice: `ROOT/.afterlive`. */
  readonly cache: string;
  readonly mode?: PictureMode;
  /** Pictures made, and to be made. */
  readonly onProgress?: (done: number, total: number) => void;
}

export interface SiteInput {
  readonly archive: Archive;
  readonly site: Site;
  readonly templates: readonly LoadedTemplate[];
  readonly copies: readonly Copy[];
  /** `absent` counts figures and posters without a picture. */
  readonly pictures: { readonly made: number; readonly reused: number; readonly absent: number };
  /** Warnings. */
  readonly problems: readonly Problem[];
}

/** Reads an archive and makes its pictures. Throws Refusal with every error there is in content, pictures and templates. */
export async function readSite(options: SiteOptions): Promise<SiteInput> {
  const { root, cache, mode = "release", onProgress } = options;
  const archive = readArchive(root);
  const originals = archive.pages.flatMap(({ media }) => [...media.values()]);
  const pictures = await makePictures(originals, { cache, mode, ...(onProgress !== undefined && { onProgress }) });
  const { templates, problems: templateProblems } = await loadTemplates(root);
  const laid = publicFiles(root);
  const problems = [
    ...archive.problems,
    ...pictures.problems.map((problem) => ({ ...problem, file: fromRoot(root, problem.file) })),
    ...templateProblems,
    ...laid.problems,
  ];
  if (problems.some(({ severity }) => severity === "error")) throw new Refusal(problems);
  const found = pictures.pictures;
  return {
    archive,
    site: makeSite(archive, found),
    templates,
    copies: [...laid.copies, ...variantFiles(found), ...originalFiles(archive, found)],
    pictures: { made: pictures.made, reused: pictures.reused, absent: countAbsent(archive, found) },
    problems,
  };
}

/** How many figures and posters print as a card. */
function countAbsent({ pages }: Archive, pictures: ReadonlyMap<string, Picture>): number {
  const shown = pages.flatMap(({ page, media }) =>
    picturesIn([...page.summary, ...page.posts.flatMap(({ blocks }) => blocks)]).map((file) => media.get(file)),
  );
  return shown.filter((original) => original === undefined || !pictures.has(original.digest)).length;
}

const fromRoot = (root: string, file: string): string => path.relative(root, file).split(path.sep).join("/");
