// Whether dist/ is what tools/compile.mjs makes of the sources as they are now.
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

module.exports = { madeFrom, noteOf, isCompiled };
