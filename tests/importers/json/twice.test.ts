/** Keys that an object has twice: what a parser would drop. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readJson } from "../../../src/importers/json/text.ts";
import { withEarlier } from "../../../src/importers/json/twice.ts";
import { growthOf } from "../growth.ts";

const value = (text: string) => {
  const read = readJson(text);
  return "value" in read ? read.value : read.fault;
};

describe("readJson of an object with a key twice", () => {
  test("keeps both values, the earlier under a name of its own", () => {
    expect(value('{"text": "Tugs leave", "text": "Tugs arrive", "id": 3}')).toEqual({
      "text#earlier": "Tugs leave",
      text: "Tugs arrive",
      id: 3,
    });
    expect(value('[{"a": {"b": 1, "b": [2, {"c": 0}], "b": "x:y"}}, {"a": 1}]')).toEqual([
      { a: { "b#earlier": 1, "b#earlier_2": [2, { c: 0 }], b: "x:y" } },
      { a: 1 },
    ]);
    expect(value('{"te\\u0078t": "Tugs leave", "text": "Tugs arrive"}')).toEqual({
      "text#earlier": "Tugs leave",
      text: "Tugs arrive",
    });
  });

  test("says nothing of a value that is written twice in the same words", () => {
    const text = '{"text": "Tugs", "text" : "Tugs"}';
    expect(withEarlier(text)).toBe(text);
  });

  test("leaves alone what has no key twice, and any text that is no JSON at all", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (json) => {
        const text = JSON.stringify(json);
        expect(withEarlier(text)).toBe(text);
      }),
    );
    const piece = fc.oneof(fc.string(), fc.constantFrom(...'{}[]",:\\', '"a":'));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        expect(withEarlier(pieces.join("")).length).toBeGreaterThanOrEqual(pieces.join("").length);
      }),
    );
  });

  test("takes twice as long for twice as many keys", () => {
    const text = (count: number): string => `{${'"a":1,"a":2,'.repeat(count)}"b":1}`;
    expect(growthOf((size) => withEarlier(text(size)), 20_000)).toBeLessThan(4);
  });
});
