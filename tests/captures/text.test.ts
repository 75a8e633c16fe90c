import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { limits } from "../../src/captures/limits.ts";
import { decodeText } from "../../src/captures/text.ts";

const bytes = (...values: number[]) => Uint8Array.from(values);
const utf8 = (text: string) => new TextEncoder().encode(text);
const message = (data: Uint8Array, limit?: number) => {
  const decoded = decodeText(data, "page.txt", limit === undefined ? {} : { limit });
  if (!("problem" in decoded)) throw new Error("It was taken for text");
  expect(decoded.problem).toMatchObject({
    severity: "error",
    file: "page.txt",
    hint: expect.stringMatching(/^[A-Z].*[^.]$/),
  });
  return decoded.problem.message;
};

describe("decodeText", () => {
  test("decodeText gives back the text of any UTF-8 without NUL", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (text) => {
        fc.pre(text.trim() !== "" && !text.includes("\0") && !text.startsWith("<") && !/^(?:%PDF|PK|GIF8)/.test(text));
        expect(decodeText(utf8(text), "page.txt")).toEqual({ text: text.replace(/^\ufeff/, "") });
      }),
    );
  });
  test("decodeText never throws, whatever the bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (data) => {
        const decoded = decodeText(data, "page.txt");
        expect("text" in decoded || decoded.problem.message.startsWith("Cannot read the capture: ")).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
  test("decodeText reads UTF-8 and UTF-16 with their marks, and keeps CRLF", () => {
    expect(decodeText(bytes(0xef, 0xbb, 0xbf, 0x41, 0x0d, 0x0a), "x")).toEqual({ text: "A\r\n" });
    expect(decodeText(bytes(0xff, 0xfe, 0x41, 0x00, 0xac, 0x20), "x")).toEqual({ text: "A€" });
    expect(decodeText(bytes(0xfe, 0xff, 0x00, 0x41, 0x20, 0xac), "x")).toEqual({ text: "A€" });
    expect(message(bytes(0xff, 0xfe, 0x00, 0xd8))).toBe(
      "Cannot read the capture: it says that it is UTF-16LE but is not",
    );
  });
  test("decodeText names the byte that is no UTF-8, for every way to be none", () => {
    const wrong = [
      [0x80],
      [0xc3],
      [0xc3, 0x28],
      [0xc0, 0x80],
      [0xe2, 0x82],
      [0xe0, 0x80, 0x80],
      [0xed, 0xa0, 0x80],
      [0xf5, 0x80, 0x80, 0x80],
      [0xf4, 0x90, 0x80, 0x80],
      [0xf0, 0x80, 0x80, 0x80],
      [0xff],
    ];
    for (const values of wrong) {
      const first = values[0]!.toString(16);
      expect(message(bytes(0x41, 0xc3, 0xa9, ...values))).toBe(
        `Cannot read the capture: expected UTF-8, got byte 0x${first} at byte 3`,
      );
    }
  });
  test("decodeText says what it got instead of text", () => {
    expect(message(bytes())).toBe("Cannot read the capture: the file is empty");
    expect(message(utf8(" \r\n\t\u00a0"))).toBe("Cannot read the capture: there is nothing but blanks in it");
    expect(message(utf8("%PDF-1.7"))).toBe("Cannot read the capture: expected text, got a PDF document");
    expect(message(bytes(0x50, 0x4b, 0x03, 0x04, 0x14))).toBe(
      "Cannot read the capture: expected text, got a ZIP archive (or an office document)",
    );
    expect(message(bytes(0x89, 0x50, 0x4e, 0x47))).toBe("Cannot read the capture: expected text, got a PNG picture");
    expect(message(bytes(0x1f, 0x8b, 0x08))).toBe("Cannot read the capture: expected text, got a gzip file");
    expect(message(utf8("A\0B"))).toBe("Cannot read the capture: expected text, got a NUL byte at byte 1");
    expect(message(bytes(0xff, 0xfe, 0x41, 0x00, 0x00, 0x00))).toBe(
      "Cannot read the capture: expected text, got a NUL character at character 1",
    );
  });
  test("decodeText refuses what is too large before it looks at it", () => {
    expect(message(new Uint8Array(11), 10)).toBe("Cannot read the capture: expected at most 10 bytes, got 11 bytes");
    expect(message(new Uint8Array(limits.document + 1024 * 1024))).toBe(
      "Cannot read the capture: expected at most 20 MB, got 21 MB",
    );
  });
});

test("decodeText reads a page in the encoding that it declares, and no other", () => {
  const page = (charset: string) =>
    Buffer.from(`<!doctype html><meta charset="${charset}"><p>caf\xe9 \x96 x`, "latin1");
  const read = (bytes: Uint8Array) => {
    const decoded = decodeText(bytes, "page.html");
    return "text" in decoded ? decoded.text.slice(-8) : decoded.problem.message;
  };
  expect(read(page("windows-1252"))).toBe("café – x");
  expect(read(page("iso-8859-1"))).toBe("café – x");
  for (const charset of ["utf-8", "no-such-charset"])
    expect(read(page(charset))).toContain("expected UTF-8, got byte 0xe9");
});
