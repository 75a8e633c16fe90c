/** From a new post to its id: `p`, date, time in the page's zone, the first words. The id never changes again. */

import { sha256 } from "../../base/digest.ts";
import { withoutEnd } from "../../base/without-end.ts";
import { plainBlocks } from "../../markdown/plain.ts";
import type { Instant } from "../../model/instant.ts";
import type { FoundPost } from "../../model/live-page.ts";
import { latinWords } from "../slug.ts";

const longest = 60;
const wordCount = 4;

/** Gives a function that makes ids outside of `taken`, which may grow: `[a-z][a-z0-9-]{0,59}`. */
export function makeIds(zone: string, taken: ReadonlySet<string>): (post: FoundPost) => string {
  // Numbers below these counts are taken: thousands of posts can have the same words in one minute.
  const counts = new Map<string, number>();
  return (post) => {
    const id = trim(baseOf(post, zone), longest);
    if (!taken.has(id)) return id;
    for (let count = counts.get(id) ?? 2; ; count += 1) {
      const next = `${trim(id, longest - String(count).length - 1)}-${count}`;
      if (taken.has(next)) continue;
      counts.set(id, count);
      return next;
    }
  };
}

function baseOf(post: FoundPost, zone: string): string {
  const text = post.headline ?? "";
  const words = firstWords(text) || (text === "" ? firstWords(plainBlocks(post.blocks).slice(0, 400)) : "");
  const stamp = post.published === undefined ? "" : `p${stampOf(post.published, zone)}`;
  return [stamp || "p", words || (stamp === "" ? digestOf(post) : "")].filter((part) => part !== "").join("-");
}

/** Up to four words, joined by hyphens; "" where no word has a Latin letter. */
function firstWords(text: string): string {
  const words = latinWords(text);
  return words.some((word) => /[a-z]/.test(word)) ? words.slice(0, wordCount).join("-") : "";
}

const digestOf = (post: FoundPost): string => sha256(`${post.headline ?? ""}\n${plainBlocks(post.blocks)}`).slice(0, 8);

const trim = (id: string, length: number): string => withoutEnd(id.slice(0, length), /-/);

const clocks = new Map<string, Intl.DateTimeFormat>();

/** `20240517-0237`, on the wall clocks of the zone. */
function stampOf(instant: Instant, zone: string): string {
  const clock = clocks.get(zone) ?? makeClock(zone);
  clocks.set(zone, clock);
  const parts = new Map(clock.formatToParts(instant.epoch).map(({ type, value }) => [type, value]));
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? "";
  return `${part("year").padStart(4, "0")}${part("month")}${part("day")}-${part("hour")}${part("minute")}`;
}

const makeClock = (zone: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat("en-GB-u-ca-gregory-nu-latn", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  });
