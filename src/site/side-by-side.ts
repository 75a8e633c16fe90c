/** Several at once, but not all: work on many values without holding them all in memory. */

/** Runs `work` on each value, at most `jobs` at a time. */
export async function sideBySide<T>(
  values: readonly T[],
  jobs: number,
  work: (value: T) => Promise<void>,
): Promise<void> {
  const queue = values.values();
  const worker = async () => {
    for (const value of queue) await work(value);
  };
  await Promise.all(Array.from({ length: Math.max(1, Math.min(jobs, values.length)) }, worker));
}
