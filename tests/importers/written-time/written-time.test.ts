import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  isBareHour,
  isHourSpelled,
  isRelativeTime,
  isShownTime,
  leadingTimeLength,
  parseWrittenDay,
  parseWrittenTime,
  tellsChange,
} from "../../../src/importers/written-time/written-time.ts";
import { monthName } from "../../../src/model/month-names.ts";

const day = { day: 17, month: 5, year: 2024 };
const edt = { zoneName: "EDT", offset: -240 };
const plain = (text: string, options = {}) => {
  const read = parseWrittenTime(text, options);
  if (read === undefined) return undefined;
  const { half: _, ...stamp } = read;
  return stamp;
};
const two = (value: number): string => String(value).padStart(2, "0");
const half = (hour: number): number => ((hour + 11) % 12) + 1;
const mark = (hour: number, am: string, pm: string): string => (hour < 12 ? am : pm);
const inDigits = (text: string, zero: number): string =>
  text.replace(/\d/g, (digit) => String.fromCharCode(zero + Number(digit)));

/** How newsrooms write a time of day. */
const clocks: Readonly<Record<string, (hour: number, minute: number) => string>> = {
  colon: (h, m) => `${two(h)}:${two(m)}`,
  "colon with seconds": (h, m) => `${two(h)}:${two(m)}:07`,
  dot: (h, m) => `${two(h)}.${two(m)}`,
  "am with a dot": (h, m) => `${half(h)}.${two(m)}${mark(h, "am", "pm")}`,
  "AM apart": (h, m) => `${half(h)}:${two(m)} ${mark(h, "AM", "PM")}`,
  "a.m.": (h, m) => `${half(h)}:${two(m)} ${mark(h, "a.m.", "p.m.")}`,
  "a. m.": (h, m) => `${half(h)}:${two(m)}\u00a0${mark(h, "a. m.", "p. m.")}`,
  "a alone": (h, m) => `${half(h)}:${two(m)}${mark(h, "a", "p")}`,
  "four digits with h": (h, m) => `${two(h)}${two(m)}h`,
  "four digits with hrs": (h, m) => `${two(h)}${two(m)} hrs`,
  German: (h, m) => `${two(h)}.${two(m)} Uhr`,
  "German words": (h, m) => `${h} Uhr ${two(m)}`,
  French: (h, m) => `${two(h)}h${two(m)}`,
  "French apart": (h, m) => `${h} h ${two(m)}`,
  "French with at": (h, m) => `à ${two(h)}h${two(m)}`,
  Spanish: (h, m) => `a las ${two(h)}:${two(m)} h`,
  Portuguese: (h, m) => `às ${two(h)}h${two(m)}min`,
  Italian: (h, m) => `alle ore ${two(h)}.${two(m)}`,
  Dutch: (h, m) => `om ${two(h)}.${two(m)} uur`,
  Polish: (h, m) => `godz. ${two(h)}:${two(m)}`,
  Swedish: (h, m) => `kl. ${two(h)}.${two(m)}`,
  Danish: (h, m) => `kl. ${two(h)}:${two(m)}`,
  Finnish: (h, m) => `klo ${two(h)}.${two(m)}`,
  Turkish: (h, m) => `saat ${two(h)}.${two(m)}`,
  Russian: (h, m) => `в ${two(h)}:${two(m)}`,
  "Arabic digits": (h, m) => inDigits(`${two(h)}:${two(m)}`, 0x0660),
  "Persian digits": (h, m) => inDigits(`${two(h)}:${two(m)}`, 0x06f0),
  Arabic: (h, m) => `${half(h)}:${two(m)} ${mark(h, "ص", "م")}`,
  Greek: (h, m) => `${half(h)}:${two(m)} ${mark(h, "π.μ.", "μ.μ.")}`,
  Chinese: (h, m) => `${mark(h, "上午", "下午")}${half(h)}:${two(m)}`,
  "Chinese signs": (h, m) => `${two(h)}时${two(m)}分`,
  Japanese: (h, m) => `${mark(h, "午前", "午後")}${half(h)}時${two(m)}分`,
  Korean: (h, m) => `${mark(h, "오전", "오후")} ${half(h)}:${two(m)}`,
  "Korean signs": (h, m) => `${h}시 ${m}분`,
};
const months: Readonly<Record<string, string>> = {
  de: "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
  fr: "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
  es: "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
  it: "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
  pt: "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
  nl: "januari februari maart april mei juni juli augustus september oktober november december",
  pl: "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
  sv: "januari februari mars april maj juni juli augusti september oktober november december",
  da: "januar februar marts april maj juni juli august september oktober november december",
  tr: "Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık",
  ru: "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
  ar: "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
};
type Date = { readonly day: number; readonly month: number; readonly year: number };
const dates: Readonly<Record<string, (date: Date) => string>> = {
  none: () => "",
  ISO: ({ day: d, month, year }) => `${year}-${two(month)}-${two(d)}`,
  dots: ({ day: d, month, year }) => `${two(d)}.${two(month)}.${year}`,
  "day first": ({ day: d, month, year }) => `${d} ${monthName(month)} ${year}`,
  "month first": ({ day: d, month, year }) => `${monthName(month)} ${d}, ${year}`,
  short: ({ day: d, month, year }) => `${monthName(month).slice(0, 3)} ${d} ${year}`,
  ordinal: ({ day: d, month, year }) => `${d}th ${monthName(month)} ${year}`,
  signs: ({ day: d, month, year }) => `${year}年${month}月${d}日`,
  ...Object.fromEntries(
    Object.entries(months).map(([language, names]) => [
      language,
      ({ day: d, month, year }: Date) =>
        `${d}${language === "de" ? "." : ""}${/es|pt/.test(language) ? " de" : ""} ${names.split(" ")[month - 1]}${/es|pt/.test(language) ? " de" : ""} ${year}`,
    ]),
  ),
};
const unseen = ["", "\u200e", "\u200f", "\u200b", "\u2060", "\ufeff", "\u00ad"];

describe("parseWrittenTime", () => {
  test("parseWrittenTime reads back every time in every spelling, with every date, and with signs that nobody sees", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(clocks)),
        fc.constantFrom(...Object.keys(dates)),
        fc.nat(23),
        fc.nat(59),
        fc.record({
          day: fc.integer({ min: 1, max: 28 }),
          month: fc.integer({ min: 1, max: 12 }),
          year: fc.integer({ min: 2001, max: 2040 }),
        }),
        fc.constantFrom(...unseen),
        fc.boolean(),
        (clock, date, hour, minute, when, sign, first) => {
          const [time, printed] = [clocks[clock]!(hour, minute), dates[date]!(when)];
          const text = (first || printed === "" ? [printed, time] : [time, printed]).filter(Boolean).join(", ");
          const at = Math.floor(text.length / 2);
          const marked = text.slice(0, at) + sign + text.slice(at);
          expect(plain(marked, { called: true }), marked).toEqual({ hour, minute, ...(printed === "" ? {} : when) });
          expect(isShownTime(marked), marked).toBe(true);
        },
      ),
    );
  });

  test("parseWrittenTime takes no time that a name or a sentence stands beside, and isShownTime neither", () => {
    const noise = fc.constantFrom(
      "Ada Brook",
      "the tugs arrive",
      "Moore",
      "Photo: Reuters",
      "Sport",
      "and then",
      "BBC",
      "Nilsson",
      "x",
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(clocks)),
        fc.nat(23),
        fc.nat(59),
        noise,
        fc.boolean(),
        (clock, hour, minute, word, first) => {
          const time = clocks[clock]!(hour, minute);
          const text = first ? `${word} ${time}` : `${time} ${word}`;
          expect(plain(text), text).toBeUndefined();
          expect(isShownTime(text), text).toBe(false);
        },
      ),
    );
  });

  test.for([
    ["10.32am", { hour: 10, minute: 32 }],
    ["12.05am", { hour: 0, minute: 5 }],
    ["12:05 p.m.", { hour: 12, minute: 5 }],
    ["8pm", { hour: 20, minute: 0 }],
    ["6 pm", { hour: 18, minute: 0 }],
    ["18:03 PM", { hour: 18, minute: 3 }],
    ["9.15am BST", { hour: 9, minute: 15, zoneName: "BST", offset: 60 }],
    ["May 17, 2024 at 5:32 a.m. EDT", { hour: 5, minute: 32, ...day, ...edt }],
    ["Updated 5:32 AM EDT, Fri May 17, 2024", { hour: 5, minute: 32, ...day, ...edt }],
    ["5:32 a.m. ET, May 17, 2024", { hour: 5, minute: 32, ...day, zoneName: "ET", offset: -240 }],
    ["5:32 a.m. ET, January 17, 2024", { hour: 5, minute: 32, ...day, month: 1, zoneName: "ET", offset: -300 }],
    ["17.05.2024 • 10:32 Uhr", { hour: 10, minute: 32, ...day }],
    ["Do., 17.05.24, 18 Uhr", { hour: 18, minute: 0, ...day }],
    ["Le 17 mai 2024 à 10h32", { hour: 10, minute: 32, ...day }],
    ["17 de mayo de 2024, 10:32", { hour: 10, minute: 32, ...day }],
    ["17 мая 2024 г., 18:03 (мск)", { hour: 18, minute: 3, ...day, zoneName: "мск", offset: 180 }],
    ["17.05.2024 10:32:05 UTC+03:00", { hour: 10, minute: 32, ...day, zoneName: "UTC+03:00", offset: 180 }],
    ["10:32 UTC\u22125", { hour: 10, minute: 32, zoneName: "UTC-5", offset: -300 }],
    ["2024-05-17T10:32:05.123Z", { hour: 10, minute: 32, ...day, zoneName: "Z", offset: 0 }],
    ["1h ago (09:32 GMT)", { hour: 9, minute: 32, zoneName: "GMT", offset: 0 }],
    ["10:32 GMT (06:32 ET)", { hour: 10, minute: 32, zoneName: "GMT", offset: 0 }],
    ["Published at 10:32, updated at 11:05", { hour: 10, minute: 32 }],
    ["15:02 IST", { hour: 15, minute: 2, zoneName: "IST" }],
    ["10h32 (heure de Paris)", { hour: 10, minute: 32, zoneName: "heure de Paris" }],
    ["17/5/2024 10:32", { hour: 10, minute: 32, ...day }],
    ["November 02 2023 21:06 (IST)", { hour: 21, minute: 6, day: 2, month: 11, year: 2023, zoneName: "IST" }],
    ["noon", { hour: 12, minute: 0 }],
    ["Midday", { hour: 12, minute: 0 }],
    ["12 noon", { hour: 12, minute: 0 }],
    ["May 17, 2024, noon ET", { hour: 12, minute: 0, ...day, zoneName: "ET", offset: -240 }],
    ["midnight", { hour: 0, minute: 0, midnight: true }],
    ["24:00", { hour: 24, minute: 0 }],
    ["1432", { hour: 14, minute: 32 }],
    ["gestern, 18:03 Uhr", { hour: 18, minute: 3, daysAgo: 1 }],
  ] as const)("reads %s", ([text, stamp]) => expect(plain(text)).toEqual(stamp));

  test.for([
    "10:32 – Tugs arrive",
    "the 10:32 train",
    "25:00",
    "24:10",
    "13pm",
    "May 17",
    "2h ago",
    "2h",
    "18h",
    "2015",
    "10:32 – 11:05",
    "10:32 Sun",
    "10:32 on",
    "",
  ])("takes no time from %s", (text) => expect(parseWrittenTime(text)).toBeUndefined());

  test("parseWrittenTime takes four digits that can be a year for a time only where the page calls them one", () => {
    expect(plain("2015")).toBeUndefined();
    expect(plain("2015", { called: true })).toEqual({ hour: 20, minute: 15 });
  });

  test("parseWrittenTime takes a whole hour for a time only where the page's other times are spelled so", () => {
    expect(plain("18h")).toBeUndefined();
    expect(plain("18h", { hourly: true })).toEqual({ hour: 18, minute: 0 });
    expect(["18h", "6h", "24h"].every(isBareHour)).toBe(true);
    expect(["18 h", "25h", "06h", "18h22", "pendant 18h"].some(isBareHour)).toBe(false);
    expect(["18h22", "à 9h07"].every(isHourSpelled)).toBe(true);
    expect(["18h", "18:22", "18h220"].some(isHourSpelled)).toBe(false);
  });

  test("parseWrittenTime says whether morning or afternoon is told", () => {
    const halves = ["10:32", "10.32am", "09:05", "14:05", "10 Uhr"].map((text) => parseWrittenTime(text)?.half);
    expect(halves).toEqual(["open", "told", undefined, undefined, undefined]);
  });
});

test("isShownTime knows a time, an age, a date and a note of a change, and nothing more", () => {
  for (const text of [
    "10:32",
    "2h ago",
    "Updated 5 mins ago",
    "17 May 2024",
    "Updated at 10.59 BST",
    "2h ago10.32 BST",
    "1692003712",
  ])
    expect(isShownTime(text), text).toBe(true);
  for (const text of ["Ada Brook", "10.32am Ada Brook", "10:32 – 11:05", "on", "May", "Sun", "2015", ""])
    expect(isShownTime(text), text).toBe(false);
});

test("leadingTimeLength finds where a time at the beginning of a line ends", () => {
  const rest = (text: string) => text.slice(leadingTimeLength(text));
  expect(rest("10.32am Ada Brook")).toBe(" Ada Brook");
  expect(rest("12.31 Uhr: Fähre legt ab")).toBe(": Fähre legt ab");
  expect(rest("Updated\u200e 17 May 2024, 10:32 GMT Ada")).toBe(" Ada");
  expect(rest("noon: Tugs")).toBe(": Tugs");
  for (const text of [
    "10.50% of votes",
    "1.50 million",
    "Midnight Oil play",
    "The 10:32 train",
    "2015 was wet",
    "Tugs",
  ])
    expect(leadingTimeLength(text), text).toBe(0);
});

test("parseWrittenDay reads a date with its year or its weekday and nothing else", () => {
  for (const text of ["Friday 17 May 2024", "Published On 17 May 2024", "17.05.2024", "vendredi 17 mai 2024"])
    expect(parseWrittenDay(text)).toEqual(day);
  expect(parseWrittenDay("Dienstag, 27. August")).toEqual({ day: 27, month: 8 });
  for (const text of ["17 May", "In May 2024", "17 May 2024: the day", "31 February 2024"])
    expect(parseWrittenDay(text)).toBeUndefined();
});

test("isRelativeTime knows the times that say nothing without the clock of the capture", () => {
  const ages =
    "2h ago|Updated 5 mins ago|just now|vor 2 Stunden|il y a 3 minutes|hace 2 horas|há 3 horas|2 ore fa|3 uur geleden|för 3 timmar sedan|10 minut temu|5 dakika önce|5 минут назад|3分前|1시간 전|منذ 3 ساعات";
  for (const text of ages.split("|")) expect(isRelativeTime(text), text).toBe(true);
  for (const text of ["10:32", "2 hours ago he said", "2h", ""]) expect(isRelativeTime(text)).toBe(false);
});

test("tellsChange knows the times of changes", () => {
  for (const text of [
    "Updated at 10:32",
    "Last updated 17 May 2024 10:32",
    "Aktualisiert um 10:32 Uhr",
    "Mis à jour le 17 mai à 10h32",
  ])
    expect(tellsChange(text), text).toBe(true);
  for (const text of ["10:32", "Published at 10:32, updated at 11:05", "Updated"])
    expect(tellsChange(text), text).toBe(false);
});
