import { expect, test } from "vitest";
import { percentDecoded, withoutFragment } from "../../src/base/address.ts";

test("percentDecoded gives the characters of an address, and an address that means none as it is", () => {
  expect(percentDecoded("a%20ferry%C3%A9")).toBe("a ferryé");
  expect(percentDecoded("100%, %ff")).toBe("100%, %ff");
});

test("withoutFragment leaves the query, and takes all behind the first #", () => {
  expect(withoutFragment(new URL("https://e.org/a?b#c#d"))).toBe("https://e.org/a?b");
});
