/**
 * From an archive to the paths of its site, without printing it: which addresses would be lost, which files of `public/` stand in the way,
 * which templates do not load. Templates are loaded only where a question needs them.
 */
import fs from "node:fs";
import path from "node:path";
import type { Archive } from "../archive/archive.ts";
import { readPublishedFile } from "../archive/published.ts";
import { packageFolder } from "../base/package-folder.ts";
import { findStaticFiles, replacedFiles } from "../builder/inputs/static-files.ts";
import { checkPaths } from "../builder/output/output-paths.ts";
import { lostPublications } from "../builder/output/published-paths.ts";
import { notAFile } from "../builder/output/static-outputs.ts";
import { ownConfiguration } from "../builder/own-configuration.ts";
import type { Problem } from "../model/problem.ts";
import { lazy } from "../site/lazy.ts";
import type { KnownPaths } from "./known-paths.ts";

export interface SitePaths {
  /** Whether the site would have a file at this path. True for any path where Eleventy prints the site by a configuration of its own. */
  readonly has: (file: string) => Promise<boolean>;
  readonly problems: () => Promise<readonly Problem[]>;
}

export function openSitePaths(archive: Archive): SitePaths {
  const { root } = archive;
  if (ownConfiguration(root) !== undefined) return { has: async () => true, problems: async () => [] };
  const staticFiles = findStaticFiles(root, 0);
  const statics = new Set(staticFiles.map((file) => file.path));
  const known = lazy(async (): Promise<KnownPaths> => {
    const { knowPaths } = await import("./known-paths.ts");
    return await knowPaths(archive, replacedFiles(staticFiles));
  });
  const has = async (file: string): Promise<boolean> => statics.has(file) || (await known()).has(file);
  return {
    has,
    async problems() {
      const templates = hasOwnTemplates(root) ? (await known()).problems() : [];
      const taken = await takenByHand(root, async (file) => (await known()).has(file));
      return [
        ...staticFiles.filter(({ mark }) => mark === undefined).map(notAFile),
        ...taken,
        ...templates,
        ...(await lost(archive, has)),
      ];
    },
  };
}

const hasOwnTemplates = (root: string): boolean =>
  root !== packageFolder && fs.existsSync(path.join(root, "templates"));

/** The files of the archive's `public/` that have the path of a page, or a name that a host may refuse. */
async function takenByHand(root: string, isMade: SitePaths["has"]): Promise<readonly Problem[]> {
  if (root === packageFolder) return [];
  const own = path.join(root, "public") + path.sep;
  const files = findStaticFiles(root, 0).filter(({ copy }) => copy.startsWith(own));
  const generated = replacedFiles(files);
  const problems: Problem[] = [];
  for (const file of files) {
    const outputs = [{ path: file.path, byHand: true }];
    const isTaken = !generated.has(file.path) && (await isMade(file.path.toLowerCase()));
    problems.push(...checkPaths(isTaken ? [{ path: file.path.toLowerCase(), byHand: false }, ...outputs] : outputs));
  }
  return problems;
}

/** The published addresses that the site lacks. A live page with an error may have them again once it is mended. */
async function lost({ root, problems }: Archive, has: SitePaths["has"]): Promise<readonly Problem[]> {
  // What is wrong with the list stands among the problems of the archive.
  const published = readPublishedFile(root).paths;
  if (published.length === 0) return [];
  const broken = new Set(
    problems.flatMap(({ severity, file }) => (severity === "error" ? [file.split("/")[1] ?? ""] : [])),
  );
  const wanted = new Set<string>();
  for (const file of published) if (broken.has(file.split("/")[0] ?? "") || (await has(file))) wanted.add(file);
  return lostPublications(published, { out: path.join(root, "_site"), wanted, removed: new Set(published) });
}
