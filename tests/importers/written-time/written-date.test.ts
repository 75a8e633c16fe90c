/** Dates that are one, several or none. */
import { describe, expect, test } from "vitest";
import { parseWrittenTime } from "../../../src/importers/written-time/written-time.ts";

const day = { day: 17, month: 5, year: 2024 };
const plain = (text: string) => {
  const { half: _, ...stamp } = parseWrittenTime(text) ?? { hour: -1 };
  return stamp;
};

describe("dateAt", () => {
  test.for([
    ["10:05 18-5-24", { day: 18, month: 5, year: 2024 }],
    ["17 V 2024, 10:05", day],
    ["10:05 17.V.2024", day],
    ["10:05 24/24/24", { either: { written: "24/24/24", days: [] } }],
    [
      "10:05 05/05/24",
      {
        either: {
          written: "05/05/24",
          days: [
            { day: 5, month: 5, year: 2024, order: "dmy" },
            { day: 5, month: 5, year: 2024, order: "mdy" },
            { day: 24, month: 5, year: 2005, order: "ymd" },
          ],
        },
      },
    ],
    ["10:05 5/5/24", { day: 5, month: 5, year: 2024 }],
    [
      "3/4/2024 10:05",
      {
        either: {
          written: "3/4/2024",
          days: [
            { day: 3, month: 4, year: 2024, order: "dmy" },
            { day: 4, month: 3, year: 2024, order: "mdy" },
          ],
        },
      },
    ],
    ["1403/02/28 10:05", { either: { written: "1403/02/28", days: [] } }],
    ["10:05 14/03/1446", { either: { written: "14/03/1446", days: [] } }],
    ["17 mai 2567 10:05", { either: { written: "17 mai 2567", days: [] } }],
  ] as const)(
    "parseWrittenTime reads the date of %j as the one that it can be, or tells what it can be",
    ([text, said]) => {
      expect(plain(text)).toEqual({ hour: 10, minute: 5, ...said });
    },
  );
});

test.for([
  "четвер, 17 травня 2024 року, 14:30",
  "2024年5月17日 星期五 14:30",
  "2024年5月17日（金）午後2時30分",
  "2024년 5월 17일 금요일 오후 2시 30분",
  "2024. május 17. 14:30",
  "2024 m. gegužės 17 d. 14:30",
  "17. maí 2024, kl. 14:30",
  "17 मई 2024, 14:30",
  "17 พฤษภาคม 2567 14.30 น.",
  "17 mai 2024, ora 14:30",
  "17. maja 2024 ob 14.30",
  "17. mai 2024 kell 14.30",
  "١٧ مايو ٢٠٢٤، ٢:٣٠ م",
] as const)("A date and a time are read as newsrooms write them: %s", (text) => {
  expect(parseWrittenTime(text)).toMatchObject({ hour: 14, minute: 30, ...day });
});
