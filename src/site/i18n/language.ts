/** What follows from a language: its direction, and the words of the interface. */
import { createRequire } from "node:module";
import { en } from "./interface/en.ts";
import type { Strings } from "./strings.ts";

const rightToLeft = new Set(["ar", "arc", "ckb", "dv", "fa", "he", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"]);
const rightToLeftScripts = new Set(["adlm", "arab", "hebr", "nkoo", "rohg", "syrc", "thaa"]);

// By require, when they are asked for: an archive speaks one language or two. Types are those of an import.
const require = createRequire(import.meta.url);
const arabic = (): typeof import("./interface/ar.ts") => require("./interface/ar.ts");
const persian = (): typeof import("./interface/fa.ts") => require("./interface/fa.ts");
const french = (): typeof import("./interface/fr.ts") => require("./interface/fr.ts");
const russian = (): typeof import("./interface/ru.ts") => require("./interface/ru.ts");
const ukrainian = (): typeof import("./interface/uk.ts") => require("./interface/uk.ts");
const chinese = (): typeof import("./interface/zh.ts") => require("./interface/zh.ts");
const traditionalChinese = (): typeof import("./interface/zh-hant.ts") => require("./interface/zh-hant.ts");

const languages: Readonly<Record<string, () => Strings>> = {
  ar: () => arabic().ar,
  en: () => en,
  fa: () => persian().fa,
  fr: () => french().fr,
  ru: () => russian().ru,
  uk: () => ukrainian().uk,
  zh: () => chinese().zh,
};

/** The parts of a language's tag that decide its words, in lower case: "zh", "hant", "tw" of "zh-Hant-TW". */
interface Tag {
  readonly base: string;
  readonly script?: string;
  readonly region?: string;
}

function tagOf(language: string): Tag {
  const [first = "", ...rest] = language.toLowerCase().split(/[-_]/);
  // Behind an "x" everybody may write what they like.
  const known = rest.includes("x") ? rest.slice(0, rest.indexOf("x")) : rest;
  const script = known.find((part) => /^[a-z]{4}$/.test(part));
  const region = known.find((part) => /^[a-z]{2}$/.test(part));
  return { base: first, ...(script !== undefined && { script }), ...(region !== undefined && { region }) };
}

/** Where Chinese is written in traditional characters. */
const traditional = new Set(["tw", "hk", "mo"]);

/** What a country or a script has of its own: words, or a calendar. */
function ownStrings({ base, script, region = "" }: Tag): Strings | undefined {
  if (base === "ar" && region === "sa") return arabic().arSaudi;
  return base === "zh" && (script ?? (traditional.has(region) ? "hant" : "")) === "hant"
    ? traditionalChinese().zhHant
    : undefined;
}

/** The direction a language is written in; a script in the tag decides, as in "az-Arab" and "ku-Latn". */
export function textDirection(language: string): "ltr" | "rtl" {
  const { base, script } = tagOf(language);
  return (script === undefined ? rightToLeft.has(base) : rightToLeftScripts.has(script)) ? "rtl" : "ltr";
}

/** The interface in a language, or in English where it has not been translated. */
export function stringsFor(language: string): Strings {
  const strings = known.get(language) ?? stringsOf(tagOf(language));
  known.set(language, strings);
  return strings;
}

/** Asked for with each post, and an archive has few languages. */
const known = new Map<string, Strings>();

const stringsOf = (tag: Tag): Strings => ownStrings(tag) ?? languages[tag.base]?.() ?? en;

/** The script that speaks a page's language, from the site's root: no path of a site has capitals. */
export const scriptPath = (language: string): string => `script-${stringsFor(language).language.toLowerCase()}.js`;

/** The language of the interface where it is not the page's own; undefined where they agree. */
export function foreignInterface(language: string): string | undefined {
  const words = stringsFor(language).language;
  return tagOf(words).base === tagOf(language).base ? undefined : words;
}
