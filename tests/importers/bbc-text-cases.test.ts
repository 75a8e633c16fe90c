import { describe, expect, test } from "vitest";
import { unaccounted } from "../../src/importers/account/account.ts";
import { bbcText } from "../../src/importers/bbc-text/bbc-text.ts";
import { agrees } from "./agrees.ts";
import { fixtureCases, hasShared, sharedCases } from "./cases.ts";

describe.each(
  [
    { where: "fixtures", cases: fixtureCases },
    { where: "shared", cases: sharedCases },
  ].filter(({ cases }) => cases.length > 0),
)("bbcText and the cases of $where", ({ cases }) => {
  test.for(cases)("bbcText reads $name as expected, and accounts for it", (one) => {
    const reading = bbcText.read(one.text, one.options);
    agrees(one, reading);
    expect(reading.problems.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(unaccounted(one.text, reading.account, reading)).toEqual([]);
    expect(bbcText.recognises(one.text)).toBeGreaterThan(0.5);
  });
});

test.skipIf(!hasShared)("bbcText was tried on the pages beside the repository", () => {
  expect(sharedCases.map(({ name }) => name)).toContain("putin-xi-2024");
});
