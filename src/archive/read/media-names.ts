/** From the name of a picture to the key by which figures find it: any ending, any case, either form of accents, `%20` as a space. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { percentDecoded } from "../../base/address.ts";
import { isPictureName } from "../../markdown/address.ts";
import { isLeftover } from "../leftover-names.ts";

/** A file's name without its ending. */
export const pictureStem = (name: string): string => name.replace(/\.[^.]*$/, "");

/** The file's name as many disks see it: without difference of case and of the form of accents. */
export const nameOnDisk = (name: string): string => name.normalize("NFC").toLowerCase();

/** Two names with one key are one picture. */
export const pictureKey = (name: string): string => nameOnDisk(percentDecoded(pictureStem(name)));

/** The keys of the pictures in a live page's `media/`; empty where it has none. */
export function mediaKeys(root: string, slug: string): ReadonlySet<string> {
  const folder = join(root, "content", slug, "media");
  const names = (existsSync(folder) ? readdirSync(folder) : []).filter(
    (name) => isPictureName(name) && !isLeftover(name),
  );
  return new Set(names.map(pictureKey));
}
