/** Who wrote a post, by what its elements are called. */
import { describe, expect, test } from "vitest";
import { outlineOf, pageOf } from "../live-outline.ts";

const outline = (inner: string): string | undefined =>
  outlineOf(
    pageOf(["19:31", "18:16", "17:05"].map((time) => `<div class="entry"><time>${time}</time>${inner}</div>`).join("")),
  )[0];

describe("who wrote a post", () => {
  test.for([
    ["d-autor"],
    ["autora"],
    ["auteur"],
    ["post__autore"],
    ["verfasser"],
    ["redakteurin"],
    ["schrijver"],
    ["författare"],
  ] as const)("is told by an element called %s, at the head or at the foot", ([called]) => {
    expect(outline(`<div class="${called}">Ada Brook</div><h3>News</h3><p>One.</p>`)).toBe(
      "19:31 News / by Ada Brook / One.",
    );
    expect(outline(`<p>One.</p><p class="${called}">A. B.</p>`)).toBe("19:31 / by A. B. / One.");
  });

  test.for([["By"], ["Von"], ["Par"], ["Por"], ["Di"], ["Door"], ["Av"], ["Af"], ["Przez"], ["Autor:"]] as const)(
    "is a name without %s before it",
    ([by]) => {
      expect(outline(`<p>One.</p><p class="byline">${by} Ada Brook</p>`)).toBe("19:31 / by Ada Brook / One.");
      expect(outline(`<p>One.</p><p class="byline">${by} <a rel="author">Ada Brook</a></p>`)).toBe(
        "19:31 / by Ada Brook / One.",
      );
    },
  );

  test("keeps a word that belongs to the name", () => {
    expect(outline('<p>One.</p><p class="byline">Di Stefano</p>')).toBe("19:31 / by Di Stefano / One.");
    expect(outline('<p>One.</p><p class="byline">Parker Posey</p>')).toBe("19:31 / by Parker Posey / One.");
  });

  test("reads the words between two names of other languages", () => {
    expect(
      outline('<p>One.</p><p class="byline">Von <a rel="author">Ada Brook</a> und <a rel="author">Bo Carr</a></p>'),
    ).toBe("19:31 / by Ada Brook / by Bo Carr / One.");
  });
});
