/** Waits that somebody can end: for work that is to stop as soon as there is other work. */

/** Waits for a number of milliseconds; then says true. False at once where the wait was ended, now or before. */
export type Wait = (milliseconds: number) => Promise<boolean>;

export function newWait(): { readonly wait: Wait; wake(): void } {
  let awake = false;
  let stop = (): void => undefined;
  return {
    wait: (milliseconds) =>
      new Promise((resolve) => {
        if (awake) return resolve(false);
        const timer = setTimeout(() => resolve(true), milliseconds);
        stop = () => {
          clearTimeout(timer);
          resolve(false);
        };
      }),
    wake() {
      awake = true;
      stop();
    },
  };
}
