// Makes the checkout ready for `npm pack` and `npm publish`, and undoes it after them (`undo`): compiles the program, writes its
// types, and takes from package.json what is of no use to those who install the package: scripts and devDependencies.
// If npm was stopped between the two, `npm ci` or `node tools/pack.mjs undo` brings package.json back.
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const manifest = path.join(root, "package.json");
/** package.json as it is in the checkout, while npm packs. It lies where the package takes nothing from. */
const whole = path.join(root, "dist", "cache", "package.json.whole");

if (existsSync(whole)) renameSync(whole, manifest);
if (process.argv[2] !== "undo") {
  await import("./compile.mjs");
  await import("./declarations.mjs");
  mkdirSync(path.dirname(whole), { recursive: true });
  copyFileSync(manifest, whole);
  const { scripts, devDependencies, ...packed } = JSON.parse(readFileSync(manifest, "utf8"));
  writeFileSync(manifest, `${JSON.stringify(packed, undefined, 2)}\n`);
}
