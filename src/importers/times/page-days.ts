/** From a page to the days that it names for itself: in date lines, in its head, its structured data, its title and its address. */
import { dayNumber, type Instant, isDate, localParts } from "../../model/instant.ts";
import { elementsIn, shortLineOf, type Tree } from "../html/html.ts";
import { attribute, type Element } from "../html/inline.ts";
import { hasName, isCalled } from "../html/names.ts";
import { findJson, isObject, type JsonObject, oneOrMany } from "../json/find.ts";
import { parseWrittenDay } from "../written-time/written-time.ts";
import { machineTime } from "./json-moment.ts";
import { datesIn } from "./page-dates.ts";

export interface PageDay {
  /** In the words of a warning: "the page's datePublished". */
  readonly from: string;
  /** The page began then ("start"), was changed then ("end"), or is about that day. */
  readonly kind: "start" | "end" | "day";
  /** Days since 1970. */
  readonly day: number;
  /** The moment in milliseconds since 1970, where the page gives a time of day. */
  readonly epoch?: number;
}

/** What is read of a page before anything is taken out of its tree. */
export interface DayClues {
  readonly metas: readonly { readonly name: string; readonly content: string }[];
}

const startNames =
  /^(?:article:published_time|og:published_time|article:published|datepublished|date|dc\.date|dc\.date\.issued|dcterms\.created|dcterms\.issued|pubdate|publish[-_]?date|parsely-pub-date|sailthru\.date|cxenseparse:recs:publishtime|last-published)$/i;
const endNames =
  /^(?:article:modified_time|article:modified|og:updated_time|datemodified|dcterms\.modified|last-modified|lastmod|revised)$/i;

export function dayClues(page: Tree): DayClues {
  const metas = elementsIn(page).flatMap((one) => {
    if (one.tagName !== "meta") return [];
    const name = attribute(one, "property") ?? attribute(one, "name") ?? attribute(one, "itemprop") ?? "";
    const content = attribute(one, "content") ?? "";
    return startNames.test(name) || endNames.test(name) ? [{ name, content }] : [];
  });
  return { metas: metas.slice(0, 20) };
}

export interface PageWords {
  readonly text: string;
  readonly clues: DayClues;
  /** Lines that are dates, outside of posts. */
  readonly lines: readonly string[];
  readonly titles: readonly string[];
  readonly source?: string | undefined;
}

/** The days, the surest first. */
export function pageDays({ text, clues, lines, titles, source }: PageWords, zone: string): readonly PageDay[] {
  const found: PageDay[] = [];
  const moment = (from: string, kind: PageDay["kind"], value: unknown): void => {
    if (typeof value !== "string") return;
    const instant = machineTime(value, zone)?.instant;
    const day = instant === undefined ? dayAlone(value) : dayOf(instant);
    if (day !== undefined) found.push({ from, kind, day, ...(instant !== undefined && { epoch: instant.epoch }) });
  };
  const printed = new Set(lines.flatMap((line) => dayIn(line) ?? []));
  const [only] = printed;
  if (printed.size === 1 && only !== undefined)
    found.push({ from: "a date that the page prints", kind: "day", day: only });
  for (const { from, kind, value } of momentsOf(text, clues)) moment(from, kind, value);
  const near = found.find(({ kind }) => kind !== "day")?.day;
  for (const title of titles) {
    const [date, ...others] = datesIn(title).filter(({ year }) => year !== undefined || near !== undefined);
    if (date === undefined || others.length > 0) continue;
    const year = date.year ?? new Date((near ?? 0) * 86_400_000).getUTCFullYear();
    found.push({ from: "the page's title", kind: "day", day: dayNumber(year, date.month, date.day) });
  }
  const address = source === undefined ? undefined : dayInAddress(source);
  if (address !== undefined) found.push({ from: "the page's address", kind: "day", day: address });
  return found;
}

interface WrittenMoment {
  readonly from: string;
  readonly kind: PageDay["kind"];
  readonly value: unknown;
}

function momentsOf(text: string, { metas }: DayClues): readonly WrittenMoment[] {
  const article = articleIn(text);
  return [
    ...metas.map(({ name, content }): WrittenMoment => {
      return { from: `the page's ${name}`, kind: startNames.test(name) ? "start" : "end", value: content };
    }),
    { from: "the page's datePublished", kind: "start", value: article?.datePublished },
    { from: "the page's coverageStartTime", kind: "start", value: article?.coverageStartTime },
    { from: "the page's dateModified", kind: "end", value: article?.dateModified },
    { from: "the page's coverageEndTime", kind: "end", value: article?.coverageEndTime },
  ];
}

/** A moment of the whole page, with an offset. */
export interface PageMoment {
  /** In the words of a warning: "the page's datePublished". */
  readonly from: string;
  readonly instant: Instant;
}

/** The moments with an offset other than UTC, in which machines write any time. */
export const pageMoments = (text: string, clues: DayClues): readonly PageMoment[] =>
  momentsOf(text, clues).flatMap(({ from, value }) => {
    const time = typeof value === "string" ? machineTime(value, "UTC") : undefined;
    return time?.writtenZone === "offset" ? [{ from, instant: time.instant }] : [];
  });

const dayOf = (instant: Parameters<typeof localParts>[0]): number => {
  const { year, month, day } = localParts(instant);
  return dayNumber(year, month, day);
};

function dayIn(line: string): number | undefined {
  const date = parseWrittenDay(line);
  return date?.year === undefined ? undefined : dayNumber(date.year, date.month, date.day);
}

function dayAlone(text: string): number | undefined {
  const [, year, month, day] = (/^\s*(\d{4})-?(\d\d)-?(\d\d)(?!\d)/.exec(text) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return undefined;
  return isDate(year, month, day) ? dayNumber(year, month, day) : undefined;
}

const articleType = /(?:Article|BlogPosting|LiveBlog|WebPage|Report)/;

/** The object of the page itself in its structured data: the first live page, else the first article. */
function articleIn(text: string): JsonObject | undefined {
  if (!/"(?:datePublished|dateModified|coverageStartTime)"/.test(text)) return undefined;
  const { values } = findJson(text);
  const all = values.flatMap((value) =>
    oneOrMany(value).flatMap((one) => (isObject(one) ? [one, ...oneOrMany(one["@graph"]).filter(isObject)] : [])),
  );
  const typed = (pattern: RegExp): JsonObject | undefined =>
    all.find((one) => oneOrMany(one["@type"]).some((type) => typeof type === "string" && pattern.test(type)));
  return typed(/LiveBlog/) ?? typed(articleType) ?? undefined;
}

const shortMonths = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** "/2024/05/17/", "/2024/may/17/", "-20240517-", "2024-05-17". */
function dayInAddress(address: string): number | undefined {
  const match = /(?<!\d)((?:19|20)\d\d)([/-]?)(\d\d|[a-z]{3})\2(\d\d)(?!\d)/i.exec(address);
  if (match === null) return undefined;
  const named = shortMonths.indexOf((match[3] ?? "").toLowerCase()) + 1;
  const [year, month, day] = [Number(match[1]), named || Number(match[3]), Number(match[4])];
  return isDate(year, month, day) ? dayNumber(year, month, day) : undefined;
}

const elsewhere = new Set(["aside", "footer", "nav"]);
const elsewhereCall =
  / (?:related|recommended|teaser|teasers|promo|promos|most read|comments?|footer|sidebar|copyright) /;

/** The lines that are dates with a year, on a page without its posts, and not beside other stories. At most 50. */
export function dateLines(page: Tree): readonly string[] {
  const found: string[] = [];
  const waiting: Element[] = [];
  const wait = ({ childNodes }: Tree): void => {
    for (let index = childNodes.length - 1; index >= 0; index -= 1) {
      const child = childNodes[index];
      if (child !== undefined && "tagName" in child) waiting.push(child);
    }
  };
  wait(page);
  for (let one = waiting.pop(); one !== undefined && found.length < 50; one = waiting.pop()) {
    if (elsewhere.has(one.tagName) || isCalled(one, elsewhereCall) || hasName(one, /^(?:comments?|footer|sidebar)$/i))
      continue;
    const line = shortLineOf(one, 80);
    if (line !== undefined && /\p{Nd}/u.test(line) && parseWrittenDay(line)?.year !== undefined) found.push(line);
    else wait(one);
  }
  return found;
}
