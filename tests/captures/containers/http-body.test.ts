import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeBody } from "../../../src/captures/containers/http-body.ts";
import { knowsZstd } from "../../../src/captures/containers/zstd.ts";

const page = Buffer.from(`<!doctype html><p>${"The ferry left the quay. ".repeat(40)}`);
const limit = 1024 * 1024;
const decode = (raw: Uint8Array, content: string, transfer = "", most = limit): string => {
  const body = decodeBody(raw, { content, transfer }, most);
  return "fault" in body ? `fault: ${body.fault}` : Buffer.from(body.bytes).toString();
};
const chunked = (bytes: Uint8Array, size: number): Buffer => {
  const parts: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += size) {
    const chunk = bytes.subarray(at, at + size);
    parts.push(Buffer.from(`${chunk.length.toString(16)};x=1\r\n`), Buffer.from(chunk), Buffer.from("\r\n"));
  }
  return Buffer.concat([...parts, Buffer.from("0\r\n\r\n")]);
};

describe("decodeBody", () => {
  const codings: Readonly<Record<string, (bytes: Uint8Array) => Uint8Array>> = {
    gzip: (bytes) => gzipSync(bytes),
    "x-gzip": (bytes) => gzipSync(bytes),
    br: (bytes) => brotliCompressSync(bytes),
    deflate: (bytes) => deflateSync(bytes),
    ...(knowsZstd() && { zstd: (bytes: Uint8Array) => zstdCompressSync(bytes) }),
    identity: (bytes) => bytes,
  };

  test("decodeBody gives back what was sent through any codings, one on top of another, in chunks or not", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...Object.keys(codings)), { maxLength: 4 }),
        fc.option(fc.integer({ min: 1, max: 300 }), { nil: undefined }),
        (names, size) => {
          const coded = names.reduce<Uint8Array>((bytes, name) => codings[name]!(bytes), page);
          const sent = size === undefined ? coded : chunked(coded, size);
          expect(decode(sent, names.join(", "), size === undefined ? "" : "chunked")).toBe(page.toString());
        },
      ),
    );
  });

  test("decodeBody reads deflate without the header that it should have", () => {
    expect(decode(deflateRawSync(page), "deflate")).toBe(page.toString());
  });

  test("decodeBody reads what a crawler already unpacked and left the names on", () => {
    for (const coding of ["gzip", "br", "deflate", "zstd", "gzip, br", "dcb"])
      expect(decode(page, coding)).toBe(page.toString());
    expect(decode(page, "", "chunked")).toBe(page.toString());
  });

  test("decodeBody takes what is there of a body that is cut off", () => {
    const cut = decode(gzipSync(page).subarray(0, -12), "gzip");
    expect(page.toString().startsWith(cut.slice(0, 50))).toBe(true);
    expect(cut.length).toBeGreaterThan(50);
  });

  test("decodeBody says why a body cannot be read", () => {
    expect(decode(Buffer.from([1, 2, 3]), "dcb")).toBe('fault: its coding "dcb" is not known here');
    expect(decode(Buffer.from([255, 255, 255, 255]), "br")).toBe("fault: it is damaged");
    expect(decode(page, Array(9).fill("gzip").join(","))).toBe("fault: it has 9 codings");
  });

  test("decodeBody refuses a bomb at the limit, also one in another", () => {
    const zeros = Buffer.alloc(30 * 1024 * 1024);
    for (const [coding, pack] of Object.entries(codings))
      if (coding !== "identity") expect(decode(pack(zeros), coding)).toBe("fault: it is too large");
    expect(decode(gzipSync(gzipSync(zeros)), "gzip, gzip")).toBe("fault: it is too large");
  });
});
