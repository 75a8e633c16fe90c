/**
 * From an archive to all that is wrong with it: what `build` would refuse, and what it would print though it misleads readers. A build makes
 * none of these checks of the whole; it finds what it refuses while it goes.
 */
import fs from "node:fs";
import path from "node:path";
import type { Archive } from "../archive/archive.ts";
import { publishedFile } from "../archive/published.ts";
import { readArchive } from "../archive/read/read.ts";
import { type Problem, sortProblems } from "../model/problem.ts";
import { languageProblems } from "./languages.ts";
import { linkProblems } from "./links.ts";
import { pictureProblems } from "./pictures.ts";
import type { SitePaths } from "./site-paths.ts";
import { timelineProblems } from "./timeline.ts";
import { timeProblems } from "./times.ts";
import { wordProblems } from "./words.ts";

export interface Examination {
  readonly archive: Archive;
  /** Sorted. */
  readonly problems: readonly Problem[];
}

/** Reads `root/content/`, `root/templates/` and `root/public/`, and writes only what it found of pictures, into `.afterlive/`. Never throws for what a person wrote. */
export async function examineArchive(root: string): Promise<Examination> {
  const archive = readArchive(root);
  let opened: Promise<SitePaths> | undefined;
  const paths = (): Promise<SitePaths> => {
    opened ??= import("./site-paths.ts").then(({ openSitePaths }) => openSitePaths(archive));
    return opened;
  };
  const problems = [
    ...archive.problems,
    ...languageProblems(archive),
    ...archive.pages.flatMap((page) => [
      ...timeProblems(root, page),
      ...timelineProblems(root, page),
      ...wordProblems(page),
    ]),
    ...(await pictureProblems(root, archive)),
    ...(await linkProblems(archive, paths)),
    ...(hasMoreThanPosts(root) ? await (await paths()).problems() : []),
  ];
  return { archive, problems: sortProblems(problems) };
}

/** Whether anything but the posts decides which files the site has; the code that knows them is loaded only then. */
const hasMoreThanPosts = (root: string): boolean =>
  ["templates", "public", publishedFile].some((name) => fs.existsSync(path.join(root, name)));
