/** From the figures of a live page to the files of `media/` that fill them. A figure without a file is allowed. */
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { sha256 } from "../../base/digest.ts";
import { statsAt } from "../../base/stats-at.ts";
import { endsAsPicture, isPictureName, pictureAddress, tameName } from "../../markdown/address.ts";
import { type Block, isMedia } from "../../model/block.ts";
import { fileProblem, type Problem } from "../../model/problem.ts";
import type { Original } from "../archive.ts";
import { listFolder } from "./files.ts";
import { nameOnDisk, pictureKey } from "./media-names.ts";
import { type Cached, isSettled, signatureOf } from "./stat-signature.ts";

/** The files in `media/` that blocks name: figures and posters. */
export function picturesIn(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) => {
    if (block.kind === "figure") return [block.file];
    if (block.kind === "quote") return picturesIn(block.blocks);
    if (block.kind === "list") return block.items.flatMap(picturesIn);
    if (!isMedia(block)) return [];
    return [...(block.poster === undefined ? [] : [block.poster]), ...picturesIn(block.blocks)];
  });
}

/** By file name: the digests of pictures. Plain JSON. */
export type CachedDigests = Readonly<Record<string, Cached<{ readonly digest: string }>>>;

/** The files of a folder, by the key of their names. */
type FilesByKey = ReadonlyMap<string, readonly string[]>;

/**
 * The pictures of `content/<slug>/media/` by the names that figures use. A file of another case, another form of accents or another
 * ending fills a figure too.
 */
export function readMediaFolder(
  root: string,
  slug: string,
  named: ReadonlySet<string>,
  known: CachedDigests = {},
): { media: ReadonlyMap<string, Original>; problems: readonly Problem[] } {
  const folder = `content/${slug}/media`;
  // What is in the place of the folder is reported by the one that lists the live page.
  if (statsAt(join(root, folder))?.isDirectory() !== true) return { media: new Map(), problems: [] };
  const list = listFolder(root, folder);
  const problem = (name: string, message: string, hint: string, severity: Problem["severity"] = "warning") =>
    fileProblem(`${folder}/${name}`, message, hint, severity);
  const strays = list.found.filter(({ name, isFolder }) => isFolder || !isPictureName(name));
  const names = list.found.flatMap(({ name, isFolder }) => (isFolder || !isPictureName(name) ? [] : [name]));
  const problems: Problem[] = [
    ...list.problems,
    ...strays.map(({ name, isFolder }) => problem(name, cannotUse(name, isFolder), strayHint(name, isFolder))),
    ...sameOnDisk(names).map(([one, other]) =>
      problem(
        other,
        `Cannot tell "${other}" from "${one}": on many disks they are one file`,
        "Rename one of them, here and in the post that names it",
        "error",
      ),
    ),
  ];
  const byKey: FilesByKey = Map.groupBy(names, pictureKey);
  const media = new Map<string, Original>();
  const used = new Set<string>();
  for (const file of [...named].sort()) {
    const fitting = byKey.get(pictureKey(file)) ?? [];
    const name = bestFit(file, fitting);
    if (name === undefined) continue;
    media.set(file, makeOriginal(root, `${folder}/${name}`, name, known[name]));
    for (const fit of fitting) used.add(fit);
    const rivals = fitting.filter((fit) => fit === name || !named.has(fit));
    if (rivals.length > 1) {
      const message = `Cannot tell which picture fills "${file}": ${rivals.map((fit) => `"${fit}"`).join(", ")} do; "${name}" is used`;
      problems.push(problem(name, message, "Keep one of them and remove the others"));
    }
  }
  for (const name of names) {
    if (used.has(name)) continue;
    const message = `Cannot place "${name}": no post of this live page names it`;
    problems.push(problem(name, message, `Write ![What it shows](${pictureAddress(name)}) in a post, or remove it`));
  }
  return { media, problems };
}

/** The very name, else one that differs in case or accents, else one of another ending. */
const bestFit = (file: string, fitting: readonly string[]): string | undefined =>
  fitting.find((name) => name.normalize("NFC") === file) ??
  fitting.find((name) => nameOnDisk(name) === nameOnDisk(file)) ??
  fitting[0];

const cannotUse = (name: string, isFolder: boolean): string =>
  isFolder
    ? `Cannot use the folder "${name}": media/ has no folders`
    : endsAsPicture(name)
      ? `Cannot use "${name}": expected ${tameName}`
      : `Cannot use "${name}": expected a picture that ends in .jpg, .png, .webp, .avif, .gif, .tiff, .svg or .heic`;

const strayHint = (name: string, isFolder: boolean): string => {
  if (isFolder) return "Move the pictures in it to media/ itself";
  return endsAsPicture(name) ? "Rename it, here and in the post that names it" : "Save it as JPEG or PNG, or remove it";
};

/** Pairs of names that differ only in case or in the form of accents. */
function sameOnDisk(names: readonly string[]): readonly (readonly [string, string])[] {
  const first = new Map<string, string>();
  return names.flatMap((name) => {
    const known = first.get(nameOnDisk(name));
    if (known !== undefined) return [[known, name] as const];
    first.set(nameOnDisk(name), name);
    return [];
  });
}

function makeOriginal(root: string, file: string, name: string, known: CachedDigests[string] | undefined): Original {
  const path = resolve(root, file);
  const stats = statsAt(path);
  let digest = stats !== undefined && known?.signature === signatureOf(stats) ? known.digest : undefined;
  return {
    name,
    path,
    stats,
    get digest() {
      digest ??= sha256(readFileSync(path));
      return digest;
    },
    bytes: () => readFileSync(path),
  };
}

/** For the next reading: the digests of all pictures whose signatures can be trusted. Reads each picture without a digest. */
export function digestsOf(media: ReadonlyMap<string, Original>, now: number): CachedDigests {
  const known: Record<string, Cached<{ digest: string }>> = {};
  for (const { name, stats, digest } of media.values())
    if (stats !== undefined && isSettled(stats, now)) known[name] = { signature: signatureOf(stats), digest };
  return known;
}
