/** A time in which work may wait, and which ends as soon as there is other work. */

export interface Pause {
  /** Waits for a number of milliseconds, then gives true. Gives false at once if the pause ends, or has ended. */
  readonly wait: (milliseconds: number) => Promise<boolean>;
  end(): void;
}

export function newPause(): Pause {
  const ended = new AbortController();
  return {
    wait: (milliseconds) =>
      new Promise((resolve) => {
        if (ended.signal.aborted) return resolve(false);
        const stop = (): void => {
          clearTimeout(timer);
          resolve(false);
        };
        const timer = setTimeout(() => {
          ended.signal.removeEventListener("abort", stop);
          resolve(true);
        }, milliseconds);
        ended.signal.addEventListener("abort", stop, { once: true });
      }),
    end: () => ended.abort(),
  };
}
