// Whether dist/ is what tools/compile.mjs makes of the sources as they are now.
const { createHash } = require("node:crypto");
const { readFileSync, statSync } = require("node:fs");
const path = require("node:path");

/** The file that says from what dist/ was made: `[source, its mark, its digest]` for each source. */
const madeFrom = path.join("dist", "made-from.json");

/** Changes when a file is written; a copy of the file has another. */
const markOf = ({ size, mtimeMs }) => `${size} ${mtimeMs}`;

const digestOf = (file) => createHash("sha256").update(readFileSync(file)).digest("hex");

/** What is to be written down of a source. */
const noteOf = (root, file) => [file, markOf(statSync(path.join(root, file))), digestOf(path.join(root, file))];

/** False too where anything cannot be read. */
function isCompiled(root) {
  try {
    return JSON.parse(readFileSync(path.join(root, madeFrom), "utf8")).every(([file, mark, digest]) => {
      const at = path.join(root, file);
      return markOf(statSync(at)) === mark || digestOf(at) === digest;
    });
  } catch {
    return false;
  }
}

module.exports = { madeFrom, noteOf, isCompiled };
