/** The files of a site that are copies of others: the variants of pictures, and their originals. */
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

/** The crops that pages name. */
export const cardFiles = (pictures: Iterable<Picture>, named: ReadonlySet<string>): readonly Copy[] =>
  [...pictures].flatMap(({ card }) =>
    card !== undefined && named.has(card.path) ? [{ path: card.path, copy: card.cached, digest: card.digest }] : [],
  );

/** Without an address of the archive no page can name a crop. */
export const namedCrops = ({ posts }: PageSite, { url }: ArchiveSettings): ReadonlySet<string> =>
  new Set(url === undefined ? [] : posts.flatMap(({ post }) => post.card?.href ?? []));

/** Originals stay as they came, byte for byte, beside the pages that show them. */
export function originalFiles({ page, media }: ArchivedPage, pictures: ReadonlyMap<string, Picture>): readonly Copy[] {
  const files = new Map<string, Copy>();
  for (const { name, path: copy, digest } of media.values()) {
    if (pictures.get(digest)?.publishOriginal !== true) continue;
    const target = originalPath(page.slug, name);
    files.set(target, { path: target, copy, digest });
  }
  return [...files.values()];
}
