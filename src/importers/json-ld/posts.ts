/** One update of a LiveBlogPosting as a post, and what all updates of a page have in common: that belongs to none of them. */

import { webAddress } from "../../markdown/address.ts";
import { plainBlocks } from "../../markdown/plain.ts";
import type { Byline, FoundPost } from "../../model/live-page.ts";
import { plainWords } from "../html/inline.ts";
import { isObject, type JsonObject, listOf } from "../json/find.ts";
import { machineTime } from "../times/json-moment.ts";
import { type BodyContext, bodyOf } from "./body.ts";
import { mediaOf, sharedPictures } from "./media.ts";
import { type Graph, isPerson, namesIn } from "./shape.ts";

/** What the updates of one page cannot be trusted in. */
export interface Habits {
  /** The field that holds the time of an update; undefined where all have the page's. */
  readonly time?: "datePublished" | "dateCreated" | "dateModified";
  /** Every update has the same headline, such as the page's own. */
  readonly pageHeadlines: boolean;
  /** The page's own headline. */
  readonly pageTitle?: string;
  /** The headlines are the first sentences of the texts. */
  readonly cutHeadlines: boolean;
  /** The time of a change is each update's own. */
  readonly ownChanges: boolean;
  /** Every update has the page's own authors. */
  readonly pageAuthors: boolean;
  /** Addresses that more than one update has. */
  readonly shared: ReadonlySet<string>;
  /** Pictures of the page, or of more than one update. */
  readonly sharedPictures: ReadonlySet<string>;
  /** Characters after which bodies are cut; undefined where they are not. */
  readonly cutAt?: number;
}

const times = ["datePublished", "dateCreated", "dateModified"] as const;
/** Where publishers cut: the Guardian after 1000 characters. */
const knownCut = 1000;

export function habitsOf(blog: JsonObject, updates: readonly JsonObject[], graph: Graph): Habits {
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

/** A headline of many words that is how the text begins, whole or cut. */
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
  // A headline that all updates share and that is not the page's own stands nowhere else.
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
  const time = habits.time === undefined ? undefined : update[habits.time];
  const moment = typeof time === "string" ? machineTime(time, zone) : undefined;
  const published = moment?.instant;
  // A time without an offset stays with what is said to machines: it cannot be checked against the page.
  if (moment !== undefined && moment.told !== "local" && habits.time !== undefined)
    fields.line(update, habits.time, { post, field: "stamp" });
  const change = habits.ownChanges && typeof update.dateModified === "string" ? update.dateModified : "";
  const updated = machineTime(change, zone)?.instant;
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

/** A body that ends where bodies are cut, or a few blanks before. */
const isCutAt = (limit: number, body: unknown): boolean =>
  typeof body === "string" && body.length >= limit - 3 && body.length <= limit;

function readBylines(update: JsonObject, post: number, { fields, graph }: BodyContext): readonly Byline[] {
  const place = { post, field: "byline" } as const;
  const publishers = namesIn(update.publisher, graph);
  const key = update.author === undefined ? "creator" : "author";
  const line = (object: JsonObject, name: string): readonly string[] =>
    listOf(fields.line(object, name, place)).map(String);
  if (typeof update[key] === "string" && graph.objects(update[key]).length === 0)
    return publishers.includes(update[key]) ? [] : line(update, key).map((name) => ({ name }));
  return graph.list(update[key]).flatMap((author): readonly Byline[] => {
    if (!isObject(author) || !isPerson(author)) return [];
    const named = ["name", "@value"].find((one) => typeof author[one] === "string");
    if (named === undefined || publishers.includes(String(author[named]))) return [];
    const [name] = line(author, named);
    const [role] = name === undefined ? [] : line(author, "jobTitle");
    return name === undefined ? [] : [{ name, ...(role !== undefined && { role }) }];
  });
}
