/** diffLine and diffLines: both texts can be read from their difference. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DiffLine, diffLine, diffLines } from "../../../src/site/text/difference.ts";

const without = (pieces: DiffLine, kind: "removed" | "added"): string =>
  pieces.map((piece) => (piece.kind === kind ? "" : piece.text)).join("");
/** `[-old-]{+new+}`. */
const marked = (pieces: DiffLine): string =>
  pieces
    .map(({ kind, text }) => (kind === "same" ? text : kind === "removed" ? `[-${text}-]` : `{+${text}+}`))
    .join("");

const word = fc.constantFrom(
  "river",
  "10:45",
  "3,500",
  "don’t",
  "水",
  "桥",
  "قارب",
  "é",
  "e\u0301",
  ",",
  "<b>",
  "  ",
  "👩‍👩‍👧",
  "x",
);
const text = fc.oneof(
  fc.array(word, { maxLength: 12 }).map((words) => words.join(" ")),
  fc.string({ unit: "grapheme" }).map((one) => one.replaceAll("\n", " ")),
);

test("diffLine holds both texts, whole", () => {
  fc.assert(
    fc.property(text, text, (older, newer) => {
      const pieces = diffLine(older, newer);
      expect(without(pieces, "added")).toBe(older);
      expect(without(pieces, "removed")).toBe(newer);
    }),
  );
});

test("diffLines holds both texts whole, and has no change for equal ones", () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 6 }), fc.array(text, { maxLength: 6 }), (older, newer) => {
      const lines = diffLines(older, newer);
      expect(lines.map((line) => without(line, "added")).join("")).toBe(older.join(""));
      expect(lines.map((line) => without(line, "removed")).join("")).toBe(newer.join(""));
      expect(
        diffLines(older, older)
          .flat()
          .every(({ kind }) => kind === "same"),
      ).toBe(true);
    }),
  );
});

describe("diffLine", () => {
  test.each([
    [
      "The ferry sails at 10:45 from the old pier.",
      "The ferry sails at 11:15 from the new pier.",
      "The ferry sails at [-10:45-]{+11:15+} from the [-old-]{+new+} pier.",
    ],
    // A comma between two changes joins them.
    [
      "He took one, two and three steps.",
      "He took four, five and three steps.",
      "He took [-one, two-]{+four, five+} and three steps.",
    ],
    ["渡轮将于十点从旧码头出发", "渡轮将于九点从新码头出发", "渡轮将于[-十-]{+九+}点从[-旧-]{+新+}码头出发"],
    ["Nothing is alike", "Quite other words", "[-Nothing is alike-]{+Quite other words+}"],
    ["", "New", "{+New+}"],
  ])("of %j and %j is read with ease", (older, newer, wanted) => expect(marked(diffLine(older, newer))).toBe(wanted));
});

test("diffLines marks words within a line, and whole lines that were replaced", () => {
  const older = ["The bakery is open today.", "A bus waits.", "Nobody is hurt."];
  const newer = ["The bakery is closed today.", "A bus waits.", "All passengers went ashore at noon.", "More soon."];
  expect(diffLines(older, newer).map(marked)).toEqual([
    "The bakery is [-open-]{+closed+} today.",
    "A bus waits.",
    "[-Nobody is hurt.-]",
    "{+All passengers went ashore at noon.+}",
    "{+More soon.+}",
  ]);
});

test("diffLines of texts that are long and hardly alike gives each whole, without looking for long", () => {
  const words = Array.from({ length: 20_000 }, (_, index) => `w${(index * 7919) % 1000}`);
  const lines = diffLines([words.join(" ")], [words.toReversed().join(" ")]);
  expect(lines.map((line) => line.map(({ kind }) => kind))).toEqual([["removed"], ["added"]]);
});
