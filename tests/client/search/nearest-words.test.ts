/** nearestWords and distanceOf: the words that are nearest to a word without a match. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { distanceOf, nearestWords } from "../../../src/client/search/nearest-words.ts";

const words = fc.stringMatching(/^[abc]{0,6}$/);

test("distanceOf is the same both ways, and nothing only between equals", () => {
  fc.assert(
    fc.property(words, words, (a, b) => {
      expect(distanceOf(a, b, 9)).toBe(distanceOf(b, a, 9));
      expect(distanceOf(a, b, 9) === 0).toBe(a === b);
      expect(distanceOf(a, b, 9)).toBeLessThanOrEqual(Math.max(a.length, b.length));
    }),
  );
});

test("distanceOf is one after one change of any kind, and more than is allowed after more changes", () => {
  for (const other of ["rivr", "rivver", "rivex", "rievr"]) expect(distanceOf("river", other, 2), other).toBe(1);
  expect(distanceOf("river", "mill", 1)).toBe(2);
  fc.assert(
    fc.property(words, words, fc.integer({ min: 1, max: 3 }), (a, b, allowed) => {
      const whole = distanceOf(a, b, 9);
      if (whole <= allowed) expect(distanceOf(a, b, allowed)).toBe(whole);
      else expect(distanceOf(a, b, allowed)).toBeGreaterThan(allowed);
    }),
  );
});

test("nearestWords gives words as they are written, the most like first, then the most used; none for very short ones", () => {
  const texts = ["Harbin, Harbour; Harbour.", "Harbin’s harbours"];
  expect(nearestWords("harbni", texts)).toEqual(["Harbin"]);
  expect(nearestWords("harbuor", texts)).toEqual(["Harbour"]);
  expect(nearestWords("harbourz", texts)).toEqual(["Harbour", "harbours"]);
  expect(nearestWords("harboors", texts)).toEqual(["harbours", "Harbour"]);
  expect(nearestWords("tae", ["tea"])).toEqual([]);
  expect(nearestWords("gerrard", ["Élodie Gérard"])).toEqual(["Gérard"]);
});
