import fc from "fast-check";
import { expect, test } from "vitest";
import { isPictureName } from "../../../src/markdown/address.ts";
import { fallbackWidths, originalPath, pictureWidths } from "../../../src/site/pictures/picture.ts";

test("pictureWidths rises, starts where it must and never passes the picture", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 30_000 }), fc.integer({ min: 1, max: 30_000 }), (width, height) => {
      const widths = pictureWidths(width, height);
      expect(widths.length).toBeGreaterThan(0);
      expect([...widths].sort((a, b) => a - b)).toEqual(widths);
      expect(new Set(widths).size).toBe(widths.length);
      expect(widths.at(-1)).toBeLessThanOrEqual(Math.min(width, 2160));
      expect(widths.at(-1)).toBeGreaterThanOrEqual(1);
    }),
  );
});

test("pictureWidths leaves out a width that the picture's own hardly passes", () => {
  expect(pictureWidths(1100, 700)).toEqual([360, 720, 1100]);
  expect(pictureWidths(1600, 900)).toEqual([360, 720, 1080, 1600]);
  expect(pictureWidths(100, 70)).toEqual([100]);
  expect(pictureWidths(4000, 3000)).toEqual([360, 720, 1080, 1440, 2160]);
});

test("fallbackWidths takes two of the middle widths, and the picture's own", () => {
  expect(fallbackWidths([360, 720, 1080, 1440, 2160])).toEqual([720, 1440, 2160]);
  expect(fallbackWidths([360, 720, 1100])).toEqual([720, 1100]);
  expect(fallbackWidths([100])).toEqual([100]);
});

test("originalPath keeps a plain name, in small letters, and gives any other a plain one of its own", () => {
  expect(originalPath("visit", "IMG_1234.JPG")).toBe("visit/media/img_1234.jpg");
  expect(originalPath("visit", "my photo.jpg")).toMatch(/^visit\/media\/my-photo-[0-9a-f]{8}\.jpg$/);
  expect(originalPath("visit", "f\u00e4hre.jpg")).toMatch(/^visit\/media\/fahre-[0-9a-f]{8}\.jpg$/);
  expect(originalPath("visit", "fa\u0308hre.jpg")).toBe(originalPath("visit", "f\u00e4hre.jpg"));
  expect(originalPath("visit", "con.jpg")).toMatch(/^visit\/media\/con-[0-9a-f]{8}\.jpg$/);
  const lawful = /^visit\/media\/[a-z0-9][a-z0-9._-]{0,99}$/;
  fc.assert(
    fc.property(fc.string({ unit: "binary", minLength: 1 }), (stem) => {
      const name = `${stem}.jpg`;
      if (isPictureName(name)) expect(originalPath("visit", name)).toMatch(lawful);
    }),
  );
});
