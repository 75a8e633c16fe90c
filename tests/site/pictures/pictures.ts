/** Pictures that tests make, and what becomes of them in a cache of their own. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import sharp from "sharp";
import { afterAll } from "vitest";
import { sha256 } from "../../../src/base/digest.ts";
import { makePictures, type OriginalPicture } from "../../../src/site/pictures/images.ts";

const folders: string[] = [];
export const newCache = (): string => {
  const folder = mkdtempSync(path.join(tmpdir(), "afterlive-pictures-"));
  folders.push(folder);
  return folder;
};
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

export const original = (name: string, bytes: Uint8Array): OriginalPicture => ({
  path: name,
  digest: sha256(bytes),
  bytes: () => bytes,
});
export const quick = (cache: string, jobs = 2) => ({ cache, mode: "quick" as const, jobs });

/** Smooth colours with texture, as in a photograph, the same on every machine. */
export async function photo(width: number, height: number, seed = 1): Promise<Buffer> {
  const pixels = Buffer.alloc(width * height * 3);
  let state = seed;
  for (let at = 0; at < pixels.length; at += 3) {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    const x = (at / 3) % width;
    const y = Math.floor(at / 3 / width);
    const grain = (state >>> 16) % 24;
    pixels[at] = (x * 200) / width + grain;
    pixels[at + 1] = (y * 200) / height + grain;
    pixels[at + 2] = 90 + grain;
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 92 })
    .toBuffer();
}

export const chartSvg = (inner = ""): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="200"><rect width="400" height="200" fill="#fff"/><rect x="40" y="60" width="60" height="120" fill="#147"/><rect x="140" y="20" width="60" height="160" fill="#a33"/>${inner}</svg>`;

export async function one(name: string, bytes: Uint8Array, mode: "quick" | "release" = "quick") {
  const result = await makePictures([original(name, bytes)], { ...quick(newCache()), mode });
  return { ...result, picture: result.pictures.get(sha256(bytes)) };
}
