/** Which texts are those of a live page, where their posts are short. */
import { describe, expect, test } from "vitest";
import { isLivePage } from "../../../src/importers/text/plausible.ts";

const page = (times: readonly string[], texts: readonly string[], mark = "\n", gap = "\n\n"): string =>
  `Storm at sea\n14 May 2024\n\n${times.map((time, index) => `${time}${mark}${texts[index % texts.length]}`).join(gap)}\n`;

const falling = ["17:47", "16:20", "12:10", "11:10", "10:05", "09:40"];
const rising = ["09:12", "09:40", "10:05", "11:10", "12:10", "16:20"];

describe("isLivePage", () => {
  test.for([
    [
      "go down, with headlines",
      page(falling, ["Ferry back\nThe ferry is back.", "Hello\nWelcome.", "Morning\nNo news."]),
    ],
    ["go down, three of them", page(falling.slice(0, 3), ["Ferry back.", "Power out.", "Hello!"])],
    ["go down on the lines of their posts", page(falling, ["Ferry back.", "Power out.", "Hello!"], " ", "\n")],
    ["go down, with a tab behind them", page(falling, ["Ferry back.", "Power out.", "Hello!"], "\t", "\n")],
    ["go up, above their posts", page(rising, ["Hello\nWelcome.", "Wind\nIt blows.", "Ferry\nIt is out."])],
    ["turn at midnight", page(["01:10", "00:20", "23:40", "23:12", "22:01", "21:50", "20:02"], ["Quiet.", "Rain."])],
  ] as const)("knows short posts whose times %s", ([, text]) => expect(isLivePage(text)).toBe(true));

  test.for([
    ["a timetable", page(rising, ["Brine to Quay", "Quay to Brine"], " ", "\n")],
    ["a timetable in columns", page(rising, ["Brine to Quay", "Quay to Brine"], "\t", "\n")],
    ["a timetable that goes down", page(falling, ["Brine to Quay", "Quay to Brine"])],
    [
      "a programme",
      page(["18:00", "18:30", "19:15", "20:00", "22:05"], ["News\nAll that matters.", "The Quay\nA soap."]),
    ],
    ["a programme of titles", page(["18:02", "18:30", "19:15", "20:00", "22:05"], ["News", "The Quay", "Sea stories"])],
    ["times without an order", page(["10:05", "17:47", "09:40", "16:20", "11:10", "12:10"], ["Rain.", "No news."])],
    ["a chat", page(rising, ["Ann: Are you there?", "Bo: Yes."], " ", "\n")],
  ] as const)("refuses %s", ([, text]) => expect(isLivePage(text)).toBe(false));
});
