/**
 * `npm run photographs`: what the pictures of an archive cost beside the same variants in bare sharp. Photographs of 12 megapixels are
 * made up, each is measured both ways, one after the other in one process, and the ratio of processor times is printed.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import sharp, { type Sharp } from "sharp";
import { sha256 } from "../src/base/digest.ts";
import { makePictures } from "../src/site/pictures/images.ts";
import type { Picture } from "../src/site/pictures/picture.ts";
import { cardSize, recipes } from "../src/site/pictures/recipes.ts";

const count = Number(process.argv[2] ?? 60);
const { avif, jpeg, card } = recipes.release;

/** Waves of light with grain, as large as a telephone's. */
async function photograph(seed: number): Promise<Buffer> {
  const [width, height] = [4000, 3000];
  const pixels = Buffer.alloc(width * height * 3);
  let state = seed * 7919 + 1;
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at += 3) {
      state = (Math.imul(state, 1103515245) + 12345) >>> 0;
      const grain = (state >>> 24) % 16;
      const wave = Math.sin(x / (40 + seed)) * Math.cos(y / (70 + 2 * seed)) * 60;
      pixels[at] = 120 + wave + grain;
      pixels[at + 1] = 100 + (x * 80) / width + grain;
      pixels[at + 2] = 90 + (y * 90) / height - wave / 2 + grain;
    }
  return await sharp(pixels, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 90 })
    .toBuffer();
}

/** All that `makePictures` made of a photograph, as a page of sharp's manual would make it. */
async function bare(bytes: Buffer, { sources, fallback }: Picture): Promise<void> {
  const image = (): Sharp => sharp(bytes, { autoOrient: true });
  const variants = sources.flatMap((source) => source.variants);
  for (const { width } of variants) await image().resize({ width }).avif(avif.photo).toBuffer();
  for (const { width } of fallback) await image().resize({ width }).jpeg(jpeg).toBuffer();
  await image()
    .resize({ ...cardSize, fit: "cover", position: sharp.strategy.attention })
    .jpeg(card)
    .toBuffer();
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

const cache = mkdtempSync(path.join(tmpdir(), "afterlive-bench-"));
try {
  let [ours, theirs] = [0, 0];
  for (let seed = 1; seed <= count; seed++) {
    const bytes = await photograph(seed);
    const original = { path: `${seed}.jpg`, digest: sha256(bytes), bytes: () => bytes };
    let picture: Picture | undefined;
    ours += await seconds(async () => {
      const { pictures } = await makePictures([original], { cache, mode: "release" });
      picture = pictures.get(original.digest);
    });
    const made = picture;
    if (made === undefined) throw new Error(`Cannot measure: photograph ${seed} was not made`);
    theirs += await seconds(() => bare(bytes, made));
    process.stderr.write(`${seed} of ${count}: ${(ours / theirs).toFixed(3)}\n`);
  }
  const each = (sum: number) => `${(sum / count).toFixed(2)} s`;
  process.stdout.write(
    `${count} photographs of 12 megapixels, processor time of each: ${each(ours)}, in bare sharp ${each(theirs)}, ratio ${(ours / theirs).toFixed(2)}\n`,
  );
} finally {
  rmSync(cache, { recursive: true, force: true });
}
