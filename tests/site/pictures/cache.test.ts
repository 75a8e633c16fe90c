/** Which files of the cache a picture is taken from. */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import sharp from "sharp";
import { expect, onTestFinished, test } from "vitest";
import { sha256 } from "../../../src/base/digest.ts";
import { variantsOf } from "../../../src/site/pictures/cache.ts";
import { makePictures } from "../../../src/site/pictures/images.ts";

test("makePictures with verify makes a picture again whose file changed and kept its size and its time", async () => {
  const cache = mkdtempSync(path.join(tmpdir(), "afterlive-pictures-"));
  onTestFinished(() => rmSync(cache, { recursive: true, force: true }));
  const bytes = await sharp({ create: { width: 500, height: 300, channels: 3, background: "#c81e28" } })
    .png()
    .toBuffer();
  const source = { path: "a.png", digest: sha256(bytes), bytes: () => bytes };
  const options = { cache, mode: "quick" } as const;
  const { pictures } = await makePictures([source], options);
  const victim = variantsOf(pictures.get(source.digest)!)[0]!;
  const whole = readFileSync(victim.cached);
  writeFileSync(victim.cached, Buffer.alloc(victim.size));
  // The index knows the new time, as if the disk had changed the bytes.
  const index = victim.cached.replace(/-\d+\.[a-z]+$/, ".json");
  const told = JSON.parse(JSON.parse(readFileSync(index, "utf8")).kept);
  told.times[path.basename(victim.path)] = statSync(victim.cached).mtimeMs;
  const kept = JSON.stringify(told);
  writeFileSync(index, JSON.stringify({ kept, digest: sha256(kept) }));
  expect(await makePictures([source], options)).toMatchObject({ made: 0, reused: 1 });
  expect(await makePictures([source], { ...options, verify: true })).toMatchObject({ made: 1, reused: 0 });
  expect(readFileSync(victim.cached)).toEqual(whole);
});
