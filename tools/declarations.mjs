// Before `npm pack`: writes dist/types, the types of what others import from the package. They are made from src/, with the
// compiler options of declarations.tsconfig.json, and hold only what the modules in `exports` of package.json lead to.
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const types = path.join(root, "dist", "types");
const manifest = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));

rmSync(types, { recursive: true, force: true });
const compiler = path.join(root, "node_modules", "typescript", "bin", "tsc");
const { status } = spawnSync(
  process.execPath,
  [compiler, "--project", path.join(root, "tools", "declarations.tsconfig.json")],
  {
    stdio: "inherit",
  },
);
if (status !== 0) process.exit(1);

const needed = new Set();
for (const { types: file } of Object.values(manifest.exports)) if (file !== undefined) need(path.join(root, file));
for (const name of readdirSync(types, { recursive: true })) {
  const file = path.join(types, name);
  if (name.endsWith(".d.ts") && !needed.has(file)) rmSync(file);
}
removeEmpty(types);

/** Keeps a file and those that it imports, whose names it gives as they are in the package. */
function need(file) {
  if (needed.has(file)) return;
  needed.add(file);
  const relative = /(?<=\bfrom "|\bimport\("|\bimport ")(\.[^"]*)\.ts(?=")/g;
  const text = readFileSync(file, "utf8");
  for (const [, name] of text.matchAll(relative)) need(path.join(path.dirname(file), `${name}.d.ts`));
  writeFileSync(file, text.replace(relative, "$1.js"));
}

function removeEmpty(folder) {
  for (const child of readdirSync(folder, { withFileTypes: true }))
    if (child.isDirectory()) removeEmpty(path.join(folder, child.name));
  if (readdirSync(folder).length === 0) rmSync(folder, { recursive: true });
}
