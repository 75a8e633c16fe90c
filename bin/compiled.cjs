// What is compiled: whether dist/ is what tools/compile.mjs makes of the sources as they are now, and where runs keep more.
const fs = require("node:fs");
const path = require("node:path");

/** The file that says from what dist/ was made: the sources, their marks, and the digest of all that they hold. */
const madeFrom = path.join("dist", "made-from.json");

/** Changes when a file is written; copies of the files have others. A plain "/", since `join` takes as long as the look. */
const marksOf = (root, files) =>
  files.map((file) => {
    const { size, mtimeMs } = fs.statSync(`${root}/${file}`, { throwIfNoEntry: false }) ?? {};
    return `${size} ${mtimeMs}`;
  });

function digestOf(root, files) {
  // Asked for here: mostly the marks tell.
  const hash = require("node:crypto").createHash("sha256");
  for (const file of files) {
    const bytes = fs.readFileSync(`${root}/${file}`);
    hash.update(`${file}\n${bytes.length}\n`).update(bytes);
  }
  return hash.digest("hex");
}

/** What is to be written down of the sources. */
const noteOf = (root, files) => ({ files, marks: marksOf(root, files).join("\n"), digest: digestOf(root, files) });

/** False too where anything cannot be read. */
function isCompiled(root) {
  try {
    const { files, marks, digest } = JSON.parse(fs.readFileSync(path.join(root, madeFrom), "utf8"));
    return marksOf(root, files).join("\n") === marks || digestOf(root, files) === digest;
  } catch {
    return false;
  }
}

/**
 * Where what V8 compiled is kept: a folder of this person's own, since in one that all share, such as /tmp, others could lay
 * code for us to run; one for each command, since each calls other functions. Undefined where there is none.
 */
function keptFolder(command = "") {
  const { XDG_CACHE_HOME: given, LOCALAPPDATA: local, HOME: home } = process.env;
  const own = process.platform === "win32" ? local : home && path.join(home, ".cache");
  const base = given && path.isAbsolute(given) ? given : own;
  return base ? path.join(base, "afterlive", "compiled", /^[a-z]+$/.test(command) ? command : "help") : undefined;
}

module.exports = { madeFrom, noteOf, isCompiled, keptFolder };
