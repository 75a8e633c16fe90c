/** A process that dies while it puts the second of two files of a site in place: `node kill-loop.ts SITE`. */
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

const [, script, site] = process.argv;
if (script === import.meta.filename && site !== undefined) {
  const { renameSync } = fs;
  let placed = 0;
  fs.renameSync = (from, to) => {
    const isOfSite = String(to).startsWith(site) && !String(to).includes(".afterlive");
    if (isOfSite) placed += 1;
    if (placed > 1) process.kill(process.pid, "SIGKILL");
    renameSync(from, to);
  };
  syncBuiltinESMExports();
  const { commit } = await import("../../src/base/transaction/transaction.ts");
  commit(site, [
    { path: "about.html", bytes: "new" },
    { path: "index.html", bytes: "new" },
  ]);
}
