/** Turns pictures into the list of files that a site copies: variants, crops for cards, and originals. */
import type { ArchivedPage } from "../../archive/archive.ts";
import type { ArchiveSettings } from "../../model/live-page.ts";
import { variantsOf } from "../../site/pictures/cache.ts";
import { originalPath, type Picture } from "../../site/pictures/picture.ts";
import type { PageSite } from "../../site/views/page-site.ts";

export interface Copy {
  /** From the site's root. */
  readonly path: string;
  /** Absolute. */
  readonly copy: string;
  /** SHA-256 of its bytes, in hexadecimal. */
  readonly digest: string;
}

/** Every variant of every picture. */
export const variantFiles = (pictures: Iterable<Picture>): readonly Copy[] =>
  [...pictures]
    .flatMap(variantsOf)
    .map((variant) => ({ path: variant.path, copy: variant.cached, digest: variant.digest }));

/** The crops that pages name: `named` holds their paths. */
export const cardFiles = (pictures: Iterable<Picture>, named: ReadonlySet<string>): readonly Copy[] =>
  [...pictures].flatMap(({ card }) =>
    card !== undefined && named.has(card.path) ? [{ path: card.path, copy: card.cached, digest: card.digest }] : [],
  );

/** The paths of the crops that pages name; none without an address of the archive. */
export const namedCrops = ({ posts }: PageSite, { url }: ArchiveSettings): ReadonlySet<string> =>
  new Set(url === undefined ? [] : posts.flatMap(({ post }) => post.card?.href ?? []));

/** The originals that are published, byte for byte, beside the live page that shows them. */
export function originalFiles({ page, media }: ArchivedPage, pictures: ReadonlyMap<string, Picture>): readonly Copy[] {
  const files = new Map<string, Copy>();
  for (const { name, path: copy, digest } of media.values()) {
    if (pictures.get(digest)?.publishOriginal !== true) continue;
    const target = originalPath(page.slug, name);
    files.set(target, { path: target, copy, digest });
  }
  return [...files.values()];
}
