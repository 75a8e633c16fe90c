/** The words before the name of who wrote a post: "By", "Von", "Par". */
const by =
  /^(?:By|Posted by|Written by|Reported by|Reporting by|Author|Von|Autor(?:in)?|Par|Por|Di|A cura di|Door|Av|Af|Przez|Text)[:\s]\s*(?=\p{Lu})/u;
/** They begin surnames too. */
const inNames = /^(?:Von|Di|Av|Af|Door)\s/;

/** How many characters before a name say that it is one: "By ". */
export const byWords = (text: string): number => by.exec(text)?.[0].length ?? 0;

/** The same where the rest is known to be a name: none in "Di Stefano". */
export function byWordsOfName(text: string): number {
  const length = byWords(text);
  return inNames.test(text) && !/^\p{Lu}\S*\s+\S/u.test(text.slice(length, length + 90)) ? 0 : length;
}

/** "By" in an element of its own. */
export const isByWord = (text: string): boolean => text.length <= 14 && by.test(`${text} A`);
