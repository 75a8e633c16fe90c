/** The feeds and sitemaps of the built sample, read from disk: what the schemas of their standards ask. */
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { buildSite } from "../../src/builder/build.ts";
import { filesBelow } from "../../src/builder/output/files-below.ts";
import { faultsBySchema } from "../outputs/schemas.ts";
import { newFolder, options } from "./small-archive.ts";

test.each([
  ["without an address", "", 0],
  ["with an address", "url: https://example.org/a/\n", 2],
])("build gives feeds and sitemaps that their schemas take, %s", async (_, address, ownSitemaps) => {
  const root = newFolder();
  cpSync("content", path.join(root, "content"), { recursive: true });
  const settings = path.join(root, "content/archive.md");
  writeFileSync(
    settings,
    readFileSync(settings, "utf8").replace(/^title: /m, (title) => address + title),
  );
  const { livePages } = await buildSite(options(root));
  const out = path.join(root, "_site");
  const files = filesBelow(out).filter((file) => file.endsWith(".xml"));
  const [feeds, sitemaps] = [/(^|\/)feed\.xml$/, /(^|\/)sitemap[^/]*\.xml$/].map((form) =>
    files.filter((file) => form.test(file)),
  );
  expect(feeds).toHaveLength(1 + livePages);
  expect(sitemaps).toHaveLength(address === "" ? 0 : ownSitemaps + livePages);
  expect(feeds!.length + sitemaps!.length).toBe(files.length);
  for (const file of files) {
    const faults = faultsBySchema(
      feeds!.includes(file) ? "atom" : "sitemap",
      readFileSync(path.join(out, file), "utf8"),
    );
    expect(faults, file).toEqual([]);
  }
});
