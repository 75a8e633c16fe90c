/**
 * Text as a search compares it: without case, accents, vowel signs, invisible signs, or the shape of an apostrophe, a dash, a digit;
 * with one form of the letters that Arabic and Persian write in several.
 */

const marks =
  /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]|[\u00ad\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** Each letter stands before those that count as the same. */
const sames = [
  "'‘’ʼ",
  "-‐‑‒–—",
  "σς",
  "اٱ",
  "كک",
  "يىی",
  "هةەہ",
  ...Array.from({ length: 10 }, (_, digit) => String.fromCharCode(48 + digit, 0x660 + digit, 0x6f0 + digit)),
];
const forms = new Map(sames.flatMap((same) => [...same].slice(1).map((letter) => [letter, same.charAt(0)])));
const varied = new RegExp(`[${[...forms.keys()].join("")}]`, "g");

export const fold = (text: string): string =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replace(marks, "")
    .replace(varied, (letter) => forms.get(letter) ?? letter);
