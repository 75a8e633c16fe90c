/** The options of an import: words from the command line or from `captures.yaml` -> values with a meaning. */
import { type Instant, instantInZone, isZone, parseInstant } from "../model/instant.ts";

/** What the person says of a live page and its captures; what is undefined the capture says, or a default. */
export interface ImportOptions {
  readonly slug?: string;
  readonly title?: string;
  /** An http or https address. */
  readonly url?: string;
  /** When the copy was made: an ISO time with its offset. */
  readonly captured?: string;
  /** The year of times that name none. */
  readonly year?: number;
  /** IANA name of the zone of times that name none. */
  readonly zone?: string;
  /** BCP 47. */
  readonly language?: string;
}

/** A value that an option cannot have, and one that it can. */
export interface WrongValue {
  readonly option: string;
  readonly text: string;
  readonly expected: string;
  readonly example: string;
}

type Rules = {
  readonly [Name in keyof ImportOptions]-?: {
    readonly expected: string;
    readonly example: string;
    /** Undefined: the option cannot have this value. */
    readonly parse: (text: string) => ImportOptions[Name];
  };
};

const rules: Rules = {
  // The archive decides whether a slug is a good one.
  slug: { expected: "a-z, 0-9 and -", example: "state-visit", parse: (text) => text },
  title: {
    expected: "some words",
    example: '"A state visit, as it happened"',
    parse: (text) => text.replace(/\s+/g, " ").trim() || undefined,
  },
  url: {
    expected: "an http or https address",
    example: "https://news.example.org/live/page",
    parse: (text) => (isWebAddress(text) ? text : undefined),
  },
  captured: {
    expected: "a time with its offset",
    example: "2024-05-17T06:00+01:00",
    parse: (text) => (parseInstant(text, "UTC") === undefined ? undefined : text),
  },
  year: {
    expected: "a year from 1990 to 2200",
    example: "2024",
    parse: (text) => (/^\d{4}$/.test(text) && Number(text) >= 1990 && Number(text) <= 2200 ? Number(text) : undefined),
  },
  zone: {
    expected: "an IANA zone, not an abbreviation",
    example: "Europe/London",
    parse: (text) => (isZone(text) ? text : undefined),
  },
  language: { expected: "a language tag", example: "en-GB", parse: languageTag },
};

/** The options in `values`, by their names on the command line, or the first value that is wrong. Other names are ignored. */
export function parseImportOptions(
  values: Readonly<Record<string, string | number | boolean | undefined>>,
): { readonly options: ImportOptions } | { readonly wrong: WrongValue } {
  const options: Record<string, string | number> = {};
  for (const [option, { expected, example, parse }] of Object.entries(rules)) {
    const given = values[option];
    if (given === undefined) continue;
    const text = String(given);
    const value = parse(text);
    if (value === undefined) return { wrong: { option, text, expected, example } };
    options[option] = value;
  }
  return { options };
}

function isWebAddress(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && ["http:", "https:"].includes(url.protocol) && url.username === "" && url.password === "";
}

function languageTag(text: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(text)[0];
  } catch {
    return undefined;
  }
}

/** The zone where neither the person nor the capture names one. */
export const usualZone = "Europe/London";

export const zoneOf = (options: ImportOptions): string => options.zone ?? usualZone;

/** When the copy was made, on the clocks of the live page: a person who saves a page often knows only its time in UTC. */
export function capturedAt(options: ImportOptions): Instant | undefined {
  const told = options.captured === undefined ? undefined : parseInstant(options.captured, zoneOf(options));
  return told && instantInZone(told.epoch, told.zone);
}

/** What the program says of itself when it asks, and where to read what it is. `version`: such as "1.2.3". */
export const userAgentOf = (version: string): string =>
  `afterlive/${version} (+https://github.com/afterlive/afterlive)`;

/** Seconds: the longest pause that a person can ask for. */
export const longestPause = 600;
