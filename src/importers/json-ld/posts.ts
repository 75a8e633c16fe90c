/** From an update of a LiveBlogPosting to a post, without the values that all updates of the page share: they belong to the page. */

import { webAddress } from "../../markdown/address.ts";
import { plainBlocks } from "../../markdown/plain.ts";
import type { Byline, FoundPost } from "../../model/live-page.ts";
import type { AccountPlace } from "../account/account-span.ts";
import { plainWords } from "../html/inline.ts";
import type { JsonFields } from "../json/fields.ts";
import { isObject, type JsonObject, oneOrMany } from "../json/find.ts";
import { dataTime, type MachineTime, machineTime } from "../times/json-moment.ts";
import { type BodyContext, bodyOf } from "./body.ts";
import { mediaOf, sharedPictures } from "./media.ts";
import { type Graph, isPerson, namesIn } from "./shape.ts";

/** Values that all updates of a page have in common, and that are therefore not trusted. */
export interface Habits {
  /** The field that holds the time of an update; undefined if all have the page's time. */
  readonly time?: "datePublished" | "dateCreated" | "dateModified";
  /** Every update has the same headline, for example the page's. */
  readonly pageHeadlines: boolean;
  /** The page's headline. */
  readonly pageTitle?: string;
  /** The headlines are the first sentences of the texts. */
  readonly cutHeadlines: boolean;
  /** Each update has its own time of a change. */
  readonly ownChanges: boolean;
  /** Every update has the page's authors. */
  readonly pageAuthors: boolean;
  /** Addresses of more than one update. */
  readonly shared: ReadonlySet<string>;
  /** Pictures of the page, or of more than one update. */
  readonly sharedPictures: ReadonlySet<string>;
  /** The number of characters at which bodies are cut; undefined if they are whole. */
  readonly cutAt?: number;
}

const times = ["datePublished", "dateCreated", "dateModified"] as const;
/** The Guardian cuts bodies after 1000 characters. */
const knownCut = 1000;

export function bodyHabitsOf(blog: JsonObject, updates: readonly JsonObject[], graph: Graph): Habits {
  const time = times.find((key) => updates.some((update) => typeof update[key] === "string"));
  const several = updates.length > 1;
  const all = (key: string): boolean =>
    (several && allAre(updates, key, blog[key])) || (updates.length > 2 && allAre(updates, key, updates[0]?.[key]));
  const sameTime = time !== undefined && all(time);
  const addresses = updates.map(addressOf).filter((address) => address !== undefined);
  const known = new Set<string>();
  const shared = new Set(addresses.filter((address) => known.has(address) || !known.add(address)));
  const names = updates.map((update) => namesOf(update, graph));
  const [first = []] = names;
  const authors = updates.length > 2 && first.length > 1 ? first : namesOf(blog, graph);
  return {
    ...(time !== undefined && !sameTime && { time }),
    pageHeadlines: all("headline"),
    ...(typeof blog.headline === "string" && { pageTitle: blog.headline }),
    cutHeadlines: several && updates.every(beginsWithHeadline),
    ownChanges: several && time !== "dateModified" && !all("dateModified"),
    pageAuthors: names.every((each) => each.join("\n") === authors.join("\n")),
    shared,
    sharedPictures: sharedPictures(blog, updates, graph),
    ...(updates.some(({ articleBody }) => typeof articleBody === "string" && articleBody.length === knownCut) && {
      cutAt: knownCut,
    }),
  };
}

/** True if the text begins with the headline, whole or cut. */
function beginsWithHeadline({ headline, articleBody }: JsonObject): boolean {
  if (typeof headline !== "string" || typeof articleBody !== "string") return false;
  const words = (text: string): string => plainWords(text).replace(/\s+/g, " ").trim();
  const start = words(headline).replace(/ ?(?:…|\.\.\.)$/, "");
  return start.length > 0 && words(articleBody).startsWith(start);
}

const allAre = (updates: readonly JsonObject[], key: string, value: unknown): boolean =>
  typeof value === "string" && updates.every((update) => update[key] === value);

const namesOf = (object: JsonObject, graph: Graph): readonly string[] =>
  namesIn(object.author ?? object.creator, graph).map((name) => plainWords(name).trim());

function addressOf({ url, "@id": id }: JsonObject): string | undefined {
  const address = typeof url === "string" ? webAddress(url) : undefined;
  return (
    address ??
    (typeof id === "string" && /^[\w:.-]{1,200}$/.test(id) ? id : typeof id === "string" ? webAddress(id) : undefined)
  );
}

export function postOf(
  update: JsonObject,
  post: number,
  context: BodyContext,
  habits: Habits,
  zone: string,
): FoundPost {
  const { fields } = context;
  const repeats = habits.pageHeadlines || habits.cutHeadlines;
  // A headline that all updates share, and that is not the page's, would otherwise be kept nowhere.
  if (habits.cutHeadlines) fields.lose(update, "headline", "repeated title", { post, field: "body" });
  else if (repeats && habits.pageTitle === update.headline)
    fields.lose(update, "headline", "repeated title", { page: "title" });
  const title = typeof update.headline === "string" && update.headline.trim() !== "" ? "headline" : "name";
  const headline = repeats ? undefined : fields.line(update, title, { post, field: "headline" });
  fields.repeated(update, "name", headline ?? "");
  fields.repeated(update, "alternativeHeadline", headline ?? "");
  const subheadline = fields.isRead(update, "alternativeHeadline")
    ? undefined
    : fields.line(update, "alternativeHeadline", { post, field: "subheadline" });
  const moment = timeOf(update, habits, zone);
  const published = moment?.instant;
  if (moment !== undefined) keepTime(update, moment, post, fields);
  const change = habits.ownChanges && typeof update.dateModified === "string" ? update.dateModified : "";
  const updated = dataTime(change, zone)?.instant;
  const isLater = published !== undefined && updated !== undefined && updated.epoch > published.epoch;
  const bylines = habits.pageAuthors ? [] : readBylines(update, post, context);
  const { blocks: text, source: words } = bodyOf(update, post, context);
  const blocks = [...text, ...mediaOf(update, post, context, habits.sharedPictures, words)];
  const source = addressOf(update);
  return {
    inferred: moment?.inferred ?? [],
    breaking: false,
    ...(headline !== undefined && { headline }),
    ...(published !== undefined && { published }),
    ...(isLater && { updated }),
    ...(subheadline !== undefined && { subheadline }),
    context: [],
    bylines,
    truncated:
      habits.cutAt !== undefined &&
      isCutAt(habits.cutAt, update.articleBody) &&
      !/[.!?]["'”’)]?$/.test(plainBlocks(text).trim()),
    ...(source !== undefined && !habits.shared.has(source) && { source }),
    blocks,
  };
}

interface UpdateTime extends MachineTime {
  readonly key: "datePublished" | "dateCreated" | "dateModified";
}

/** The time of an update, from the field that holds the times of the others, else from the creation. */
function timeOf(update: JsonObject, { time }: Habits, zone: string): UpdateTime | undefined {
  for (const key of [time, time === "datePublished" ? ("dateCreated" as const) : undefined]) {
    if (key === undefined) continue;
    const value = update[key];
    const found = typeof value === "string" ? dataTime(value, zone) : undefined;
    if (found !== undefined) return { ...found, key };
  }
  return undefined;
}

/** A time without an offset, or in words, counts as machine data: it cannot be compared with the page. */
function keepTime(update: JsonObject, { key, writtenZone }: UpdateTime, post: number, fields: JsonFields): void {
  const text = String(update[key]);
  if (writtenZone !== "local" && machineTime(text, "UTC") !== undefined) {
    fields.line(update, key, { post, field: "stamp" });
    return;
  }
  fields.pass(update, key);
  fields.machine(key, text);
}

/** True for a body that ends at the limit, or a few blanks before. */
const isCutAt = (limit: number, body: unknown): boolean =>
  typeof body === "string" && body.length >= limit - 3 && body.length <= limit;

function readBylines(update: JsonObject, post: number, context: BodyContext): readonly Byline[] {
  const { fields, graph } = context;
  const place = { post, field: "byline" } as const;
  const publishers = namesIn(update.publisher, graph);
  const key = update.author === undefined ? "creator" : "author";
  const line = (object: JsonObject, name: string): readonly string[] =>
    oneOrMany(fields.line(object, name, place)).map(String);
  if (typeof update[key] === "string" && graph.objects(update[key]).length === 0)
    return publishers.includes(update[key]) ? [] : line(update, key).map((name) => ({ name }));
  return graph.list(update[key]).flatMap((author): readonly Byline[] => {
    if (!isObject(author) || !isPerson(author)) return [];
    const [name, ...others] = nameOf(author, publishers, place, context);
    const [role] = name === undefined ? [] : line(author, "jobTitle");
    if (name === undefined) return [];
    return [{ name, ...(role !== undefined && { role }) }, ...others.map((other) => ({ name: other }))];
  });
}

/** The names of an author: a text, a text with a language, or a list. */
function nameOf(
  author: JsonObject,
  publishers: readonly string[],
  place: AccountPlace,
  { fields, words }: BodyContext,
): readonly string[] {
  if (Array.isArray(author.name)) {
    const names = author.name.filter((one) => typeof one === "string");
    if (names.length !== author.name.length || names.some((one) => publishers.includes(one))) return [];
    fields.pass(author, "name");
    return names.map((one) => words.keep(plainWords(one), place).replace(/\s+/g, " ").trim());
  }
  const named = ["name", "@value"].find((one) => typeof author[one] === "string");
  if (named === undefined || publishers.includes(String(author[named]))) return [];
  return oneOrMany(fields.line(author, named, place)).map(String);
}
