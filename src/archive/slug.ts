/** From a text to the words of an address, in a-z and 0-9, and to the name of a live page's folder. */

import { isDeviceName } from "../base/portable-name.ts";

const slugShape = /^[a-z0-9-]{1,80}$/;

/** Letters that Unicode does not decompose into a base letter and a mark. */
const letters: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  þ: "th",
  ł: "l",
  ħ: "h",
  ı: "i",
  ŋ: "ng",
  ŧ: "t",
};

export const isSlug = (text: string): boolean => slugShape.test(text);

/** Lower-case words of Latin letters and digits: "Xi’s café" is `xis`, `cafe`. Other letters are left out. */
export function latinWords(text: string): readonly string[] {
  const plain = text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\u0300-\u036f'’‘ʼ]/g, "")
    .replace(/[ßæœøđðþłħıŋŧ]/g, (letter) => letters[letter] ?? letter);
  return plain.match(/[a-z0-9]+/g) ?? [];
}

/** The words of a title joined by hyphens, at most 80 characters, no name of a device; undefined where it has no Latin letter. */
export function slugOf(title: string): string | undefined {
  const words = latinWords(title);
  if (!words.some((word) => /[a-z]/.test(word))) return undefined;
  let slug = "";
  for (const word of words) {
    const longer = slug === "" ? word.slice(0, 80) : `${slug}-${word}`;
    if (longer.length > 80) break;
    slug = longer;
  }
  return isDeviceName(slug) ? `${slug}-live` : slug;
}
