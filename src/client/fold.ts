/** Text as a search compares it: without case, accents, vowel signs of Arabic, or the shape of an apostrophe. */

const marks = /[\u0300-\u036f\u0640\u064b-\u065f\u0670]/g;

export const fold = (text: string): string =>
  text.normalize("NFD").toLowerCase().replace(marks, "").replace(/[‘’]/g, "'").replace(/ς/g, "σ");

/** The words of a question; a text answers it if it has them all. */
export const wordsOf = (question: string): readonly string[] => [
  ...new Set(
    fold(question)
      .split(/\s+/)
      .filter((word) => word !== ""),
  ),
];

/** Where folded words stand in a text, start and end in the text's own units. */
export function spotsOf(text: string, words: readonly string[]): readonly (readonly [start: number, end: number])[] {
  const origins: number[] = [];
  let folded = "";
  let at = 0;
  for (const character of text) {
    const part = fold(character);
    for (let unit = 0; unit < part.length; unit++) origins.push(at);
    folded += part;
    at += character.length;
  }
  const spots: [number, number][] = [];
  for (const word of words) {
    for (let found = folded.indexOf(word); found !== -1; found = folded.indexOf(word, found + word.length))
      spots.push([origins[found] ?? 0, origins[found + word.length] ?? text.length]);
  }
  return spots;
}
