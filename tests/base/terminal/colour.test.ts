/** Colours: which parts of a line get them, and who wants none. */
import { stripVTControlCharacters } from "node:util";
import { expect, test } from "vitest";
import { coloured, wantsColour } from "../../../src/base/terminal/colour.ts";

test("coloured marks places, errors, warnings and headings, and changes no word", () => {
  const lines = [
    "content/a visit/a.md:3:12  Cannot read this",
    "content/a.md:3:12  warning: No description",
    "content/b.jpg  warning: No post names it",
    "content/archive.md  written",
    "    a hint",
    "Examples:",
    "1 live page, 2 posts: no problems",
  ];
  const shown = coloured(lines.join("\n")).split("\n");
  expect(shown.map(stripVTControlCharacters)).toEqual(lines);
  expect(shown.map((line, index) => line !== lines[index])).toEqual([true, true, true, false, false, true, false]);
  expect(shown[0]).toContain("\u001b[31mCannot read this\u001b[39m");
  expect(shown[1]).toContain("\u001b[33mwarning: \u001b[39mNo description");
});

test("wantsColour is false where NO_COLOR has a value or the terminal is dumb", () => {
  expect(wantsColour({ TERM: "xterm" })).toBe(true);
  expect(wantsColour({ NO_COLOR: "" })).toBe(true);
  expect(wantsColour({ NO_COLOR: "1" })).toBe(false);
  expect(wantsColour({ TERM: "dumb" })).toBe(false);
});
