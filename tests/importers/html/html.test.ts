import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { elementsIn, fewElementsIn, find, parseHtml, takeOut } from "../../../src/importers/html/html.ts";
import { wordsOf } from "../../../src/importers/html/inline.ts";

const page = (children: number): string =>
  `<main>${Array.from({ length: children }, (_, index) => `<i>${index},</i>`).join("")}</main>`;

describe("takeOut", () => {
  it("leaves what was not taken out, among few siblings and among thousands", () => {
    fc.assert(
      fc.property(fc.constantFrom(5, 40, 1_200), fc.infiniteStream(fc.integer({ min: 0, max: 4 })), (size, numbers) => {
        const tree = parseHtml(page(size));
        const marks = elementsIn(tree).filter(({ tagName }) => tagName === "i");
        const kept: number[] = [];
        for (const [index, mark] of marks.entries()) {
          if (numbers.next().value === 0) kept.push(index);
          else {
            takeOut(mark);
            takeOut(mark);
            expect(mark.parentNode).toBeNull();
          }
        }
        expect(wordsOf(tree.childNodes)).toBe(kept.map((index) => `${index},`).join(""));
        expect(elementsIn(tree).filter(({ tagName }) => tagName === "i")).toHaveLength(kept.length);
      }),
      { numRuns: 30 },
    );
  });
});

it("find and fewElementsIn look at no node behind the one at which they end", () => {
  const holder = find(parseHtml(page(50)), ({ tagName }) => tagName === "main")!;
  const seen: string[] = [];
  const childNodes = new Proxy(holder.childNodes, {
    get: (nodes, key) => {
      if (/^\d+$/.test(String(key))) seen.push(String(key));
      return Reflect.get(nodes, key);
    },
  });
  expect(find({ childNodes }, () => true)).toBe(holder.childNodes[0]);
  expect(seen).toEqual(["0"]);
  expect(fewElementsIn({ childNodes }, 2)).toBeUndefined();
  expect(seen).toEqual(["0", "0", "1", "2"]);
});
