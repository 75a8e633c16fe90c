import { describe, expect, test } from "vitest";
import { captured, outline, read } from "./outline.ts";

const post = (number: number, head: string, text = "Text.") => `  ${number}. ${head}\n\n    ${text}\n\n`;
const page = (...posts: string[]) => posts.join("");
const opening = (lines: string) =>
  outline(
    `  1. Headpublished at 10:00 GMT 5 January 2024\n\n${lines.replace(/^(?=.)/gm, "    ")}\n\n    A sentence to end with.\n`,
  )[0]!.slice(1, -1);

describe("readHeading", () => {
  test("readHeading splits at the last stamp of the line", () => {
    expect(
      outline(
        post(1, "Rules published at noon still holdpublished at 22:40 British Summer Time 26 October 2024"),
      )[0]![0],
    ).toBe("2024-10-26 22:40+01:00 Rules published at noon still hold");
  });
  test.for([
    "What?",
    "'Gone'",
    "So…",
    "So.....",
    '"Yes"',
    "Maybe (maybe)",
    "Gusts reach 92",
    "‘Stay in’",
    "Shut at 18:00",
    "苏州",
    "🤖",
  ])("readHeading keeps the end of %s", (headline) => {
    expect(read(post(1, `${headline}published at 10:00 GMT 5 January 2024`)).posts[0]!.headline).toBe(headline);
  });
  test("readHeading finds a stamp that a hand parted from its headline, and none in a list of the text", () => {
    const text = "Things:\n\n    1. A notice published at 12:00 Greenwich Mean Time\n    2. Two";
    const heads = outline(
      page(
        post(1, "Parted published at 11:35 GMT 5 January 2024"),
        post(2, "Gluedpublished at 11:30 GMT 5 January 2024", text),
        post(3, "Kept apart\u00a0published at 11:20 GMT 5 January 2024"),
      ),
    ).map(([head]) => head);
    expect(heads).toEqual([
      "2024-01-05 11:35+00:00 Parted",
      "2024-01-05 11:30+00:00 Glued",
      "2024-01-05 11:20+00:00 Kept apart",
    ]);
  });
  test("readHeading knows that Post is no headline, and that Get involved is one", () => {
    const [untitled, get] = outline(
      page(post(1, "Postpublished at 10:00 GMT 5 January 2024"), post(2, "Get involvedpublished at 09:00")),
    );
    expect(untitled![0]).toBe("2024-01-05 10:00+00:00 (untitled)");
    expect(get![0]).toBe("2024-01-05 09:00+00:00 Get involved");
  });
  test("readHeading takes any short text above a heading for a label", () => {
    for (const label of ["Analysis", "get involved", "badminton", "At a glance"])
      expect(outline(`  1. ${label}\n\n    Headpublished at 10:00 GMT 5 January 2024\n\n    Text.\n`)[0]![0]).toBe(
        `2024-01-05 10:00+00:00 [${label}] Head`,
      );
  });
  test("readHeading finds Breaking below, above, and glued behind the stamp", () => {
    const texts = [
      "  1. Headpublished at 10:00 GMT 5 January 2024\n    Breaking\n\n    Text.\n",
      "  1. Headpublished at 10:00 GMT 5 January 2024Breaking\n\n    Text.\n",
      "  1. Breaking\n\n    Headpublished at 10:00 GMT 5 January 2024\n\n    Text.\n",
    ];
    for (const text of texts) expect(outline(text)).toEqual([["2024-01-05 10:00+00:00 BREAKING Head", "Text."]]);
  });
  test("readHeading takes the clock of a match for what it is", () => {
    const clocks = ["88 overs", "87.5 overs", "45 mins", "90'+3 mins"];
    const posts = outline(page(...clocks.map((clock, index) => post(index + 1, `Goalpublished at ${clock}`))));
    expect(posts.map(([head]) => head)).toEqual(clocks.map((clock) => `${clock} Goal`));
  });
});

describe("readOpening", () => {
  test("readOpening reads name and role, of people, places and desks", () => {
    expect(opening("Ann Bell\nChina correspondent in Beijing")).toEqual([
      "by: Ann Bell / China correspondent in Beijing",
    ]);
    expect(opening("House of Commons\nParliament")).toEqual(["by: House of Commons / Parliament"]);
    expect(opening("Reality Check team\nBBC Verify")).toEqual(["by: Reality Check team / BBC Verify"]);
    expect(opening("Ann Bell and Bo Carr\nReporting from Skell")).toEqual([
      "by: Ann Bell and Bo Carr / Reporting from Skell",
    ]);
    expect(opening("Seán Ó Briain-Łukasz\nBusiness editor, in Washington D.C.")).toEqual([
      "by: Seán Ó Briain-Łukasz / Business editor, in Washington D.C.",
    ]);
  });
  test("readOpening reads two bylines, together and apart", () => {
    const both = ["by: Ann Bell / Political reporter", "by: Bo Carr / Business editor"];
    expect(opening("Ann Bell\nPolitical reporter\nBo Carr\nBusiness editor")).toEqual(both);
    expect(opening("Ann Bell\nPolitical reporter\n\nBo Carr\nBusiness editor")).toEqual(both);
  });
  test("readOpening takes two short lines for a match and a team, and a third above for a subheadline", () => {
    expect(opening("Tarnshire v Wendle (Sun, 17:00 BST)\n\nTarnshire")).toEqual([
      "context: Tarnshire v Wendle (Sun, 17:00 BST)",
      "context: Tarnshire",
    ]);
    expect(opening("Heat two\n\nTarn Hall Cup\n\nHeats\n\nAnn Bell\nReporter")).toEqual([
      "sub: Heat two",
      "context: Tarn Hall Cup",
      "context: Heats",
      "by: Ann Bell / Reporter",
    ]);
    expect(opening("What it means for you\n\nAnn Bell\nReporter")).toEqual([
      "sub: What it means for you",
      "by: Ann Bell / Reporter",
    ]);
  });
  test("readOpening leaves a short line alone, rows and sentences in the text", () => {
    expect(opening("A judge with a red tie")).toEqual(["A judge with a red tie"]);
    expect(opening("A crowd at the gate\nPolice on horses")).toEqual(["A crowd at the gate | Police on horses"]);
    expect(opening("It began at ten.\nIt ended at noon.")).toEqual(["It began at ten. | It ended at noon."]);
  });
});

describe("findStarts", () => {
  test("findStarts needs no blank line before a number, and no number inside a post", () => {
    const text =
      "  1. Apublished at 10:00 GMT 5 January 2024\n\n    • One\n    1. Inner\n    2. Inner\n  2. Bpublished at 09:00\n\n    Text.\n";
    expect(outline(text).map(([head]) => head)).toEqual(["2024-01-05 10:00+00:00 A", "2024-01-05 09:00+00:00 B"]);
  });
  test("findStarts fills the gap that a post without a stamp leaves between numbers", () => {
    const text = page(
      post(1, "Apublished at 10:00 GMT 5 January 2024"),
      post(2, "No stamp here"),
      post(3, "Cpublished at 09:00"),
    );
    const { posts } = read(text);
    expect(posts.map(({ headline }) => headline)).toEqual(["A", "No stamp here", "C"]);
    expect(posts.map(({ order }) => order)).toEqual([undefined, 2, 1]);
  });
  test("findStarts reads a page whose lines lost their indentation", () => {
    const text =
      "1. Apublished at 10:00 GMT 5 January 2024\n\nThree:\n\n1. One\n2. Two\n3. Three\n\n2. Bpublished at 09:00\n\nText.\n";
    expect(outline(text)).toEqual([
      ["2024-01-05 10:00+00:00 A", "Three:", "1. One", "2. Two", "3. Three"],
      ["2024-01-05 09:00+00:00 B", "Text."],
    ]);
  });
  test("findStarts reads an extractor that puts a blank before the words of the stamp", () => {
    const text = page(
      post(1, "A published at 10:00 GMT 5 January 2024", "It was published at 12:00"),
      post(2, "B, published at 09:00"),
    );
    expect(outline(text)).toEqual([
      ["2024-01-05 10:00+00:00 A", "It was published at 12:00"],
      ["2024-01-05 09:00+00:00 B", "Text."],
    ]);
  });
  test("findStarts reads the oldest pages, whose headings are times", () => {
    const text =
      "All times stated are UK\n\n  1. 1949: \n\n    A shot.\n\n  2. 1948: GOAL - SKELL\n\n    What a goal.\n";
    expect(outline(text, { captured: captured("2012-11-08T22:00:00Z") })).toEqual([
      ["2012-11-08 19:49+00:00 (untitled)", "A shot."],
      ["2012-11-08 19:48+00:00 [GOAL - SKELL] (untitled)", "What a goal."],
    ]);
  });
  test("findStarts reads the older layout with stamps, its labels, headlines and bylines in paragraphs", () => {
    const text = [
      "  1. Posted at 16:40\n    Analysis\n\n    Why the road is shut\n\n    Cy Dunn\n\n    BBC Weather\n\n    Snow.\n\n    Article share tools\n    • Facebook\n    • X",
      "  2. Posted at 15:22\n\n    Breaking Road shut\n\n    A99 only.",
      "  3. Posted at 23:58 11 Feb\n\n    A sentence without a headline.\n1 of 3\n",
    ].join("\n");
    expect(outline(text, { captured: captured("2025-02-12T18:00:00Z") })).toEqual([
      ["2025-02-12 16:40+00:00 [Analysis] Why the road is shut", "by: Cy Dunn / BBC Weather", "Snow."],
      ["2025-02-12 15:22+00:00 BREAKING Road shut", "A99 only."],
      ["2025-02-11 23:58+00:00 (untitled)", "A sentence without a headline."],
    ]);
  });
  test("findStarts reads the older layout without stamps, behind a summary that is a numbered list", () => {
    const text =
      "Summary\n\n  1. One\n  2. Two\n\nLive Reporting\n\nAnn Bell and Bo Carr\n\n  1. Breaking Road shut\n\n    Text.\n  2. Post update\n\n    More text.\n";
    const { page: found, posts } = read(text);
    expect(found).toMatchObject({ editors: ["Ann Bell", "Bo Carr"], summary: [{ kind: "list", start: 1 }] });
    expect(posts).toMatchObject([{ headline: "Road shut", breaking: true, order: 2 }, { order: 1 }]);
    expect(posts.every(({ published }) => published === undefined)).toBe(true);
  });
  test("findStarts reads a copy without numbers, with labels, buttons and second stamps", () => {
    const text =
      "A title of a page\nLIVE\n\nHead onepublished at 10:00 GMT 5 January\n10:00 GMT 5 January\nAnn Bell\nPolitical reporter\nText of one.\n\nShare\n\nAnalysis\nHead twopublished at 09:00 GMT 5 January\nBreaking\n09:00 GMT 5 January\n\n- One\n- Two\n\nBack to top\n";
    expect(outline(text, { year: 2024 })).toEqual([
      ["2024-01-05 10:00+00:00 Head one", "by: Ann Bell / Political reporter", "Text of one."],
      ["2024-01-05 09:00+00:00 BREAKING [Analysis] Head two", "- One", "- Two"],
    ]);
  });
  test("findStarts reads a capture that separates blocks by line ends only", () => {
    const text =
      "Head onepublished at 10:00 GMT 5 January 2024Breaking\nAnn Bell\nPolitical reporter\nText.\nA shipImage source, AP\nImage caption,\nAfloat\nMore text.\nHead twopublished at 09:00 GMT 5 January 2024\nText two.\n";
    expect(outline(text)).toEqual([
      [
        "2024-01-05 10:00+00:00 BREAKING Head one",
        "by: Ann Bell / Political reporter",
        "Text.",
        "figure: A ship / Afloat / AP",
        "More text.",
      ],
      ["2024-01-05 09:00+00:00 Head two", "Text two."],
    ]);
  });
  test("findStarts finds no post in a text that is no live page, and says so", () => {
    const { posts, problems } = read("A letter.\n\n1. We meet.\n2. We part.\n");
    expect(posts).toEqual([]);
    expect(problems).toMatchObject([
      { severity: "error", message: expect.stringContaining("Cannot find a post"), hint: expect.any(String) },
    ]);
  });
});

describe("isCut", () => {
  const last = (text: string) => read(text).posts.at(-1)!;
  const start = "  1. Apublished at 10:00 GMT 5 January 2024\n\n    Text.\n\n  2. Bpublished at 09:00\n\n";
  test("isCut tells a text that ends in mid-sentence, with a warning", () => {
    expect(last(`${start}    They were put off beca`).truncated).toBe(true);
    expect(read(`${start}    They were put off beca`).problems).toMatchObject([
      { severity: "warning", line: 7, message: 'The capture ends inside the post "B"' },
    ]);
    expect(last(`${start}    They were put off.`).truncated).toBe(false);
    expect(last(`${start}    • A point`).truncated).toBe(false);
    expect(last(`${start}    You can read more here\n`).truncated).toBe(false);
    expect(last(`${start}    They were put off,\n`).truncated).toBe(true);
  });
  test("isCut tells a post of which only the beginning is there", () => {
    expect(last(`${start}    A shipImage source, AP`).truncated).toBe(true);
    expect(last(`${start}  3. Analysis`)).toMatchObject({ headline: "Analysis", truncated: true });
    expect(last(`${start}  3. Headpublished at 08:5`)).toMatchObject({ headline: "Head", truncated: true });
    expect(read(`${start}    Text.\n\n  3.`).posts).toHaveLength(2);
  });
});

describe("readHead", () => {
  const tail = "\n  1. Apublished at 10:00 GMT 5 January 2024\n\n    Text.\n";
  test("readHead tells a title, a standfirst and a score from one another", () => {
    expect(read(`A title of a page\n\nA sentence about it.\n${tail}`).page).toMatchObject({
      title: "A title of a page",
      panel: ["A sentence about it."],
    });
    expect(read(`Tarnshire 212\nWendle 301\n\nSummary\n${tail}`).page).toEqual({
      editors: [],
      panel: ["Tarnshire 212", "Wendle 301"],
      summary: [],
    });
    expect(read(`Cricket: Tarnshire v Wendle\nTarnshire 212-6\nWendle 301\n${tail}`).page).toMatchObject({
      title: "Cricket: Tarnshire v Wendle",
      panel: ["Tarnshire 212-6", "Wendle 301"],
    });
    expect(read(`One title\n${tail}`, { title: "Another title" }).page).toMatchObject({
      title: "Another title",
      panel: ["One title"],
    });
    expect(read(`One title\n${tail}`, { title: "One title" }).page).toMatchObject({ title: "One title", panel: [] });
  });
  test("readHead splits the names of the editors", () => {
    expect(
      read(`Live Reporting\n\nEdited by Ann Bell, Bo Carr, and Cy Dunn & Ella Finch\n${tail}`).page.editors,
    ).toEqual(["Ann Bell", "Bo Carr", "Cy Dunn", "Ella Finch"]);
    expect(read(`By Ann Bell and Bo Carr\n${tail}`).page.editors).toEqual(["Ann Bell", "Bo Carr"]);
  });
  test("readHead keeps pictures and recordings with the summary, points of points too", () => {
    const { page: found } = read(
      `Summary\n\n  • One\n\n    • Inner\n\n  • X\n\nMedia caption,\n\nThe highlights\n\nA shipImage source, AP\n${tail}`,
    );
    expect(found.summary).toMatchObject([
      { kind: "list", items: [[{}, { kind: "list" }], [{}]] },
      { kind: "video" },
      { kind: "figure", file: "a-ship.jpg" },
    ]);
  });
  test("readHead drops furniture wherever it stands before the posts", () => {
    const { page: found, account } = read(
      `Got a TV Licence?\n\nFind out more\nI don’t have a TV Licence.\n\nLIVE\n1,204 viewing this page\nGet involved\nAll times stated are UK\n${tail}`,
    );
    expect(found).toEqual({ editors: [], panel: [] });
    expect(account.filter((span) => "lost" in span && span.lost === "licence notice")).toHaveLength(3);
  });
});
