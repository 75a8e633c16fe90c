/** Runs asynchronous work on many values, a limited number at a time. */

/** Runs `work` on each value, at most `jobs` at a time. */
export async function forEachConcurrently<T>(
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

/** A function that runs the work it is given, at most `jobs` at a time, in the order of the calls. */
export function concurrencyLimit(jobs: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let free = Math.max(1, jobs);
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((go) => waiting.push(go));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    }
  };
}
