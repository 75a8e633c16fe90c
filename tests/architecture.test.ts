/** The house keeps its own rules; and the rules find what breaks them. */
import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { allowed, arrows, untested } from "./architecture/house.ts";
import { rules } from "./architecture/rules.ts";
import { readSource } from "./architecture/source.ts";

const root = path.resolve(import.meta.dirname, "..");

function house() {
  const patterns = [
    "src/**/*.ts",
    "templates/**/*.ts",
    "tests/**/*.ts",
    "bench/**/*.ts",
    "tools/*.ts",
    ".eleventy.ts",
    "vitest.config.ts",
  ];
  return globSync(patterns, { cwd: root, exclude: ["tests/fixtures/**"] })
    .map((file) => file.split(path.sep).join("/"))
    .sort()
    .map((file) => readSource(file, readFileSync(path.join(root, file), "utf8")));
}

describe("the house", () => {
  const sources = house();
  for (const [name, rule] of Object.entries(rules)) {
    test(name, () => expect(rule(sources)).toEqual([]));
  }

  test("has every folder of the table of arrows, or the table is of another house", () => {
    expect(sources.length).toBeGreaterThan(50);
    const rooms = new Set(
      sources.map(({ path: file }) => /^src\/([^/]+)\//.exec(file)?.[1]).filter((room) => room !== undefined),
    );
    for (const room of rooms) expect(Object.keys(arrows)).toContain(room);
  });

  test("gives a reason for each exception", () => {
    const reasons = [...Object.values(allowed).flatMap((things) => Object.values(things)), ...Object.values(untested)];
    for (const reason of reasons) expect(reason.length).toBeGreaterThan(10);
  });
});

const doc = "/** Knows one small thing, for a test of the rules. */\n";
const tree = (files: Record<string, string>) =>
  Object.entries(files).map(([file, text]) => readSource(file, doc + text));

/** Each a small wrong tree, and what must be said of it. */
const wrong: readonly [rule: keyof typeof rules, files: Record<string, string>, finding: RegExp][] = [
  ["followsArrows", { "src/base/a.ts": 'import { b } from "../model/b.ts";' }, /base may import nothing/],
  ["followsArrows", { "src/base/a.ts": 'import type { b } from "../model/b.ts";' }, /src\/base\/a\.ts:2 /],
  ["followsArrows", { "src/base/a.ts": 'export * from "../model/b.ts";' }, /base may import/],
  ["followsArrows", { "src/site/a.ts": 'const a = await import("../archive/b.ts");' }, /site may import/],
  ["followsArrows", { "src/site/a.ts": "const a = await import(`../archive/b.ts`);" }, /site may import/],
  [
    "followsArrows",
    { "src/deploy/a.ts": 'import {\n  a,\n  b as c,\n} from "../model/b.ts";' },
    /deploy may import base/,
  ],
  ["followsArrows", { "src/builder/a.ts": 'import "../commands/b.ts";' }, /builder may import/],
  ["followsArrows", { "templates/a.11ty.ts": 'import { b } from "../src/builder/b.ts";' }, /templates may import/],
  ["followsArrows", { "src/model/a.ts": 'import { b } from "../../tests/b.ts";' }, /model may import base/],
  ["followsArrows", { "src/shed/a.ts": 'import { b } from "../base/b.ts";' }, /no folder of the design/],
  ["followsArrows", { "src/commands/a.ts": 'import { main } from "../cli.ts";' }, /commands may import/],
  [
    "hasSmallFolders",
    Object.fromEntries(Array.from({ length: 16 }, (_, n) => [`src/importers/html/a${n}.ts`, ""])),
    /src\/importers\/html holds 16 files/,
  ],
  [
    "exportsEachNameOnce",
    { "src/base/a.ts": "export const a = 1;", "src/model/b.ts": "export interface a {}" },
    /a is exported by src\/base\/a\.ts and src\/model\/b\.ts/,
  ],
  ["importsByName", { "src/base/a.ts": 'import { b } from "./b";', "src/base/b.ts": "" }, /is no file/],
  [
    "hasNoCycle",
    { "src/base/a.ts": 'import "./b.ts";', "src/base/b.ts": 'import "./a.ts";' },
    /a\.ts -> src\/base\/b\.ts/,
  ],
  ["hasNoCycle", { "src/base/a.ts": 'import type { A } from "./a.ts";' }, /import cycle/],
  [
    "hasNoCycle",
    { "src/base/a.ts": 'import type { B } from "./b.ts";', "src/base/b.ts": 'export type { A } from "./a.ts";' },
    /cycle/,
  ],
  [
    "keepsLibrariesHome",
    { "src/model/when.ts": 'import { DateTime } from "luxon";' },
    /whose home is src\/model\/instant\.ts/,
  ],
  ["keepsLibrariesHome", { "src/site/a.ts": 'import it from "markdown-it/lib/token.mjs";' }, /whose home is/],
  ["keepsLibrariesHome", { "src/base/a.ts": 'import pad from "left-pad";' }, /without a home/],
  [
    "keepsAdaptersApart",
    {
      "src/deploy/registry.ts": 'import { a } from "./one.ts"; import { b } from "./two.ts";',
      "src/deploy/one.ts": 'import { part } from "./two-part.ts";',
    },
    /knows the adapter two/,
  ],
  [
    "keepsAdaptersApart",
    {
      "src/deploy/registry.ts": 'import { a } from "./one.ts";',
      "src/commands/a.ts": 'import { a } from "../deploy/one.ts";',
    },
    /only src\/deploy\/registry\.ts/,
  ],
  [
    "keepsAdaptersApart",
    {
      "src/importers/registry.ts": 'import { a } from "./one/page.ts"; import { b } from "./two/page.ts";',
      "src/importers/one/page.ts": 'import { part } from "../two/part.ts";',
    },
    /knows the adapter two/,
  ],
  ["leavesTheWorldToTheCommandLine", { "src/base/a.ts": 'console.log("x");' }, /prints/],
  ["leavesTheWorldToTheCommandLine", { "src/base/a.ts": "process.stdout.write(x);" }, /prints/],
  ["leavesTheWorldToTheCommandLine", { "src/base/a.ts": "process.exitCode = 1;" }, /exits/],
  ["leavesTheWorldToTheCommandLine", { "src/base/a.ts": "const t = new Date();" }, /reads the clock/],
  ["leavesTheWorldToTheCommandLine", { "src/base/a.ts": "const t = new Date;" }, /reads the clock/],
  ["leavesTheWorldToTheCommandLine", { "src/base/a.ts": "const t = `$" + "{Date.now()}`;" }, /reads the clock/],
  ["leavesTheWorldToTheCommandLine", { "src/base/a.ts": "const t = performance.now();" }, /reads the clock/],
  ["leavesTheWorldToTheCommandLine", { "src/model/instant.ts": "const t = DateTime.now();" }, /reads the clock/],
  ["leavesTheWorldToTheCommandLine", { "src/base/a.ts": "const t = Math.random();" }, /is random/],
  ["leavesTheWorldToTheCommandLine", { "src/base/a.ts": "list.sort((a, b) => a.localeCompare(b));" }, /locale/],
  ["leavesTheWorldToTheCommandLine", { "src/base/a.ts": "const t = day.toLocaleString();" }, /locale/],
  [
    "leavesTheWorldToTheCommandLine",
    { "templates/a.11ty.ts": "const y = new Date(0).getFullYear();" },
    /locale or zone/,
  ],
  ["staysPure", { "src/importers/a.ts": 'import { readFileSync } from "node:fs";' }, /its folder is pure/],
  ["staysPure", { "src/outputs/a.ts": 'const a = await fetch("https://example.org");' }, /its folder is pure/],
  ["staysPure", { "src/markdown/a.ts": "const home = process.env.HOME;" }, /its folder is pure/],
  [
    "leavesContentToTheArchive",
    { "src/builder/a.ts": 'const a = readFileSync(join(root, "content", name));' },
    /a\.ts:2 opens a file in content/,
  ],
  ["leavesContentToTheArchive", { "src/commands/a.ts": "const a = existsSync(`$" + "{root}/content/x`);" }, /opens/],
  ["exportsByName", { "src/base/a.ts": "export default function a() {}" }, /default export/],
  ["exportsByName", { "src/base/a.ts": "const a = 1; export { a as default };" }, /default export/],
  ["isNoIndex", { "src/base/index.ts": "" }, /not index/],
  ["staysShort", { "src/base/a.ts": "\n".repeat(300) }, /more than 300/],
  ["usesPlainWords", { "src/base/html-utils.ts": "" }, /"utils" says nothing/],
  ["usesPlainWords", { "src/base/a.ts": "export interface FeedEntry {}" }, /"entry" says nothing/],
  ["usesPlainWords", { "src/base/a.ts": "export const postManager = 1;" }, /a\.ts:2 exports postManager/],
  ["usesPlainWords", { "src/base/a.ts": "const a = 1; export { a as helper };" }, /"helper"/],
  ["isTested", { "src/base/a.ts": "export const a = 1;" }, /has no test/],
  [
    "isTested",
    {
      "src/base/a.ts": "export const a = 1;",
      "tests/a.test.ts": 'import "../src/model/b.ts";',
      "src/model/b.ts": 'import "../base/a.ts"',
    },
    /a\.ts has no test/,
  ],
  ["needsItsExceptions", {}, /take its exception away/],
];

/** Right trees that look wrong. */
const right: readonly [rule: keyof typeof rules, files: Record<string, string>][] = [
  ["followsArrows", { "src/base/a.ts": '// import { b } from "../model/b.ts";\n/* import "../model/b.ts"; */' }],
  ["followsArrows", { "src/base/a.ts": 'const help = `import { b } from "../model/b.ts";`;' }],
  ["followsArrows", { "src/base/a.ts": "const quote = /[\"'`/]/g; const b = 4 / 2; // ' \"" }],
  ["followsArrows", { "src/model/a.ts": 'import type { Child } from "../base/html.ts";' }],
  ["followsArrows", { "src/commands/a.ts": 'import { b } from "../deploy/registry.ts";' }],
  [
    "hasNoCycle",
    { "src/base/a.ts": 'import "./b.ts"; import "./c.ts";', "src/base/b.ts": 'import "./c.ts";', "src/base/c.ts": "" },
  ],
  ["keepsLibrariesHome", { "src/archive/a.ts": 'import { parse } from "yaml"; import path from "node:path";' }],
  [
    "keepsAdaptersApart",
    {
      "src/importers/registry.ts": 'import { a } from "./bbc.ts"; import { b } from "./bbc-text.ts";',
      "src/importers/bbc-text/bbc-text.ts":
        'import { p } from "./bbc-text-posts.ts"; import { c } from "./contract.ts"; import { s } from "./account.ts";',
    },
  ],
  ["leavesTheWorldToTheCommandLine", { "src/base/a.ts": 'const hint = "console.log, new Date() and Math.random()";' }],
  ["leavesTheWorldToTheCommandLine", { "src/base/a.ts": "const t = new Date(epoch).toISOString();" }],
  ["leavesContentToTheArchive", { "src/archive/a.ts": 'const a = join(root, "content");' }],
  ["leavesContentToTheArchive", { "src/builder/a.ts": 'const hint = "content/ has no live page";' }],
  ["usesPlainWords", { "src/markdown/a.ts": "export const listItem = 1; export const updated = 2; const entry = 3;" }],
  ["isTested", { "src/base/a.ts": "export interface A { readonly a: number }" }],
  [
    "isTested",
    { "src/base/a.ts": "export const a = 1;", "tests/base/b.test.ts": 'import { a } from "../../src/base/a.ts";' },
  ],
  [
    "isTested",
    {
      "src/base/a.ts": 'import { part } from "./part.ts"; export const a = part;',
      "src/base/part.ts": "export const part = 1;",
      "tests/base/a.test.ts": 'import { a } from "../../src/base/a.ts";',
    },
  ],
  [
    "exportsEachNameOnce",
    { "src/base/a.ts": "export const a = 1;", "src/model/b.ts": 'export { a } from "../base/a.ts";' },
  ],
  ["beginsWithASentence", { "src/base/a.ts": "" }],
];

describe("the rules", () => {
  test.each(wrong)("%s finds what is wrong in %j", (name, files, finding) => {
    expect(rules[name]!(tree(files)).join("\n")).toMatch(finding);
  });

  test.each(right)("%s finds nothing in %j", (name, files) => {
    expect(rules[name]!(tree(files))).toEqual([]);
  });

  test("beginsWithASentence finds a file without one", () => {
    const without = [
      "export const a = 1;",
      "/** */",
      "/** a */ export const a = 1;",
      "// A sentence that is a comment.\n",
    ];
    for (const text of without) expect(rules.beginsWithASentence!([readSource("src/base/a.ts", text)])).toHaveLength(1);
  });

  test("each rule is itself under test", () => {
    const named = new Set<string>([...wrong.map(([name]) => name), "beginsWithASentence"]);
    expect(Object.keys(rules).filter((name) => !named.has(name))).toEqual([]);
  });
});
