/** setText: letters in visual order, in lines that fit. */
import { expect, test } from "vitest";
import type { CardFace } from "../../../src/site/cards/faces.ts";
import { setText, type TextStyle } from "../../../src/site/cards/set-text.ts";

/** A face whose letters are one em wide, with the letter itself as outline; it has no Arabic. */
const face = (has: (letter: string) => boolean, name: string): CardFace => ({
  unitsPerEm: 1,
  scale: 1,
  has,
  set: ({ text, start, end, rightToLeft }) => {
    const letters = [...text.slice(start, end)].filter((letter) => !/[\u2066-\u2069]/.test(letter));
    const seen = rightToLeft ? letters.reverse() : letters;
    return { glyphs: seen.map((letter, x) => ({ x, y: 0, outline: `${letter}${name}` })), width: seen.length };
  },
});
const isArabic = (letter: string) => /\p{Script=Arabic}|[٠-٩]/u.test(letter);
const faces = [face((letter) => !isArabic(letter), ""), face((letter) => isArabic(letter) || letter === " ", "")];
const hand = (direction: TextStyle["direction"]): TextStyle => ({
  faces,
  direction,
  language: direction === "rtl" ? "ar" : "en",
});

const sizes = [
  { size: 2, lines: 2 },
  { size: 1, lines: 3 },
];
const set = (text: string, direction: TextStyle["direction"], measure = 100) =>
  setText(text, hand(direction), measure, sizes);
/** The letters of each line, from left to right. */
const seen = (text: ReturnType<typeof set>) =>
  text?.lines.map(({ svg }) => [...svg.matchAll(/ d="([^"]*)"/g)].map(([, letter]) => letter).join(""));
const turned = (text: string): string => [...text].reverse().join("");

test("setText sets Arabic from the right, with Latin names and numbers from the left in their places", () => {
  expect(seen(set("بكين Live 24 اليوم", "rtl"))).toEqual([`${turned("اليوم")} Live 24 ${turned("بكين")}`]);
  expect(seen(set("Live بكين ١٤ now", "ltr"))).toEqual([`Live ١٤ ${turned("بكين")} now`]);
});

test("setText keeps what is isolated together, and its brackets facing their words", () => {
  expect(seen(set("\u206816–17 May\u2069 بكين", "rtl"))).toEqual([`${turned("بكين")} 16–17 May`]);
});

test("setText takes the direction of the first letter that has one, where it is asked to", () => {
  expect(seen(set("16–17 May 2024", "auto"))).toEqual(["16–17 May 2024"]);
  expect(seen(set("١٢ اليوم", "auto"))).toEqual([`${turned("اليوم")} ١٢`]);
  expect(seen(set("16–17 May 2024", "rtl"))).not.toEqual(["16–17 May 2024"]);
});

test("setText orders each line by itself", () => {
  const [first, second] = seen(set("بكين Live اليوم Now", "rtl", 20)) ?? [];
  expect(first).toBe(`Live ${turned("بكين")}`);
  expect(second).toBe(`Now ${turned("اليوم")}`);
});

test("setText takes the largest size that has room", () => {
  expect(set("one two", "ltr", 14)).toMatchObject({ size: 2, lines: [{ width: 7 }] });
  expect(set("one two", "ltr", 8)).toMatchObject({ size: 2, lines: [{}, {}] });
  expect(set("one two three", "ltr", 7)).toMatchObject({ size: 1, lines: [{ width: 7 }, { width: 5 }] });
});

test("setText breaks a word that no line holds, and only that", () => {
  expect(seen(set("an elephantine ox", "ltr", 8))).toEqual(["an ele", "phanti", "ne ox"]);
});

test("setText ends what has no room in an ellipsis, between words where it can", () => {
  expect(seen(set("one two three four five six seven", "ltr", 9))).toEqual(["one two", "three", "four…"]);
  expect(seen(set("abcdefghijklmnopqrstuvwxyz", "ltr", 5))).toEqual(["abcde", "fghij", "klmn…"]);
});

test("setText breaks after a dash or a hyphen, and begins no line with a dash", () => {
  expect(seen(set("over-the-hill", "ltr", 9))).toEqual(["over-", "the-hill"]);
  expect(seen(set("quay – river", "ltr", 12))?.[0]).toMatch(/^quay\s–$/);
});

test("setText sets nothing where a letter has no face, or where there is none", () => {
  const latin: TextStyle = { ...hand("ltr"), faces: faces.slice(0, 1) };
  expect(setText("Live بكين", latin, 100, sizes)).toBeUndefined();
  expect(set("", "ltr")).toBeUndefined();
  expect(set(" \u200B ", "ltr")).toBeUndefined();
});
