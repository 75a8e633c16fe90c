/** Hostile text, inline content and blocks for the laws of the codec. */
import fc from "fast-check";
import type { Block, Figure, Media } from "../../src/model/block.ts";
import { mediaKinds } from "../../src/model/block.ts";
import type { Inline } from "../../src/model/inline.ts";

/** Everything Markdown, our fields or a careless pattern could trip over. */
const shreds = [
  ..."abcXYZ09",
  ..."\\`*_{}[]()#+-.!|<>~^&;:=\"'@$%/?,",
  ..."  \t\u00a0\u2003\u3000\u200b\u200d\ufeff\u2028\u2029\u0085",
  ...["\n", "\r\n", "\f", "\v", "\0", "\u0007", "\u001b", "\u009f", "\ud800", "\udc00", "\ufffe", "\u{1fffe}"],
  ...["é", "e\u0301", "中", "שלום", "\u202eمرحبا", "👩‍👩‍👧", "🇬🇧", "£", "—", "“q”", "…"],
  ...["**", "***", "****", "__", "~~", "~~~", "```", "``", ":::", "::: video", "---", "***", "___", "- - -", "==="],
  ...[
    "&amp;",
    "&#35;",
    "&#x61;",
    "&copy",
    "&nbsp;",
    "<b>",
    "</b>",
    "<!-- x -->",
    "<https://a.b>",
    "<a@b.c>",
    "<script>",
  ],
  ...["Caption: ", "Credit: ", "Source: ", "Person: ", "Role: ", "Date:", "Caption\\: "],
  ...["1. ", "1) ", "007. ", "- ", "* ", "+ ", "# ", "### ", "####### ", "> ", ">>", "    ", "| a | b |", "|---|"],
  ...[
    "![a](media/x.jpg)",
    "](",
    "][",
    "]:",
    "[^1]",
    "[x]: https://a.b",
    "[a](https://b.c)",
    "(javascript:x)",
    "word ",
    " word",
  ],
];

const shred = fc.oneof(
  { arbitrary: fc.constantFrom(...shreds), weight: 12 },
  { arbitrary: fc.string({ unit: "binary", maxLength: 3 }), weight: 1 },
);

/** A line or a few of hostile text. */
export const text = fc.oneof(
  { arbitrary: fc.array(shred, { minLength: 1, maxLength: 8 }).map((parts) => parts.join("")), weight: 200 },
  { arbitrary: fc.lorem({ maxCount: 6 }), weight: 60 },
  { arbitrary: fc.constant("x".repeat(3000)), weight: 1 },
);

/** A whole document that somebody might have typed, or thrown. */
export const document = fc
  .array(
    fc.oneof(
      text,
      fc.constantFrom(
        "\n",
        "\n\n",
        "\n> ",
        "\n- ",
        "\n  ",
        "\n1. ",
        "\n::: video\n",
        "\n:::\n",
        "\n```\n",
        "\n\n| a |\n|-|\n",
      ),
    ),
    {
      maxLength: 14,
    },
  )
  .map((parts) => parts.join(""));

const address = fc.oneof(
  fc.constantFrom(
    "https://example.org",
    "http://a.b/c?d=e&copy;=1#f",
    "mailto:a@b.c",
    "#p2024",
    "https://en.wikipedia.org/wiki/X_(y)",
  ),
  text.map((words) => `https://a.b/${words}`),
  text.map((words) => `#a${words}`),
  fc.constantFrom("javascript:alert(1)", "data:text/html,x", "//a.b", "/a", "", "HTTPS://A.b/((", "https://a/)x("),
);

const plain = text.map((words): Inline => ({ kind: "text", text: words }));

export const inline: fc.Arbitrary<readonly Inline[]> = fc.letrec<{ content: readonly Inline[]; part: Inline }>(
  (tie) => ({
    content: fc.array(tie("part"), { maxLength: 4 }),
    part: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      { arbitrary: plain, weight: 5 },
      { arbitrary: text.map((words): Inline => ({ kind: "code", text: words })), weight: 1 },
      { arbitrary: fc.constant<Inline>({ kind: "break" }), weight: 1 },
      {
        arbitrary: fc
          .tuple(fc.constantFrom("strong", "emphasis", "strike", "sub", "sup"), tie("content"))
          .map(([kind, content]): Inline => ({ kind, content })),
        weight: 4,
      },
      {
        arbitrary: fc
          .tuple(address, tie("content"))
          .map(([href, content]): Inline => ({ kind: "link", href, content })),
        weight: 2,
      },
    ),
  }),
).content;

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 });
const without = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as T;
const file = fc.oneof(
  {
    arbitrary: fc.constantFrom(
      "a.jpg",
      "0358-Tea_2.PNG",
      "x.webp",
      "my photo (1).jpg",
      "f\u00e4hre 50%.JPG",
      "[&*`#].jpg",
    ),
    weight: 4,
  },
  { arbitrary: text, weight: 1 },
);

const figure = fc
  .record({
    kind: fc.constant("figure" as const),
    file,
    alt: fc.oneof(text, fc.constant("")),
    caption: maybe(inline),
    credit: maybe(inline),
  })
  .map((value) => without(value) as Figure);

export const blocks: fc.Arbitrary<readonly Block[]> = fc.letrec<{ blocks: readonly Block[]; block: Block }>((tie) => ({
  blocks: fc.array(tie("block"), { maxLength: 3 }),
  block: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    { arbitrary: inline.map((content): Block => ({ kind: "paragraph", content })), weight: 5 },
    {
      arbitrary: fc
        .tuple(fc.constantFrom(3, 4, 5, 6), inline)
        .map(([level, content]): Block => ({ kind: "heading", level, content })),
      weight: 1,
    },
    { arbitrary: figure, weight: 2 },
    {
      arbitrary: fc.array(text, { maxLength: 4 }).map((lines): Block => ({ kind: "code", text: lines.join("\n") })),
      weight: 1,
    },
    { arbitrary: fc.constant<Block>({ kind: "divider" }), weight: 1 },
    {
      arbitrary: fc
        .record({
          align: maybe(fc.array(fc.constantFrom("left", "center", "right", "none"), { maxLength: 4 })),
          head: fc.array(inline, { maxLength: 3 }),
          rows: fc.array(fc.array(inline, { maxLength: 3 }), { maxLength: 3 }),
        })
        .map((value) => without({ kind: "table", ...value }) as Block),
      weight: 1,
    },
    {
      arbitrary: fc
        .record({
          start: maybe(fc.oneof(fc.constantFrom(1, 0, 7, 999_999_999, -1, 2.5), fc.nat(1000))),
          items: fc.array(tie("blocks"), { maxLength: 3 }),
        })
        .map(({ start, items }): Block => ({ kind: "list", items, ...(start === undefined ? {} : { start }) })),
      weight: 3,
    },
    {
      arbitrary: fc
        .record({ blocks: tie("blocks"), person: maybe(inline), role: maybe(inline) })
        .map((value) => without({ kind: "quote", ...value }) as Block),
      weight: 2,
    },
    {
      arbitrary: fc
        .record({
          kind: fc.constantFrom(...mediaKinds),
          caption: maybe(inline),
          credit: maybe(inline),
          source: maybe(address),
          provider: maybe(text),
          author: maybe(text),
          date: maybe(text),
          poster: maybe(file),
          blocks: tie("blocks"),
        })
        .map((value) => without(value) as Media),
      weight: 2,
    },
  ),
})).blocks;

/** The short suite is quick; AFTERLIVE_LONG looks for what is rare. */
export const runs = (few = 150): { numRuns: number } => ({
  numRuns: process.env.AFTERLIVE_LONG ? few * Number(process.env.AFTERLIVE_LONG) * 10 : few,
});
