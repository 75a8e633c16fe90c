/** The words of the interface: laws for every language, then known days and numbers in each. */
import { describe, expect, test } from "vitest";
import { isPagePath } from "../../../src/builder/output/output-paths.ts";
import { en } from "../../../src/site/i18n/interface/en.ts";
import { foreignInterface, scriptPath, stringsFor, textDirection } from "../../../src/site/i18n/language.ts";
import type { PluralForms, Strings } from "../../../src/site/i18n/strings.ts";
import type { CalendarTime } from "../../../src/site/time/clock.ts";
import { interfaceTags } from "./interface-tags.ts";

const numbers = [0, 1, 2, 3, 4, 5, 10, 11, 12, 14, 20, 21, 22, 25, 99, 100, 101, 102, 103, 111, 112, 1500, 1_000_000];

const local = (year: number, month: number, day: number): CalendarTime => ({
  year,
  month,
  day,
  weekday: new Date(Date.UTC(year, month - 1, day)).getUTCDay(),
  hour: 14,
  minute: 5,
});
const friday = local(2024, 5, 17);
const days = Array.from({ length: 800 }, (_, index) => {
  const date = new Date(Date.UTC(2023, 11, 25 + index));
  return local(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
});

/** All texts of a language for numbers and days, by their arguments. */
function said(strings: Strings): readonly (readonly [asked: string, words: string])[] {
  const ofNumbers = numbers.flatMap((n) => [
    [`posts ${n}`, strings.posts(n)] as const,
    [`livePages ${n}`, strings.livePages(n)] as const,
    [`pictures ${n}`, strings.pictures(n)] as const,
    [`livePageRange ${n}`, strings.livePageRange(n, n + 19)] as const,
    [`pageOf ${n}`, strings.pageOf(n, n + 1)] as const,
    [`newestOf ${n}`, strings.newestOf(n)] as const,
    [`gap ${n}`, strings.gap(60 * n)] as const,
  ]);
  const ofDays = days.flatMap((day, index) => [
    [`longDate ${index}`, strings.longDate(day)] as const,
    [`date ${index}`, strings.date(day)] as const,
    [`shortDay ${index}`, strings.shortDay(day)] as const,
    [`days ${index}`, strings.days(days[0] ?? day, day)] as const,
  ]);
  const rest = [
    ["dateAndClock", strings.dateAndClock(strings.date(friday), "14:05 +3")],
    ["dateAndClocks", strings.dateAndClocks(strings.date(friday), "14:05", "15:06 +3")],
    ["list", strings.list(["1", "2", "3"])],
    ["aside", strings.aside("1", "2")],
    ["named", strings.named("1", "2")],
    ["inferred", strings.inferred(["year", "date", "zone"])],
    ["galleryOf", strings.galleryOf("1")],
    ["capturedFrom", strings.capturedFrom(strings.date(friday), "2")],
    ["builtBy", strings.aboutPage.builtBy("1")],
    ["someOf", strings.aboutPage.missing.someOf(strings.number(2), strings.number(3))],
  ] as const;
  return [...ofNumbers, ...ofDays, ...rest];
}

/** Every plain text among the strings, by its path. */
function texts(value: object, above = ""): readonly (readonly [name: string, text: string])[] {
  return Object.entries(value).flatMap(([key, inner]) => {
    const name = `${above}${key}`;
    if (typeof inner === "string") return [[name, inner] as const];
    return typeof inner === "object" && inner !== null ? texts(inner, `${name}.`) : [];
  });
}

const slots = (text: string): readonly string[] => [...text.matchAll(/\{[a-z]+\}/g)].map(([slot]) => slot).sort();
const ownScript: readonly (readonly [tag: string, script: RegExp])[] = [
  ["ar", /\p{Script=Arabic}/u],
  ["fa", /\p{Script=Arabic}/u],
  ["ru", /\p{Script=Cyrillic}/u],
  ["uk", /\p{Script=Cyrillic}/u],
  ["zh", /\p{Script=Han}/u],
];
/** Names of formats, which stay as they are in each language. */
const formats = /Markdown|SHA-256/g;

describe.each(interfaceTags)("the strings of %s", (tag) => {
  const strings = stringsFor(tag);
  const all = [...texts(strings).filter(([name]) => name !== "language"), ...said(strings)];

  test("are of that language", () => expect(strings.language).toBe(tag));

  test("have a script at a path that a site may have", () => expect(isPagePath(scriptPath(tag))).toBe(true));

  test("give a text for each number and each day", () => {
    for (const [name, text] of all) {
      expect(text.trim(), name).not.toBe("");
      expect(text, name).not.toMatch(/undefined|NaN|^\s|\s$| {2}/);
      if (!name.startsWith("client.")) expect(text, name).not.toMatch(/[{}]/);
    }
  });

  test("have the typographic marks of print, not of a typewriter", () => {
    for (const [name, text] of all) expect(text, name).not.toMatch(/["'`]|\.\.\.| - /);
  });

  test("have the slots that English has", () => {
    for (const [name, text] of texts(strings.client)) {
      if (name.startsWith("found.")) continue;
      const english = Object.fromEntries(texts(en.client))[name];
      expect(slots(text), name).toEqual(slots(english ?? ""));
    }
  });

  test("have a form for each plural category of the language, and no other", () => {
    const found: PluralForms = strings.client.found;
    expect(Object.keys(found).sort()).toEqual([...new Intl.PluralRules(tag).resolvedOptions().pluralCategories].sort());
    for (const category of ["few", "many", "other"] as const) {
      if (found[category] !== undefined) expect(found[category]).toContain("{count}");
    }
  });

  test("take the form that CLDR takes", () => {
    const rules = new Intl.PluralRules(tag);
    const bare = (n: number): string => strings.posts(n).replace(/[\d\u06f0-\u06f9.,٬\u00a0\u202f]/g, "");
    const forms = new Map<string, string>();
    for (const n of numbers) {
      const category = rules.select(n);
      expect(bare(n), `${n}, ${category}`).toBe(forms.get(category) ?? bare(n));
      forms.set(category, bare(n));
    }
    if (!["fa", "zh", "zh-Hant"].includes(tag)) expect(new Set(forms.values()).size).toBeGreaterThan(1);
  });

  test("tell days apart", () => {
    for (const form of [strings.longDate, strings.date]) expect(new Set(days.map(form)).size).toBe(days.length);
    expect(strings.days(friday, friday)).toBe(strings.date(friday));
  });
});

test.each(ownScript)("the strings of %s are in its own script, but for names of formats", (tag, script) => {
  for (const [name, text] of texts(stringsFor(tag))) {
    if (name === "language") continue;
    expect(text, name).toMatch(script);
    expect(text.replace(formats, "").replace(/\{[a-z]+\}/g, ""), name).not.toMatch(/[A-Za-z]/);
  }
  for (const [name, text] of said(stringsFor(tag))) expect(text, name).not.toMatch(/[A-Za-z]/);
});

test("French repeats English only where the word is the same", () => {
  const english = Object.fromEntries(texts(en));
  const same = texts(stringsFor("fr")).filter(([name, text]) => english[name] === text);
  expect(same.map(([, text]) => text)).toEqual(["Source", "Note", "Archive", "Capture", "Pause"]);
});

test("French has narrow spaces before high punctuation", () => {
  for (const [name, text] of [...texts(stringsFor("fr")), ...said(stringsFor("fr"))]) {
    expect(text, name).not.toMatch(/[^\u202f][:;!?](?:\s|$)/);
  }
});

test.each(["ar", "fa", "zh"])("%s has commas and question marks of its own", (tag) => {
  const strings = stringsFor(tag);
  for (const [name, text] of [...texts(strings), ...said(strings).filter(([name]) => !/\d{4,}/.test(name))]) {
    expect(text, name).not.toMatch(/[,;?](?:\s|$)/);
  }
});

/** Fails for a language of the interface that has no line in a table of known words. */
const expectEachLanguage = (table: readonly (readonly [tag: string, ...unknown[]])[]): void =>
  expect(interfaceTags.filter((tag) => !table.some(([known]) => known === tag))).toEqual([]);

const knownDays = [
  ["ar", "الجمعة 17 مايو/أيار 2024", "17 مايو/أيار 2024", "الجمعة 17 مايو"],
  ["en", "Friday 17 May 2024", "17 May 2024", "Fri 17 May"],
  ["fa", "جمعه ۲۸ اردیبهشت ۱۴۰۳ (۱۷ مه ۲۰۲۴)", "۲۸ اردیبهشت ۱۴۰۳", "جمعه ۲۸ اردیبهشت"],
  ["fr", "vendredi 17 mai 2024", "17 mai 2024", "ven. 17 mai"],
  ["ru", "пятница, 17 мая 2024\u00a0года", "17 мая 2024", "пт, 17 мая"],
  ["uk", "п’ятниця, 17 травня 2024\u00a0року", "17 травня 2024", "пт, 17 трав."],
  ["zh", "2024年5月17日星期五", "2024年5月17日", "5月17日周五"],
  ["zh-Hant", "2024年5月17日星期五", "2024年5月17日", "5月17日週五"],
] as const;

describe("a known day", () => {
  test("is told in each language", () => expectEachLanguage(knownDays));

  test.each(knownDays)("reads in %s: %s", (tag, long, date, short) => {
    const strings = stringsFor(tag);
    expect([strings.longDate(friday), strings.date(friday), strings.shortDay(friday)]).toEqual([long, date, short]);
  });

  test("that is the first of a month is an ordinal in French", () => {
    expect(stringsFor("fr").longDate(local(2024, 3, 1))).toBe("vendredi 1er mars 2024");
  });
});

const knownSpans = [
  ["ar", "من 17 إلى 19 مايو/أيار 2024", "من 17 مايو/أيار إلى 2 يونيو/حزيران 2024"],
  ["en", "17–19 May 2024", "17 May – 2 June 2024"],
  ["fa", "۲۸ تا ۳۰ اردیبهشت ۱۴۰۳", "۲۸ اردیبهشت تا ۱۳ خرداد ۱۴۰۳"],
  ["fr", "17–19 mai 2024", "17 mai – 2 juin 2024"],
  ["ru", "17–19 мая 2024", "17 мая – 2 июня 2024"],
  ["uk", "17–19 травня 2024", "17 травня – 2 червня 2024"],
  ["zh", "2024年5月17日至19日", "2024年5月17日至6月2日"],
  ["zh-Hant", "2024年5月17日至19日", "2024年5月17日至6月2日"],
] as const;

test("known spans of days are told in each language", () => expectEachLanguage(knownSpans));

test.each(knownSpans)("days in %s: %s", (tag, inMonth, overMonths) => {
  const strings = stringsFor(tag);
  expect(strings.days(friday, local(2024, 5, 19))).toBe(inMonth);
  expect(strings.days(friday, local(2024, 6, 2))).toBe(overMonths);
});

const knownNumbers: readonly (readonly [tag: string, posts: readonly string[]])[] = [
  ["ar", ["لا منشورات", "منشور واحد", "منشوران", "3 منشورات", "11 منشورًا", "100 منشور", "1,500 منشور"]],
  ["en", ["0 posts", "1 post", "2 posts", "3 posts", "11 posts", "100 posts", "1,500 posts"]],
  ["fa", ["۰ مطلب", "۱ مطلب", "۲ مطلب", "۳ مطلب", "۱۱ مطلب", "۱۰۰ مطلب", "۱٬۵۰۰ مطلب"]],
  [
    "fr",
    [
      "0 publication",
      "1 publication",
      "2 publications",
      "3 publications",
      "11 publications",
      "100 publications",
      "1\u202f500 publications",
    ],
  ],
  ["ru", ["0 записей", "1 запись", "2 записи", "3 записи", "11 записей", "100 записей", "1\u00a0500 записей"]],
  ["uk", ["0 дописів", "1 допис", "2 дописи", "3 дописи", "11 дописів", "100 дописів", "1\u00a0500 дописів"]],
  ["zh", ["0条动态", "1条动态", "2条动态", "3条动态", "11条动态", "100条动态", "1500条动态"]],
  ["zh-Hant", ["0條動態", "1條動態", "2條動態", "3條動態", "11條動態", "100條動態", "1500條動態"]],
];

test("known numbers of posts are told in each language", () => expectEachLanguage(knownNumbers));

test.each(knownNumbers)("posts in %s by number", (tag, expected) => {
  expect([0, 1, 2, 3, 11, 100, 1500].map(stringsFor(tag).posts)).toEqual(expected);
});

const knownLists = [
  ["ar", "أ وب وج"],
  ["en", "أ, ب and ج"],
  ["fa", "أ،\u200f ب و ج"],
  ["fr", "أ, ب et ج"],
  ["ru", "أ, ب и ج"],
  ["uk", "أ, ب і ج"],
  ["zh", "أ、ب和ج"],
  ["zh-Hant", "أ、ب和ج"],
] as const;

test("a known list is told in each language", () => expectEachLanguage(knownLists));

test.each(knownLists)("a list in %s: %s", (tag, expected) => {
  const { list } = stringsFor(tag);
  expect(list(["أ", "ب", "ج"])).toBe(expected);
  expect([list([]), list(["ب"])]).toEqual(["", "ب"]);
});

describe("the French of what was inferred", () => {
  const { inferred } = stringsFor("fr");
  test("agrees with it", () => {
    expect(inferred(["year"])).toBe("année déduite");
    expect(inferred(["year", "date"])).toBe("année et date déduites");
    expect(inferred(["zone"])).toBe("fuseau horaire déduit");
    expect(inferred(["date", "zone"])).toBe("date et fuseau horaire déduits");
  });
});

describe("a language", () => {
  test("is found by its base, and falls back to English, which is then foreign", () => {
    expect(stringsFor("fr-CA").language).toBe("fr");
    expect(stringsFor("ZH_hans").language).toBe("zh");
    expect(["zh-TW", "zh-Hant", "zh-hant-CN", "ZH_HK"].map((tag) => stringsFor(tag).language)).toEqual(
      Array(4).fill("zh-Hant"),
    );
    expect(["zh", "zh-CN", "zh-Hans-HK", "zh-x-hant", "zh-SG"].map((tag) => stringsFor(tag).language)).toEqual(
      Array(5).fill("zh"),
    );
    expect(foreignInterface("zh-TW")).toBeUndefined();
    expect(scriptPath("zh-HK")).toBe("script-zh-hant.js");
    expect(stringsFor("de")).toBe(en);
    expect(foreignInterface("de")).toBe("en");
    expect(foreignInterface("ar-EG")).toBeUndefined();
    expect(scriptPath("uk-UA")).toBe("script-uk.js");
  });

  test("has the direction of its script", () => {
    expect(interfaceTags.filter((tag) => textDirection(tag) === "rtl")).toEqual(["ar", "fa"]);
    expect(["az-Arab", "ku-Latn", "he-IL", "ur", "ar-Latn", "en-GB", ""].map(textDirection)).toEqual([
      "rtl",
      "ltr",
      "rtl",
      "rtl",
      "ltr",
      "ltr",
      "ltr",
    ]);
  });
});

test.each(["ar", "fa"])("%s keeps a moment, which ends in Latin letters, apart from the number behind it", (tag) =>
  expect(stringsFor(tag).client.asOfShown).toMatch(/\u2068\{day\}، \{clock\}\u2069/),
);
