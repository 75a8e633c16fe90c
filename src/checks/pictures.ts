/** From the pictures of an archive to those that cannot be shown, and those that say more than the site publishes. */
import path from "node:path";
import type { Archive } from "../archive/archive.ts";
import type { Problem } from "../model/problem.ts";

/** Loads the decoder only where there is a picture. What it finds is kept in `.afterlive/`. */
export async function pictureProblems(root: string, { pages, settings }: Archive): Promise<readonly Problem[]> {
  const originals = pages.flatMap(({ media }) => [...media.values()]);
  if (originals.length === 0) return [];
  const { examinePictures } = await import("../site/pictures/examine.ts");
  const cache = path.join(root, ".afterlive");
  return await examinePictures(originals, { root, cache, published: settings.originals ?? "cleaned" });
}
