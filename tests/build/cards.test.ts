/** Cards in a site: laid where a page names them, and gone with the last that does. */
import { readFileSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { expect, test } from "vitest";
import { build } from "../../src/build/build.ts";
import { filesBelow } from "../../src/build/files-below.ts";
import { newFolder, options, put, smallArchive } from "./small-archive.ts";

const front = (url: string) => `---\ntitle: A small archive\nlanguage: en-GB\n${url}---\nFor tests.\n`;
const cardsIn = (out: string) => filesBelow(out).filter((file) => /-card-/.test(file));

test("build lays the card that a page names, and takes it away with the archive's address", async () => {
  const root = await smallArchive();
  const large = sharp({ create: { width: 800, height: 500, channels: 3, background: "#1450a0" } });
  put(root, "content/visit/media/red.png", await large.png().toBuffer());
  const out = path.join(root, "_site");
  await build(options(root));
  expect(cardsIn(out)).toEqual([]);

  put(root, "content/archive.md", front("url: https://example.org/a/\n"));
  await build(options(root));
  const [card, ...others] = cardsIn(out);
  expect(others).toEqual([]);
  for (const page of ["visit/index.html", "visit/p-one/index.html"])
    expect(readFileSync(path.join(out, page), "utf8")).toContain(`content="https://example.org/a/${card}"`);
  const fresh = path.join(newFolder(), "site");
  await build(options(root, fresh));
  expect(filesBelow(out).toSorted()).toEqual(filesBelow(fresh).toSorted());

  put(root, "content/archive.md", front(""));
  await build(options(root));
  expect(cardsIn(out)).toEqual([]);
});
