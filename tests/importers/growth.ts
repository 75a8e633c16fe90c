/** How much longer a task takes at twice its size: about 2 where it is linear, 4 where it is quadratic. */

/** The best of several runs at each size, since the machine has other things to do. */
export function growthOf(task: (size: number) => unknown, size = 100_000): number {
  const best = (of: number): number => {
    let least = Number.POSITIVE_INFINITY;
    for (let run = 0; run < 4; run += 1) {
      const start = performance.now();
      task(of);
      least = Math.min(least, performance.now() - start);
    }
    return least;
  };
  const once = best(size);
  // Below two milliseconds a clock says nothing.
  return Math.max(best(2 * size), 2) / Math.max(once, 2);
}
