/** Where posts show their times, though nothing calls it so; and times in digits and words of many languages. */
import { expect, test } from "vitest";
import { outlineOf, pageOf, readLive } from "../live-outline.ts";

const long = "The ferry left the north pier with two tugs beside it, and a band played on the quay for an hour.";

test("A post shows its time where the others do, also where machines are told another: the shown one is taken, and the other named", () => {
  const post = (machine: string, shown: string) =>
    `<div class="x" data-published="2024-05-16T${machine}:00+01:00"><span class="s">${shown}</span><h3>H ${machine}</h3><p>${long}</p></div>`;
  const html = pageOf(
    `<div>${post("19:15", "19:45")}${post("19:10", "19:10")}${post("18:40", "18:40")}${post("18:05", "18:05")}</div>`,
  );
  expect(outlineOf(html).map((line) => line.slice(0, 13))).toEqual([
    "19:45 H 19:15",
    "19:10 H 19:10",
    "18:40 H 18:40",
    "18:05 H 18:05",
  ]);
  expect(
    readLive(html)
      .problems.map(({ message }) => message)
      .join(),
  ).toContain("by 30 minutes");
});

test.for([
  ["٢:٣٠ م", "١٢:٠٥ م", "٩:١٠ ص"],
  ["ساعت ۱۴:۳۰", "ساعت ۱۲:۰۵", "ساعت ۹:۱۰"],
  ["午後2時30分", "午後0時5分", "午前9時10分"],
  ["오후 2시 30분", "낮 12시 5분", "오전 9시 10분"],
  ["Ora 14:30", "Ora 12:05", "Ora 9:10"],
  ["kell 14.30", "kell 12.05", "kell 9.10"],
  ["14.30 น.", "12.05 น.", "09.10 น."],
] as const)("Posts are found by times such as %s", (times) => {
  const elements = times.map((time) => `<div class="nota"><span class="hora">${time}</span><p>${long}</p></div>`);
  const lines = times.map((time) => `<h3>${time}</h3><p>${long}</p>`);
  for (const body of [elements, lines])
    expect(outlineOf(pageOf(`<main>${body.join("")}</main>`)).map((line) => line.slice(0, 5))).toEqual([
      "14:30",
      "12:05",
      "09:10",
    ]);
});
