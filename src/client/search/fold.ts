/**
 * Turns a text into the form that a search compares (Unicode NFKD and more): without case, accents, vowel signs and invisible
 * signs; one form for all apostrophes, dashes and digits, and for the letters that Arabic and Persian write in several ways.
 */

const marks =
  /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]|[\u00ad\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** In each text the first letter stands for all others. */
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

/** A function that folds a text at its first call. */
export function foldedOnce(text: () => string): () => string {
  let folded: string | undefined;
  return () => {
    folded ??= fold(text());
    return folded;
  };
}
