/** How much longer a task takes at twice its size: about 2 where it is linear, 4 where it is quadratic. */

/** Measured at eight times the size, the best of several runs each, in time of this thread: the machine has other things to do. */
export function growthOf(task: (size: number) => unknown, size = 40_000): number {
  const best = (of: number): number => {
    let least = Number.POSITIVE_INFINITY;
    for (let run = 0; run < 4; run += 1) {
      const start = process.threadCpuUsage();
      task(of);
      const { user, system } = process.threadCpuUsage(start);
      least = Math.min(least, (user + system) / 1000);
    }
    // Below a few milliseconds a clock says nothing.
    return Math.max(least, 4);
  };
  const once = best(size);
  return Math.cbrt(best(8 * size) / once);
}
