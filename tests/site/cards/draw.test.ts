/** drawCard: words at their places, no words where no face has a letter, and never a box for a missing glyph. */
import { beforeAll, describe, expect, test } from "vitest";
import { sha256 } from "../../../src/base/digest.ts";
import { archiveCard } from "../../../src/site/cards/archive-card.ts";
import type { Card } from "../../../src/site/cards/card.ts";
import { drawCard } from "../../../src/site/cards/draw.ts";
import { type CardFaces, openFaces } from "../../../src/site/cards/faces.ts";
import { paragraph } from "../sample.ts";
import { cardOf, titles } from "./sample-cards.ts";

let faces: CardFaces;
beforeAll(async () => {
  faces = await openFaces();
});
const draw = (card: Card): string => drawCard(card, faces);

/** The lines of words: the beginning of each, its size, its number of letters. */
const lines = (svg: string) =>
  [...svg.matchAll(/<g transform="translate\(([\d.]+) ([\d.]+)\) scale\((\d+)\)" fill="(#\w+)">(.*?)<\/g><\/g>/g)].map(
    ([, x, y, size, colour, inside = ""]) => ({
      x: Number(x),
      y: Number(y),
      size: Number(size),
      colour,
      letters: [...inside.matchAll(/<path /g)].length,
    }),
  );
const ink = "#1a1f29";
const titleOf = (svg: string) => lines(svg).filter(({ size, colour }) => colour === ink && size > 30);

describe("drawCard", () => {
  test.each([
    ["en", "2d7a85cecbd40e69"],
    ["fr", "95bd59bcc8ae2391"],
    ["ru", "69f6247d1435d086"],
    ["uk", "768a52aed4b78763"],
    ["el", "12f6cbf1f0b13516"],
    ["ar", "743a9606439aaef3"],
    ["fa", "6c310c60c8e979f7"],
  ] as const)("draws the same on every machine: %s", (language, digest) => {
    const svg = draw(titles[language]);
    expect(titleOf(svg).reduce((sum, { letters }) => sum + letters, 0)).toBeGreaterThan(15);
    expect(sha256(svg).slice(0, 16)).toBe(digest);
  });

  test.each(Object.entries(titles))("keeps every line inside the margins, the title above the strip: %s", (_, card) => {
    const svg = draw(card);
    for (const { x, y } of lines(svg)) {
      expect(x).toBeGreaterThanOrEqual(72);
      expect(y).toBeLessThan(600);
    }
    const title = titleOf(svg);
    expect(title.length).toBeGreaterThan(0);
    expect(title.length).toBeLessThanOrEqual(4);
    expect(Math.max(...title.map(({ y }) => y))).toBeLessThan(425);
  });

  test.each([
    ["a script without a font", cardOf("国事访问第二天", "zh", "River Courier")],
    ["a title that begins in a script with one", cardOf("Live: 国事访问")],
  ])("draws bars without a word for %s", (_, card) => {
    const svg = draw(card);
    expect(svg).not.toContain("<path");
    expect([...svg.matchAll(/<rect /g)].length).toBeGreaterThan(10);
  });

  test("draws something where there is neither a word nor a bar", () => {
    expect(draw(cardOf("国事访问", "zh", "", 1))).toContain('fill="#51389b"');
  });

  test("leaves out a publisher whose letters have no face, and says the rest", () => {
    const [with_, without] = [draw(cardOf("Flood", "en-GB", "Courier")), draw(cardOf("Flood", "en-GB", "港口信使"))];
    expect(lines(with_).length - lines(without).length).toBe(1);
    expect(titleOf(without)).toHaveLength(1);
  });

  test("shortens a title of 200 characters to four lines, and breaks a word of 60 letters", () => {
    const long = titleOf(draw(cardOf(`${"A long title of many words ".repeat(8)}ends here`)));
    expect(long.map(({ size }) => size)).toEqual([46, 46, 46, 46]);
    const word = titleOf(draw(cardOf("Schifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft")));
    expect(word).toHaveLength(2);
    expect(word.reduce((sum, { letters }) => sum + letters, 0)).toBeGreaterThan(55);
  });

  test("sets a short title large, an empty one not at all, and the head of the card all the same", () => {
    expect(titleOf(draw(cardOf("Storm")))).toMatchObject([{ size: 86, letters: 5 }]);
    for (const title of ["", "🔴"]) {
      expect(titleOf(draw(cardOf(title)))).toEqual([]);
      expect(lines(draw(cardOf(title))).length).toBeGreaterThan(2);
    }
  });

  test("gives time alone the colour of time", () => {
    const [days, ...others] = lines(draw(titles.en)).filter(({ colour }) => colour === "#51389b");
    expect(others).toEqual([]);
    expect(days?.y).toBe(80);
  });

  test("draws an archive with what it says of itself, unless its title needs the room", () => {
    const settings = { title: "River Archive", language: "en-GB", noindex: false, about: [paragraph("Floods, kept.")] };
    const times = [2019, 2020, 2022, 2023].map((year) => Date.UTC(year, 3));
    const words = lines(draw(archiveCard(settings, 4, times))).map(({ letters }) => letters);
    expect(words).toEqual([...["4livepages", "RiverArchive", "Floods,kept."].map(({ length }) => length), 4, 4, 4, 4]);
    const long = { ...settings, title: "The archive of the river and of all that happened on it ".repeat(3) };
    expect(lines(draw(archiveCard(long, 4, times))).filter(({ size }) => size === 30)).toEqual([]);
  });

  test("leaves no text, no address and no style in what it draws", () => {
    const svg = draw(cardOf(`<script>alert("1")</script>'"> & <image href=x> ]]>`));
    expect(svg).not.toMatch(/<(?!\/?(?:svg|g|path|rect)\b)/);
    expect(svg).not.toMatch(/href|style|on\w+=/);
  });
});
