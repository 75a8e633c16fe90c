import { expect, test } from "vitest";
import { makeCapture } from "../../src/captures/capture.ts";

test("makeCapture keeps the order and the bytes, and names each by its SHA-256", () => {
  const bytes = new TextEncoder().encode("abc");
  expect(
    makeCapture([
      { name: "b.txt", bytes },
      { name: "a.txt", bytes: new Uint8Array() },
    ]),
  ).toEqual({
    parts: [
      { name: "b.txt", bytes, digest: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" },
      {
        name: "a.txt",
        bytes: new Uint8Array(),
        digest: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
      },
    ],
  });
});
