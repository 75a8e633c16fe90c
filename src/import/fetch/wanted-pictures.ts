/** The figures of a reading -> the pictures that are worth fetching, with their whole addresses. */
import { mediaKeys, pictureKey } from "../../archive/read/media-names.ts";
import type { Reading } from "../../importers/contract.ts";
import type { FoundPictures } from "../read/pictures.ts";
import type { WantedPicture } from "./pictures.ts";

/** Where the archive keeps the live page, and where the page was published, as far as both are known. */
interface PagePlace {
  readonly root: string;
  readonly slug: string | undefined;
  readonly base: string | undefined;
}

/** The figures whose picture is neither `found` with the capture nor in `media/`. */
export function wantedPictures(
  { root, slug, base }: PagePlace,
  { pictures }: Reading,
  found: FoundPictures,
): readonly WantedPicture[] {
  const present = slug === undefined ? new Set<string>() : mediaKeys(root, slug);
  return [...(pictures ?? [])]
    .filter(([file]) => !found.has(file) && !present.has(pictureKey(file)))
    .map(([file, addresses]) => ({
      file,
      addresses: addresses.map((address) => absoluteAddress(address, base)).filter((whole) => /^https?:/.test(whole)),
    }));
}

/** An address of a page as a URL; an address that leads nowhere from `base` stays as it is. */
export const absoluteAddress = (address: string, base: string | undefined): string =>
  URL.parse(address, base)?.href ?? address;
