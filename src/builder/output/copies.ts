/** Turns pictures into the list of files that a site copies: variants, crops for cards, and originals. */
import type { ArchivedPage, Original } from "../../archive/archive.ts";
import type { ArchiveSettings, PublishedOriginals } from "../../model/live-page.ts";
import type { Problem } from "../../model/problem.ts";
import { variantsOf } from "../../site/pictures/cache.ts";
import { originalPath, type Picture } from "../../site/pictures/picture.ts";
import { uncleanedNotice } from "../../site/pictures/picture-fault.ts";
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

/** The originals that are published beside the live page that shows them, as the archive's settings say. */
export function originalFiles(
  { page, media }: ArchivedPage,
  pictures: ReadonlyMap<string, Picture>,
  settings: ArchiveSettings,
): readonly Copy[] {
  const originals = settings.originals ?? "cleaned";
  const files = new Map<string, Copy>();
  for (const original of originals === "none" ? [] : media.values()) {
    const picture = pictures.get(original.digest);
    const published = picture?.publishOriginal === true ? publishedAs(original, picture, originals) : undefined;
    const target = originalPath(page.slug, original.name);
    if (published !== undefined) files.set(target, { path: target, ...published });
  }
  return [...files.values()];
}

function publishedAs(
  { path: copy, digest }: Original,
  { cleaned }: Picture,
  originals: PublishedOriginals,
): Omit<Copy, "path"> | undefined {
  if (originals === "whole" || cleaned === "original") return { copy, digest };
  return cleaned && { copy: cleaned.cached, digest: cleaned.digest };
}

/** A problem for each original that the site would have, and does not, because it cannot be cleaned. */
export const uncleanedOriginals = (
  { page, media }: ArchivedPage,
  pictures: ReadonlyMap<string, Picture>,
  settings: ArchiveSettings,
): readonly Problem[] =>
  settings.originals !== undefined
    ? []
    : [...media.values()].flatMap(({ name, digest }) => {
        const picture = pictures.get(digest);
        const isHeld = picture?.publishOriginal === true && picture.cleaned === undefined;
        return isHeld ? [{ file: `content/${page.slug}/media/${name}`, line: 0, column: 0, ...uncleanedNotice }] : [];
      });
