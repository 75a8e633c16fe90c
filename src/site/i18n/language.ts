/** Turns a language tag (BCP 47) into the direction of its text and the words of the interface. */
import { createRequire } from "node:module";
import { modulePath } from "../../base/package-folder.ts";
import { en } from "./interface/en.ts";
import type { Strings } from "./strings.ts";

const rightToLeft = new Set(["ar", "arc", "ckb", "dv", "fa", "he", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"]);
const rightToLeftScripts = new Set(["adlm", "arab", "hebr", "nkoo", "rohg", "syrc", "thaa"]);

// By `require` at the first use, since an archive needs one language or two.
const require = createRequire(import.meta.url);
const wordsOf = (name: string) => require(modulePath(`src/site/i18n/interface/${name}.ts`));
const arabic = (): typeof import("./interface/ar.ts") => wordsOf("ar");
const persian = (): typeof import("./interface/fa.ts") => wordsOf("fa");
const french = (): typeof import("./interface/fr.ts") => wordsOf("fr");
const russian = (): typeof import("./interface/ru.ts") => wordsOf("ru");
const ukrainian = (): typeof import("./interface/uk.ts") => wordsOf("uk");
const chinese = (): typeof import("./interface/zh.ts") => wordsOf("zh");
const traditionalChinese = (): typeof import("./interface/zh-hant.ts") => wordsOf("zh-hant");

const languages: Readonly<Record<string, () => Strings>> = {
  ar: () => arabic().ar,
  en: () => en,
  fa: () => persian().fa,
  fr: () => french().fr,
  ru: () => russian().ru,
  uk: () => ukrainian().uk,
  zh: () => chinese().zh,
};

/** The subtags that decide the words (RFC 5646, section 2.1), in lower case: "zh", "hant", "tw" of "zh-Hant-TW". */
interface Tag {
  readonly base: string;
  readonly script?: string;
  readonly region?: string;
}

function tagOf(language: string): Tag {
  const [first = "", ...rest] = language.toLowerCase().split(/[-_]/);
  // What follows an "x" is for private use (RFC 5646, section 2.2.7).
  const known = rest.includes("x") ? rest.slice(0, rest.indexOf("x")) : rest;
  const script = known.find((part) => /^[a-z]{4}$/.test(part));
  const region = known.find((part) => /^[a-z]{2}$/.test(part));
  return { base: first, ...(script !== undefined && { script }), ...(region !== undefined && { region }) };
}

/** Regions that write Chinese in traditional characters. */
const traditional = new Set(["tw", "hk", "mo"]);

/** The words of a region or a script that differ from those of its language. */
function ownStrings({ base, script, region = "" }: Tag): Strings | undefined {
  if (base === "ar" && region === "sa") return arabic().arSaudi;
  return base === "zh" && (script ?? (traditional.has(region) ? "hant" : "")) === "hant"
    ? traditionalChinese().zhHant
    : undefined;
}

/** The direction of a language; a script in the tag decides, as in "az-Arab" and "ku-Latn". */
export function textDirection(language: string): "ltr" | "rtl" {
  const { base, script } = tagOf(language);
  return (script === undefined ? rightToLeft.has(base) : rightToLeftScripts.has(script)) ? "rtl" : "ltr";
}

/** The words of the interface in a language; in English where there is no translation. */
export function stringsFor(language: string): Strings {
  const strings = known.get(language) ?? stringsOf(tagOf(language));
  known.set(language, strings);
  return strings;
}

/** By language tag. */
const known = new Map<string, Strings>();

const stringsOf = (tag: Tag): Strings => ownStrings(tag) ?? languages[tag.base]?.() ?? en;

/** The path of the script in a page's language, from the site's root, in lower case. */
export const scriptPath = (language: string): string => `script-${stringsFor(language).language.toLowerCase()}.js`;

/** The language of the interface on a page, where it is not the page's own; undefined where they agree. */
export function foreignInterface(language: string): string | undefined {
  const words = stringsFor(language).language;
  return tagOf(words).base === tagOf(language).base ? undefined : words;
}
