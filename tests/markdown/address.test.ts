/** Which addresses a page may name, and how they are written. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isPictureName, linkAddress, pictureOf, webAddress } from "../../src/markdown/address.ts";
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
    "a.jpg",
    "/media/a.jpg",
    "./media/a.jpg",
    "media/../a.jpg",
    "media/a/b.jpg",
    "media/.a.jpg",
    "media/-a.jpg",
    "media/a b.jpg",
    "media/a.html",
    "media/a.jpg?x",
    "media/a",
    "media/",
    "https://a.b/media/a.jpg",
    "media/a.jpg\n",
    "media\\a.jpg",
    "media/ä.jpg",
  ])("refuses %j", (address) => {
    expect(pictureOf(address)).toBeUndefined();
  });
});
