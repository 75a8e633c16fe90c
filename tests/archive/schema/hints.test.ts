import { describe, expect, test } from "vitest";
import { parsePage } from "../../../src/archive/read/parse-page.ts";
import { parsePost } from "../../../src/archive/read/parse-post.ts";
import { formatProblem } from "../../../src/model/problem.ts";

const post = (lines: string) => parsePost(`---\n${lines}\n---\n`, "a.md", "UTC").problems.map(formatProblem);
const page = (lines: string) => parsePage(`---\n${lines}\n---\n`, "page.md", "visit").problems.map(formatProblem);

/** Lines with a sign that nobody sees or that looks like another, and what is said of it. */
const oddSigns: readonly [line: string, said: string][] = [
  [
    "keyEvent: true\u200b",
    '3:15  Cannot read "keyEvent": expected true or false, got "true" with U+200B (zero-width space) behind "true"\n    Write: keyEvent: true',
  ],
  [
    "published: 2024-05-16T09:00:00\u221205:00",
    '3:31  Cannot read "published": expected a time with a zone, got "2024-05-16T09:00:00\u221205:00" with U+2212 (minus sign) behind "2024-05-16T09:00:00"\n    Write: published: 2024-05-16T09:00:00-05:00',
  ],
  [
    "published: \u200e2024-05-16T09:00:00+01:00",
    '3:12  Cannot read "published": expected a time with a zone, got "2024-05-16T09:00:00+01:00" with U+200E (left-to-right mark) at its start\n    Write: published: 2024-05-16T09:00:00+01:00',
  ],
  [
    "head\u200bline: x",
    '3:1  warning: Cannot read "headline": it has U+200B (zero-width space) behind "head"\n    Type the key anew: headline',
  ],
  [
    "label:\u00a0Analysis\norder: 1",
    '3:1  Cannot read front matter: the line has U+00A0 (no-break space) behind "label:"\n    Type the line anew',
  ],
];

/** Times in other forms, in a page of Europe/London, and the line to write instead. */
const otherTimes: readonly [written: string, right: string][] = [
  ["2024-05-16T09:00:00", "Write: published: 2024-05-16T09:00:00+01:00"],
  ["2024-01-16 9:00", "Write: published: 2024-01-16T09:00:00+00:00"],
  ["2024-05-16 09:00 +02", "Write: published: 2024-05-16T09:00:00+02:00"],
  ["2024-05-16 09:00 BST", "Write: published: 2024-05-16T09:00:00+01:00"],
  ["2024-10-27T01:30", "Write: published: 2024-10-27T01:30:00+01:00, or published: 2024-10-27T01:30:00+00:00"],
  ["2024-02-30T01:30", "Write for example: published: 2024-05-17T02:37:00+01:00"],
];

describe("the hint of a mistake in front matter", () => {
  test.each(oddSigns)("names the odd sign in %j", (line, said) => {
    expect(post(`id: a\n${line}`)).toEqual([`a.md:${said}`]);
  });

  test("names the odd sign before the first line", () => {
    expect(parsePost("\u200b---\nid: a\n---\n", "a.md", "UTC").problems.map(formatProblem)).toEqual([
      'a.md:1:1  Cannot read front matter: the first line has U+200B (zero-width space) at its start\n    Type the line anew: "---"',
    ]);
  });

  test.each(otherTimes)("tells the right line for the time %s", (written, right) => {
    const { problems } = parsePost(`---\nid: a\npublished: ${written}\n---\n`, "a.md", "Europe/London");
    expect(problems.map(({ hint }) => hint)).toEqual([right]);
  });

  test("tells the right line for the time of a capture in the zone that page.md names", () => {
    expect(page("title: A\nzone: Asia/Tokyo\ncaptured: 2024-05-16T09:00")).toEqual([
      expect.stringContaining("Write: captured: 2024-05-16T09:00:00+09:00"),
    ]);
  });
});
