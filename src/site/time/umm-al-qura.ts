/**
 * Turns Gregorian dates into the Umm al-Qura calendar of Saudi Arabia, from 1410 to 1500 (1989 to 2077). Its months follow a
 * published table, not a rule; the table is copied here, so that the bytes of a site do not depend on a machine's ICU.
 */
import { dayMs } from "./clock.ts";
import type { CivilDate } from "./solar-hijri.ts";

const firstYear = 1410;
/** 1989-08-03, 1 Muharram of that year. */
const start = Date.UTC(1989, 7, 3) / dayMs;

/** Three hexadecimal digits a year: a bit for each month, set where it has 30 days, else 29. */
const table = `
da4 db2 ab9 4ba a5b 52b a95 b2a b55 55c 4bd 23d 91d a95 b4a b5a 56d 2b6 93b 49b 655 6a9 754 b6a 56c aad
555 b29 b92 ba9 5d4 ada 55a aab 595 749 764 baa 5b5 2b6 a56 e4d b25 b52 b6a 5ad 2ae 92f 497 64b 6a5 6ac
ad6 55d 49d a4d d16 d95 5aa 5b5 2da 95b 4ad 595 6ca 6e4 aea 4f5 2b6 956 aaa b54 bd2 5d9 2ea 96d 4ad a95
b4a ba5 5b2 9b5 4d6 a97 547 693 749 b55 56a a6b 52b
`
  .trim()
  .split(/\s+/)
  .map((year) => Number.parseInt(year, 16));

/** The date in this calendar of a Gregorian one; undefined outside the table. */
export function ummAlQura({ year, month, day }: CivilDate): CivilDate | undefined {
  let left = Date.UTC(year, month - 1, day) / dayMs - start;
  if (left < 0) return undefined;
  for (const [index, months] of table.entries())
    for (let number = 1; number <= 12; number += 1) {
      const length = (months >> (12 - number)) & 1 ? 30 : 29;
      if (left < length) return { year: firstYear + index, month: number, day: left + 1 };
      left -= length;
    }
  return undefined;
}
