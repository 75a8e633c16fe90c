import { expect, test } from "vitest";
import { capturedAt, parseImportOptions } from "../../src/import/options.ts";

test("parseImportOptions gives values with a meaning, and ignores other names", () => {
  expect(
    parseImportOptions({
      title: "  A state\n visit ",
      url: "https://e.org/live",
      captured: "2024-05-17T06:00+01:00",
      year: "2024",
      zone: "Europe/London",
      language: "en-gb",
      pause: "1",
    }),
  ).toEqual({
    options: {
      title: "A state visit",
      url: "https://e.org/live",
      captured: "2024-05-17T06:00+01:00",
      year: 2024,
      zone: "Europe/London",
      language: "en-GB",
    },
  });
});

test.each([
  ["title", " "],
  ["url", "ftp://e.org/"],
  ["url", "https://me:secret@e.org/"],
  ["captured", "yesterday"],
  ["year", "24"],
  ["year", "1989"],
  ["zone", "BST"],
  ["language", "x-"],
])("parseImportOptions refuses --%s %j with an example of a value that the option can have", (option, text) => {
  const parsed = parseImportOptions({ [option]: text });
  expect(parsed).toMatchObject({ wrong: { option, text } });
  const { example } = (parsed as { wrong: { example: string } }).wrong;
  expect(parseImportOptions({ [option]: example })).toHaveProperty("options");
});

test("capturedAt reads a time in the zone of the live page", () => {
  expect(capturedAt({ captured: "2024-05-17T06:00Z", zone: "Europe/London" })).toMatchObject({ zone: "Europe/London" });
  expect(capturedAt({})).toBeUndefined();
});
