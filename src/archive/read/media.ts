/** From the figures of a live page to the files of `media/` that fill them. A figure without a file is allowed. */
import { readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { sha256 } from "../../base/digest.ts";
import { isPictureName } from "../../markdown/address.ts";
import { type Block, isMedia } from "../../model/block.ts";
import { fileProblem, type Problem } from "../../model/problem.ts";
import type { Original } from "../archive.ts";
import { listFolder } from "./files.ts";
import { pictureStem } from "./media-names.ts";
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

/** The pictures of `content/<slug>/media/` by the names that figures use. A file with another extension fills a figure too. */
export function readMediaFolder(
  root: string,
  slug: string,
  named: ReadonlySet<string>,
  known: CachedDigests = {},
): { media: ReadonlyMap<string, Original>; problems: readonly Problem[] } {
  const folder = `content/${slug}/media`;
  // What is in the place of the folder is reported by the one that lists the live page.
  if (statSync(join(root, folder), { throwIfNoEntry: false })?.isDirectory() !== true)
    return { media: new Map(), problems: [] };
  const list = listFolder(root, folder);
  const problems: Problem[] = [...list.problems];
  const byStem = new Map<string, string[]>();
  for (const { name, isFolder } of list.found) {
    const file = `${folder}/${name}`;
    if (isFolder || !isPictureName(name)) {
      const message = `Cannot use "${name}": expected a picture whose name has only letters a-z, digits, ".", "-", "_" and ends in .jpg, .png, .webp, .avif, .gif, .tiff or .svg`;
      problems.push(fileProblem(file, message, "Rename or remove it", "warning"));
      continue;
    }
    const stem = pictureStem(name);
    byStem.set(stem, [...(byStem.get(stem) ?? []), name]);
  }
  const media = new Map<string, Original>();
  const used = new Set<string>();
  for (const file of [...named].sort()) {
    const fitting = byStem.get(pictureStem(file)) ?? [];
    const name = fitting.includes(file) ? file : fitting[0];
    if (name === undefined) continue;
    media.set(file, makeOriginal(root, `${folder}/${name}`, name, known[name]));
    for (const fit of fitting) used.add(fit);
    if (fitting.length > 1) {
      const message = `Cannot tell which picture fills "${file}": ${fitting.map((fit) => `"${fit}"`).join(", ")} do; "${name}" is used`;
      problems.push(fileProblem(`${folder}/${name}`, message, "Keep one of them and remove the others", "warning"));
    }
  }
  for (const name of [...byStem.values()].flat()) {
    if (used.has(name)) continue;
    const message = `Cannot place "${name}": no post of this live page names it`;
    problems.push(
      fileProblem(
        `${folder}/${name}`,
        message,
        `Write ![What it shows](media/${name}) in a post, or remove it`,
        "warning",
      ),
    );
  }
  return { media, problems };
}

function makeOriginal(root: string, file: string, name: string, known: CachedDigests[string] | undefined): Original {
  const path = resolve(root, file);
  const stats = statSync(path, { throwIfNoEntry: false });
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
