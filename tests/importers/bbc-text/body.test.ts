import { describe, expect, test } from "vitest";
import { body, outline } from "../outline.ts";

const cannot = (name: string) =>
  `This ${name} post cannot be displayed in your browser. Please enable Javascript or try a different browser.View original content on ${name}`;
const permission = (name: string) =>
  `This article contains content provided by ${name}. We ask for your permission before anything is loaded, as they may be using cookies and other technologies. You may want to read ${name}’s cookie policy, external and privacy policy, external before accepting. To view this content choose ‘accept and continue’.`;
const notResponsible = "The BBC is not responsible for the content of external sites.";

describe("readBody and text", () => {
  test("readBody keeps rows that were glued as lines of one paragraph", () => {
    expect(body("TeamPts\nSkell9\nCarrow7")).toEqual(["TeamPts | Skell9 | Carrow7"]);
  });
  test("readBody takes the hidden word behind a link, and leaves the word that is meant", () => {
    expect(body("See this list, external of things, and that one, external.")).toEqual([
      "See this list of things, and that one.",
    ]);
    expect(body("The minister, external affairs adviser and others.")).toEqual([
      "The minister, external affairs adviser and others.",
    ]);
  });
  test("readBody keeps a stamp that stands inside a sentence", () => {
    expect(
      body("A warning published at 12:00 British Summer Time was not changed.", "", "It was first published at 12:00"),
    ).toEqual(["A warning published at 12:00 British Summer Time was not changed.", "It was first published at 12:00"]);
  });
  test("readBody drops the button behind a long post, and keeps the words above a link", () => {
    expect(outline("  1. Apublished at 10:00 GMT 5 January 2024\n\n    Text.\n\n    Read more\n")[0]!.slice(1)).toEqual(
      ["Text."],
    );
    expect(body("Read More", "", "About the tide")).toEqual(["Read More", "About the tide"]);
  });
});

describe("readLists", () => {
  test("readLists nests points by how far in they stand", () => {
    expect(body("• One\n  • Inner\n    • Innermost\n• Two")).toEqual([
      "- One",
      "  - Inner",
      "    - Innermost",
      "- Two",
    ]);
  });
  test("readLists reads inner numbers that follow one another", () => {
    expect(body("3. Three\n4. Four")).toEqual(["3. Three", "4. Four"]);
    expect(body("1. One\n  • Inner\n2. Two")).toEqual(["1. One", "  - Inner", "2. Two"]);
  });
  test("readLists leaves a number alone, or out of its order, in its sentence", () => {
    expect(body("1. Skell. 2. Carrow.", "", "2. is the number of goals.")).toEqual([
      "1. Skell. 2. Carrow.",
      "2. is the number of goals.",
    ]);
    expect(body("2024. What a year.\n7. That is all.")).toEqual(["2024. What a year. | 7. That is all."]);
  });
  test("readLists takes dashes for points only where there are two", () => {
    expect(body("- One\n- Two")).toEqual(["- One", "- Two"]);
    expect(body("- said nobody")).toEqual(["- said nobody"]);
  });
  test("readLists drops a point without words, and its mark", () => {
    expect(body("• One\n•\n• Two")).toEqual(["- One", "- Two"]);
  });
});

describe("readFigure", () => {
  test("readFigure reads alt text, credit and caption in all their orders", () => {
    expect(body("A shipImage source, Reuters/AP, pool")).toEqual(["figure: A ship / - / Reuters/AP, pool"]);
    expect(body("A shipImage source, Reuters\nImage caption,\n\nAfloat again")).toEqual([
      "figure: A ship / Afloat again / Reuters",
    ]);
    expect(body("A ship\nImage caption,\n\nAfloat again")).toEqual(["figure: A ship / Afloat again / -"]);
    expect(body("A ship\nCopyright: Reuters\nImage caption: Afloat again")).toEqual([
      "figure: A ship / Afloat again / Reuters",
    ]);
    expect(body("A ship\nImage source, Reuters\nImage caption, Afloat again")).toEqual([
      "figure: A ship / Afloat again / Reuters",
    ]);
    expect(body("Image source, Reuters")).toEqual(["figure: - / - / Reuters"]);
    expect(body("Image caption,\n\nAfloat again")).toEqual(["figure: - / Afloat again / -"]);
  });
  test("readFigure splits at the last credit of a line and takes a dot for a credit", () => {
    expect(body("A sign that says Image source, hereImage source, .")).toEqual([
      "figure: A sign that says Image source, here / - / .",
    ]);
  });
  test("readFigure keeps several pictures apart", () => {
    expect(
      body(
        "OneImage source, A\nTwoImage source, B\nImage caption,\n\nOf two\n\nThree\nImage caption,\n\nOf three\n\nFourImage source, D",
      ),
    ).toEqual([
      "figure: One / - / A",
      "figure: Two / Of two / B",
      "figure: Three / Of three / -",
      "figure: Four / - / D",
    ]);
  });
  test("readFigure leaves the text below a caption alone", () => {
    expect(body("A shipImage source, Reuters\nImage caption,\n\nAfloat again\n\nNobody was hurt.")).toEqual([
      "figure: A ship / Afloat again / Reuters",
      "Nobody was hurt.",
    ]);
  });
  test("readFigure does not take the next post for a caption", () => {
    const [first, second] = outline(
      "  1. Apublished at 10:00 GMT 5 January 2024\n\n    A shipImage source, AP\n    Image caption,\n  2. Bpublished at 09:00 GMT 5 January 2024\n\n    Text.\n",
    );
    expect(first).toEqual(["2024-01-05 10:00+00:00 A", "figure: A ship / - / AP"]);
    expect(second).toEqual(["2024-01-05 09:00+00:00 B", "Text."]);
  });
});

describe("readMedia", () => {
  test("readMedia reads captions below and behind the mark, and tells sound from pictures", () => {
    expect(body("Media caption,\n\nWatch: The save")).toEqual(["video: Watch: The save"]);
    expect(body("Media caption: Listen: The song")).toEqual(["audio: Listen: The song"]);
  });
  test("readMedia remembers a recording of which only the fixed words are left", () => {
    expect(body("Media playback is not supported on this device")).toEqual(["video: "]);
    expect(
      body("To play this video you need to enable JavaScript in your browser.\nMedia caption,\n\nThe save"),
    ).toEqual(["video: The save"]);
  });
});

describe("readQuote", () => {
  test("readQuote reads words, person and role as blocks of their own", () => {
    expect(body("Quote Message\n\nWe told it red.\n\nJo Farrow, 15\n\nCaptain, Fenwick High")).toEqual([
      "quote by Jo Farrow, 15 / Captain, Fenwick High",
      "  We told it red.",
    ]);
  });
  test("readQuote takes no sentence for a speaker", () => {
    expect(body("Quote Message\n\nWe told it red.\n\nThe judges let it stand.")).toEqual([
      "quote by - / -",
      "  We told it red.",
      "The judges let it stand.",
    ]);
  });
  test("readQuote takes several paragraphs where the last one closes the quotation before a name", () => {
    expect(body('Quote Message\n\nOne.\n\nTwo."\n\nAnn Bell\n\nMayor')).toEqual([
      "quote by Ann Bell / Mayor",
      "  One.",
      '  Two."',
    ]);
  });
  test("readQuote takes one of two copies and splits the name where the other glues it", () => {
    expect(
      body(
        "Quote Message: So low\n\nSo low\n\nQuote Message: from Captain Ida Berg Harbour pilot\nCaptain Ida BergHarbour pilot",
      ),
    ).toEqual(["quote by Captain Ida Berg / Harbour pilot", "  So low"]);
  });
});

describe("readEmbeds", () => {
  test("readEmbeds drops the fixed words, and keeps provider, author and what stands inside", () => {
    const lines = [
      cannot("Instagram"),
      notResponsible,
      "Skip instagram post by tarnhall",
      "",
      "Allow Instagram content?",
      "",
      permission("Instagram"),
      "",
      notResponsible,
      "",
      "A robot on a mat",
      "",
      "End of instagram post by tarnhall",
    ];
    expect(body(...lines)).toEqual(["embed: Instagram, tarnhall", "  A robot on a mat"]);
  });
  test("readEmbeds counts two in a row as two", () => {
    const one = [
      cannot("TikTok"),
      notResponsible,
      "Skip tiktok post",
      "",
      "Allow TikTok content?",
      "",
      "End of tiktok post",
    ];
    const two = one.map((line) => line.replace(/(Skip|End of) tiktok post/, "$1 tiktok post 2"));
    expect(body(...one, ...two)).toEqual(["embed: TikTok", "embed: TikTok"]);
  });
  test("readEmbeds knows YouTube by both its names and with its adverts", () => {
    expect(
      body(
        cannot("YouTube"),
        "Skip youtube video",
        "",
        "Allow Google YouTube content?",
        `${notResponsible} YouTube content may contain adverts.`,
        "End of youtube video",
      ),
    ).toEqual(["embed: YouTube"]);
    expect(body("Warning: Third party content may contain ads", "", "View more on youtube")).toEqual([
      "embed: YouTube",
    ]);
  });
  test("readEmbeds keeps all text where an embed has no end", () => {
    expect(body("Skip twitter post", "", "Text that is no part of it.")).toEqual([
      "embed: Twitter",
      "Text that is no part of it.",
    ]);
  });
});
