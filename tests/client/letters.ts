/** Letters that a search folds, joins or splits in ways of their own. */
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
