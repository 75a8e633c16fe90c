import { expect, test } from "vitest";
import { leadingTime, trailingTime } from "../../../src/importers/written-time/line-times.ts";

test("leadingTime takes the time at the beginning of a line, and what parts it from the rest", () => {
  const rest = (line: string) => line.slice(leadingTime(line));
  for (const line of [
    "10.32am: Tugs",
    "10:32 – Tugs",
    "18h03 | Tugs",
    "12.31 Uhr: Tugs",
    "18 Uhr: Tugs",
    "noon: Tugs",
    "9am, Tugs",
    "kl. 13.30: Tugs",
    "kl 12: Tugs",
    "01:04 – Tugs",
    "下午6:03 – Tugs",
  ])
    expect(rest(line), line).toBe("Tugs");
  expect(rest("10:32 GMT Tugs arrive")).toBe(" Tugs arrive".trimStart());
  for (const line of [
    "10:00 – 18:00 Open",
    "1.50 million",
    "Tugs at 10:32",
    "17 May 2024",
    "2h ago",
    "1432 people",
    "",
  ])
    expect(leadingTime(line), line).toBe(0);
});

test("trailingTime finds the time at the end of a line that is no sentence", () => {
  const time = (line: string) => line.slice(trailingTime(line) ?? line.length);
  expect(time("Ada Brook 14 August 2023 10:01")).toBe("14 August 2023 10:01");
  expect(time("PA Media, 10.32am BST")).toBe("10.32am BST");
  expect(time("Bo Carr 2 hours ago")).toBe("2 hours ago");
  expect(time("The band played on the quay for an hour. (19:05)")).toBe("(19:05)");
  expect(time(`${"A band played. ".repeat(50)} - 10:32`)).toBe("- 10:32");
  expect(time("Carr scores from the spot - 19:16")).toBe("- 19:16");
  for (const line of ["He left at 10:32", "That was in 2015", "Ada Brook", "10:32"]) expect(time(line), line).toBe("");
});
