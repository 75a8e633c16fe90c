import { expect, test } from "vitest";
import { isMhtml } from "../../../src/captures/containers/mhtml-start.ts";

test("isMhtml reads headers that go on in the next line", () => {
  expect(isMhtml('From: x\r\nSubject: a\r\n b\r\nContent-Type:\r\n multipart/related; boundary="a"\r\n\r\n')).toBe(
    true,
  );
  expect(isMhtml("Content-Type: text/html\r\n\r\nContent-Type: multipart/related\r\n")).toBe(false);
  expect(isMhtml("Summary: of the day\nfrom the harbour\nContent-Type: multipart/related")).toBe(false);
});

test("isMhtml needs no time for lines that go on and on", () => {
  for (const bait of [
    `${"A:\r\n".repeat(39)}${" \r\n".repeat(100_000)}`,
    `A:${"\r\n x".repeat(100_000)}`,
    "A:".repeat(100_000),
  ]) {
    const start = process.hrtime.bigint();
    expect(isMhtml(bait)).toBe(false);
    expect(Number(process.hrtime.bigint() - start) / 1e6).toBeLessThan(500);
  }
});
