/** What a build makes of pictures: cards for damaged ones, plain names, and files that say nothing private. */
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { expect, test } from "vitest";
import { buildSite } from "../../src/builder/build.ts";
import { options, postText, put, redPicture, smallArchive } from "./small-archive.ts";

test("build puts a card in the place of a picture that cannot be decoded, and says so until it can", async () => {
  const root = await smallArchive();
  const good = readFileSync(path.join(root, "content/visit/media/red.png"));
  put(root, "content/visit/media/red.png", good.subarray(0, good.length / 2));
  const page = () => readFileSync(path.join(root, "_site/visit/index.html"), "utf8");
  for (const round of [1, 2]) {
    const { problems, pictures } = await buildSite(options(root));
    expect(problems.map(({ severity, file, message }) => `${severity} ${file} ${message}`)).toEqual([
      expect.stringMatching(
        /^warning content\/visit\/media\/red\.png Cannot use this picture: the file is damaged or cut off/,
      ),
    ]);
    expect(pictures.absent).toBe(round === 1 ? 2 : 1);
    expect(page()).toMatch(/<figure class="figure absent">[\s\S]*?A red field/);
    put(root, "content/visit/two.md", postText("p-two", 20, "Other words."));
  }
  put(root, "content/visit/media/red.png", good);
  expect((await buildSite(options(root))).problems).toEqual([]);
  expect(page()).not.toContain("absent");
});

test("build publishes no position and nothing private in any file, unless the archive says so", async () => {
  const root = await smallArchive();
  const bytes = await sharp({ create: { width: 700, height: 400, channels: 3, background: "#c81e28" } })
    .withExif({
      IFD0: { Copyright: "The Desk", Make: "SECRET" },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "51/1 30/1 0/1" },
    })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/" exif:GPSLatitude="51,30.0N">SECRET</x:xmpmeta>')
    .jpeg()
    .toBuffer();
  rmSync(path.join(root, "content/visit/media/red.png"));
  put(root, "content/visit/media/red.jpg", bytes);
  const file = path.join(root, "_site/visit/media/red.jpg");
  const settings = (more: string) =>
    put(root, "content/archive.md", `---\ntitle: A\nurl: https://example.org/\n${more}---\n`);
  settings("");
  expect((await buildSite({ ...options(root), mode: "release" })).problems).toEqual([]);
  const site = readdirSync(path.join(root, "_site"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  expect(site.filter((name) => /\.(?:jpg|avif)$/.test(name)).length).toBeGreaterThan(4);
  for (const name of site) {
    const published = readFileSync(name);
    for (const secret of ["SECRET", "GPS", "51,30"])
      expect(published.includes(secret), `${name}: ${secret}`).toBe(false);
    if (!/\.(?:jpg|avif)$/.test(name)) continue;
    const { exif, xmp } = await sharp(published).metadata();
    expect(exif, name).toBeUndefined();
    expect(xmp?.toString(), name).toContain("The Desk");
  }
  settings("originals: whole\n");
  await buildSite(options(root));
  expect(readFileSync(file).equals(bytes)).toBe(true);
  settings("originals: none\n");
  await buildSite(options(root));
  expect(existsSync(file)).toBe(false);
});

test("build publishes a picture of any name under a plain one", async () => {
  const root = await smallArchive();
  const bytes = await redPicture();
  for (const [name, id] of [
    ["IMG_1234.PNG", "p-a"],
    ["f\u00e4hre 1.png", "p-b"],
  ]) {
    put(root, `content/visit/media/${name}`, bytes);
    put(root, `content/visit/${id}.md`, postText(id!, 40, `Words.\n\n![A field](media/${name})`));
  }
  const { outcome } = await buildSite(options(root));
  const originals = outcome.written.filter((file) => file.startsWith("visit/media/"));
  expect(originals.sort()).toEqual([
    expect.stringMatching(/^visit\/media\/fahre-1-[0-9a-f]{8}\.png$/),
    "visit/media/img_1234.png",
    "visit/media/red.png",
  ]);
});
