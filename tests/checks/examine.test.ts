import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { examineArchive } from "../../src/checks/examine.ts";
import { formatProblem } from "../../src/model/problem.ts";
import { makeFolder } from "../base/folder.ts";
import { redPicture } from "../builder/small-archive.ts";

type Files = Readonly<Record<string, string | Uint8Array>>;

const page = "---\ntitle: Fair\nzone: Europe/London\n---\n";
const post = (id: string, published: string, more = "", body = "Words.") =>
  `---\nid: ${id}\npublished: ${published}\n${more}---\n${body}\n`;
const may = (day: number): string => `2024-05-${day}T09:00:00+01:00`;

/** What is wrong with an archive whose live page has these files besides `page.md`. */
async function problemsOf(files: Files): Promise<readonly string[]> {
  const root = makeFolder();
  for (const [name, text] of Object.entries({ "content/fair/page.md": page, ...files })) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  }
  return (await examineArchive(root)).problems.map(formatProblem);
}

describe("examineArchive", () => {
  test("finds nothing wrong with a right archive", async () => {
    const files = { "content/fair/a.md": post("a", may(16), "", "See [b](#b) and [the day](#day_2024-05-16).") };
    expect(await problemsOf({ ...files, "content/fair/b.md": post("b", may(17)) })).toEqual([]);
  });

  test("names a pipe and does not wait for its writer", async () => {
    const root = makeFolder();
    for (const folder of ["content/fair", "templates"]) mkdirSync(path.join(root, folder), { recursive: true });
    writeFileSync(path.join(root, "content/fair/page.md"), page);
    for (const file of ["content/published.txt", "templates/part.ts", "eleventy.config.js"])
      execFileSync("mkfifo", [path.join(root, file)]);
    writeFileSync(path.join(root, "templates/own.11ty.ts"), 'import "./part.ts";\n');
    expect((await examineArchive(root)).problems.map(({ file }) => file)).toEqual([
      "content/published.txt",
      "templates/part.ts",
    ]);
  });

  test("warns of an offset that the clocks of the zone did not have then, and tells the line with the right one", async () => {
    expect(
      await problemsOf({
        "content/fair/a.md": post("a", "2024-01-16T09:00:00+01:00"),
        "content/fair/b.md": post("b", "2024-01-16T09:05:00+00:00", "updated: 2024-01-16T12:30:00+05:00\n"),
        "content/fair/c.md": post("c", "2024-01-16T09:10:00Z"),
      }),
    ).toEqual([
      'content/fair/a.md:3:12  warning: Cannot match "published" with its zone: it is at +01:00, but clocks in Europe/London were at +00:00 then\n    Write: published: 2024-01-16T09:00:00+00:00',
      'content/fair/b.md:4:10  warning: Cannot match "updated" with "published": the post was changed before it was published\n    Correct one of the two times',
      'content/fair/b.md:4:10  warning: Cannot match "updated" with its zone: it is at +05:00, but clocks in Europe/London were at +00:00 then\n    Write: updated: 2024-01-16T12:30:00+00:00',
    ]);
    expect(await problemsOf({ "content/fair/a.md": post("a", "2024-05-16T09:00:00Z") })).toEqual([
      expect.stringContaining("Write: published: 2024-05-16T10:00:00+01:00"),
    ]);
  });

  test("takes the offset of the event's own zone for right, and the hours around a change of the clocks", async () => {
    const both = page.replace("zone: Europe/London", "zone: Europe/London\neventZone: Asia/Shanghai");
    expect(
      await problemsOf({
        "content/fair/page.md": both,
        "content/fair/a.md": post("a", "2024-10-27T01:30:00+01:00"),
        "content/fair/b.md": post("b", "2024-10-27T01:30:00+00:00"),
        "content/fair/c.md": post("c", "2024-10-27T09:30:00+08:00"),
      }),
    ).toEqual([]);
  });

  test("warns of a post that has neither a headline nor a text, unless it is a draft", async () => {
    const files = {
      "content/fair/a.md": post("a", may(16), "", ""),
      "content/fair/b.md": post("b", may(16), "headline: Rain\n", ""),
      "content/fair/c.md": post("c", may(16), "draft: true\n", "<!-- later -->"),
      "content/fair/d.md": post("d", may(16), "", "::: video\nSource: https://example.org/v\n:::"),
    };
    expect(await problemsOf(files)).toEqual([
      "content/fair/a.md  warning: Cannot find a word in this post: it has no headline and no text\n    Write some, add the line draft: true until you do, or remove the file",
    ]);
  });

  test("warns of a post that a person wrote without a time, and of one far outside the event", async () => {
    const event = Object.fromEntries(
      [1, 2, 3, 4, 5].map((n) => [`content/fair/e${n}.md`, post(`e${n}`, `2024-05-16T09:0${n}:00+01:00`)]),
    );
    expect(
      await problemsOf({
        ...event,
        "content/fair/wrong-year.md": post("wrong-year", "2023-05-16T09:00:00+01:00"),
        "content/fair/untimed.md": "---\nid: untimed\n---\nWords.\n",
      }),
    ).toEqual([
      'content/fair/untimed.md:2:1  warning: Cannot tell when this post was published: it has no "published"\n    Write for example: published: 2024-05-16T09:05:00+01:00',
      'content/fair/wrong-year.md:3:12  warning: Cannot match "published" with the event: it is 366 days before the other posts of this live page\n    Look at its year, month and day',
    ]);
  });

  test("warns of links to posts and pages that the archive does not have", async () => {
    const url = "https://example.org/live/";
    expect(
      await problemsOf({
        "content/archive.md": `---\ntitle: A\nurl: ${url}\n---\n`,
        "content/fair/a.md": post(
          "a",
          may(16),
          "",
          `[1](#lost) [2](${url}fair/) [3](${url}fair/index.html#a) [4](${url}fair/a/index.html) [5](${url}fair/#gone) [6](${url}fare/) [7](${url}) [8](https://example.org/other) [9](${url}style.css)`,
        ),
      }),
    ).toEqual([
      expect.stringContaining(
        `content/fair/a.md:5:5  warning: Cannot follow the link to "#lost": no post of "fair" has this id`,
      ),
      expect.stringContaining(`Cannot follow the link to "${url}fair/#gone": no post of "fair" has this id`),
      expect.stringContaining(`Cannot follow the link to "${url}fare/": the site has no "fare/index.html"`),
    ]);
  });

  test.each([
    ["english", 'Cannot use "english": no language has this tag\n    Write: language: en'],
    ["en-UK", 'Cannot use "en-UK": this tag has another one in its place\n    Write: language: en-GB'],
    ["en-XQ", 'Cannot use "en-XQ": there is no region "XQ"\n    Write a tag such as en-GB, ar or zh-Hans'],
  ])("warns of the language tag %s", async (tag, said) => {
    const tagged = page.replace("---\n", `---\nlanguage: ${tag}\n`);
    expect(await problemsOf({ "content/fair/page.md": tagged, "content/fair/a.md": post("a", may(16)) })).toEqual([
      `content/fair/page.md:2:11  warning: ${said}`,
    ]);
  });

  test("refuses to lose a published address: of a live page, a post, a picture, a list of a long archive", async () => {
    const paths = [
      "fair/index.html",
      "fair/a/index.html",
      "fair/a/post.md",
      "fair/media/x.png",
      "index.html",
      "404.html",
    ];
    const files = {
      "content/published.txt": `${paths.join("\n")}\n`,
      "content/fair/a.md": post("a", may(16), "", "![Gate](media/x.png)"),
      "content/fair/media/x.png": await redPicture(),
    };
    expect(await problemsOf(files)).toEqual([]);
    const none = { ...files, "content/archive.md": "---\ntitle: A\noriginals: none\n---\n" };
    expect(await problemsOf(none)).toEqual([expect.stringContaining('this build has no "fair/media/x.png"')]);
    const lost = await problemsOf({
      ...files,
      "content/published.txt": "archive-1.html\nfair/gone/index.html\nfair/index-2.html\nother/index.html\n",
    });
    expect(lost).toEqual([
      expect.stringContaining(
        'this build has no "archive-1.html", "fair/gone/index.html", "fair/index-2.html", "other/index.html"',
      ),
    ]);
    const draft = { "content/fair/a.md": post("a", may(16), "draft: true\n") };
    expect(await problemsOf({ ...files, ...draft })).toContainEqual(
      expect.stringMatching(/^content\/published\.txt {2}Cannot let published pages vanish.*"fair\/a\/index\.html"/),
    );
  });

  test("calls no address lost where its live page has an error to mend first", async () => {
    const problems = await problemsOf({
      "content/published.txt": "fair/a/index.html\n",
      "content/fair/a.md": post("a", "yesterday"),
    });
    expect(problems).toEqual([expect.stringContaining("content/fair/a.md:3:12  Cannot read")]);
  });

  test("names a template of the archive that does not load, and one that fails at its views", async () => {
    const broken = { "templates/package.json": '{"type":"module"}', "templates/a.11ty.js": "export default 1;" };
    expect(await problemsOf({ ...broken, "content/fair/a.md": post("a", may(16)) })).toEqual([
      expect.stringMatching(/^templates\/a\.11ty\.js {2}Cannot use this template/),
    ]);
    const failing =
      'export default { name: "a", of: "live page", views: () => { throw new Error("no views"); }, path: () => "a", render: () => "" };';
    expect(
      await problemsOf({ ...broken, "templates/a.11ty.js": failing, "content/fair/a.md": post("a", may(16)) }),
    ).toEqual([expect.stringMatching(/^templates\/a\.11ty\.js:1:\d+ {2}Cannot print this template: no views/)]);
  });

  test("names a template that gives its pages no path of a site, or the path of another page", async () => {
    const made = (given: string) => ({
      "templates/package.json": '{"type":"module"}',
      "templates/a.11ty.js": `export default { of: "archive", views: () => [1], path: () => ${given}, render: () => "" };`,
      "content/fair/a.md": post("a", may(16)),
    });
    for (const [given, said] of [
      ['"../x.html"', 'Cannot write "../x.html": expected a path'],
      ['"index.html"', 'Cannot write "index.html" twice'],
      ["5", "Cannot print this template: expected `path` to give a text, got 5"],
    ] as const)
      expect(await problemsOf(made(given))).toEqual([expect.stringContaining(said)]);
  });

  test("names a file of public/ in the place of a page, and takes others as they are", async () => {
    const right = { "content/fair/a.md": post("a", may(16)), "public/CNAME": "example.org", "public/style.css": "" };
    expect(await problemsOf(right)).toEqual([]);
    expect(await problemsOf({ ...right, "public/fair/index.html": "", "public/a b.txt": "" })).toEqual([
      expect.stringContaining('public/a b.txt  Cannot write "a b.txt"'),
      expect.stringContaining('public/fair/index.html  Cannot write "fair/index.html" twice'),
    ]);
  });
});
