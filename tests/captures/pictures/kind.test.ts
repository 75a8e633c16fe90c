import { expect, test } from "vitest";
import { dataPicture, pictureEnding } from "../../../src/captures/pictures/kind.ts";

const ends = (text: string) => pictureEnding(Buffer.from(text));

test("pictureEnding knows a drawing behind a declaration, its type and comments", () => {
  for (const start of [
    "",
    '\ufeff<?xml version="1.0"?>\n',
    "<!-- one --><!-- two > three -->\n",
    '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://e.org/svg11.dtd">',
    '<!DOCTYPE svg [\n<!ENTITY ns "http://e.org/">\n]>\n',
    `<!--${" licence".repeat(1000)}-->`,
  ])
    expect(ends(`${start}<svg xmlns="x">`), start.slice(0, 20)).toBe("svg");
  for (const other of ["<html>", "<svgs>", "<!-- <svg>", "<?xml <svg>", "<!doctype html><html>", "-->"])
    expect(ends(other), other).toBeUndefined();
});

test("pictureEnding needs no time for comments without end before a drawing", () => {
  for (const bait of [
    "<!---->".repeat(60),
    "<!---->".repeat(5000),
    "<!--".repeat(5000),
    "<?x>".repeat(5000),
    `${" ".repeat(20_000)}<`,
    "<!doctype [".repeat(2000),
  ]) {
    const start = process.hrtime.bigint();
    expect(ends(`${bait}x`)).toBeUndefined();
    expect(Number(process.hrtime.bigint() - start) / 1e6).toBeLessThan(200);
  }
});

test("dataPicture needs no time for an address with many parts", () => {
  const start = process.hrtime.bigint();
  expect(dataPicture(`data:image/svg+xml${";a".repeat(100_000)}`)).toBeUndefined();
  expect(Number(process.hrtime.bigint() - start) / 1e6).toBeLessThan(500);
});
