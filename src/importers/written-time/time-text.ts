/** From a text to the form in which times are read: without invisible characters, with plain digits, blanks and hyphens. */

export interface TimeText {
  readonly text: string;
  /** For each of its characters, and for its end, the offset in the original text. */
  readonly at: readonly number[];
}

/** Direction marks, characters without width, soft hyphens, variation selectors: inside a time they mean nothing. */
const unseen = /\p{Default_Ignorable_Code_Point}/u;
/** The code points of zero in the digits of times: Arabic, Persian, Devanagari, Bengali, full width. */
const zeros = [0x0660, 0x06f0, 0x0966, 0x09e6, 0xff10];
const plain: Readonly<Record<string, string>> = {
  "\u2212": "-",
  "\u2010": "-",
  "\u2011": "-",
  "\u2012": "-",
  "\ufe63": "-",
  "\uff1a": ":",
  "\u2236": ":",
  "\ua789": ":",
  "\uff0e": ".",
  "\u2024": ".",
  "\uff0c": ",",
};

export function timeText(written: string): TimeText {
  let text = "";
  const at: number[] = [];
  for (let index = 0; index < written.length; index += 1) {
    const sign = written[index] as string;
    if (unseen.test(sign)) continue;
    text += plainSign(sign);
    at.push(index);
  }
  at.push(written.length);
  return { text, at };
}

function plainSign(sign: string): string {
  const code = sign.charCodeAt(0);
  if (code < 0x80) return sign;
  if (/\s/.test(sign)) return " ";
  const zero = zeros.find((one) => code >= one && code <= one + 9);
  return zero === undefined ? (plain[sign] ?? sign) : String(code - zero);
}
