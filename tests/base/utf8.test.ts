import fc from "fast-check";
import { expect, test } from "vitest";
import { utf8 } from "../../src/base/utf8.ts";

const bytesOf = (text: string) => Buffer.from(utf8(text)).toString("hex");

test("any text has the bytes that Node gives it", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
      expect(bytesOf(text)).toBe(Buffer.from(text).toString("hex"));
    }),
  );
});

test("half a character is U+FFFD, as wherever Node writes", () => {
  expect(bytesOf("a\ud83d")).toBe(Buffer.from("a\ufffd").toString("hex"));
});

test("a text that does not fit into the room has its own", () => {
  const large = "é".repeat(1 << 20).concat("€");
  const bytes = utf8(large);
  utf8("something else");
  expect(Buffer.from(bytes).equals(Buffer.from(large))).toBe(true);
});

test("a text that just fits is whole", () => {
  const text = "€".repeat((1 << 20) - 1);
  expect(Buffer.from(utf8(text)).equals(Buffer.from(text))).toBe(true);
});
