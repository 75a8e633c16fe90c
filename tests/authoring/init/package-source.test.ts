/** An archive asks npm for the afterlive that began it. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { packageSource } from "../../../src/authoring/init/package-source.ts";
import { packageVersion } from "../../../src/base/package-folder.ts";

/** What `init` writes in `home/archives/river`, where npm has put afterlive into `cache/node_modules` and its record says this. */
function sourceWith(record: string | undefined, packed: readonly string[] = []): string {
  const home = mkdtempSync(path.join(realpathSync(tmpdir()), "afterlive-source-"));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  const modules = path.join(home, "cache/node_modules");
  mkdirSync(path.join(modules, "afterlive"), { recursive: true });
  if (record !== undefined) writeFileSync(path.join(modules, ".package-lock.json"), record);
  for (const name of packed) writeFileSync(path.join(home, name), "");
  return packageSource(path.join(home, "archives/river"), path.join(modules, "afterlive"));
}
const resolved = (place: string) => JSON.stringify({ packages: { "node_modules/afterlive": { resolved: place } } });

describe("packageSource", () => {
  test("is the packed file from which npm took the program, as seen from the archive", () => {
    expect(sourceWith(resolved("file:../my packed.tgz"), ["my packed.tgz"])).toBe("file:../../my packed.tgz");
  });

  test.each([
    ["a registry had it", resolved("https://example.org/afterlive/-/afterlive-1.0.0.tgz")],
    ["the packed file is gone", resolved("file:../gone.tgz")],
    ["npm has no record of it", JSON.stringify({ packages: {} })],
    ["the record cannot be read", "{"],
    ["there is no record", undefined],
  ])("is this version where %s", (_, record) => expect(sourceWith(record)).toBe(packageVersion()));
});
