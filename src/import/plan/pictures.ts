/** The pictures that came along with a capture, as files of the live page's `media/`: their own bytes, under our names. */
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import type { Change } from "../../base/transaction/transaction.ts";
import type { FoundDocument } from "../../captures/document.ts";
import { dataPicture, pictureEnding } from "../../captures/pictures/kind.ts";
import { isWholePicture } from "../../captures/pictures/whole.ts";
import type { Reading } from "../../importers/contract.ts";
import type { Wanted } from "../fetch/pictures.ts";

/** By the name of the figure's file, which may end otherwise. */
export type FoundPictures = ReadonlyMap<string, Uint8Array>;

/** The bytes of each figure's picture, as far as they came along; `say` is told of those that are cut off. */
export async function findPictures(
  { pictures }: Reading,
  document: FoundDocument,
  say: (line: string) => void = () => {},
): Promise<FoundPictures> {
  const found = new Map<string, Uint8Array>();
  for (const [file, addresses] of pictures ?? []) {
    for (const address of addresses) {
      const bytes = dataPicture(address) ?? (await document.find?.(address));
      if (bytes === undefined || pictureEnding(bytes) === undefined) continue;
      if (!isWholePicture(bytes)) {
        say(`${document.file}  warning: A picture was saved before it was loaded and is left out: ${file}`);
        continue;
      }
      found.set(file, bytes);
      break;
    }
  }
  return found;
}

const stemOf = (file: string): string => file.replace(/\.[^.]*$/, "");

/** What is to be written: nothing for a figure whose picture is there already. */
export function pictureChanges(root: string, slug: string, pictures: FoundPictures): readonly Change[] {
  const folder = path.join(root, "content", slug, "media");
  const present = existsSync(folder) ? readdirSync(folder) : [];
  const byStem = new Map(present.map((name) => [stemOf(name), name]));
  return [...pictures].flatMap(([file, bytes]): Change[] => {
    const there = byStem.get(stemOf(file));
    if (there !== undefined) return [];
    return [{ path: `content/${slug}/media/${stemOf(file)}.${pictureEnding(bytes) ?? "jpg"}`, bytes }];
  });
}

/** The figures that have no picture yet, with the whole addresses at which theirs may be. A live page that is new has no slug. */
export function wantedPictures(
  root: string,
  slug: string | undefined,
  { pictures }: Reading,
  found: FoundPictures,
  base: string | undefined,
): readonly Wanted[] {
  const folder = slug === undefined ? undefined : path.join(root, "content", slug, "media");
  const stems = new Set((folder !== undefined && existsSync(folder) ? readdirSync(folder) : []).map(stemOf));
  return [...(pictures ?? [])]
    .filter(([file]) => !found.has(file) && !stems.has(stemOf(file)))
    .map(([file, addresses]) => ({
      file,
      addresses: addresses.flatMap((address) => {
        const whole = URL.canParse(address, base) ? new URL(address, base).href : address;
        return /^https?:/.test(whole) ? [whole] : [];
      }),
    }));
}

/** How many of a live page's figures have no picture in `media/`, now or after the changes. */
export function countAbsent(
  root: string,
  slug: string,
  files: ReadonlySet<string>,
  changes: readonly Change[],
): number {
  const folder = path.join(root, "content", slug, "media");
  const names = [
    ...(existsSync(folder) ? readdirSync(folder) : []),
    ...changes.map((change) => path.basename(change.path)),
  ];
  const stems = new Set(names.map(stemOf));
  return [...files].filter((file) => !stems.has(stemOf(file))).length;
}
