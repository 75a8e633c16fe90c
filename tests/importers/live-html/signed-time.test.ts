/** Times and names in one text, in the head or the foot of a post of any live page. */
import { describe, expect, test } from "vitest";
import { signedTime } from "../../../src/importers/live-html/post/signed-time.ts";
import { outlineOf, pageOf } from "../live-outline.ts";

const times = ["13:45", "12:20", "09:12"];
const texts = ["The fire is out.", "The roof is gone, and the tower stands.", "Smoke can be seen over the quay."];

describe("a time and a name in one text", () => {
  test.for([
    ["Posted at 13:45 by Nell Ashby", (time: string) => `Posted at ${time} by Nell Ashby`],
    ["13:45 by Nell Ashby", (time: string) => `${time} by Nell Ashby`],
    ["By Nell Ashby at 13:45", (time: string) => `By Nell Ashby at ${time}`],
    ["Posted by Nell Ashby at 13:45", (time: string) => `Posted by Nell Ashby at ${time}`],
    [
      "Posted on 16 May 2024 at 13:45 by Nell Ashby",
      (time: string) => `Posted on 16 May 2024 at ${time} by Nell Ashby`,
    ],
    ["Von Nell Ashby um 13:45 Uhr", (time: string) => `Von Nell Ashby um ${time} Uhr`],
    ["Publié à 13h45 par Nell Ashby", (time: string) => `Publié à ${time.replace(":", "h")} par Nell Ashby`],
    ["Publicado a las 13:45 por Nell Ashby", (time: string) => `Publicado a las ${time} por Nell Ashby`],
  ] as const)("are the post's time and its author, at its end and at its beginning: %s", ([, write]) => {
    const expected = times.map((time, index) => `${time} / by Nell Ashby / ${texts[index]}`);
    for (const tag of ["p", 'p class="stamp"', "div"]) {
      const line = (time: string) => `<${tag}>${write(time)}</${tag.split(" ")[0]}>`;
      const page = (first: boolean) =>
        pageOf(
          times
            .map((time, index) => {
              const text = `<p>${texts[index]}</p>`;
              return `<div class="note">${first ? line(time) + text : text + line(time)}</div>`;
            })
            .join(""),
        );
      expect(outlineOf(page(false)), tag).toEqual(expected);
      expect(outlineOf(page(true)), tag).toEqual(expected);
    }
  });

  test.for([
    "The boat left at 13:45 by order of Nell Ashby",
    "Posted at 13:45 by the harbour office",
    "By Nell Ashby at the quay, 13:45 or later",
    "By 13:45 Nell Ashby had left",
    "Posted by Nell Ashby",
    "Half Time by Nell Ashby",
  ])("are a text where more is said: %s", (text) => expect(signedTime(text)).toBeUndefined());

  test("leave the words before a name in an element of bylines out in other languages, and names as they are", () => {
    const page = (name: string) =>
      pageOf(
        times
          .map((time) => `<div class="d"><time>${time}</time><p>${texts[1]}</p><p class="byline">${name}</p></div>`)
          .join(""),
      );
    expect(outlineOf(page("Por Pepe Ruiz"))[0]).toBe(`13:45 / by Pepe Ruiz / ${texts[1]}`);
    expect(outlineOf(page("Von Ada Brook"))[0]).toBe(`13:45 / by Ada Brook / ${texts[1]}`);
    expect(outlineOf(page("Di Matteo"))[0]).toBe(`13:45 / by Di Matteo / ${texts[1]}`);
    expect(outlineOf(page("Von Arx"))[0]).toBe(`13:45 / by Von Arx / ${texts[1]}`);
  });
});
