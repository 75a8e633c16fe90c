/** Real processes: killed at random moments, and several at once. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { commit } from "../../../src/base/transaction/transaction.ts";
import { contents, fill, makeFolder } from "../folder.ts";
import { version } from "./commit-loop.ts";

const long = process.env.AFTERLIVE_LONG !== undefined;
const kills = long ? 300 : 12;

describe("commit killed with signal 9", () => {
  it(`leaves a whole version at every one of ${kills} random moments`, { timeout: 600_000 }, async () => {
    const folder = makeFolder();
    let from = 0;
    for (let kill = 0; kill < kills; kill++) {
      const child = spawn(process.execPath, [join(import.meta.dirname, "commit-loop.ts"), folder, String(from)], {
        stdio: ["ignore", "pipe", "inherit"],
      });
      await once(child.stdout, "data");
      await pause(Math.random() * 40);
      child.kill("SIGKILL");
      await once(child, "exit");
      commit(folder, []);
      const found = contents(folder);
      if (Object.keys(found).length === 0) continue;
      expect(found, `after kill ${kill}`).toEqual(version(Number(found.version)));
      from = Number(found.version) + 1;
    }
    expect(from).toBeGreaterThan(0);
    expect(readdirSync(folder)).not.toContain(".afterlive");
  });
});

describe("withLock in several processes at once", () => {
  it("loses no count, whoever comes when, though some die with the lock", { timeout: 120_000 }, async () => {
    const folder = makeFolder();
    fill(folder, { count: "0" });
    const each = long ? 200 : 30;
    const children = Array.from({ length: 4 }, (_, index) =>
      spawn(
        process.execPath,
        [join(import.meta.dirname, "count-loop.ts"), folder, String(each), index === 3 ? "dies" : ""],
        {
          stdio: ["ignore", "ignore", "inherit"],
        },
      ),
    );
    const ends = await Promise.all(children.map(async (child) => (await once(child, "exit"))[0]));
    expect(ends).toEqual([0, 0, 0, null]);
    commit(folder, []);
    expect(contents(folder)).toEqual({ count: String(3 * each + 1) });
  });
});
