/** What follows from a language: its direction, and the words of the interface. */
import { ar, arSaudi } from "./strings/ar.ts";
import { en } from "./strings/en.ts";
import { fa } from "./strings/fa.ts";
import { fr } from "./strings/fr.ts";
import { ru } from "./strings/ru.ts";
import type { Strings } from "./strings/strings.ts";
import { uk } from "./strings/uk.ts";
import { zh } from "./strings/zh.ts";

const rightToLeft = new Set(["ar", "arc", "ckb", "dv", "fa", "he", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"]);
const rightToLeftScripts = new Set(["adlm", "arab", "hebr", "nkoo", "rohg", "syrc", "thaa"]);

const languages: Readonly<Record<string, Strings>> = { ar, en, fa, fr, ru, uk, zh };

/** Where a country has words or a calendar of its own. */
const countries: Readonly<Record<string, Strings>> = { "ar-sa": arSaudi };

/** "ar-sa" of "ar-Arab-SA-x-old"; "ar" of "ar". */
function country(language: string): string {
  const [first, ...rest] = language.toLowerCase().split(/[-_]/);
  const region = rest.find((part, index) => part.length === 2 && !rest.slice(0, index).includes("x"));
  return region === undefined ? `${first}` : `${first}-${region}`;
}

/** "en" of "en-GB". */
const base = (language: string): string => language.split(/[-_]/)[0]?.toLowerCase() ?? "";

/** The direction a language is written in; a script in the tag decides, as in "az-Arab" and "ku-Latn". */
export function directionOf(language: string): "ltr" | "rtl" {
  const script = language.split(/[-_]/).find((part, index) => index > 0 && /^[A-Za-z]{4}$/.test(part));
  if (script !== undefined) return rightToLeftScripts.has(script.toLowerCase()) ? "rtl" : "ltr";
  return rightToLeft.has(base(language)) ? "rtl" : "ltr";
}

/** The interface in a language, or in English where it has not been translated. */
export const stringsFor = (language: string): Strings =>
  countries[country(language)] ?? languages[base(language)] ?? en;

/** The script that speaks a page's language, from the site's root. */
export const scriptPath = (language: string): string => `script-${stringsFor(language).language}.js`;

/** The language of the interface where it is not the page's own; undefined where they agree. */
export function foreignWords(language: string): string | undefined {
  const words = stringsFor(language).language;
  return base(words) === base(language) ? undefined : words;
}
