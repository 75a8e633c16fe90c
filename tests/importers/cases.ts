/** The found pages with what each must become: the constructed ones from the fixtures, the others where they are at hand. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { ReadOptions } from "../../src/importers/contract.ts";
import { parseInstant } from "../../src/model/instant.ts";

export interface ExpectedPost {
  readonly headline: string | null;
  readonly published: string | null;
  readonly label: string | null;
  readonly breaking: boolean;
  readonly byline: { readonly name: string; readonly role?: string } | null;
  readonly subheadline?: string;
  readonly context?: readonly string[];
  readonly clock?: string;
  readonly images?: number;
  readonly captions?: number;
  readonly bareAlt?: number;
  readonly media?: number;
  readonly bullets?: number;
  readonly numbered?: number;
  readonly quotes?: number;
  readonly embeds?: number;
  readonly tables?: number;
  readonly paragraphs?: number;
  readonly truncated?: boolean;
}

export interface Case {
  readonly name: string;
  readonly text: string;
  readonly options: ReadOptions;
  readonly expected: {
    readonly title: string | null;
    readonly summary: number | null;
    readonly order: string;
    readonly postsCount: number;
    readonly posts: readonly ExpectedPost[];
    readonly editedBy?: readonly string[];
  };
}

const fixtures = path.join(import.meta.dirname, "../fixtures/live-pages");
/** Beside the repository, on machines that have it. */
const shared = path.join(import.meta.dirname, "../../../shared/live-pages");
export const hasShared = existsSync(shared);

/** Day of capture, for a case whose file names it in its notes only. */
const captureDays: Readonly<Record<string, string>> = { "bbc-lx-stream-html": "2025-02-12" };

function readCase(folder: string, name: string, file: string): Case {
  const text = readFileSync(path.join(folder, name, file), "utf8");
  const expected = JSON.parse(readFileSync(path.join(folder, name, "expected.json"), "utf8"));
  const zone = expected.assume?.timeZone ?? "Europe/London";
  const day: string | undefined = expected.assume?.date ?? captureDays[name];
  // A day alone is its end: no post is later than its capture.
  const captured = day && parseInstant(day.includes("T") ? day : `${day}T23:59:00Z`, zone);
  const options = {
    file: `${name}/${file}`,
    zone,
    ...(expected.assume?.year === undefined ? {} : { year: expected.assume.year }),
    ...(captured ? { captured } : {}),
  };
  return { name, text, options, expected };
}

const casesIn = (folder: string, file = "page.txt"): readonly Case[] =>
  readdirSync(folder)
    .filter((name) => [file, "expected.json"].every((one) => existsSync(path.join(folder, name, one))))
    .sort()
    .map((name) => readCase(folder, name, file));

export const fixtureCases = casesIn(fixtures);
export const sharedCases = hasShared ? casesIn(shared) : [];
/** The same live pages, and others, in another form: `page.html`, `live.json`. */
export const casesOf = (file: string): readonly Case[] => [
  ...casesIn(fixtures, file),
  ...(hasShared ? casesIn(shared, file) : []),
];
