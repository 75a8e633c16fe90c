import fc from "fast-check";
import { DateTime, FixedOffsetZone, IANAZone } from "luxon";
import { describe, expect, test } from "vitest";
import {
  dateOfDay,
  dayNumber,
  type Instant,
  instantAtOffset,
  instantsInZone,
  isDate,
  isZone,
  localParts,
  parseInstant,
  printInstant,
} from "../../src/model/instant.ts";

const london = "Europe/London";
const at = (hour: number, minute: number, day: number, month: number, year = 2024) => ({
  year,
  month,
  day,
  hour,
  minute,
});
const instants = fc.record({
  epoch: fc
    .integer({ min: Date.UTC(1000, 0, 1), max: Date.UTC(9998, 0, 1) })
    .map((epoch) => Math.floor(epoch / 1000) * 1000),
  offset: fc.integer({ min: -14 * 60, max: 14 * 60 }),
  zone: fc.constantFrom(london, "Asia/Kathmandu", "America/New_York"),
});

describe("printInstant and parseInstant", () => {
  test("parseInstant reads back whatever printInstant prints", () => {
    fc.assert(
      fc.property(instants, (instant) => {
        expect(parseInstant(printInstant(instant), instant.zone)).toEqual(instant);
      }),
    );
  });
  test("parseInstant takes no time without an offset, and no impossible date", () => {
    for (const text of [
      "2024-05-17T02:37:00",
      "2024-05-17",
      "11:01am",
      "2024-06-31T10:00:00Z",
      "2024-05-17T25:00:00Z",
      "",
    ])
      expect(parseInstant(text, london)).toBeUndefined();
    expect(parseInstant("2024-05-17T02:37+01:00", london)).toEqual({
      epoch: Date.UTC(2024, 4, 17, 1, 37),
      offset: 60,
      zone: london,
    });
  });
  test("printInstant prints the offset in full, zero too", () => {
    expect(printInstant({ epoch: 0, offset: 0, zone: london })).toBe("1970-01-01T00:00:00+00:00");
    expect(printInstant({ epoch: 0, offset: -210, zone: london })).toBe("1969-12-31T20:30:00-03:30");
  });
});

describe("localParts", () => {
  test("localParts agrees with what is printed, and with instantAtOffset", () => {
    fc.assert(
      fc.property(instants, (instant) => {
        const { year, month, day, hour, minute, second, weekday } = localParts(instant);
        const two = (value: number) => String(value).padStart(2, "0");
        expect(printInstant(instant)).toContain(
          `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}`,
        );
        expect(weekday).toBeGreaterThanOrEqual(1);
        expect(instantAtOffset({ year, month, day, hour, minute }, instant.offset, instant.zone).epoch).toBe(
          instant.epoch - second * 1000,
        );
      }),
    );
  });
  test("localParts counts the days of the week from Monday", () => {
    expect(localParts({ epoch: Date.UTC(2024, 4, 16, 12), offset: 60, zone: london }).weekday).toBe(4);
    expect(localParts({ epoch: Date.UTC(2024, 4, 19, 12), offset: 60, zone: london }).weekday).toBe(7);
  });
});

describe("isDate", () => {
  test("isDate knows short months and leap years", () => {
    expect([isDate(2024, 2, 29), isDate(2023, 2, 29), isDate(1900, 2, 29), isDate(2000, 2, 29)]).toEqual([
      true,
      false,
      false,
      true,
    ]);
    expect([
      isDate(2024, 6, 31),
      isDate(2024, 6, 30),
      isDate(2024, 13, 1),
      isDate(2024, 0, 1),
      isDate(2024, 1, 0),
    ]).toEqual([false, true, false, false, false]);
  });
  test("dateOfDay undoes dayNumber", () => {
    fc.assert(
      fc.property(fc.integer({ min: -300_000, max: 300_000 }), (day) => {
        const date = dateOfDay(day);
        expect(dayNumber(date.year, date.month, date.day)).toBe(day);
      }),
    );
  });
});

describe("instantsInZone", () => {
  const epochs = (found: { readonly instants: readonly Instant[] }) =>
    found.instants.map(({ epoch, offset }) => [new Date(epoch).toISOString().slice(0, 16), offset]);
  test("instantsInZone finds one instant on an ordinary day", () => {
    expect(epochs(instantsInZone(at(12, 0, 16, 5), london))).toEqual([["2024-05-16T11:00", 60]]);
    expect(epochs(instantsInZone(at(12, 0, 16, 1), london))).toEqual([["2024-01-16T12:00", 0]]);
  });
  test("instantsInZone finds two in the hour that is repeated, the earlier first", () => {
    expect(epochs(instantsInZone(at(1, 30, 27, 10), london))).toEqual([
      ["2024-10-27T00:30", 60],
      ["2024-10-27T01:30", 0],
    ]);
    expect(instantsInZone(at(2, 0, 27, 10), london).instants).toHaveLength(1);
  });
  test("instantsInZone says that an hour is skipped, and resolves it forward", () => {
    const found = instantsInZone(at(1, 30, 31, 3), london);
    expect(found.skipped).toBe(true);
    expect(found.instants.map(printInstant)).toEqual(["2024-03-31T02:30:00+01:00"]);
    expect(instantsInZone(at(0, 59, 31, 3), london).skipped).toBe(false);
  });
  test("instantsInZone finds nothing on a day that is not there, or in no zone", () => {
    expect(instantsInZone(at(1, 0, 31, 6), london).instants).toEqual([]);
    expect(instantsInZone(at(1, 0, 30, 6), "Nowhere/Land").instants).toEqual([]);
  });
});

describe("isZone", () => {
  test("isZone takes names of zones, and no abbreviation", () => {
    expect(["Europe/London", "UTC", "America/Argentina/Ushuaia"].every(isZone)).toBe(true);
    expect(["BST", "GMT+1", "London", "Europe/Atlantis", ""].some(isZone)).toBe(false);
  });
});

describe("an instant held against luxon", () => {
  const digits = (most: number, width: number) =>
    fc.integer({ min: 0, max: most }).map((n) => `${n}`.padStart(width, "0"));
  const seconds = fc.tuple(digits(61, 2), fc.option(fc.stringMatching(/^\d{1,9}$/), { nil: undefined }));
  const parts = fc.record({
    year: fc.oneof(digits(110, 4), digits(9999, 4)),
    month: digits(13, 2),
    day: digits(32, 2),
    hour: digits(25, 2),
    minute: fc.oneof(fc.constant("00"), digits(61, 2)),
    seconds: fc.option(seconds, { nil: undefined }),
    zone: fc.oneof(fc.constantFrom("Z", "-00:30", "-00:00", "+0530"), fc.stringMatching(/^[+-]\d\d:?\d\d$/)),
  });
  const written = parts.map(({ year, month, day, hour, minute, seconds: given, zone }) => {
    const second = given === undefined ? "" : `:${given[0]}${given[1] === undefined ? "" : `.${given[1]}`}`;
    return `${year}-${month}-${day}T${hour}:${minute}${second}${zone}`;
  });

  test("parseInstant reads what luxon reads, and nothing else", () => {
    fc.assert(
      fc.property(fc.oneof(written, fc.constantFrom("0000-02-29T23:00Z", "9999-12-31T24:00:00.000-01:00")), (text) => {
        // Of the midnight that ends a day of the first century luxon makes the one that begins it.
        fc.pre(!/^00..-..-..T24/.test(text));
        const time = DateTime.fromISO(text, { setZone: true });
        const read = time.isValid ? { epoch: time.toMillis(), offset: time.offset, zone: london } : undefined;
        expect(parseInstant(text, london)).toEqual(read);
      }),
      { numRuns: 2000 },
    );
  });

  test("printInstant prints what luxon prints", () => {
    const epoch = fc.oneof(fc.integer({ min: -70_000_000_000_000, max: 260_000_000_000_000 }), fc.constant(0));
    const offset = fc.oneof(fc.integer({ min: -1600, max: 1600 }), fc.constantFrom(0, -1.25, 0.5, -75));
    fc.assert(
      fc.property(epoch, offset, fc.boolean(), (moment, minutes, whole) => {
        const instant = { epoch: whole ? moment - (moment % 1000) : moment, offset: minutes, zone: london };
        const time = DateTime.fromMillis(instant.epoch, { zone: FixedOffsetZone.instance(minutes) });
        expect(printInstant(instant)).toBe(time.toISO({ suppressMilliseconds: true })?.replace(/Z$/, "+00:00"));
      }),
      { numRuns: 2000 },
    );
  });

  test("isZone knows the zones that luxon knows", () => {
    const words = fc.constantFrom("Europe", "London", "Etc", "GMT+3", "Asia", "Nowhere", "america", "new_york", "UTC");
    fc.assert(
      fc.property(words, words, (area, city) => {
        expect(isZone(`${area}/${city}`)).toBe(IANAZone.isValidZone(`${area}/${city}`));
      }),
    );
  });
});
