/** labelOf: a post that is breaking does not say so twice. */
import { expect, test } from "vitest";
import { en } from "../../../src/site/i18n/interface/en.ts";
import { fr } from "../../../src/site/i18n/interface/fr.ts";
import { labelOf } from "../../../src/site/text/label.ts";

test.each([
  [true, "BREAKING", undefined],
  [true, " breaking ", undefined],
  [true, "Analysis", "Analysis"],
  [false, "Breaking", "Breaking"],
  [true, undefined, undefined],
])("a post that is breaking (%s) with the label %s shows the label %s", (breaking, label, shown) =>
  expect(labelOf({ breaking, ...(label !== undefined && { label }) }, en)).toBe(shown),
);

test("a label in another language than the interface stays", () =>
  expect(labelOf({ breaking: true, label: "Breaking" }, fr)).toBe("Breaking"));
