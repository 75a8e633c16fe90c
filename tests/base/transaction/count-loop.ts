/** A process that counts in a file, one lock each: `node count-loop.ts FOLDER TIMES [dies]`. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Busy } from "../../../src/base/failure.ts";
import { commit, withLock } from "../../../src/base/transaction/transaction.ts";

const [, , folder = "", times, dies] = process.argv;

for (let done = 0; done < Number(times); ) {
  try {
    await withLock(folder, async () => {
      const count = Number(readFileSync(join(folder, "count"), "utf8"));
      await pause(1);
      commit(folder, [{ path: "count", bytes: String(count + 1) }]);
      if (dies === "dies") process.kill(process.pid, "SIGKILL");
    });
    done++;
  } catch (error) {
    if (!(error instanceof Busy)) throw error;
  }
}
