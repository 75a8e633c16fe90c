import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bbcText } from "../../../src/importers/bbc-text/bbc-text.ts";
import { fixtureCases } from "../cases.ts";
import { captured, outline, read } from "../outline.ts";

const post = (headline: string, time: string, text = `The text of ${headline}.`) => ({ headline, time, text });
type Told = ReturnType<typeof post>;

/** A page as extractors print it: numbered posts that stand further in. */
const numbered = (posts: readonly Told[]) =>
  posts
    .map(({ headline, time, text }, at) => `  ${at + 1}. ${headline}published at ${time}\n\n    ${text}\n\n`)
    .join("");
/** A page as a browser copies it. */
const copied = (posts: readonly Told[]) =>
  posts.map(({ headline, time, text }) => `${headline}published at ${time}\n${time}\n\n${text}\n\n`).join("");

const head =
  "Regatta: crews race in the harbour\n\nSummary\n\n  • Eight crews race\n\n  • The wind turns\n\nLive Reporting\n\nEdited by Ann Bell\n\n";
const time = (minute: number) =>
  `${String(8 + Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")} British Summer Time 17 May 2024`;
const losses = (text: string) => {
  const counts = new Map<string, number>();
  for (const span of read(text).account) if ("lost" in span) counts.set(span.lost, (counts.get(span.lost) ?? 0) + 1);
  return Object.fromEntries(counts);
};

describe("bbcText, given several pages in one text", () => {
  test("takes a head that is repeated with a control character in it for a copy", () => {
    const page = (minute: number) =>
      `Regatta: crews\u0007 race\n\nSummary\n\n  • Eight\u0007 crews race\n\nLive Reporting\n\n${copied([post("A start", time(minute)), post("A turn", time(minute + 2))])}`;
    // `read` accounts for every character.
    expect(read(`${page(20)}${page(10)}`).posts).toHaveLength(4);
  });

  test("reads the posts and the head of overlapping pages as those of one page", () => {
    const minutes = fc.uniqueArray(fc.nat({ max: 400 }), { minLength: 4, maxLength: 14 });
    fc.assert(
      fc.property(
        minutes,
        fc.nat({ max: 3 }),
        fc.constantFrom(numbered, copied),
        fc.constantFrom("\n", "\n\n"),
        (found, overlap, print, end) => {
          const posts = found.sort((a, b) => b - a).map((minute) => post(`Headline ${minute}`, time(minute)));
          const middle = Math.floor(posts.length / 2);
          const one = read(head + print(posts));
          const two = read(
            `${head}${print(posts.slice(0, middle + overlap)).trimEnd()}${end}${head}${print(posts.slice(middle))}`,
          );
          expect(two.page).toEqual(one.page);
          expect(two.posts).toEqual(one.posts);
        },
      ),
    );
  });

  test.for(fixtureCases)("reads $name, pasted twice, with each titled post once", ({ text, options }) => {
    const once = bbcText.read(text, options);
    const twice = read(`${text.trimEnd()}\n\n${text}`, options);
    const titled = once.posts.filter(({ headline, published }) => headline !== undefined && published !== undefined);
    const plain = once.posts.length - titled.length;
    if (once.posts.at(-1)?.truncated !== true) expect(twice.posts).toHaveLength(titled.length + 2 * plain);
    expect(twice.page.title).toEqual(once.page.title);
    expect(twice.page.summary).toEqual(once.page.summary);
  });

  test("keeps posts of other times and equal words, posts without a headline, and posts whose text differs", () => {
    const posts = [
      post("Interval", time(450), "Tea."),
      post("Post", time(440), "Same."),
      post("Post", time(440), "Same."),
      post("Interval", time(330), "Tea."),
      post("Pier", time(320), "One."),
      post("Pier", time(320), "Two."),
      post("Pier", time(320), "One."),
    ];
    expect(outline(head + copied(posts)).map(([first, text]) => `${first!.slice(11, 16)} ${text}`)).toEqual([
      "15:30 Tea.",
      "15:20 Same.",
      "15:20 Same.",
      "13:30 Tea.",
      "13:20 One.",
      "13:20 Two.",
    ]);
  });

  test("counts what stands twice by name, and says how many posts do", () => {
    const posts = [post("Interval", time(450)), post("Pier", time(440))];
    const text = head + numbered(posts) + head + numbered(posts.slice(1));
    expect(losses(text)).toMatchObject({ "second copy": 6, "repeated stamp": 1, summary: 2, "live header": 2 });
    expect(read(text).problems).toMatchObject([{ severity: "warning", message: expect.stringMatching(/once: 1$/) }]);
  });

  test("keeps what only a later page says in its head: a point, a name, a title of other words", () => {
    const later = head.replace("The wind turns", "The wind falls").replace("Ann Bell", "Ann Bell and Bo Carr");
    const { page, posts } = read(
      head + numbered([post("A", time(40))]) + later.replace("race in", "raced in") + numbered([post("B", time(30))]),
    );
    expect(posts.map(({ blocks }) => blocks.length)).toEqual([1, 1]);
    expect(page).toMatchObject({ editors: ["Ann Bell", "Bo Carr"], panel: ["Regatta: crews raced in the harbour"] });
    expect(JSON.stringify(page.summary)).toMatch(/Eight.*turns.*falls/);
  });

  test("reads pages of the older layout, whose posts have no times", () => {
    const old = (first: number) =>
      `Live Reporting\n\n  1. Headline ${first}\n\n    Text ${first}.\n\n  2. Headline ${first + 1}\n\n    More.\n\n`;
    expect(read(old(1) + old(3)).posts.map(({ headline }) => headline)).toEqual(
      [1, 2, 3, 4].map((at) => `Headline ${at}`),
    );
  });

  test("merges an embed with the post that stands twice", () => {
    const embed =
      "    This Twitter post cannot be displayed in your browser. Please enable Javascript or try a different browser.View original content on Twitter\n    Skip twitter post\n\n    Allow Twitter content?\n\n    End of twitter post\n\n";
    const one = numbered([post("A", time(40)), post("B", time(30))]) + embed;
    expect(outline(one + one, { captured: captured("2024-05-17T12:00+01:00") })).toHaveLength(2);
  });

  test("keeps the title in the text of a post, and a short heading that opens no page", () => {
    const posts = [
      post("A", time(40), "Regatta: crews race in the harbour"),
      post("B", time(30), "Text.\n\nLive\n\nMore."),
      post("C", time(20)),
    ];
    expect(outline(head + copied(posts)).map((lines) => lines.slice(1).join(" / "))).toEqual([
      "Regatta: crews race in the harbour",
      "Text. / Live / More.",
      "The text of C.",
    ]);
  });
});
