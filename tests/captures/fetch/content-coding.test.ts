import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { undoCoding } from "../../../src/captures/fetch/content-coding.ts";

const codings = {
  gzip: gzipSync,
  "x-gzip": gzipSync,
  deflate: deflateSync,
  br: brotliCompressSync,
  zstd: zstdCompressSync,
  identity: (bytes: Uint8Array) => bytes,
} as const;
const coding = fc.constantFrom(...(Object.keys(codings) as (keyof typeof codings)[]));

test("what was packed, once or several times, is unpacked", () => {
  fc.assert(
    fc.property(fc.uint8Array(), fc.array(coding, { maxLength: 3 }), (bytes, names) => {
      const packed = names.reduce<Uint8Array>((inner, name) => codings[name](inner), bytes);
      expect(Buffer.from(undoCoding(packed, names.join(" , ").toUpperCase(), 1000))).toEqual(Buffer.from(bytes));
    }),
  );
  expect(Buffer.from(undoCoding(deflateRawSync(Buffer.from("words")), "deflate", 99)).toString()).toBe("words");
  expect(undoCoding(new Uint8Array(), "gzip", 99)).toHaveLength(0);
});

test.each(["gzip", "deflate", "br", "zstd"] as const)("a bomb packed by %s stops at the limit", (name) => {
  const bomb = codings[name](new Uint8Array(64 * 2 ** 20));
  expect(() => undoCoding(bomb, name, 2 ** 20)).toThrow("it has more than 1 MB");
});

test("what is damaged, or packed in an unknown way, is said to be so", () => {
  expect(() => undoCoding(Buffer.from("no gzip"), "gzip", 99)).toThrow("damaged or not whole");
  expect(() => undoCoding(gzipSync(Buffer.alloc(5000, "abc")).subarray(0, 25), "gzip", 9999)).toThrow("damaged");
  expect(() => undoCoding(Buffer.from("x"), "compress", 99)).toThrow('"compress"');
  expect(() => undoCoding(Buffer.from("x"), "gzip,gzip,gzip,gzip", 99)).toThrow("packed 4 times");
});
