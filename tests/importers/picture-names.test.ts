import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { makePictureNames } from "../../src/importers/picture-names.ts";
import type { Figure } from "../../src/model/block.ts";
import { textContent } from "../../src/model/inline.ts";

const figure = (alt: string, caption = "", credit = ""): Figure => ({
  kind: "figure",
  file: "",
  alt,
  ...(caption === "" ? {} : { caption: textContent(caption) }),
  ...(credit === "" ? {} : { credit: textContent(credit) }),
});

describe("makePictureNames", () => {
  test("makePictureNames names by clock and first words, of the alt text or else the caption", () => {
    const nameOf = makePictureNames();
    expect(nameOf(figure("Two leaders [left, right] at tea"), "0358")).toBe("0358-two-leaders-left-right-at-tea.jpg");
    expect(nameOf(figure("", "Élan: ça va, Łódź?"), "0358")).toBe("0358-elan-ca-va-lodz.jpg");
    expect(nameOf(figure("The sea"), "")).toBe("the-sea.jpg");
    expect(nameOf(figure("苏州的花园"), "0358")).toMatch(/^0358-[0-9a-f]{8}\.jpg$/);
  });
  test("makePictureNames gives each name once, and the same to the same page", () => {
    const figures = fc.array(
      fc.record({
        alt: fc.constantFrom("", "A", "A b", "苏"),
        credit: fc.constantFrom("", "X", "Y"),
        clock: fc.constantFrom("", "0000", "2359"),
      }),
    );
    fc.assert(
      fc.property(figures, (all) => {
        const names = () => {
          const nameOf = makePictureNames();
          return all.map(({ alt, credit, clock }) => nameOf(figure(alt, "", credit), clock));
        };
        const once = names();
        expect(new Set(once).size).toBe(all.length);
        expect(names()).toEqual(once);
        for (const name of once) expect(name).toMatch(/^[a-z0-9][a-z0-9-]{0,79}\.jpg$/);
      }),
    );
  });
});
