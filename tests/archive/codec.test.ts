import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normaliseSettings, parseArchive, printArchive } from "../../src/archive/archive-text.ts";
import { normalisePage, normalisePost } from "../../src/archive/normalise.ts";
import { parsePage } from "../../src/archive/read/parse-page.ts";
import { parsePost } from "../../src/archive/read/parse-post.ts";
import { printPage } from "../../src/archive/write/print-page.ts";
import { printPost, withImported } from "../../src/archive/write/print-post.ts";
import { parseInstant } from "../../src/model/instant.ts";
import * as arbitrary from "./arbitraries.ts";

const { numRuns } = arbitrary;
const errors = (problems: readonly { severity: string }[]) => problems.filter(({ severity }) => severity === "error");

describe("laws", () => {
  test("parsePost reads what printPost writes, and printPost writes it again", () => {
    fc.assert(
      fc.property(
        arbitrary.post,
        fc.option(fc.constant("sha256-0123456789abcdef"), { nil: undefined }),
        (post, imported) => {
          const text = printPost(post, imported);
          const read = parsePost(text, "x.md", "Europe/London");
          expect(errors(read.problems)).toEqual([]);
          expect(read.post).toEqual(normalisePost(post));
          expect(read.imported).toBe(imported);
          expect(printPost(read.post!, imported)).toBe(text);
          if (imported !== undefined) expect(withImported(printPost(post), imported)).toBe(text);
          const crlf = parsePost(`\uFEFF${text.replaceAll("\n", "\r\n")}`, "x.md", "Europe/London");
          expect(crlf.post).toEqual(read.post);
        },
      ),
      { numRuns },
    );
  });

  test("normalisePost changes nothing the second time", () => {
    fc.assert(
      fc.property(arbitrary.post, (post) => {
        const once = normalisePost(post);
        expect(normalisePost(once)).toEqual(once);
      }),
      { numRuns },
    );
  });

  test("parsePage reads what printPage writes, and printPage writes it again", () => {
    fc.assert(
      fc.property(arbitrary.page, (page) => {
        const text = printPage(page);
        const read = parsePage(text, "page.md", "a");
        expect(errors(read.problems)).toEqual([]);
        expect(read.page).toEqual(normalisePage(page));
        expect(printPage(read.page!)).toBe(text);
      }),
      { numRuns },
    );
  });

  test("parseArchive reads what printArchive writes, and printArchive writes it again", () => {
    fc.assert(
      fc.property(arbitrary.settings, (settings) => {
        const text = printArchive(settings);
        const read = parseArchive(text, "archive.md");
        expect(errors(read.problems)).toEqual([]);
        expect(read.settings).toEqual(normaliseSettings(settings));
        expect(printArchive(read.settings!)).toBe(text);
      }),
      { numRuns },
    );
  });
});

describe("printPost", () => {
  test("prints keys in their order, plain where they cannot be misread", () => {
    const text = printPost(
      {
        id: "p20240517-0237-a-city-of-ice",
        published: parseInstant("2024-05-17T02:37:00+01:00", "Europe/London")!,
        inferred: ["year"],
        headline: "Putin: what next?",
        label: "Analysis",
        breaking: false,
        context: [],
        bylines: [{ name: "The Asia desk", role: "in Singapore" }],
        truncated: false,
        blocks: [
          { kind: "paragraph", content: [{ kind: "text", text: "A paragraph." }] },
          {
            kind: "figure",
            file: "0358-tea.jpg",
            alt: "Two leaders [left, right] at tea",
            caption: [{ kind: "text", text: 'They had "in-depth" talks' }],
          },
        ],
      },
      "sha256-3f9c1a5207d4e8b1",
    );
    expect(text).toBe(`---
id: p20240517-0237-a-city-of-ice
published: 2024-05-17T02:37:00+01:00
inferred: [year]
headline: "Putin: what next?"
label: Analysis
byline:
  - name: The Asia desk
    role: in Singapore
imported: sha256-3f9c1a5207d4e8b1
---
A paragraph.

![Two leaders [left, right] at tea](media/0358-tea.jpg)
Caption: They had "in-depth" talks
`);
  });
});

describe("parsePost", () => {
  test("takes a single name, a single byline and a single word for lists of one", () => {
    const read = (lines: string) =>
      parsePost(`---\nid: a\npublished: 2024-05-17T02:37Z\n${lines}\n---\n`, "x.md", "UTC").post;
    expect(read("byline: BBC: Verify")?.bylines).toEqual([{ name: "BBC: Verify" }]);
    expect(read("byline:\n  name: Jo\n  role: Desk")?.bylines).toEqual([{ name: "Jo", role: "Desk" }]);
    expect(read("byline:\n  - Jo\n  - name: Al")?.bylines).toEqual([{ name: "Jo" }, { name: "Al" }]);
    expect(read("inferred: year\ncontext: Swimming")).toMatchObject({ inferred: ["year"], context: ["Swimming"] });
  });
});
