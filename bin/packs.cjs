// Runs the packs in dist/, into which tools/packs.mjs laid the program, and keeps what V8 compiled of them: Node's own compile
// cache holds a file as it was before it ran, so that each function would be compiled anew whenever it is first called.
const { hash } = require("node:crypto");
const fs = require("node:fs");
const path = require("node:path");
const vm = require("node:vm");

const dist = path.join(path.dirname(__dirname), "dist");
/** How many runs add what they called; of later ones the first of a day, which may call what none had called before. */
const runs = 3;
const day = 86_400_000;

/** By name: a pack's key and script, its chunks by their names; of what is kept of it, how many runs added to it and whether it is old. */
const packs = {};
const loaded = {};
/** Where code is kept; undefined where it is not. */
let folder;

/** What a chunk exports; named as `pack/chunk`. It runs when something first asks for it. */
function load(name) {
  if (Object.hasOwn(loaded, name)) return loaded[name];
  const pack = name.slice(0, name.indexOf("/"));
  packs[pack] ??= open(pack);
  loaded[name] = {};
  try {
    packs[pack].chunks[name](loaded[name], load);
  } catch (error) {
    // What has not run is not there for the next who asks.
    delete loaded[name];
    throw error;
  }
  return loaded[name];
}

load.standard = (values) => (values.__esModule || values[Symbol.toStringTag] === "Module" ? values.default : values);

function open(pack) {
  const file = path.join(dist, `${pack}.cjs`);
  // Packs are ASCII.
  const text = fs.readFileSync(file, "latin1");
  // The first line has the digest of the others.
  const key = text.slice(3, text.indexOf("\n"));
  const kept = recall(pack, key);
  const script = new vm.Script(text, { filename: file, cachedData: kept?.code });
  // Once more as `require`: for a library that is packed with them.
  const chunks = script.runInThisContext()(require, (module) => import(module), file, require);
  const { runs: before = 0, old = false } = script.cachedDataRejected ? {} : (kept ?? {});
  return { key, script, chunks, runs: before, old };
}

/** What was kept of a pack, unless it is missing, cut off, changed or of another text: V8 would run whatever it is given. */
function recall(pack, key) {
  if (folder === undefined) return undefined;
  try {
    const bytes = fs.readFileSync(keptAt(pack));
    const end = bytes.indexOf("\n");
    const [from, count, digest] = bytes.toString("latin1", 0, end).split(" ");
    const code = bytes.subarray(end + 1);
    if (from !== key || digest !== hash("sha256", code)) return undefined;
    return { code, runs: Number(count), old: Date.now() - fs.statSync(keptAt(pack)).mtimeMs > day };
  } catch {
    return undefined;
  }
}

/** What one version of Node compiled another cannot run. */
const keptAt = (pack) => path.join(folder, `${pack}-${process.version}-${process.arch}`);

function keep() {
  try {
    fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
    for (const [pack, { key, script, runs: before, old }] of Object.entries(packs)) {
      if (before >= runs && !old) continue;
      const code = script.createCachedData();
      const head = Buffer.from(`${key} ${before + 1} ${hash("sha256", code)}\n`);
      place(keptAt(pack), Buffer.concat([head, code]));
    }
  } catch {
    // Where nothing can be written, the next run compiles it anew.
  }
}

/** Whole, or not at all. */
function place(file, bytes) {
  const staged = `${file}.${process.pid}`;
  try {
    fs.writeFileSync(staged, bytes, { mode: 0o600 });
    fs.renameSync(staged, file);
  } catch (error) {
    fs.rmSync(staged, { force: true });
    throw error;
  }
}

/** Where code is kept, and read from; nothing is added from a thread, which ends before it could. */
function keepIn(given, inThread = false) {
  folder = given;
  if (given !== undefined && !inThread) process.on("exit", keep);
}

module.exports = { load, keepIn };
