/** The candidates of a `srcset`, however it is written. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { parseSrcset } from "../../../src/importers/media/srcset.ts";

test("gives back the addresses that were written, with their widths", () => {
  const address = fc
    .string({ minLength: 1, maxLength: 12, unit: fc.constantFrom(..."abc/.,?=()") })
    .filter((text) => !/^,|,$/.test(text));
  const candidate = fc.record({ address, width: fc.integer({ min: 1, max: 9999 }) });
  fc.assert(
    fc.property(fc.array(candidate, { maxLength: 6 }), fc.constantFrom(", ", " ,\n", ",\t"), (candidates, comma) => {
      const text = candidates.map((one) => `${one.address} ${one.width}w`).join(comma);
      expect(parseSrcset(text)).toEqual(candidates);
    }),
  );
});

test.each([
  ["a.jpg, b.jpg 2x", [{ address: "a.jpg" }, { address: "b.jpg", density: 2 }]],
  ["a.jpg 640w 480h", [{ address: "a.jpg", width: 640 }]],
  ["data:image/png;base64,AA 1x", [{ address: "data:image/png;base64,AA", density: 1 }]],
  [",,, ", []],
  ["a.jpg (1, 2) , b.jpg", [{ address: "a.jpg" }, { address: "b.jpg" }]],
])("reads %s", (text, candidates) => {
  expect(parseSrcset(text)).toEqual(candidates);
});

test.each([",", " ,", "a,", "a ", "(", "a (", "a 1w,"])("takes linear time for many of %j", (piece) => {
  const start = performance.now();
  parseSrcset(piece.repeat(200_000 / piece.length));
  expect(performance.now() - start).toBeLessThan(2000);
});
