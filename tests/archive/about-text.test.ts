/** parseAbout: an archive's own words, with or without front matter, and every mistake in them by its place. */
import { expect, test } from "vitest";
import { parseAbout } from "../../src/archive/about-text.ts";
import { formatProblem } from "../../src/model/problem.ts";

const problemsOf = (text: string) => parseAbout(text, "about.md").problems.map(formatProblem);

test("parseAbout reads text alone, and text below a title", () => {
  const blocks = [{ kind: "paragraph", content: [{ kind: "text", text: "Kept by the river desk." }] }];
  expect(parseAbout("Kept by the river desk.\n", "about.md")).toEqual({ words: { blocks }, problems: [] });
  const titled = { words: { title: "About the river", blocks }, problems: [] };
  for (const newline of ["\n", "\r\n"])
    expect(
      parseAbout(["---", "title: About the river", "---", "Kept by the river desk."].join(newline), "about.md"),
    ).toEqual(titled);
});

test("parseAbout takes a divider at the end, and empty text, for no front matter", () => {
  expect(parseAbout("Words.\n\n---\n", "about.md").words?.blocks.map(({ kind }) => kind)).toEqual([
    "paragraph",
    "divider",
  ]);
  expect(parseAbout("", "about.md")).toEqual({ words: { blocks: [] }, problems: [] });
});

test("parseAbout names what it cannot read, by its line", () => {
  expect(problemsOf("---\ntitles: Words\n---\nText.\n")).toEqual([
    'about.md:2:1  warning: Cannot read "titles": no such key\n    Did you mean "title"?',
  ]);
  expect(problemsOf("---\ntitle:\n  - a\n---\nText.\n")).toEqual([
    'about.md:3:5  Cannot read "title": expected text on one line, got "a"\n    Write for example: title: About the river archive',
  ]);
  expect(parseAbout("---\ntitle:\n  - a\n---\nText.\n", "about.md").words).toBeUndefined();
  expect(problemsOf("---\ntitle: Words\n")).toEqual([
    expect.stringMatching(/^about\.md:1:1 {2}Cannot read front matter: no second line "---" closes it/),
  ]);
});

test("parseAbout warns of pictures and recordings, which the page would not show, however deep they stand", () => {
  const warning =
    "about.md  warning: Cannot show a picture or a recording here: this page has words alone\n    Lead to it by a link, or put it into a live page";
  for (const text of [
    "![A mill](media/mill.jpg)",
    "- ![A mill](media/mill.jpg)\n  Caption: At dawn",
    "::: video\nSource: https://example.org/v\n:::",
    "> ![A mill](media/mill.jpg)",
  ])
    expect(problemsOf(`Words.\n\n${text}\n`), text).toEqual([warning]);
});
