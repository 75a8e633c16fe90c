/** Numbers and sizes in the words of a report. */

/** `1 post`, `20 posts`, `1,500 posts`. */
export const count = (number: number, noun: string, plural = `${noun}s`): string =>
  `${thousands(number)} ${number === 1 ? noun : plural}`;

/** `0.8 s`, `12 s`, `240 ms`. */
export function duration(milliseconds: number): string {
  if (milliseconds < 995) return `${Math.round(milliseconds)} ms`;
  return milliseconds < 9950 ? `${(milliseconds / 1000).toFixed(1)} s` : `${Math.round(milliseconds / 1000)} s`;
}

/** `, about 3 min left`: an estimate for work of many equal pieces; nothing where too little is done to tell. */
export function timeLeft(done: number, total: number, elapsed: number): string {
  const seconds = ((elapsed / done) * (total - done)) / 1000;
  if (done < 3 || done >= total || seconds < 2) return "";
  return seconds < 90 ? `, about ${Math.ceil(seconds)} s left` : `, about ${Math.ceil(seconds / 60)} min left`;
}

const thousands = (number: number): string => String(number).replace(/\B(?=(\d{3})+$)/g, ",");
