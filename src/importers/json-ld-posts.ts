/** One update of a LiveBlogPosting as a post, and what all updates of a page have in common: that belongs to none of them. */

import { webAddress } from "../markdown/address.ts";
import { plainBlocks } from "../markdown/plain.ts";
import type { Byline, FoundPost } from "../model/live-page.ts";
import { plainWords } from "./html-inline.ts";
import type { Fields } from "./json-fields.ts";
import { isObject, type JsonObject, listOf } from "./json-find.ts";
import { isPerson } from "./json-ld-values.ts";
import { momentOf } from "./json-moment.ts";

/** What the updates of one page cannot be trusted in. */
export interface Habits {
  /** The field that holds the time of an update; undefined where all have the page's. */
  readonly time?: "datePublished" | "dateCreated" | "dateModified";
  /** Every update has the page's own headline. */
  readonly pageHeadlines: boolean;
  /** Every update has the page's own authors. */
  readonly pageAuthors: boolean;
  /** Addresses that more than one update has. */
  readonly shared: ReadonlySet<string>;
  /** Characters after which bodies are cut; undefined where they are not. */
  readonly cutAt?: number;
}

const times = ["datePublished", "dateCreated", "dateModified"] as const;
/** Where publishers cut: the Guardian after 1000 characters. */
const knownCut = 1000;

export function habitsOf(blog: JsonObject, updates: readonly JsonObject[]): Habits {
  const time = times.find((key) => updates.some((update) => typeof update[key] === "string"));
  const several = updates.length > 1;
  const sameTime = several && time !== undefined && allAre(updates, time, blog[time]);
  const addresses = updates.map(addressOf).filter((address) => address !== undefined);
  const shared = new Set(addresses.filter((address, index) => addresses.indexOf(address) !== index));
  const authors = namesOf(blog);
  return {
    ...(time !== undefined && !sameTime && { time }),
    pageHeadlines: several && allAre(updates, "headline", blog.headline),
    pageAuthors: updates.every((update) => namesOf(update).join("\n") === authors.join("\n")),
    shared,
    ...(updates.some(({ articleBody }) => typeof articleBody === "string" && articleBody.length === knownCut) && {
      cutAt: knownCut,
    }),
  };
}

const allAre = (updates: readonly JsonObject[], key: string, value: unknown): boolean =>
  typeof value === "string" && updates.every((update) => update[key] === value);

const namesOf = (object: JsonObject): readonly string[] =>
  listOf(object.author).flatMap((author) => {
    const name = isObject(author) ? author.name : author;
    return typeof name === "string" ? [plainWords(name).trim()] : [];
  });

function addressOf({ url, "@id": id }: JsonObject): string | undefined {
  const address = typeof url === "string" ? webAddress(url) : undefined;
  return (
    address ??
    (typeof id === "string" && /^[\w:.-]{1,200}$/.test(id) ? id : typeof id === "string" ? webAddress(id) : undefined)
  );
}

export function postOf(update: JsonObject, post: number, fields: Fields, habits: Habits, zone: string): FoundPost {
  if (habits.pageHeadlines) fields.lose(update, "headline", "repeated title");
  const headline = habits.pageHeadlines ? undefined : fields.line(update, "headline", { post, field: "headline" });
  const time = habits.time === undefined ? undefined : update[habits.time];
  const published = typeof time === "string" ? momentOf(time, zone) : undefined;
  if (published !== undefined && habits.time !== undefined) fields.line(update, habits.time, { post, field: "stamp" });
  const bylines = habits.pageAuthors ? [] : readBylines(update, post, fields);
  const body = ["articleBody", "text", "description"].find(
    (key) => typeof update[key] === "string" && update[key] !== "",
  );
  const blocks = body === undefined ? [] : fields.body(update, body, { post, field: "body" });
  const source = addressOf(update);
  return {
    inferred: [],
    breaking: false,
    ...(headline !== undefined && { headline }),
    ...(published !== undefined && { published }),
    context: [],
    bylines,
    truncated:
      habits.cutAt !== undefined &&
      isCutAt(habits.cutAt, update.articleBody) &&
      !/[.!?]["'”’)]?$/.test(plainBlocks(blocks).trim()),
    ...(source !== undefined && !habits.shared.has(source) && { source }),
    blocks,
  };
}

/** A body that ends where bodies are cut, or a few blanks before. */
const isCutAt = (limit: number, body: unknown): boolean =>
  typeof body === "string" && body.length >= limit - 3 && body.length <= limit;

function readBylines(update: JsonObject, post: number, fields: Fields): readonly Byline[] {
  const place = { post, field: "byline" } as const;
  const publishers = listOf(update.publisher).flatMap((one) => (isObject(one) ? [one.name] : [one]));
  const name = (author: unknown): readonly Byline[] => (typeof author === "string" ? [{ name: author }] : []);
  if (typeof update.author === "string")
    return publishers.includes(update.author) ? [] : name(fields.line(update, "author", place));
  return listOf(update.author).flatMap((author) =>
    isObject(author) && isPerson(author) && !publishers.includes(author.name)
      ? name(fields.line(author, "name", place))
      : [],
  );
}
