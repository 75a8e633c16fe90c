/** What of an object nobody read. */
import { expect, test } from "vitest";
import { makeWords } from "../../../src/importers/account/words.ts";
import { makeFields } from "../../../src/importers/json/fields.ts";

test("a key that is somebody's words is an unread field, as a value is", () => {
  const words = makeWords();
  const update = { articleBody: { "Tugs arrive at the quay": true, "The crane": null, isOpen: true, size: 5 } };
  const unread = makeFields(words).rest({ update }, () => false);
  expect([...unread]).toEqual([["update.articleBody", { count: 2, beginning: "Tugs arrive at the quay" }]]);
  expect(words.text()).toContain("The crane");
});
