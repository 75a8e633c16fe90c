/** The cache of encoded pictures: files of variants, and an index for each picture that says what its files must be. */
import fs from "node:fs";
import path from "node:path";
import { sha256 } from "../../base/digest.ts";
import { writeWhole } from "../../base/write-whole.ts";
import type { KeptFile, Picture, Variant } from "./picture.ts";
import type { PictureFault, PictureReport } from "./picture-fault.ts";

/** Writes a variant whole or not at all. Two builds may write the same one, with the same bytes. */
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

/** Writes a cleaned original whole or not at all. */
export function putCleaned(cache: string, key: string, bytes: Uint8Array): KeptFile {
  const name = `${key}-original`;
  const cached = path.join(cache, name);
  writeWhole(cached, bytes);
  return { name, cached, size: bytes.byteLength, digest: sha256(bytes) };
}

/** Writes the index of a picture whose variants are in the cache. */
export const putPicture = (cache: string, key: string, picture: Picture): void =>
  putIndex(cache, key, withoutFolder(picture), filesOf(picture));

/** Writes the index of a picture that cannot be used, so that the next build need not try it again. */
export const putFault = (cache: string, key: string, fault: PictureFault): void => putIndex(cache, key, fault, []);

/** Writes what a look at a picture found. */
export const putReport = (cache: string, key: string, report: PictureReport): void => putIndex(cache, key, report, []);

/** Writes the index of a drawn card, which has one file. */
export const putCard = (cache: string, key: string, card: Variant): void =>
  putIndex(cache, key, { ...card, cached: "" }, [card]);

function putIndex(
  cache: string,
  key: string,
  picture: Picture | PictureFault | PictureReport | Variant,
  files: readonly CachedFile[],
): void {
  const times: Record<string, number> = {};
  for (const { cached } of files) times[path.basename(cached)] = fs.statSync(cached).mtimeMs;
  const kept = JSON.stringify({ picture, times });
  writeWhole(indexOf(cache, key), JSON.stringify({ kept, digest: sha256(kept) }));
}

/**
 * A picture from the cache, if each of its files is unchanged by size and time, or else by digest; with `verify` by digest alone.
 * Undefined where a file is missing, cut off or changed: the picture is then made again.
 */
export const getPicture = (cache: string, key: string, verify = false): Picture | PictureFault | undefined =>
  getIndexed<Picture | PictureFault>(
    cache,
    key,
    verify,
    (kept) => (isPicture(kept) ? withFolder(kept, cache) : kept),
    (kept) => (isPicture(kept) ? filesOf(kept) : []),
  );

/** Tells a picture from the reason why there is none. */
export const isPicture = (made: Picture | PictureFault): made is Picture => "tone" in made;

/** What an earlier look found. */
export const getReport = (cache: string, key: string): PictureReport | undefined =>
  getIndexed<PictureReport>(
    cache,
    key,
    false,
    (report) => report,
    () => [],
  );

/** As `getPicture`. */
export const getCard = (cache: string, key: string, verify = false): Variant | undefined =>
  getIndexed<Variant>(cache, key, verify, inFolder(cache), (card) => [card]);

function getIndexed<Kept>(
  cache: string,
  key: string,
  verify: boolean,
  place: (kept: Kept) => Kept,
  files: (kept: Kept) => readonly CachedFile[],
): Kept | undefined {
  try {
    const index = JSON.parse(fs.readFileSync(indexOf(cache, key), "utf8"));
    if (typeof index.kept !== "string" || sha256(index.kept) !== index.digest) return undefined;
    const { picture, times } = JSON.parse(index.kept) as { picture: Kept; times: Readonly<Record<string, number>> };
    const found = place(picture);
    return files(found).every((variant) => isWhole(variant, verify ? undefined : times[path.basename(variant.cached)]))
      ? found
      : undefined;
  } catch {
    return undefined;
  }
}

/** The files of a picture that pages show. */
export const variantsOf = (picture: Picture): readonly Variant[] => [
  ...picture.sources.flatMap((source) => source.variants),
  ...picture.fallback,
];

/** All files of a picture. */
const filesOf = (picture: Picture): readonly CachedFile[] => [
  ...variantsOf(picture),
  ...(picture.card === undefined ? [] : [picture.card]),
  ...(typeof picture.cleaned === "object" ? [picture.cleaned] : []),
];

function isWhole(variant: CachedFile, time: number | undefined): boolean {
  const stat = fs.statSync(variant.cached);
  if (stat.size !== variant.size) return false;
  return stat.mtimeMs === time || sha256(fs.readFileSync(variant.cached)) === variant.digest;
}

const indexOf = (cache: string, key: string): string => path.join(cache, `${key}.json`);

const withoutFolder = (picture: Picture): Picture => mapFiles(picture, (file) => ({ ...file, cached: "" }));

const withFolder = (picture: Picture, cache: string): Picture =>
  mapFiles(picture, (file) => ({ ...file, cached: path.join(cache, nameOf(file)) }));

const inFolder =
  (cache: string) =>
  (card: Variant): Variant => ({ ...card, cached: path.join(cache, nameOf(card)) });

const nameOf = (file: Variant | KeptFile): string => ("path" in file ? path.basename(file.path) : file.name);

function mapFiles(picture: Picture, change: <File extends Variant | KeptFile>(file: File) => File): Picture {
  const sources = picture.sources.map((source) => ({ ...source, variants: source.variants.map(change<Variant>) }));
  const { card, cleaned } = picture;
  return {
    ...picture,
    sources,
    fallback: picture.fallback.map(change<Variant>),
    ...(card !== undefined && { card: change(card) }),
    ...(typeof cleaned === "object" && { cleaned: change(cleaned) }),
  };
}

/** What is known of a file of the cache. */
type CachedFile = Pick<KeptFile, "cached" | "size" | "digest">;
