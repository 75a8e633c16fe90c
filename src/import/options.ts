/** The options of `import`, read from words into values; a wrong one is refused with an example of a right one. */

import { UsageError } from "../commands/command.ts";
import { isZone, parseInstant } from "../model/instant.ts";

/** What the person said of a live page and its captures; undefined where nothing was said. All are texts that mean something. */
export interface ImportOptions {
  readonly slug?: string;
  readonly title?: string;
  /** An http or https address. */
  readonly url?: string;
  /** ISO time with its offset. */
  readonly captured?: string;
  readonly year?: number;
  /** IANA name. */
  readonly zone?: string;
  /** BCP 47. */
  readonly language?: string;
}

/** Reads the values of `import`'s options, or throws a UsageError. Whether a slug is a good one is the archive's to say. */
export function importOptions(values: Readonly<Record<string, string | undefined>>): ImportOptions {
  const { slug, title, url, captured, year, zone, language } = values;
  return {
    ...(slug !== undefined && { slug }),
    ...(title !== undefined && { title: titleOf(title) }),
    ...(url !== undefined && { url: urlOf(url) }),
    ...(captured !== undefined && { captured: capturedOf(captured) }),
    ...(year !== undefined && { year: yearOf(year) }),
    ...(zone !== undefined && { zone: zoneOf(zone) }),
    ...(language !== undefined && { language: languageOf(language) }),
  };
}

const refuse = (option: string, text: string, expected: string, example: string): UsageError =>
  new UsageError(`Cannot use --${option} "${text}": expected ${expected}`, `For example --${option} ${example}`);

function titleOf(text: string): string {
  const title = text.replace(/\s+/g, " ").trim();
  if (title === "") throw refuse("title", text, "some words", '"A state visit, as it happened"');
  return title;
}

function urlOf(text: string): string {
  const url = URL.parse(text);
  if (url === null || !["http:", "https:"].includes(url.protocol) || url.username !== "" || url.password !== "")
    throw refuse("url", text, "an http or https address", "https://news.example.org/live/page");
  return text;
}

function capturedOf(text: string): string {
  if (parseInstant(text, "UTC") === undefined)
    throw refuse("captured", text, "a time with its offset", "2024-05-17T06:00+01:00");
  return text;
}

function yearOf(text: string): number {
  const year = Number(text);
  if (!/^\d{4}$/.test(text) || year < 1990 || year > 2200)
    throw refuse("year", text, "a year from 1990 to 2200", "2024");
  return year;
}

function zoneOf(text: string): string {
  if (!isZone(text)) throw refuse("zone", text, "an IANA zone, not an abbreviation", "Europe/London");
  return text;
}

function languageOf(text: string): string {
  try {
    return Intl.getCanonicalLocales(text)[0] ?? text;
  } catch {
    throw refuse("language", text, "a language tag", "en-GB");
  }
}

/** The same from what an earlier import kept; what is not of the right kind is as if it were not there. */
export function storedImportOptions(stored: Readonly<Record<string, string | number | boolean>>): ImportOptions {
  const texts = Object.entries(stored).map(([name, value]) => [name, String(value)] as const);
  return importOptions(Object.fromEntries(texts));
}
