import { describe, expect, test } from "vitest";
import { parseArchive } from "../../src/archive/archive-text.ts";
import { parsePage } from "../../src/archive/read/parse-page.ts";
import { parsePost } from "../../src/archive/read/parse-post.ts";
import { postKeys } from "../../src/archive/schema/keys.ts";
import { archiveSchema, pageSchema, postSchema } from "../../src/archive/schema/schema.ts";
import { formatProblem } from "../../src/model/problem.ts";

const post = (lines: string) => parsePost(`---\n${lines}\n---\n`, "a.md", "UTC").problems.map(formatProblem);
const page = (lines: string) => parsePage(`---\n${lines}\n---\n`, "page.md", "visit").problems.map(formatProblem);
const archive = (lines: string) => parseArchive(`---\n${lines}\n---\n`, "archive.md").problems.map(formatProblem);

/** A wrong line of a post that has an id, the column of its value, and what is said of it. */
const wrongInPost: readonly [line: string, place: string, message: string][] = [
  [
    "published: 11:01am",
    "3:12",
    'Cannot read "published": expected a time with a zone, got "11:01am"\n    Write for example: published: 2024-05-17T02:37:00+01:00',
  ],
  [
    "published: 2024-05-17",
    "3:12",
    'Cannot read "published": expected a time with a zone, got "2024-05-17"\n    Write for example: published: 2024-05-17T02:37:00+01:00',
  ],
  [
    "inferred: [year, mood]",
    "3:18",
    'Cannot read "inferred": expected a list of what was inferred: year, date, zone, got "mood"\n    Write for example: inferred: [year]',
  ],
  [
    "order: last",
    "3:8",
    'Cannot read "order": expected a whole number, larger is later, got "last"\n    Write for example: order: 2',
  ],
  [
    "order: 1.5",
    "3:8",
    'Cannot read "order": expected a whole number, larger is later, got "1.5"\n    Write for example: order: 2',
  ],
  [
    "breaking: sure",
    "3:11",
    'Cannot read "breaking": expected true or false, got "sure"\n    Write for example: breaking: true',
  ],
  [
    "truncated: 1",
    "3:12",
    'Cannot read "truncated": expected true or false, got "1"\n    Write for example: truncated: true',
  ],
  [
    "headline:\n  a: b",
    "4:3",
    'Cannot read "headline": expected text on one line, got "a: b"\n    Write for example: headline: A visit to the ice city',
  ],
  [
    "label:\n  a: b",
    "4:3",
    'Cannot read "label": expected text on one line, got "a: b"\n    Write for example: label: Analysis',
  ],
  [
    "subheadline:\n  a: b",
    "4:3",
    'Cannot read "subheadline": expected text on one line, got "a: b"\n    Write for example: subheadline: Third round',
  ],
  [
    "clock:\n  a: b",
    "4:3",
    'Cannot read "clock": expected text on one line, got "a: b"\n    Write for example: clock: 45 mins',
  ],
  [
    "context:\n  a: b",
    "4:3",
    'Cannot read "context": expected a list of lines, got "a: b"\n    Write for example: context: ["Swimming", "Final"]',
  ],
  [
    "byline:\n  - role: Desk",
    "4:5",
    'Cannot read "byline": expected a name, or a list of names and roles, got "role: Desk"\n    Write for example: byline: [{ name: "The Asia desk", role: "Singapore" }]',
  ],
  [
    "source: [1]",
    "3:9",
    'Cannot read "source": expected text on one line, got "[1]"\n    Write for example: source: https://example.org/live/visit?post=17',
  ],
  [
    "imported: yes",
    "3:11",
    'Cannot read "imported": expected the digest that import wrote: "sha256-" and 16 hexadecimal digits, got "yes"\n    Write for example: imported: sha256-3f9c1a5207d4e8b1',
  ],
];

describe("the catalogue of posts", () => {
  test.each(wrongInPost)("says what is wrong with %s", (line, place, message) => {
    expect(post(`id: a\n${line}`)).toEqual([`a.md:${place}  ${message}`]);
  });

  test.each([
    [
      "label: x",
      '2:1  Cannot read "id": expected a letter a-z, then at most 59 letters a-z, digits and hyphens, got no such key',
    ],
    [
      "id: 12e5",
      '2:5  Cannot read "id": expected a letter a-z, then at most 59 letters a-z, digits and hyphens, got "12e5"',
    ],
    [
      "id: A b",
      '2:5  Cannot read "id": expected a letter a-z, then at most 59 letters a-z, digits and hyphens, got "A b"',
    ],
    [
      "id:",
      '2:4  Cannot read "id": expected a letter a-z, then at most 59 letters a-z, digits and hyphens, got nothing',
    ],
  ])("says what is wrong with the id in %s", (lines, message) => {
    expect(post(lines)).toEqual([`a.md:${message}\n    Write for example: id: p20240517-0237-a-city-of-ice`]);
  });

  test("asks whether the nearest key was meant, and names them all where none is near", () => {
    expect(post("id: a\nheadlien: x")).toEqual([
      'a.md:3:1  warning: Cannot read "headlien": no such key\n    Did you mean "headline"?',
    ]);
    expect(post("id: a\nxyz: x")).toEqual([
      `a.md:3:1  warning: Cannot read "xyz": no such key\n    The keys are ${postKeys.join(", ")}`,
    ]);
  });

  test("reports all mistakes of a file at once", () => {
    expect(post("id: A\norder: x\nbreaking: y").length).toBe(3);
  });
});

describe("the catalogue of front matter", () => {
  const begin = 'Begin the file with a line "---", then lines of "key: value", then a line "---", then the text';
  const oneALine =
    'Write one "key: value" a line, such as "label: Analysis"; a list has a line "  - ..." for each member';
  test.each([
    [
      "no front matter",
      "id: a\n",
      `1:1  Cannot read front matter: the file does not begin with a line "---"\n    ${begin}`,
    ],
    ["no end", "---\nid: a\n", `1:1  Cannot read front matter: no second line "---" closes it\n    ${begin}`],
    [
      "a key twice",
      "---\nid: a\nid: b\n---\n",
      "3:1  Cannot read front matter: this key stands twice\n    Keep one of the two lines and remove the other",
    ],
    ["not YAML", "---\nid: [\n---\n", expect.stringMatching(/^\d:\d {2}Cannot read front matter: not YAML \(.+\)\n/)],
    ["no keys", "---\n- a\n---\n", `2:1  Cannot read front matter: expected lines of "key: value"\n    ${oneALine}`],
    [
      "an anchor",
      "---\nid: &x a\n---\n",
      "2:8  Cannot read front matter: anchors, aliases and tags of YAML are not read\n    Write \"'&...'\" where the sign is meant",
    ],
    [
      "a tag",
      "---\nid: !x a\n---\n",
      "2:8  Cannot read front matter: anchors, aliases and tags of YAML are not read\n    Write \"'!...'\" where the sign is meant",
    ],
    [
      "a merge key",
      "---\nid: a\n<<: {label: b}\n---\n",
      "3:1  Cannot read front matter: merge keys are not read\n    Write the keys out where they are meant",
    ],
    [
      "too much of it",
      `---\nheadline: ${"x".repeat(70_000)}\n---\n`,
      '2:1  Cannot read front matter: expected at most 65536 characters, got 70011\n    Move text below the second line "---"',
    ],
    [
      "too many brackets",
      `---\nodd: ${"[".repeat(60_000)}\n---\n`,
      expect.stringMatching(/^\d:\d+ {2}Cannot read front matter: /),
    ],
  ])("says what is wrong with %s", (_name, text, message) => {
    const [first] = parsePost(text, "a.md", "UTC").problems.map(formatProblem);
    expect(first?.replace(/^a\.md:/, "")).toEqual(message);
  });

  test("an alias is refused, also where it stands for nothing", () => {
    const messages = post("id: a\nsource: *x");
    expect(messages.at(0)).toContain("Cannot read front matter: ");
  });
});

describe("the catalogue of page.md", () => {
  const good = "title: A visit\nzone: UTC";
  test.each([
    [
      "zone: UTC",
      '2:1  Cannot read "title": expected text on one line, got no such key\n    Write for example: title: A state visit',
    ],
    [
      "title: A",
      '2:1  Cannot read "zone": expected an IANA time zone, got no such key\n    Write for example: zone: Europe/London',
    ],
    [
      "title: A\nzone: BST",
      '3:7  Cannot read "zone": expected an IANA time zone, got "BST"\n    Write for example: zone: Europe/London',
    ],
    [
      `${good}\nsource: javascript:1`,
      '4:9  Cannot read "source": expected an http or https address, got "javascript:1"\n    Write for example: source: https://example.org/live/visit',
    ],
    [
      `${good}\ncaptured: today`,
      '4:11  Cannot read "captured": expected a time with a zone, got "today"\n    Write for example: captured: 2024-05-17T06:00:00+01:00',
    ],
    [
      `${good}\nlanguage: e`,
      '4:11  Cannot read "language": expected a language tag, got "e"\n    Write for example: language: en-GB',
    ],
    [
      `${good}\nslug: ../x`,
      '4:7  Cannot read "slug": expected the folder\'s name, got "../x"\n    Write for example: slug: a-state-visit',
    ],
    [`${good}\npublisher: |\n`, ""],
    [
      `${good}\nrights:\n  a: b`,
      '5:3  Cannot read "rights": expected text on one line, got "a: b"\n    Write for example: rights: CC BY 4.0',
    ],
    [
      `${good}\nnote:\n  a: b`,
      '5:3  Cannot read "note": expected text on one line, got "a: b"\n    Write for example: note: A retelling in our own words',
    ],
    [
      `${good}\npublisher:\n  a: b`,
      '5:3  Cannot read "publisher": expected text on one line, got "a: b"\n    Write for example: publisher: The Daily Example',
    ],
    [
      `${good}\neditors:\n  a: b`,
      '5:3  Cannot read "editors": expected a list of names, got "a: b"\n    Write for example: editors: ["Jo Farrow", "The Asia desk"]',
    ],
    [
      `${good}\npanel:\n  a: b`,
      '5:3  Cannot read "panel": expected a list of lines, got "a: b"\n    Write for example: panel: ["Home 2, Away 1", "Full time"]',
    ],
  ])("says what is wrong with %j", (lines, message) => {
    expect(page(lines)).toEqual(message === "" ? [] : [`page.md:${message}`]);
  });
});

describe("the catalogue of archive.md", () => {
  test.each([
    [
      "language: en",
      '2:1  Cannot read "title": expected text on one line, got no such key\n    Write for example: title: Pages that were live',
    ],
    [
      "title: A\nurl: example.org",
      '3:6  Cannot read "url": expected an http or https address, got "example.org"\n    Write for example: url: https://example.org/live/',
    ],
    [
      "title: A\nlanguage: e",
      '3:11  Cannot read "language": expected a language tag, got "e"\n    Write for example: language: en-GB',
    ],
    [
      "title: A\nnoindex: maybe",
      '3:10  Cannot read "noindex": expected true or false, got "maybe"\n    Write for example: noindex: true',
    ],
    [
      "title: A\nrevisions: all",
      '3:12  Cannot read "revisions": expected true or false, got "all"\n    Write for example: revisions: true',
    ],
    [
      "title: A\nrights:\n  a: b",
      '4:3  Cannot read "rights": expected text on one line, got "a: b"\n    Write for example: rights: CC BY 4.0',
    ],
  ])("says what is wrong with %j", (lines, message) => {
    expect(archive(lines)).toEqual([`archive.md:${message}`]);
  });
});

describe("the schemas", () => {
  test.each([
    ["post", postSchema],
    ["page", pageSchema],
    ["archive", archiveSchema],
  ] as const)("of a %s have a manual for each key, whose example is right", (kind, schema) => {
    for (const [key, { example }] of Object.entries(schema)) {
      const needed = { post: "id: a", page: "title: A\nzone: UTC", archive: "title: A" }[kind];
      const lines = [...needed.split("\n").filter((line) => !line.startsWith(`${key}:`)), example].join("\n");
      expect(
        { post, page: (text: string) => page(text).filter((text) => !text.includes("folder's name")), archive }[kind](
          lines,
        ),
      ).toEqual([]);
    }
  });
});
