/** Turns folders into the parts of one site, or into problems: the parts must be all parts of the archive in `root`. */
import path from "node:path";
import { fileProblem, type Problem, Refusal } from "../../model/problem.ts";
import { realpath } from "../cache/build-cache.ts";
import { type Basis, basisOf, partFormat, readPart, type SitePart } from "./part.ts";

/** A part, and the folder that holds it. */
export interface FoundPart {
  readonly folder: string;
  readonly part: SitePart;
}

/** Reads at least one part. Throws Refusal if they are not all parts of this one archive. */
export function openParts(folders: readonly string[], root: string): readonly [FoundPart, ...FoundPart[]] {
  const found = folders.map((folder) => ({ folder, part: readPart(folder) }));
  refuse(found.flatMap(notReadable));
  const [first, ...others] = found.flatMap(({ folder, part }) => (part === undefined ? [] : [{ folder, part }]));
  if (first === undefined) throw new Refusal([fileProblem(root, "Cannot merge: expected parts, got none", partHint)]);
  const { mode } = first.part;
  refuse([
    ...differences(basisOf(root, mode), first, `the archive in "${root}"`),
    ...others.flatMap((other, index) => [
      ...wrongNumber(other, [first, ...others.slice(0, index)]),
      ...differences(first.part.basis, other, `"${first.folder}"`),
      ...otherPages(other, first),
    ]),
  ]);
  refuse(missingParts([first, ...others], root));
  return [first, ...others];
}

function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new Refusal(problems);
}

function notReadable({
  folder,
  part,
}: {
  readonly folder: string;
  readonly part: SitePart | undefined;
}): readonly Problem[] {
  if (part === undefined)
    return [fileProblem(folder, `Cannot merge "${folder}": it holds no part of a site`, partHint)];
  if (part.format === partFormat) return [];
  return [fileProblem(folder, `Cannot merge "${folder}": another version of afterlive built it`, partHint)];
}

/** A part of another division, or one that was given before. */
function wrongNumber({ folder, part }: FoundPart, before: readonly [FoundPart, ...FoundPart[]]): readonly Problem[] {
  const { number, of } = part.shard;
  const first = before[0];
  const parts = first.part.shard.of;
  if (of !== parts) {
    const message = `Cannot merge "${folder}": it is one of ${of} parts, "${first.folder}" one of ${parts}`;
    return [fileProblem(folder, message, sameHint)];
  }
  const twin = before.findLast((one) => one.part.shard.number === number);
  if (twin === undefined) return [];
  const message = `Cannot merge "${folder}": "${twin.folder}" is part ${number} of ${of} as well`;
  return [fileProblem(folder, message, "Give each part once")];
}

const differences = (wanted: Basis, { folder, part }: FoundPart, other: string): readonly Problem[] =>
  Object.entries(wanted)
    .filter(([what, digest]) => part.basis[what as keyof Basis] !== digest)
    .map(([what]) => {
      const message = `Cannot merge "${folder}": it was built with other ${basisWords[what as keyof Basis]} than ${other}`;
      return fileProblem(folder, message, sameHint);
    });

const basisWords: Readonly<Record<keyof Basis, string>> = {
  afterlive: "sources of afterlive",
  machine: "versions of Node or kinds of processor",
  options: "options (--quick)",
  "archive.md": "lines in content/archive.md",
  "about.md": "lines in content/about.md",
  templates: "templates",
  "card.png": "cards (card.png) in public/",
};

function otherPages({ folder, part }: FoundPart, first: FoundPart): readonly Problem[] {
  if (JSON.stringify(part.slugs) === JSON.stringify(first.part.slugs)) return [];
  const message = `Cannot merge "${folder}": its archive had other live pages than that of "${first.folder}"`;
  return [fileProblem(folder, message, sameHint)];
}

function missingParts(parts: readonly [FoundPart, ...FoundPart[]], root: string): readonly Problem[] {
  const { shard, slugs } = parts[0].part;
  const numbers = new Set(parts.map(({ part }) => part.shard.number));
  const missing = Array.from({ length: shard.of }, (_, index) => index + 1).filter((number) => !numbers.has(number));
  if (missing.length > 0)
    return missing.map((number) =>
      fileProblem(
        root,
        `Cannot merge: part ${number} of ${shard.of} is missing`,
        `Build it with: afterlive build --shard ${number}/${shard.of} --out DIR`,
      ),
    );
  const held = parts.flatMap(({ part }) => Object.keys(part.pages)).sort();
  if (JSON.stringify(held) === JSON.stringify(slugs)) return [];
  return [fileProblem(root, "Cannot merge: the parts do not hold each live page once", sameHint)];
}

/** Throws Refusal if a part and the site lie in each other: the part is read while the site is written. */
export function checkApart(folder: string, out: string): void {
  const [part, site] = [realpath(folder), realpath(out)];
  if (part === site || part.startsWith(path.join(site, path.sep)) || site.startsWith(path.join(part, path.sep)))
    throw new Refusal([
      fileProblem(out, `Cannot merge into "${out}": the part "${folder}" lies there`, "Name another folder with --out"),
    ]);
}

const partHint = "Name folders that were built with: afterlive build --shard 1/3 --out DIR";
const sameHint = "Build all parts from the same commit of the archive, with the same afterlive and the same options";
