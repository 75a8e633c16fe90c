/** The messages of the script: values, numbers and plural forms in each language. */
import { expect, expectTypeOf, test } from "vitest";
import { fillIn, type Messages, pluralMessage } from "../../src/client/messages.ts";
import { scriptViews } from "../../src/site/files/script.ts";
import { en } from "../../src/site/i18n/interface/en.ts";
import { stringsFor } from "../../src/site/i18n/language.ts";
import type { ClientStrings } from "../../src/site/i18n/strings.ts";
import { interfaceTags } from "../site/i18n/interface-tags.ts";
import { dependencies } from "../site/sample.ts";

test("Words fit what the site has for the script", () => {
  expectTypeOf<ClientStrings>().toExtend<Messages>();
});

const plain = { digits: "0123456789", separator: "," };

test("fillIn puts values into their places, and leaves a place without a value", () => {
  expect(fillIn("{done} of {total}, {done}", { done: 1 }, plain)).toBe("1 of {total}, 1");
});

test("fillIn writes numbers as the site does in each language, and leaves times as they are", () => {
  for (const { path, text } of scriptViews(interfaceTags, dependencies)) {
    const digits = JSON.parse(/^var afterlive=(\{.*\});\n/.exec(text())?.[1] ?? "");
    for (const count of [0, 7, 1500, 1_234_567])
      expect(fillIn("{count}", { count }, digits), path).toBe(stringsFor(digits.language).number(count));
  }
  const persian = { digits: "۰۱۲۳۴۵۶۷۸۹", separator: "٬" };
  expect(fillIn("{time}: {count}", { time: "14:05 UTC+3", count: 1500 }, persian)).toBe("14:05 UTC+3: ۱٬۵۰۰");
});

test("pluralMessage takes the form that the language asks for, or the one for others", () => {
  const forms = { one: "{count} пост", few: "{count} поста", many: "{count} постов", other: "{count} поста" };
  expect([1, 3, 5, 21].map((count) => pluralMessage(forms, count, "ru", plain))).toEqual([
    "1 пост",
    "3 поста",
    "5 постов",
    "21 пост",
  ]);
  expect([0, 1].map((count) => pluralMessage(en.client.found, count, "en", plain))).toEqual([
    "0 posts found",
    "1 post found",
  ]);
});
