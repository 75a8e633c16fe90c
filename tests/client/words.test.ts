/** The words of the script are those that the site hands it. */
import { expect, expectTypeOf, test } from "vitest";
import { fill, inNumber, type Words } from "../../src/client/words.ts";
import { en } from "../../src/site/strings/en.ts";
import type { ClientStrings } from "../../src/site/strings/strings.ts";

test("Words fit what the site has for the script", () => {
  expectTypeOf<ClientStrings>().toExtend<Words>();
});

test("fill puts values into their places, and leaves a place without a value", () => {
  expect(fill("{done} of {total}, {done}", { done: 1 })).toBe("1 of {total}, 1");
});

test("inNumber takes the form that the language asks for, or the one for others", () => {
  const forms = { one: "{count} пост", few: "{count} поста", many: "{count} постов", other: "{count} поста" };
  expect([1, 3, 5, 21].map((count) => inNumber(forms, count, "ru"))).toEqual([
    "1 пост",
    "3 поста",
    "5 постов",
    "21 пост",
  ]);
  expect([0, 1].map((count) => inNumber(en.client.found, count, "en"))).toEqual(["0 posts found", "1 post found"]);
});
