/** Letters that `fold` changes, joins or splits in special ways, for tests of the search. */
export const hardLetters: readonly string[] = [
  "a",
  "A",
  "é",
  "e\u0301",
  "ß",
  "İ",
  "Σ",
  "ς",
  "م",
  "مَ",
  "’",
  " ",
  "한",
  "😀",
  "x",
];
