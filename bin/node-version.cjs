// Which Node can run afterlive, and where the one is that `npm ci` may have brought along.
const { existsSync } = require("fs");
const path = require("path");

/** True where this version strips types by itself: 22.22 and later in 22, 24.8 and later in 24, 26 and later. */
function nodeRunsThis(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return (major === 22 && minor >= 22) || (major === 24 && minor >= 8) || major >= 26;
}

/** The path of the Node that tools/prepare.mjs fetched below `root`, or undefined. */
function ownNode(root) {
  const platform = process.platform === "win32" ? "win" : process.platform;
  const file = process.platform === "win32" ? "node.exe" : "node";
  const exe = path.join(root, "tools", "node24", "node_modules", `node-${platform}-${process.arch}`, "bin", file);
  return existsSync(exe) ? exe : undefined;
}

module.exports = { nodeRunsThis, ownNode };
