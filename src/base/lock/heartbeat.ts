/** From a claim to signs of life: processes that cannot see its process see the time of the file advance. */
import { Worker } from "node:worker_threads";
import { modulePath } from "../package-folder.ts";

/** Between two signs. */
const period = 5000;

/** A claim without a sign for so long is that of a dead process. Some network disks show a new time only after half a minute. */
export const silence = 60_000;

/** Most work under a lock ends before a thread would have begun. */
const delay = 1000;

export interface Heartbeat {
  /** Begins at once: for work that will keep this thread busy for long. */
  begin(): void;
  end(): void;
}

/** Signs of life begin in a second. They come from a thread of their own, since long work leaves no time between its steps. */
export function startHeartbeat(file: string): Heartbeat {
  let thread: Worker | undefined;
  const begin = () => {
    clearTimeout(timer);
    if (thread !== undefined) return;
    const workerData = { file, milliseconds: period };
    thread = new Worker(modulePath("src/base/lock/heartbeat-thread.ts"), { workerData });
    // Without the thread the work goes on; other machines may then take this process for a dead one.
    thread.on("error", () => {});
    thread.unref();
  };
  const timer = setTimeout(begin, delay).unref();
  return {
    begin,
    end() {
      clearTimeout(timer);
      void thread?.terminate();
    },
  };
}
