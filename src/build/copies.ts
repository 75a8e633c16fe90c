/** The files of a site that are copies of others: `public/`, the variants of pictures, and their originals. */
import fs from "node:fs";
import path from "node:path";
import type { Archive } from "../archive/archive.ts";
import { sha256 } from "../base/digest.ts";
import type { Problem } from "../model/problem.ts";
import { originalPath, type Picture } from "../site/picture.ts";
import { variantsOf } from "../site/picture-cache.ts";
import { filesBelow, isLitter } from "./files-below.ts";
import { packageFolder } from "./templates.ts";

export interface Copy {
  /** From the site's root. */
  readonly path: string;
  /** Absolute. */
  readonly copy: string;
  /** SHA-256 of its bytes, in hexadecimal. */
  readonly digest: () => string;
  /** Laid there by a person, in `public/`: its name is theirs to choose. */
  readonly byHand: boolean;
}

/** The package's `public/`, each file of which one of the same name in the archive's own replaces; sorted by path. */
export function publicFiles(root: string): { copies: readonly Copy[]; problems: readonly Problem[] } {
  const files = new Map<string, Copy>();
  const problems: Problem[] = [];
  const folders = new Set([path.join(packageFolder, "public"), path.join(root, "public")]);
  for (const folder of folders)
    for (const name of filesBelow(folder)) {
      if (isLitter(name)) continue;
      const copy = path.join(folder, name);
      if (fs.statSync(copy, { throwIfNoEntry: false })?.isFile() === true)
        files.set(name, { path: name, copy, digest: () => sha256(fs.readFileSync(copy)), byHand: true });
      else problems.push(noFile(`public/${name}`));
    }
  return { copies: [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1)), problems };
}

/** Every variant of every picture. */
export const variantFiles = (pictures: ReadonlyMap<string, Picture>): readonly Copy[] =>
  [...pictures.values()].flatMap(variantsOf).map((variant) => ({
    path: variant.path,
    copy: variant.cached,
    digest: () => variant.digest,
    byHand: false,
  }));

/** Originals stay as they came, byte for byte, beside the pages that show them. */
export function originalFiles(archive: Archive, pictures: ReadonlyMap<string, Picture>): readonly Copy[] {
  const files = new Map<string, Copy>();
  for (const { page, media } of archive.pages)
    for (const { name, path: copy, digest } of media.values()) {
      if (pictures.get(digest)?.publishOriginal !== true) continue;
      const target = originalPath(page.slug, name);
      files.set(target, { path: target, copy, digest: () => digest, byHand: false });
    }
  return [...files.values()];
}

const noFile = (file: string): Problem => ({
  severity: "error",
  file,
  line: 0,
  column: 0,
  message: "Cannot copy this: expected a file, or a link to one",
  hint: "Put the file or folder itself in its place",
});
