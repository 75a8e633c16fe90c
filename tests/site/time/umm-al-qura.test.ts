/** ummAlQura: days of its published table, days in sequence, and the end of the table. */
import { describe, expect, test } from "vitest";
import { stringsFor } from "../../../src/site/i18n/language.ts";
import { ummAlQura } from "../../../src/site/time/umm-al-qura.ts";

const of = (iso: string): string => {
  const [year = 0, month = 0, day = 0] = iso.split("-").map(Number);
  const hijri = ummAlQura({ year, month, day });
  return hijri === undefined ? "none" : `${hijri.year}-${hijri.month}-${hijri.day}`;
};

describe("ummAlQura", () => {
  test.each([
    ["1989-08-03", "1410-1-1"],
    ["2000-04-06", "1421-1-1"],
    ["2019-08-31", "1441-1-1"],
    ["2022-07-30", "1444-1-1"],
    ["2023-07-19", "1445-1-1"],
    ["2024-07-07", "1446-1-1"],
    ["2025-06-26", "1447-1-1"],
  ])("knows that %s began a year: %s", (gregorian, hijri) => expect(of(gregorian)).toBe(hijri));

  test.each([
    ["2024-03-11", "1445-9-1"],
    ["2024-04-10", "1445-10-1"],
    ["2024-05-17", "1445-11-9"],
    ["2025-03-01", "1446-9-1"],
  ])("knows %s as %s", (gregorian, hijri) => expect(of(gregorian)).toBe(hijri));

  test("gives each day the date after that of the day before, in months of 29 or 30 days", () => {
    let before = ummAlQura({ year: 1989, month: 8, day: 3 });
    for (let at = Date.UTC(1989, 7, 4); ; at += 86_400_000) {
      const date = new Date(at);
      const hijri = ummAlQura({ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() });
      if (hijri === undefined || before === undefined) break;
      const next =
        hijri.day === 1
          ? before.day >= 29 &&
            hijri.month === (before.month % 12) + 1 &&
            hijri.year === before.year + (hijri.month === 1 ? 1 : 0)
          : hijri.day === before.day + 1 && hijri.month === before.month && hijri.year === before.year;
      if (!next) expect.fail(`${date.toISOString()}: ${JSON.stringify(before)} ${JSON.stringify(hijri)}`);
      before = hijri;
    }
    expect(before).toMatchObject({ year: 1500, month: 12 });
  });

  test("has no date outside its table", () => {
    expect(of("1989-08-02")).toBe("none");
    expect(of("2078-01-01")).toBe("none");
  });
});

describe("stringsFor Saudi Arabia", () => {
  const friday = { year: 2024, month: 5, day: 17, weekday: 5, hour: 14, minute: 5 };

  test.each(["ar-SA", "ar_sa", "ar-Arab-SA"])("names the day by both calendars for %s", (tag) => {
    expect(stringsFor(tag).longDate(friday)).toBe("الجمعة 17 مايو/أيار 2024 (9 ذو القعدة 1445 هـ)");
  });

  test.each(["ar", "ar-EG", "ar-x-sa"])("names it by one for %s", (tag) => {
    expect(stringsFor(tag).longDate(friday)).toBe("الجمعة 17 مايو/أيار 2024");
  });

  test("leaves the Gregorian date alone where the table ends", () => {
    expect(stringsFor("ar-SA").longDate({ ...friday, year: 1985 })).toBe("الجمعة 17 مايو/أيار 1985");
  });
});
