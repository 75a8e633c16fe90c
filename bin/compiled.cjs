// Whether dist/ is what tools/compile.mjs makes of the sources as they are now.
const fs = require("node:fs");

/** Below the root; it holds the sources, their sizes and times, and the digest of their bytes. */
const madeFrom = "dist/made-from.json";

/** Changes when a file is written. */
const marksOf = (root, files) =>
  files
    .map((file) => {
      const { size, mtimeMs } = fs.statSync(`${root}/${file}`, { throwIfNoEntry: false }) ?? {};
      return `${size} ${mtimeMs}`;
    })
    .join("\n");

/** The same for a copy of the files. */
function digestOf(root, files) {
  const hash = require("node:crypto").createHash("sha256");
  for (const file of files) hash.update(`${file}\0`).update(fs.readFileSync(`${root}/${file}`));
  return hash.digest("hex");
}

/** What is written to `madeFrom` for the sources. */
const noteOf = (root, files) => ({ files, marks: marksOf(root, files), digest: digestOf(root, files) });

/** False too where a file cannot be read, and where AFTERLIVE_SOURCES asks for the sources. The package that is installed has none. */
function isCompiled(root) {
  if (!fs.existsSync(`${root}/src`)) return true;
  if (process.env.AFTERLIVE_SOURCES) return false;
  try {
    const { files, marks, digest } = JSON.parse(fs.readFileSync(`${root}/${madeFrom}`, "utf8"));
    return marksOf(root, files) === marks || digestOf(root, files) === digest;
  } catch {
    return false;
  }
}

module.exports = { madeFrom, noteOf, isCompiled };
