/** The fields of an object that no importer read. */
import { expect, test } from "vitest";
import { makeWordLedger } from "../../../src/importers/account/word-ledger.ts";
import { makeJsonFields } from "../../../src/importers/json/fields.ts";

test("a key that is somebody's words is an unread field, as a value is", () => {
  const words = makeWordLedger();
  const update = { articleBody: { "Tugs arrive at the quay": true, "The crane": null, isOpen: true, size: 5 } };
  const unread = makeJsonFields(words).rest({ update }, () => false);
  expect([...unread]).toEqual([["update.articleBody", { count: 2, beginning: "Tugs arrive at the quay" }]]);
  expect(words.text()).toContain("The crane");
});
