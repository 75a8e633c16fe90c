import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { textsIn, unreadTexts } from "../../../src/importers/account/unread-markup.ts";
import { parseHtml } from "../../../src/importers/html/html.ts";

const words = fc.array(fc.stringMatching(/^[a-z]{1,6}$/), { minLength: 1, maxLength: 4 }).map((all) => all.join(" "));

describe("textsIn", () => {
  test("textsIn gives the texts of an element in their order, without those of scripts", () => {
    expect(textsIn(parseHtml("<p>One <b>two</b><script>x()</script> three").childNodes)).toEqual([
      "One ",
      "two",
      " three",
    ]);
  });
});

describe("unreadTexts", () => {
  test("unreadTexts gives nothing where all was read, piece by piece, in one run, or word by word", () => {
    expect(unreadTexts(["One ", "two"], ["One", "two"])).toEqual([]);
    expect(unreadTexts(["One ", "two"], ["One two"])).toEqual([]);
    expect(unreadTexts(["10.32am Ann Bell"], ["Ann Bell", "10.32am"])).toEqual([]);
  });

  test("unreadTexts gives a text whose words are only letters within other words, or that other texts need", () => {
    expect(unreadTexts(["He is at ease"], ["The island", "creatures", "atlas"])).toEqual(["He is at ease"]);
    expect(unreadTexts(["ferry left late", "late left ferry"], ["left", "ferry", "late"])).toHaveLength(1);
  });

  test("unreadTexts gives a text that was read less often than it stands there", () => {
    expect(unreadTexts(["One two", "One two"], ["One two"])).toEqual(["One two"]);
  });

  test("unreadTexts gives whatever is taken away from what was read, and nothing else", () => {
    fc.assert(
      fc.property(fc.uniqueArray(words, { minLength: 1, maxLength: 6 }), fc.nat(), (texts, which) => {
        const lost = texts[which % texts.length]!;
        expect(unreadTexts(texts, texts)).toEqual([]);
        expect(
          unreadTexts(
            [...texts, "Zz99"],
            texts.filter((text) => text !== lost),
          ),
        ).toContain("Zz99");
      }),
    );
  });
});
