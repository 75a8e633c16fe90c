import { describe, expect, test } from "vitest";
import { isRelativeTime, parseWrittenDay, parseWrittenTime } from "../../src/importers/written-time.ts";

const day = { day: 17, month: 5, year: 2024 };
const edt = { zoneName: "EDT", offset: -240 };

describe("parseWrittenTime", () => {
  test.for([
    ["10.32am", { hour: 10, minute: 32 }],
    ["12.05am", { hour: 0, minute: 5 }],
    ["12:05 p.m.", { hour: 12, minute: 5 }],
    ["8pm", { hour: 20, minute: 0 }],
    ["9.15am BST", { hour: 9, minute: 15, zoneName: "BST", offset: 60 }],
    ["May 17, 2024 at 5:32 a.m. EDT", { hour: 5, minute: 32, ...day, ...edt }],
    ["Updated 5:32 AM EDT, Fri May 17, 2024", { hour: 5, minute: 32, ...day, ...edt }],
    ["5:32 a.m. ET, May 17, 2024", { hour: 5, minute: 32, ...day, zoneName: "ET", offset: -240 }],
    ["5:32 a.m. ET, January 17, 2024", { hour: 5, minute: 32, ...day, month: 1, zoneName: "ET", offset: -300 }],
    ["17.05.2024 • 10:32 Uhr", { hour: 10, minute: 32, ...day }],
    ["Le 17 mai 2024 à 10h32", { hour: 10, minute: 32, ...day }],
    ["17 de mayo de 2024, 10:32", { hour: 10, minute: 32, ...day }],
    ["17.05.2024 10:32:05 UTC+03:00", { hour: 10, minute: 32, ...day, zoneName: "UTC+03:00", offset: 180 }],
    ["1h ago (09:32 GMT)", { hour: 9, minute: 32, zoneName: "GMT", offset: 0 }],
    ["15:02 IST", { hour: 15, minute: 2, zoneName: "IST" }],
    ["17/5/2024 10:32", { hour: 10, minute: 32, ...day }],
  ] as const)("reads %s", ([text, stamp]) => {
    const { half: _, ...read } = parseWrittenTime(text) ?? {};
    expect(read).toEqual(stamp);
  });

  test.for(["3/4/2024 10:00", "10:32 – Tugs arrive", "the 10:32 train", "25:00", "13pm", "May 17", "2h ago", ""])(
    "takes no time from %s",
    (text) => expect(parseWrittenTime(text)).toBeUndefined(),
  );
});

test("parseWrittenDay reads a date with its year and nothing else", () => {
  for (const text of ["Friday 17 May 2024", "Published On 17 May 2024", "17.05.2024", "vendredi 17 mai 2024"])
    expect(parseWrittenDay(text)).toEqual(day);
  for (const text of ["17 May", "In May 2024", "17 May 2024: the day", "31 February 2024"])
    expect(parseWrittenDay(text)).toBeUndefined();
});

test("isRelativeTime knows the times that say nothing without the clock of the capture", () => {
  for (const text of ["2h ago", "Updated 5 mins ago", "just now", "vor 2 Stunden", "il y a 3 minutes"])
    expect(isRelativeTime(text)).toBe(true);
  for (const text of ["10:32", "2 hours ago he said", ""]) expect(isRelativeTime(text)).toBe(false);
});
