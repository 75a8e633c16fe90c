/** No regular expression of the product takes time that grows with the square of a text, or faster. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { analyse } from "scslre";
import { beforeAll, describe, expect, test } from "vitest";
import { piecesFor } from "./architecture/pattern-baits.ts";
import { readSource } from "./architecture/source.ts";

const root = path.resolve(import.meta.dirname, "..");

/** Patterns whose text is short whatever a capture holds, or for whose text it cannot happen: `file` -> pattern -> why. */
const bounded: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "src/archive/leftover-names.ts": {
    "-(?=[A-Z0-9-]*[A-Z])[A-Z0-9][A-Z0-9-]{2,14}$": "the name of a file has at most 255 characters",
  },
  "src/importers/text/marks.ts": { "(?:\\b[A-Za-z]\\.)+$": "looks at texts of at most 110 characters" },
  "src/client/messages.ts": { "\\B(?=(\\d{3})+$)": "a number has at most 21 digits" },
  "src/base/terminal/amounts.ts": { "\\B(?=(\\d{3})+$)": "a number has at most 21 digits" },
  "src/site/i18n/interface/en.ts": { "\\B(?=(\\d{3})+$)": "a number has at most 21 digits" },
  "src/site/i18n/plural.ts": { "\\B(?=(\\d{3})+$)": "a number has at most 21 digits" },
};

interface Found {
  readonly file: string;
  readonly line: number;
  readonly source: string;
  readonly flags: string;
}

const sources = ["src", "templates"].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => path.posix.join(folder, name.replaceAll(path.sep, "/")))
    .map((file) => readSource(file, readFileSync(path.join(root, file), "utf8"))),
);

const written: readonly Found[] = sources.flatMap((source) =>
  source.patterns.map((pattern) => ({ file: source.path, ...pattern })),
);

/** Patterns that are put together: known when their module is loaded. */
const made: Found[] = [];

const isBounded = ({ file, source }: Found): boolean => bounded[file]?.[source] !== undefined;

const told = ({ file, line, source, flags }: Found, what: string): string =>
  `${file}${line === 0 ? "" : `:${line}`} /${source.slice(0, 200)}/${flags} ${what}`;

beforeAll(async () => {
  const whole = globalThis.RegExp;
  let file = "";
  globalThis.RegExp = new Proxy(whole, {
    construct: (target, [source, flags], self) => {
      const pattern = Reflect.construct(target, [source, flags], self) as RegExp;
      if (file !== "") made.push({ file, line: 0, source: pattern.source, flags: pattern.flags });
      return pattern;
    },
  });
  try {
    for (const source of sources.filter(({ code }) => /\bRegExp\s*\(/.test(code))) {
      file = source.path;
      await import(path.join(root, source.path));
    }
  } finally {
    globalThis.RegExp = whole;
  }
});

/** Why a pattern is slow, as far as its form tells; undefined for one that is not. */
function slowForm({ source, flags }: Found): string | undefined {
  const { reports } = analyse(new RegExp(source, flags.replace(/[gy]/g, "")));
  // A sticky pattern begins in one place only.
  const report = reports.find(({ type }) => type !== "Move" || !flags.includes("y"));
  if (report === undefined) return undefined;
  const text = String.fromCodePoint(report.character.literal.source.codePointAt(0) ?? 0x20);
  return `${report.exponential ? "exponential" : "polynomial"} (${report.type}), as on a run of ${text}…`;
}

/** Milliseconds in which a linear pattern is done with a text of that many characters many times over. */
const patience = 25;
const longest = 30_000;
const ends = ["\u0001", "\n\u0001", "!x"];

/** A text that takes long, if one of the baits for the pattern does. */
function slowText({ source, flags }: Found): string | undefined {
  const pattern = new RegExp(source, `${flags.replace("g", "")}g`);
  for (const piece of piecesFor(source, flags)) {
    for (const end of ends) {
      // Step by step, or what is exponential would never come back.
      for (let times = 8; times * piece.length <= longest; times = Math.ceil(times * (times < 40 ? 1.2 : 3))) {
        const text = piece.repeat(times) + end;
        if (milliseconds(pattern, text) > patience && isSteep(pattern, text, piece.repeat(times / 3) + end))
          return `${JSON.stringify(piece.slice(0, 60))} ${times} times and ${JSON.stringify(end)}`;
      }
    }
  }
  return undefined;
}

/** Of this thread alone: others may have the machine meanwhile. Node 22 knows the process alone. */
const spent = process.threadCpuUsage ?? process.cpuUsage;
function milliseconds(pattern: RegExp, text: string): number {
  const start = spent();
  for (const match of text.matchAll(pattern)) if (match.index === undefined) break;
  const { user, system } = spent(start);
  return (user + system) / 1000;
}

/** Three times the text takes far more than three times as long; by the smallest of several times, since other work only adds to one. */
function isSteep(pattern: RegExp, text: string, third: string): boolean {
  const least = (words: string): number => Math.min(...[1, 2, 3, 4, 5].map(() => milliseconds(pattern, words)));
  const whole = least(text);
  return whole > patience && whole > 5 * least(third);
}

const findings = (patterns: readonly Found[], slow: (pattern: Found) => string | undefined): readonly string[] => {
  // Many files have a pattern that others have too.
  const known = new Map<string, string | undefined>();
  return patterns.flatMap((pattern) => {
    const key = `/${pattern.source}/${pattern.flags}`;
    if (!isBounded(pattern) && !known.has(key)) known.set(key, slow(pattern));
    const what = isBounded(pattern) ? undefined : known.get(key);
    return what === undefined ? [] : [told(pattern, what)];
  });
};

describe("the patterns of the product", () => {
  test("are all found", () => {
    expect(written.length).toBeGreaterThan(600);
    for (const { source, flags } of written) expect(() => new RegExp(source, flags)).not.toThrow();
    expect(made.length).toBeGreaterThan(10);
  });

  test("have no form that is slow", () => {
    expect(findings([...written, ...made], slowForm)).toEqual([]);
  });

  test("are quick on texts that repeat what they match", () => {
    expect(findings([...written, ...made], slowText)).toEqual([]);
  }, 120_000);

  test("need their exceptions", () => {
    const known = Object.entries(bounded).flatMap(([file, patterns]) =>
      Object.entries(patterns).map(([source, why]) => ({ file, source, why })),
    );
    for (const { file, source, why } of known) {
      const found = written.find((one) => one.file === file && one.source === source);
      expect(found && (slowForm(found) ?? slowText(found)), `${file} ${source}`).toBeDefined();
      expect(why.length).toBeGreaterThan(10);
    }
  });
});

describe("the search for slow patterns", () => {
  const pattern = (source: string, flags = ""): Found => ({ file: "src/a.ts", line: 1, source, flags });

  test.each([["\\s+$"], ["^\\s*(.*)\\s*$"], ["(?:a+)+b"], ["[^/]+$"], [",\\s*\\s*;"]])(
    "knows the form of /%s/",
    (source) => expect(slowForm(pattern(source))).toBeDefined(),
  );

  test.each([
    ["(?:\\b[A-Z]\\.)+$"],
    ["<script\\b([^>]*)>"],
    ["^\\s*(?:<!--[\\s\\S]*?-->\\s*)*<svg[\\s>]"],
    ['"(?:[^"\\\\]|\\\\[\\s\\S])*"'],
  ])("finds a text for /%s/", (source) => expect(slowText(pattern(source))).toBeDefined());

  test.each([["^\\s+"], ["\\d{1,40}x"], ["<[^<]*>"], ["(?<! ) {2,}\\|"]])("leaves /%s/ alone", (source) => {
    expect(slowForm(pattern(source)) ?? slowText(pattern(source))).toBeUndefined();
  });
});
