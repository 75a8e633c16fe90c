/** Which addresses a page may name, and how they are written. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isPictureName, linkAddress, pictureAddress, pictureOf, webAddress } from "../../src/markdown/address.ts";
import { runs, text } from "./arbitraries.ts";

describe("linkAddress", () => {
  it("gives an address that it leaves as it is, without a space, a quote or a bracket, or none", () => {
    const start = fc.constantFrom("http://", "https://a", "mailto:", "#", "javascript:", "");
    fc.assert(
      fc.property(start, text, (scheme, rest) => {
        const address = linkAddress(scheme + rest);
        if (address === undefined) return;
        expect(linkAddress(address)).toBe(address);
        expect(address).toMatch(/^(?:https?:\/\/[^/?#]|mailto:.|#.)/);
        expect(address).not.toMatch(/[\s\p{Cc}\p{Cs}<>"`\\^{|}]/u);
      }),
      runs(),
    );
  });

  it.each([
    ["https://a.b/c?d=e&f#g", "https://a.b/c?d=e&f#g"],
    [" HTTPS://A.b/ü%20(x) ", "https://A.b/ü%20(x)"],
    ['http://a.b/"<c d>\\', "http://a.b/%22%3Cc%20d%3E%5C"],
    ["MAILTO:a@b.c", "mailto:a@b.c"],
    ["#p20240517-0237", "#p20240517-0237"],
  ])("takes %j", (address, expected) => {
    expect(linkAddress(address)).toBe(expected);
  });

  it.each([
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    "java\nscript:alert(1)",
    "\u0001javascript:x",
    "data:text/html,x",
    "vbscript:x",
    "file:///etc",
    "//a.b",
    "/a",
    "a.html",
    "?a",
    "",
    "#",
    "mailto:",
    "http:",
    "https://",
    "https:///a",
    "https:\\\\a",
    "http:a.b",
    "ftp://a.b",
    "blob:https://a.b",
  ])("refuses %j", (address) => {
    expect(linkAddress(address)).toBeUndefined();
  });
});

describe("webAddress", () => {
  it("takes http and https only", () => {
    expect(webAddress("https://a.b")).toBe("https://a.b");
    expect(webAddress("#a")).toBeUndefined();
    expect(webAddress("mailto:a@b.c")).toBeUndefined();
  });
});

describe("pictureOf", () => {
  it.each(["a.jpg", "0358-tea_1.v2.JPEG", "x.avif", "x.svg", "x.tiff"])("takes media/%s", (name) => {
    expect(pictureOf(`media/${name}`)).toBe(name);
    expect(isPictureName(name)).toBe(true);
  });

  it.each([
    ["media/my photo.jpg", "my photo.jpg"],
    ["media/my%20photo.jpg", "my photo.jpg"],
    ["media/IMG_1234.JPG", "IMG_1234.JPG"],
    ["media/fa\u0308hre.jpg", "f\u00e4hre.jpg"],
    ["media/f%C3%A4hre.heic", "f\u00e4hre.heic"],
    ["media/100%.jpg", "100%.jpg"],
    ["media/-a (1).jpg", "-a (1).jpg"],
  ])("reads %j as the name %j, decoded and in one form of accents", (address, name) => {
    expect(pictureOf(address)).toBe(name);
  });

  it("gives back each name that pictureAddress writes", () => {
    fc.assert(
      fc.property(text, (start) => {
        const name = `${start.normalize("NFC")}.jpg`;
        if (isPictureName(name)) expect(pictureOf(pictureAddress(name))).toBe(name.normalize("NFC"));
      }),
      runs(),
    );
    expect(pictureAddress("my photo (50%).jpg")).toBe("media/my%20photo%20%2850%25%29.jpg");
  });

  it.each([
    "a.jpg",
    "/media/a.jpg",
    "./media/a.jpg",
    "media/../a.jpg",
    "media/a/b.jpg",
    "media/.a.jpg",
    "media/a.html",
    "media/a.jpg?x",
    "media/a",
    "media/",
    "https://a.b/media/a.jpg",
    "media/a.jpg\n",
    "media\\a.jpg",
    "media/a\\b.jpg",
    "media/..%2Fa.jpg",
    "media/%2E%2E/a.jpg",
    "media/..\\a.jpg",
    "media/a%00.jpg",
    "media/%2Ehidden.jpg",
    "media/a%5Cb.jpg",
  ])("refuses %j", (address) => {
    expect(pictureOf(address)).toBeUndefined();
  });
});
