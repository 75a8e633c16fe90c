import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { readFrontMatter } from "../../../src/archive/front-matter/front-matter.ts";
import { readLines } from "../../../src/archive/front-matter/lines.ts";
import { isList, isMapping, type Node } from "../../../src/archive/front-matter/node.ts";
import { printText } from "../../../src/archive/front-matter/yaml-text.ts";
import { readYaml } from "../../../src/archive/front-matter/yaml-values.ts";
import { lineOf } from "../../../src/archive/normalise.ts";
import { hostileLine, numRuns } from "../arbitraries.ts";

const plain = (node: Node): unknown => {
  if (isList(node.value)) return node.value.map(plain);
  if (isMapping(node.value)) return Object.fromEntries([...node.value].map(([key, pair]) => [key, plain(pair.value)]));
  return node.value;
};
const values = (text: string): unknown => {
  const { matter, problems } = readFrontMatter(text, "x.md");
  expect(problems).toEqual([]);
  return plain({ value: matter!.pairs, start: 0, end: 0 });
};
const wrap = (lines: string): string => `---\n${lines}\n---\n`;

const yamlBits = fc.constantFrom(
  "a: ",
  " #",
  "# ",
  "'",
  '"',
  "\\",
  "- ",
  "[",
  "]",
  "{",
  "}",
  "*a",
  "&a",
  "!a",
  "|",
  ">",
  "~",
  "yes",
  "1e5",
  "2024-05-17",
  ",",
  ": ",
  "?",
  "%",
  "@",
  "`",
  " ",
  "  ",
  "\t",
  "\u00a0",
  "é",
  "x",
);
const yamlLine = fc.array(yamlBits, { maxLength: 6 }).map((bits) => bits.join(""));

describe("laws", () => {
  test("printText writes any line so that YAML 1.1, YAML 1.2 and readFrontMatter read it as it is", () => {
    fc.assert(
      fc.property(fc.oneof(hostileLine, yamlLine), (raw) => {
        const text = lineOf(raw);
        fc.pre(text !== undefined);
        const printed = printText(text!);
        for (const version of ["1.1", "1.2"] as const)
          expect(parse(`k: ${printed}\n`, { version })).toEqual({ k: text });
        expect(
          values(
            wrap(`headline: ${printed}\nbyline:\n  - name: ${printed}\n    role: ${printed}\ncontext:\n  - ${printed}`),
          ),
        ).toEqual({
          headline: text,
          byline: [{ name: text, role: text }],
          context: [text],
        });
      }),
      { numRuns },
    );
  });

  test("readLines agrees with readYaml in values and places wherever it reads at all", () => {
    const key = fc.constantFrom(
      "id",
      "headline",
      "label",
      "byline",
      "context",
      "inferred",
      "order",
      "unknown",
      "breaking",
      "source",
    );
    const block = fc.oneof(
      fc
        .tuple(
          key,
          fc.oneof(yamlLine, fc.constantFrom("[year, date]", "true", "12", "[]", "word", '"q" # c', "'q'", "x  # c")),
        )
        .map(([k, v]) => `${k}: ${v}`),
      fc
        .tuple(
          fc.constantFrom("byline", "context"),
          fc.array(fc.tuple(fc.constantFrom("name", "role"), yamlLine, yamlLine), { maxLength: 2 }),
        )
        .map(([k, list]) => `${k}:\n${list.map(([n, a, b]) => `  - ${n}: ${a}\n    role: ${b}\n  - ${b}`).join("\n")}`),
      fc.constantFrom("# comment", "", "  # inner"),
    );
    let read = 0;
    fc.assert(
      fc.property(fc.array(block, { maxLength: 4 }), fc.constantFrom("\n", "\r\n"), (blocks, newline) => {
        const text = `${blocks.join("\n")}\n`.replaceAll("\n", newline);
        const fast = readLines(text, 0, text.length);
        if (fast === undefined) return;
        read += 1;
        const slow = readYaml(text, 0, text.length);
        expect(slow.faults).toEqual([]);
        expect(slow.pairs).toEqual(fast);
      }),
      { numRuns: numRuns * 5 },
    );
    expect(read).toBeGreaterThan(100);
  });

  test("readFrontMatter is total", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          hostileLine,
          fc.array(fc.oneof(yamlLine, fc.constant("\n")), { maxLength: 12 }).map((all) => all.join("")),
        ),
        (text) => {
          for (const file of [text, wrap(text)]) {
            const { matter, problems } = readFrontMatter(file, "x.md");
            expect(matter === undefined).toBe(problems.length > 0);
          }
        },
      ),
      { numRuns },
    );
  });
});

describe("readFrontMatter", () => {
  test.each([
    ["Putin: a visit"],
    ["#1"],
    ["x? # y"],
    ["*star*"],
    ["12e5"],
    ["yes"],
    ["2024-05-17"],
    ["&c. and so on"],
    ["!important"],
    ["[sic] and more"],
    ["{a}"],
    ['"Peace" in our time'],
    ["'tis the season"],
    ["@home"],
    ["- no"],
    ["100%"],
    ["null"],
    ["a, b: c # d"],
  ])("reads the headline %s as it stands", (headline) => {
    for (const newline of ["\n", "\r\n"]) {
      const text = wrap(`headline: ${headline}\nlabel: x`).replaceAll("\n", newline);
      expect(values(text)).toEqual({ headline, label: "x" });
      const slow = readYaml(`headline: ${headline}${newline}`, 0, 500);
      expect(slow.faults).toEqual([]);
      expect(slow.pairs.get("headline")?.value.value).toBe(headline);
    }
  });

  test("reads lists of texts as they stand, also when YAML reads the rest", () => {
    const lines =
      'odd: {a: [1]}\ncontext:\n  - Home 2: Away 1\n  - "q"\nbyline:\n  # desks\n  - name: BBC: Verify\n    role: a # b\n  - Jo: Farrow';
    expect(values(wrap(lines))).toEqual({
      odd: { a: [1] },
      context: ["Home 2: Away 1", "q"],
      byline: [{ name: "BBC: Verify", role: "a # b" }, "Jo: Farrow"],
    });
  });

  test("leaves values of several lines to YAML", () => {
    expect(values(wrap("headline: >\n  one\n  two\nlabel: a\n  b"))).toEqual({ headline: "one two\n", label: "a b" });
  });

  test("takes two blanks and a # for a comment, one for text", () => {
    expect(values(wrap("label: Analysis   # free\nclock: 45 # mins\nheadline:  # none"))).toEqual({
      label: "Analysis",
      clock: "45 # mins",
      headline: null,
    });
  });

  test("keeps the body, its line and the line ends", () => {
    const { matter } = readFrontMatter("\uFEFF---\r\nid: a\r\n---\r\n\r\none\r\n---\r\ntwo", "x.md");
    expect(matter).toMatchObject({ body: "\none\n---\ntwo", bodyLine: 4, newline: "\r\n" });
  });

  test("does not follow thousands of brackets", () => {
    const { problems } = readFrontMatter(wrap(`odd: ${"[".repeat(30_000)}`), "x.md");
    expect(problems[0]?.message).toMatch(/^Cannot read front matter: /);
  });
});
