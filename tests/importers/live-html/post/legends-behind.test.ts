/** Captions and credits that stand behind a picture. */
import { describe, expect, test } from "vitest";
import { outlineOf, pageOf } from "../../live-outline.ts";

const image = '<img src="https://e.org/a.jpg" alt="A drawing">';
const outline = (inner: string): string =>
  (
    outlineOf(
      pageOf(
        ["19:31", "18:16", "17:05"]
          .map((time) => `<div class="entry"><time>${time}</time><div><p>One.</p>${inner}<p>Two.</p></div></div>`)
          .join(""),
      ),
    )[0] ?? ""
  ).replaceAll(/media\/[\w-]+/g, "media/x");
const figure = "![A drawing](media/x.jpg)";

describe("what stands right behind a picture", () => {
  test.for([
    ["bu"],
    ["bildunterschrift"],
    ["legende"],
    ["légende"],
    ["pie"],
    ["pie-de-foto"],
    ["didascalia"],
    ["caption"],
    ["media__caption"],
  ] as const)("is its caption where it is called %s", ([called]) => {
    expect(outline(`${image}<p class="${called}">The pier falls.</p>`)).toBe(
      `19:31 / One. ¶ ${figure} ¶ Caption: The pier falls. ¶ Two.`,
    );
    expect(outline(`<p><a href="https://e.org/a">${image}</a></p> <div class="${called}">The pier falls.</div>`)).toBe(
      `19:31 / One. ¶ ${figure} ¶ Caption: The pier falls. ¶ Two.`,
    );
  });

  test.for([
    ["behind the caption", `${image}<p class="legende">The pier.</p><p class="credit">Bo Carr</p>`],
    ["in the caption", `${image}<p class="legende">The pier. <span class="credit">Bo Carr</span></p>`],
    ["before the caption", `${image}<span class="credit">Bo Carr</span><p class="legende">The pier.</p>`],
  ] as const)("is its credit where it stands %s", ([, inner]) => {
    expect(outline(inner)).toBe(`19:31 / One. ¶ ${figure} ¶ Caption: The pier. ¶ Credit: Bo Carr ¶ Two.`);
  });

  test("is its credit where words of the caption say so", () => {
    expect(outline(`${image}<p class="legende">The pier. © Bo Carr / The Paper</p>`)).toBe(
      `19:31 / One. ¶ ${figure} ¶ Caption: The pier. ¶ Credit: © Bo Carr / The Paper ¶ Two.`,
    );
  });

  test("is text where nothing calls it a caption, or where it does not follow the picture", () => {
    expect(outline(`${image}<p>The pier falls.</p>`)).toBe(`19:31 / One. ¶ ${figure} ¶ The pier falls. ¶ Two.`);
    expect(outline(`${image}<p>Three.</p><p class="bu">The pier falls.</p>`)).toBe(
      `19:31 / One. ¶ ${figure} ¶ Three. ¶ The pier falls. ¶ Two.`,
    );
  });
});
