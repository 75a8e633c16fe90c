import { expect, test } from "vitest";
import { nearest } from "../../../src/archive/schema/nearest.ts";

test("nearest finds short words with two letters swapped, and no other words", () => {
  const known = ["title", "port", "zone"];
  expect(["titel", "prot", "zoen"].map((word) => nearest(word, known))).toEqual(known);
  for (const word of ["trop", "prto", "file one", ""]) expect(nearest(word, known)).toBeUndefined();
});
