import { expect, test } from "vitest";
import { count, duration, timeLeft } from "../../../src/base/terminal/amounts.ts";

test("count writes thousands with commas and one thing in the singular", () => {
  expect([
    count(1, "post"),
    count(0, "post"),
    count(1500, "post"),
    count(2, "character of text", "characters of text"),
  ]).toEqual(["1 post", "0 posts", "1,500 posts", "2 characters of text"]);
});

test("duration writes milliseconds, then tenths of seconds, then seconds", () => {
  expect([240, 994, 995, 1234, 9949, 9950, 61_400].map(duration)).toEqual([
    "240 ms",
    "994 ms",
    "1.0 s",
    "1.2 s",
    "9.9 s",
    "10 s",
    "61 s",
  ]);
});

test("timeLeft estimates from the third piece on, and says nothing of less than two seconds", () => {
  expect([timeLeft(2, 100, 2000), timeLeft(3, 4, 3000), timeLeft(5, 5, 9000)]).toEqual(["", "", ""]);
  expect([timeLeft(10, 40, 10_000), timeLeft(10, 610, 3000)]).toEqual([", about 30 s left", ", about 3 min left"]);
});
