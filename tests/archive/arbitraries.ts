/** Hostile values for the laws of the archive. */
import fc from "fast-check";
import { compact, lineOf, type PageText } from "../../src/archive/normalise.ts";
import type { Block } from "../../src/model/block.ts";
import { type Inline, textContent } from "../../src/model/inline.ts";
import type { Instant } from "../../src/model/instant.ts";
import { type ArchiveSettings, type Byline, inferredParts, type Post } from "../../src/model/live-page.ts";

export const numRuns = process.env.AFTERLIVE_LONG === undefined ? 100 : 5_000;

const bits = fc.constantFrom(
  "---",
  "- ",
  ": ",
  " #",
  "#",
  "'",
  '"',
  "\\",
  "`",
  "*",
  "_",
  "**",
  "[",
  "](",
  ")",
  "!",
  "<",
  ">",
  "&",
  "&amp;",
  "|",
  "{",
  "}",
  "~",
  "%",
  "@",
  "1. ",
  "+ ",
  "Caption: ",
  "Credit\\: ",
  ":::",
  "\n",
  "\r\n",
  "\t",
  "  ",
  "\u00a0",
  "\u2028",
  "\u0000",
  "\u0085",
  "\ufeff",
  "\ud800",
  "😀",
  "שלום",
  "é",
  "word",
  "null",
  "yes",
  "12e5",
  "2024-05-17",
  "https://example.org/a_b*c*",
  "=",
);

/** A text that any syntax could stumble over, of one line or more. */
export const hostileLine = fc.oneof(
  fc.array(bits, { maxLength: 8 }).map((all) => all.join("")),
  fc.array(bits, { maxLength: 8 }).map((all) => all.join(" ")),
  fc.string({ unit: "binary", maxLength: 20 }),
);

const line = hostileLine.map((text) => lineOf(text) ?? "x");
const maybe = <T>(values: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(values, { nil: undefined });

const instant: fc.Arbitrary<Instant> = fc.record({
  epoch: fc.integer({ min: 0, max: 4_000_000_000 }).map((seconds) => seconds * 1000),
  offset: fc.constantFrom(0, 60, -300, 345, 765),
  zone: fc.constant("Europe/London"),
});

const inline: fc.Arbitrary<readonly Inline[]> = fc.array(
  fc.oneof(
    hostileLine.map((text): Inline => ({ kind: "text", text })),
    fc.record({ kind: fc.constantFrom("strong" as const, "emphasis" as const), content: hostileLine.map(textContent) }),
    fc.record({
      kind: fc.constant("link" as const),
      href: fc.constantFrom("https://example.org/a_(b)*c*", "mailto:a@example.org", "#x", "javascript:1"),
      content: hostileLine.map(textContent),
    }),
  ),
  { maxLength: 4 },
);

const paragraph = fc.record({ kind: fc.constant("paragraph" as const), content: inline });

const blocks: fc.Arbitrary<readonly Block[]> = fc.array(
  fc.oneof(
    paragraph,
    fc.record({
      kind: fc.constant("list" as const),
      items: fc.array(fc.array(paragraph, { maxLength: 2 }), { maxLength: 3 }),
    }),
    fc.record({ kind: fc.constant("quote" as const), blocks: fc.array(paragraph, { maxLength: 2 }), person: inline }),
    fc.record({
      kind: fc.constant("figure" as const),
      file: fc.constantFrom("a.jpg", "0358-tea.png"),
      alt: hostileLine,
      credit: inline,
    }),
    fc.record({ kind: fc.constant("video" as const), caption: inline, blocks: fc.constant([]) }),
  ),
  { maxLength: 4 },
);

/** A post with hostile words everywhere, not normalised. */
export const post: fc.Arbitrary<Post> = fc
  .record({
    id: fc.stringMatching(/^[a-z][a-z0-9-]{0,59}$/),
    published: maybe(instant),
    inferred: fc.subarray([...inferredParts]),
    order: maybe(fc.integer()),
    headline: maybe(hostileLine),
    label: maybe(hostileLine),
    breaking: fc.boolean(),
    subheadline: maybe(hostileLine),
    context: fc.array(hostileLine, { maxLength: 3 }),
    clock: maybe(hostileLine),
    bylines: fc.array(
      fc.record({ name: hostileLine, role: maybe(hostileLine) }).map((byline) => compact<Byline>(byline)),
      {
        maxLength: 3,
      },
    ),
    source: maybe(hostileLine),
    truncated: fc.boolean(),
    keyEvent: fc.constantFrom(undefined, true),
    updated: maybe(instant),
    supports: maybe(fc.array(fc.integer({ min: 1, max: 999 }), { maxLength: 3 })),
    corrections: maybe(fc.array(hostileLine, { maxLength: 3 })),
    blocks,
  })
  .map((values) => compact<Post>(values));

export const page: fc.Arbitrary<PageText> = fc
  .record({
    title: line,
    source: maybe(fc.constantFrom("https://example.org/live/a#b", "http://example.org/?q=a&b=%20")),
    captured: maybe(instant),
    publisher: maybe(hostileLine),
    zone: fc.constantFrom("Europe/London", "UTC", "Asia/Kathmandu"),
    eventZone: maybe(fc.constantFrom("Asia/Shanghai")),
    language: fc.constantFrom("en-GB", "no", "ar"),
    rights: maybe(hostileLine),
    note: maybe(inline),
    editors: fc.array(hostileLine, { maxLength: 3 }),
    panel: fc.array(hostileLine, { maxLength: 3 }),
    summary: blocks,
  })
  .map((values) => compact<PageText>(values));

export const settings: fc.Arbitrary<ArchiveSettings> = fc
  .record({
    title: line,
    language: fc.constantFrom("en-GB", "no"),
    url: maybe(fc.constantFrom("https://example.org/live", "https://example.org/live/")),
    rights: maybe(hostileLine),
    noindex: fc.boolean(),
    revisions: maybe(fc.constant(true)),
    about: blocks,
  })
  .map((values) => compact<ArchiveSettings>(values));
