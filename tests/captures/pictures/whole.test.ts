import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { isWholePicture } from "../../../src/captures/pictures/whole.ts";

const drawn = sharp({ create: { width: 60, height: 40, channels: 3, background: "#357" } });
const forms = ["png", "jpeg", "webp", "avif"] as const;

describe("isWholePicture", () => {
  for (const form of forms)
    test(`isWholePicture knows a whole ${form} from one that ends anywhere before its end`, async () => {
      const bytes = await drawn
        .clone()
        [form]()
        .withExif({ IFD0: { Copyright: "x" } })
        .toBuffer();
      expect(isWholePicture(bytes)).toBe(true);
      expect(isWholePicture(Buffer.concat([bytes, Buffer.from("more")]))).toBe(true);
      for (const share of [0.3, 0.6, 0.9])
        expect(isWholePicture(bytes.subarray(0, Math.floor(bytes.length * share))), `${share}`).toBe(false);
    });

  test("isWholePicture takes drawings and what it does not know as whole", () => {
    for (const text of ["<svg>", "GIF89a", "", "x".repeat(40)]) expect(isWholePicture(Buffer.from(text))).toBe(true);
  });
});
