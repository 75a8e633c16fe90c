/** From a text to the length of the words before a writer's name: "By", "Von", "Par". */

/** Words that stand directly before a name. */
export const byline =
  "By|Posted by|Written by|Reported by|Reporting by|Von|Par|Por|Di|Da|A cura di|Door|Av|Af|Przez|بقلم|كتب|מאת";
/** Words that need a colon, or a name with a capital letter, after them. */
export const bylineLabel = "Author|Autor(?:in)?|Text";

const by = new RegExp(`^(?:${byline}|${bylineLabel})[:\\s]\\s*(?=[\\p{Lu}\\p{Lo}])`, "u");
/** Surnames begin with these words too. */
const inNames = /^(?:Von|Di|Da|Av|Af|Door)\s/;

/** The number of characters before a name that introduce it, as "By " does; 0 if there are none. */
export const byWords = (text: string): number => by.exec(text)?.[0].length ?? 0;

/** The same for a text that is known to be a name: 0 for "Di Stefano". */
export function byWordsOfName(text: string): number {
  const length = byWords(text);
  return inNames.test(text) && !/^\p{Lu}\S*\s+\S/u.test(text.slice(length, length + 90)) ? 0 : length;
}

/** True for "By" in an element of its own. */
export const isByWord = (text: string): boolean => text.length <= 14 && by.test(`${text} A`);
