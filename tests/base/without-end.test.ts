import fc from "fast-check";
import { expect, test } from "vitest";
import { withoutEnd } from "../../src/base/without-end.ts";

test("withoutEnd is what a pattern for the run at the end takes away", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."a -\n."), maxLength: 12 }), (text) => {
      expect(withoutEnd(text, /[ \n-]/)).toBe(text.replace(/[ \n-]+$/, ""));
    }),
  );
});
