/** localClockIn: clocks and zone names, also where summer time begins and ends. */
import { expect, test } from "vitest";
import { dateInWords, localClockIn } from "../../../src/client/time/local-clock.ts";
import { instantInZone, parseInstant } from "../../../src/model/instant.ts";
import { stringsFor } from "../../../src/site/i18n/language.ts";
import { localTime } from "../../../src/site/time/clock.ts";
import { zoneWords } from "../../../src/site/time/zone-words.ts";
import { translatedTags } from "../../site/i18n/interface-tags.ts";

const at = (zone: string, moment: string) => {
  const { date, clock, zone: name } = localClockIn(zone, "en-GB")!(Date.parse(moment));
  return `${date} ${clock} ${name}`;
};

test.each([
  ["Europe/London", "2024-03-31T00:59:00Z", "2024-03-31 00:59 GMT"],
  ["Europe/London", "2024-03-31T01:00:00Z", "2024-03-31 02:00 BST"],
  ["Europe/London", "2024-10-27T00:59:00Z", "2024-10-27 01:59 BST"],
  ["Europe/London", "2024-10-27T01:00:00Z", "2024-10-27 01:00 GMT"],
  ["Asia/Kathmandu", "2024-12-31T18:15:00Z", "2025-01-01 00:00 UTC+5:45"],
  ["UTC", "0999-01-02T03:04:00Z", "0999-01-02 03:04 UTC"],
  ["Asia/Kathmandu", "1985-12-31T18:30:00Z", "1986-01-01 00:15 UTC+5:45"],
  ["America/Los_Angeles", "2024-05-17T04:28:00+01:00", "2024-05-16 20:28 UTC\u22127"],
])("localClockIn knows the clock of %s at %s", (zone, moment, shown) => expect(at(zone, moment)).toBe(shown));

test.each(["en", "en-US", "fr", "ru", "fa"])(
  "localClockIn calls the summer of London BST on a page in %s, as the pages do",
  (language) => {
    expect(localClockIn("Europe/London", language)!(Date.parse("2024-05-17T04:28:00+01:00")).zone).toBe("BST");
  },
);

test("localClockIn calls a zone as the page's language does, where it has a name", () => {
  expect(localClockIn("America/New_York", "en-US")!(Date.parse("2024-05-17T04:28:00+01:00")).zone).toBe("EDT");
  expect(localClockIn("Europe/Paris", "en-GB")!(Date.parse("2024-05-17T04:28:00+01:00")).zone).toBe("CEST");
});

test.each([...translatedTags, "ar-EG", "zh-TW", "he"])(
  "localClockIn calls other zones on a page in %s as the pages do",
  (language) => {
    const named = (zone: string) => localClockIn(zone, language)!(Date.parse("2024-05-17T04:28:00+01:00")).zone;
    for (const zone of ["America/New_York", "America/St_Johns", "Asia/Tokyo", "Asia/Kolkata", "Europe/Paris", "UTC"]) {
      const told = instantInZone(Date.parse("2024-05-17T03:28:00Z"), zone);
      expect(named(zone), zone).toBe(zoneWords(told).short);
    }
  },
);

test("localClockIn has no clock for a zone that does not exist", () => {
  expect(localClockIn("Nowhere/Land", "en")).toBeUndefined();
});

test("localClockIn writes Latin digits in each language", () => {
  expect(localClockIn("Asia/Tehran", "fa")!(0)).toMatchObject({ date: "1970-01-01", clock: "03:30" });
});

test("dateInWords writes a date as its language does, in full or short", () => {
  expect(dateInWords("2024-05-16", "en-GB", true)).toBe("16 May 2024");
  expect(dateInWords("2024-05-16", "de", false)).toBe("16. Mai");
});

/** Arabic pages give a month two names, of which a browser knows the first. */
const ofOneName = [...translatedTags.filter((tag) => tag !== "ar"), "zh-TW"];

test.each(ofOneName)("dateInWords writes a date in %s as the pages do", (tag) => {
  const { date, language } = stringsFor(tag);
  for (let month = 1; month <= 12; month++) {
    const told = `2024-${String(month).padStart(2, "0")}-07`;
    expect(dateInWords(told, language, true)).toBe(date(localTime(parseInstant(`${told}T00:00Z`, "UTC")!)));
  }
});

test("dateInWords writes the month of an Arabic date by the first of the two names that pages give it", () => {
  const { date, language } = stringsFor("ar-EG");
  const told = date(localTime(parseInstant("2024-05-07T00:00Z", "UTC")!));
  expect(dateInWords("2024-05-07", language, true)).toBe(told.replace(/\/\S+/, ""));
});

test.each(["en", "en-US", "en-AU"])("dateInWords writes a date in %s as the pages do", (language) => {
  expect(dateInWords("2024-05-16", language, true)).toBe("16 May 2024");
  expect(dateInWords("2024-05-16", language, false)).toBe("16 May");
});
