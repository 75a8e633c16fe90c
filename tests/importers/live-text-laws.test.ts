/** A live page is printed as the text that a browser copies, in the style of some house, and read back as the same posts. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bbcText } from "../../src/importers/bbc-text/bbc-text.ts";
import { liveText } from "../../src/importers/live-text/live-text.ts";
import { importerFor } from "../../src/importers/registry.ts";
import { plainBlocks } from "../../src/markdown/plain.ts";
import { parseInstant, printInstant } from "../../src/model/instant.ts";
import { accounted } from "./accounted.ts";

interface Told {
  readonly hour: number;
  readonly minute: number;
  readonly headline?: string;
  readonly byline?: string;
  readonly paragraphs: readonly string[];
}

const two = (value: number): string => String(value).padStart(2, "0");

/** How houses print a time. */
const clocks: Readonly<Record<string, (hour: number, minute: number) => string>> = {
  "10:32": (hour, minute) => `${two(hour)}:${two(minute)}`,
  "10.32am": (hour, minute) => `${hour % 12 || 12}.${two(minute)}${hour < 12 ? "am" : "pm"}`,
  "10:32 AM": (hour, minute) => `${hour % 12 || 12}:${two(minute)} ${hour < 12 ? "AM" : "PM"}`,
  "10:32 a.m. BST": (hour, minute) => `${hour % 12 || 12}:${two(minute)} ${hour < 12 ? "a.m." : "p.m."} BST`,
  "10:32 BST": (hour, minute) => `${two(hour)}:${two(minute)} BST`,
  "10:32 Uhr": (hour, minute) => `${two(hour)}:${two(minute)} Uhr`,
  "10.32 Uhr": (hour, minute) => `${two(hour)}.${two(minute)} Uhr`,
  "10h32": (hour, minute) => `${hour}h${two(minute)}`,
  "17 May 2024 10:32": (hour, minute) => `17 May 2024 ${two(hour)}:${two(minute)}`,
  "17.05.2024, 10:32 Uhr": (hour, minute) => `17.05.2024, ${two(hour)}:${two(minute)} Uhr`,
  "Updated 10.32am": (hour, minute) => `Updated ${hour % 12 || 12}.${two(minute)}${hour < 12 ? "am" : "pm"}`,
  "Posted at 10:32 BST": (hour, minute) => `Published at ${two(hour)}:${two(minute)} BST`,
};

type Print = (post: Told, time: string, gap: string) => string;

const lines = (...parts: readonly (string | undefined)[]) => parts.filter((part) => part !== undefined);
/** Where houses print it. Between the blocks of a post stands `gap`: a blank line or none. */
const styles: Readonly<Record<string, Print>> = {
  "time first": ({ headline, byline, paragraphs }, time, gap) => lines(time, headline, byline, ...paragraphs).join(gap),
  "time below the headline": ({ headline, byline, paragraphs }, time, gap) =>
    lines(headline, time, byline, ...paragraphs).join(gap),
  "time last": ({ headline, byline, paragraphs }, time, gap) => lines(headline, byline, ...paragraphs, time).join(gap),
  "time before the headline, a colon between": ({ headline, byline, paragraphs }, time) =>
    headline === undefined
      ? lines(`${time}: ${paragraphs.join("\n\n")}`, byline).join("\n\n")
      : [`${time}: ${headline}`, ...lines(byline, ...paragraphs)].join("\n\n"),
  "time before the headline, a dash between": ({ headline, byline, paragraphs }, time) =>
    headline === undefined
      ? lines(`${time} – ${paragraphs.join("\n\n")}`, byline).join("\n\n")
      : [`${time} – ${headline}`, ...lines(byline, ...paragraphs)].join("\n\n"),
  "time in brackets before the headline": ({ headline, byline, paragraphs }, time) =>
    [`[${time}] ${headline}`, ...lines(byline, ...paragraphs)].join("\n\n"),
  "time in brackets behind the headline": ({ headline, byline, paragraphs }, time) =>
    [`${headline} (${time})`, ...lines(byline, ...paragraphs)].join("\n\n"),
  "time behind the headline, a tab between": ({ headline, byline, paragraphs }, time) =>
    [`${headline}\t${time}`, ...lines(byline, ...paragraphs)].join("\n\n"),
  "time alone, a note of a change below": ({ headline, byline, paragraphs }, time, gap) =>
    lines(time, "Updated 23:01", headline, byline, ...paragraphs).join(gap),
  "how long ago above the time": ({ headline, byline, paragraphs }, time, gap) =>
    lines(`2h ago\n${time}`, headline, byline, ...paragraphs).join(gap),
  "time below the author": ({ byline, paragraphs }, time, gap) => lines(`${byline}\n${time}`, ...paragraphs).join(gap),
  "time behind the headline": ({ headline, byline, paragraphs }, time) =>
    headline === undefined
      ? lines(time, byline, ...paragraphs).join("\n\n")
      : [`${headline} | ${time}`, ...lines(byline, ...paragraphs)].join("\n\n"),
};
const needsHeadline = (style: string) => /below the|behind|brackets/.test(style);

const words = ["harbour", "ferry", "pier", "crews", "wind", "lantern", "mayor", "regatta", "tide", "boats", "quay"];
const word = fc.constantFrom(...words);
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const sentence = fc
  .array(word, { minLength: 7, maxLength: 16 })
  .chain((all) =>
    fc.constantFrom(".", "?", "!", '."').map((end) => `${end === '."' ? '"' : ""}${capital(all.join(" "))}${end}`),
  );
const paragraph = fc.array(sentence, { minLength: 1, maxLength: 3 }).map((all) => all.join(" "));
const headline = fc.array(word, { minLength: 2, maxLength: 8 }).map((all) => capital(all.join(" ")));
/** One end in many: a page with nothing but questions above its texts is one without headlines. */
const heading = (title: string, index: number) => `${title} ${index}${index % 4 === 1 ? "?" : ""}`;
const share = fc.constantFrom(undefined, "Share", "Share\nFacebook\nTwitter\nCopy link");

const page = fc.record({
  clock: fc.constantFrom(...Object.keys(clocks)),
  style: fc.constantFrom(...Object.keys(styles)),
  glued: fc.boolean(),
  headed: fc.boolean(),
  signed: fc.boolean(),
  newestFirst: fc.boolean(),
  share,
  summary: fc.boolean(),
  day: fc.boolean(),
  minutes: fc.uniqueArray(fc.integer({ min: 361, max: 1060 }), { minLength: 3, maxLength: 9 }),
  posts: fc.array(fc.tuple(headline, fc.array(paragraph, { minLength: 1, maxLength: 3 })), {
    minLength: 9,
    maxLength: 9,
  }),
});
const sensible = page.filter(({ clock, style }) => !(clock.startsWith("Updated") && style.includes("change")));
type Page = typeof page extends fc.Arbitrary<infer Value> ? Value : never;

function printed(told: Page) {
  const print = styles[told.style]!;
  const sorted = told.minutes.sort((a, b) => (told.newestFirst ? b - a : a - b));
  const posts = sorted.map((minutes, index): Told => {
    const [title, paragraphs] = told.posts[index]!;
    return {
      hour: Math.floor(minutes / 60),
      minute: minutes % 60,
      ...((told.headed || needsHeadline(told.style)) &&
        !told.style.includes("author") && { headline: heading(title, index) }),
      ...((told.signed || told.style.includes("author")) && { byline: "By Ann Bell" }),
      paragraphs,
    };
  });
  const gap = told.glued ? "\n" : "\n\n";
  const blocks = posts.map((post) => {
    const text = print(post, clocks[told.clock]!(post.hour, post.minute), gap);
    return told.share === undefined ? text : `${text}\n\n${told.share}`;
  });
  const summary = told.summary ? ["Key points\n\n• Eight crews race\n• The wind turns"] : [];
  const day = told.day ? ["Friday, 17 May 2024"] : [];
  return { posts, text: ["Harbour regatta: the day as it happened", ...summary, ...day, ...blocks].join("\n\n") };
}

const options = {
  file: "page.txt",
  zone: "Europe/London",
  captured: parseInstant("2024-05-17T23:00+01:00", "Europe/London")!,
};

describe("liveText", () => {
  test("reads back the posts of a page in the style of any house", { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(sensible, (told) => {
        const { posts, text } = printed(told);
        const reading = accounted(liveText, text, options);
        const found = reading.posts.map((post) => ({
          time: printInstant(post.published!).slice(0, 16),
          headline: post.headline,
          byline: post.bylines.map(({ name }) => name).join(),
          text: plainBlocks(post.blocks).replace(/\s+/g, " ").trim(),
        }));
        expect(found).toEqual(
          posts.map((post) => ({
            time: `2024-05-17T${two(post.hour)}:${two(post.minute)}`,
            headline: post.headline,
            byline: post.byline === undefined ? "" : "Ann Bell",
            text: post.paragraphs.join(" "),
          })),
        );
        expect(reading.page.title).toBe("Harbour regatta: the day as it happened");
        expect(reading.page.summary?.length ?? 0).toBe(told.summary ? 1 : 0);
        expect(reading.order).toBe(told.newestFirst ? "newest-first" : "oldest-first");
        expect(importerFor(text)?.name).toBe("live-text");
        expect(bbcText.recognises(text)).toBe(0);
      }),
      { numRuns: process.env.AFTERLIVE_LONG ? 10_000 : 150 },
    );
  });
});
