/** Variants on disk, each made once: a small index beside them says what a picture is and what its files must be. */
import fs from "node:fs";
import path from "node:path";
import { sha256 } from "../../base/digest.ts";
import type { Picture, Variant } from "./picture.ts";

/** Writes a variant whole or not at all. Two builds may write the same one: they write the same bytes. */
export function putVariant(
  cache: string,
  key: string,
  extension: string,
  size: { width: number; height: number },
  bytes: Uint8Array,
): Variant {
  const name = `${key}-${size.width}.${extension}`;
  const cached = path.join(cache, name);
  writeWhole(cached, bytes);
  return { path: `pictures/${name}`, ...size, cached, size: bytes.byteLength, digest: sha256(bytes) };
}

/** Remembers a finished picture; its variants are in the cache already. */
export const putPicture = (cache: string, key: string, picture: Picture): void =>
  remember(cache, key, withoutFolder(picture), filesOf(picture));

/** Remembers a drawn card, which has one file. */
export const putCard = (cache: string, key: string, card: Variant): void =>
  remember(cache, key, { ...card, cached: "" }, [card]);

function remember(cache: string, key: string, picture: Picture | Variant, files: readonly Variant[]): void {
  const times: Record<string, number> = {};
  for (const variant of files) times[variant.path] = fs.statSync(variant.cached).mtimeMs;
  const kept = JSON.stringify({ picture, times });
  writeWhole(indexOf(cache, key), JSON.stringify({ kept, digest: sha256(kept) }));
}

/**
 * The picture made earlier, if every file of it is as it was: same size and time, or else same digest.
 * Undefined where anything is missing, cut off or changed: it is then made again.
 */
export const getPicture = (cache: string, key: string): Picture | undefined =>
  recall<Picture>(cache, key, (picture) => withFolder(picture, cache), filesOf);

/** As `recallPicture`. */
export const getCard = (cache: string, key: string): Variant | undefined =>
  recall<Variant>(cache, key, inFolder(cache), (card) => [card]);

function recall<Kept>(
  cache: string,
  key: string,
  place: (kept: Kept) => Kept,
  files: (kept: Kept) => readonly Variant[],
): Kept | undefined {
  try {
    const index = JSON.parse(fs.readFileSync(indexOf(cache, key), "utf8"));
    if (typeof index.kept !== "string" || sha256(index.kept) !== index.digest) return undefined;
    const { picture, times } = JSON.parse(index.kept) as { picture: Kept; times: Readonly<Record<string, number>> };
    const found = place(picture);
    return files(found).every((variant) => isWhole(variant, times[variant.path])) ? found : undefined;
  } catch {
    return undefined;
  }
}

/** What a page may show of a picture. */
export const variantsOf = (picture: Picture): readonly Variant[] => [
  ...picture.sources.flatMap((source) => source.variants),
  ...picture.fallback,
];

/** Every file of a picture. */
const filesOf = (picture: Picture): readonly Variant[] =>
  picture.card === undefined ? variantsOf(picture) : [...variantsOf(picture), picture.card];

function isWhole(variant: Variant, time: number | undefined): boolean {
  const stat = fs.statSync(variant.cached);
  if (stat.size !== variant.size) return false;
  return stat.mtimeMs === time || sha256(fs.readFileSync(variant.cached)) === variant.digest;
}

const indexOf = (cache: string, key: string): string => path.join(cache, `${key}.json`);

const withoutFolder = (picture: Picture): Picture => mapVariants(picture, (variant) => ({ ...variant, cached: "" }));

const withFolder = (picture: Picture, cache: string): Picture => mapVariants(picture, inFolder(cache));

const inFolder =
  (cache: string) =>
  (variant: Variant): Variant => ({ ...variant, cached: path.join(cache, path.basename(variant.path)) });

function mapVariants(picture: Picture, change: (variant: Variant) => Variant): Picture {
  const sources = picture.sources.map((source) => ({ ...source, variants: source.variants.map(change) }));
  const { card } = picture;
  return {
    ...picture,
    sources,
    fallback: picture.fallback.map(change),
    ...(card !== undefined && { card: change(card) }),
  };
}

function writeWhole(file: string, data: Uint8Array | string): void {
  const staged = `${file}.${process.pid}.tmp`;
  fs.writeFileSync(staged, data);
  fs.renameSync(staged, file);
}
