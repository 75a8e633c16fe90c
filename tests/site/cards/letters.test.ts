/** settable and graphemesOf: which letters the fonts can set, and which are left out. */
import { beforeAll, expect, test } from "vitest";
import { type CardFaces, openFaces } from "../../../src/site/cards/faces.ts";
import { graphemesOf, settable } from "../../../src/site/cards/letters.ts";

let faces: CardFaces;
beforeAll(async () => {
  faces = await openFaces();
});

test.each([
  "Zażółć gęślą jaźń, Đà Nẵng, þættir – “quoted” 1,500 €",
  "Государственный визит, її ґанок, Ўзбекистон",
  "Ελλάδα: τρίτη ημέρα",
  "زيارة بكين: لحظة بلحظة ١٤٠٣",
  "پیگیری زنده؛ گزارش چهارم ۱۴۰۳",
])("settable finds a face for every letter of %j, large and small", (text) => {
  expect(settable(text, faces.title)).toBe(text.normalize("NFC"));
  expect(settable(text, faces.small)).toBe(text.normalize("NFC"));
});

test.each(["对北京的国事访问", "北京 and Harbin", "ライブ", "생방송", "सीधा प्रसारण", "שידור חי"])(
  "settable sets nothing of %j: a letter has no face",
  (text) => expect(settable(text, faces.title)).toBeUndefined(),
);

test.each([
  ["🔴 Live 👨‍👩‍👧: the ❤️ vote", "Live: the vote"],
  ["🇺🇦 Kyiv 1️⃣", "Kyiv 1"],
  ["🔴", ""],
  ["A ©️ by Jo™", "A © by Jo™"],
])("settable leaves pictographs out of %j, and no gap behind", (text, kept) => {
  expect(settable(text, faces.title)?.replace(/\uFE0F/g, "")).toBe(kept);
});

test("settable makes one line of several, and one letter of a letter and its mark", () => {
  expect(settable("Cafe\u0301\n  of\tthe \u2028quay ", faces.title)).toBe("Café of the quay");
  expect(settable("Q\u0303", faces.title)).toBe("Q\u0303");
  expect(graphemesOf("aQ\u0303b", faces.title).map(({ text }) => text)).toEqual(["a", "Q\u0303", "b"]);
});

test("settable keeps what directs and joins letters, though no face has it", () => {
  expect(settable("می\u200Cخواهم \u2068Live\u2069", faces.title)).toBe("می\u200Cخواهم \u2068Live\u2069");
});
