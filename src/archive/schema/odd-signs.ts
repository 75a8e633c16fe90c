/** From a text to the signs in it that are invisible or look like others, with their names: they come with pasted words. */

export interface OddSign {
  /** Its offset in the text. */
  readonly at: number;
  /** `U+200B (zero-width space)`. */
  readonly name: string;
  readonly isInvisible: boolean;
}

/** What each sign is called, and the sign of the keyboard that is meant; "" for a sign that is not seen. */
const signs: Readonly<Record<string, readonly [name: string, meant: string]>> = {
  "\u00a0": ["no-break space", " "],
  "\u00ad": ["soft hyphen", ""],
  "\u034f": ["grapheme joiner", ""],
  "\u061c": ["Arabic letter mark", ""],
  "\u2007": ["figure space", " "],
  "\u2009": ["thin space", " "],
  "\u200b": ["zero-width space", ""],
  "\u200c": ["zero-width non-joiner", ""],
  "\u200d": ["zero-width joiner", ""],
  "\u200e": ["left-to-right mark", ""],
  "\u200f": ["right-to-left mark", ""],
  "\u202a": ["left-to-right embedding", ""],
  "\u202b": ["right-to-left embedding", ""],
  "\u202c": ["end of a direction", ""],
  "\u202f": ["narrow no-break space", " "],
  "\u2060": ["word joiner", ""],
  "\u2066": ["left-to-right isolate", ""],
  "\u2067": ["right-to-left isolate", ""],
  "\u2068": ["isolate", ""],
  "\u2069": ["end of an isolate", ""],
  "\ufeff": ["byte order mark", ""],
  "\u2010": ["typographic hyphen", "-"],
  "\u2011": ["no-break hyphen", "-"],
  "\u2012": ["figure dash", "-"],
  "\u2013": ["en dash", "-"],
  "\u2014": ["em dash", "-"],
  "\u2212": ["minus sign", "-"],
  "\ufe63": ["small hyphen", "-"],
  "\uff0b": ["wide plus", "+"],
  "\uff0d": ["wide hyphen", "-"],
  "\uff1a": ["wide colon", ":"],
};

const odd = new RegExp(`[${Object.keys(signs).join("")}]`, "gu");

/** The first such sign; undefined where there is none. */
export function oddSign(text: string): OddSign | undefined {
  const at = text.search(odd);
  if (at < 0) return undefined;
  const [name, meant] = signs[text.charAt(at)] ?? ["", ""];
  const code = text.charCodeAt(at).toString(16).toUpperCase().padStart(4, "0");
  return { at, name: `U+${code} (${name})`, isInvisible: meant === "" };
}

/** The text with the signs of the keyboard. */
export const withoutOddSigns = (text: string): string => text.replace(odd, (sign) => signs[sign]?.[1] ?? "").trim();

/** `U+200B (zero-width space) behind "true"`; undefined for a text without odd signs. */
export function describeOddSign(text: string): string | undefined {
  const sign = oddSign(text);
  if (sign === undefined) return undefined;
  const before = text.slice(0, sign.at).slice(-30);
  return `${sign.name} ${before === "" ? "at its start" : `behind "${before}"`}`;
}
