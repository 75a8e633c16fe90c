/** What a text must look like to be taken for one that only machines read. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { isMachineValue } from "../../../src/importers/json/machine-value.ts";

test.for([
  "https://example.org/live/1?page=2",
  "//example.org/a.jpg",
  "/data/bbc-morph/1",
  "urn:newsml:localhost:1",
  "news/2024/may/17/live",
  "NewsArticle",
  "model.dotcomrendering.pageElements.TextBlockElement",
  "en-GB",
  "image/jpeg",
  'text/html; charset="utf-8"',
  "2024-05-17T01:02:03.500+01:00",
  "Wed, 15 May 2024 12:50:54 GMT",
  "Mon 15 May 2023 12.50 BST",
  "First published on Mon 15 May 2023 11.00 BST",
  "4m ago",
  "PT3M20S",
  "1,200 x 900",
  "640px",
  "liveblog-entry comment even thread-even depth-1",
  "https://example.org/a.jpg 320w, https://example.org/b.jpg 640w",
  "data:image/gif;base64,R0lGODlhAQABAAAAACw=",
  "",
])("%s says something to machines alone", (text) => {
  expect(isMachineValue(text)).toBe(true);
});

test.for([
  "The ferry has left the north pier.",
  "Goal!",
  "Ada Brook",
  "nobody knows",
  "may the first of may be on now",
  "今日は晴れ",
  "https://example.org/ is where it stands",
])("%s says something to readers", (text) => {
  expect(isMachineValue(text)).toBe(false);
});

test("A sentence of several words is never a machine's, whatever stands before it", () => {
  const word = fc.stringMatching(/^[a-z]{4,9}$/).filter((text) => !/^(?:post|entry|comment|even)$/.test(text));
  fc.assert(
    fc.property(fc.array(word, { minLength: 4, maxLength: 12 }), fc.string(), (words, before) => {
      expect(isMachineValue(`${before} The ${words.join(" ")} quay.`)).toBe(false);
    }),
  );
});
