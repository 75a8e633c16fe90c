/** The words before the name of who wrote a post: "By", "Von", "Par". */

/** Those that stand before a name as they are. */
export const byline =
  "By|Posted by|Written by|Reported by|Reporting by|Von|Par|Por|Di|Da|A cura di|Door|Av|Af|Przez|بقلم|كتب|מאת";
/** Those that stand before a colon, if not before a name that begins with a capital. */
export const bylineLabel = "Author|Autor(?:in)?|Text";

const by = new RegExp(`^(?:${byline}|${bylineLabel})[:\\s]\\s*(?=[\\p{Lu}\\p{Lo}])`, "u");
/** They begin surnames too. */
const inNames = /^(?:Von|Di|Da|Av|Af|Door)\s/;

/** How many characters before a name say that it is one: "By ". */
export const byWords = (text: string): number => by.exec(text)?.[0].length ?? 0;

/** The same where the rest is known to be a name: none in "Di Stefano". */
export function byWordsOfName(text: string): number {
  const length = byWords(text);
  return inNames.test(text) && !/^\p{Lu}\S*\s+\S/u.test(text.slice(length, length + 90)) ? 0 : length;
}

/** "By" in an element of its own. */
export const isByWord = (text: string): boolean => text.length <= 14 && by.test(`${text} A`);
