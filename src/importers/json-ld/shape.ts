/** From structured data to one shape: schema.org lets a value be a text, a list of texts, an object, or the address of an object. */
import { isObject, isOfType, type Json, type JsonObject, objectsWith, oneOrMany } from "../json/find.ts";

export interface Graph {
  /** The values of a field, one or many; each reference is replaced with its object. */
  list(value: Json | undefined): readonly Json[];
  /** The values of a field that are objects. */
  objects(value: Json | undefined): readonly JsonObject[];
  /** The objects that references named, so that the account counts their unread fields. */
  readonly referred: ReadonlySet<JsonObject>;
}

export function makeGraph(values: readonly Json[]): Graph {
  const byId = new Map<string, JsonObject>();
  for (const object of objectsWith((one) => typeof one["@id"] === "string", values))
    if (!isReference(object)) byId.set(String(object["@id"]), object);
  const referred = new Set<JsonObject>();
  const at = (value: Json): Json => {
    const id = isObject(value) ? (isReference(value) ? value["@id"] : value["@value"]) : value;
    const found = typeof id === "string" ? byId.get(id) : undefined;
    if (found !== undefined) referred.add(found);
    return found ?? value;
  };
  const list = (value: Json | undefined): readonly Json[] =>
    oneOrMany(value).flatMap((one) => {
      const inner = isObject(one) ? (one["@list"] ?? one["@set"]) : undefined;
      return oneOrMany(inner ?? one).map(at);
    });
  return { list, objects: (value) => list(value).filter(isObject), referred };
}

/** True for an object with nothing but its address. */
const isReference = (object: JsonObject): boolean =>
  typeof object["@id"] === "string" && Object.keys(object).every((key) => key === "@id" || key === "@type");

const texts = new Set(["headline", "name", "alternativeHeadline", "description", "articleBody", "text"]);
const people = new Set(["author", "creator"]);
const times = new Set(["datePublished", "dateCreated", "dateModified", "uploadDate"]);

/** The object with texts as texts or lists of objects, and times as texts; other members of a list follow. */
export function plainObject(object: JsonObject): JsonObject {
  const plain: Record<string, Json | undefined> = {};
  for (const [name, value] of Object.entries(object)) {
    const key = name.replace(/^(?:schema:|https?:\/\/schema\.org\/)/, "");
    if (times.has(key)) Object.assign(plain, timeIn(key, value));
    else if ((texts.has(key) || people.has(key)) && Array.isArray(value)) Object.assign(plain, textsIn(key, value));
    else plain[key] = value;
  }
  return plain;
}

function textsIn(key: string, value: readonly Json[]): Record<string, Json> {
  const [first, ...others] = value;
  if (typeof first === "string" && !["articleBody", "text", ...people].includes(key))
    return { [key]: first, ...(others.length > 0 && { [`${key}_other`]: others }) };
  return { [key]: value.map((one) => (typeof one === "string" ? { "@value": one } : one)) };
}

/** Seconds since 1970 have ten digits, milliseconds thirteen. */
function timeIn(key: string, value: Json | undefined): Record<string, Json | undefined> {
  const all = oneOrMany(value).map((one) => {
    if (typeof one !== "number") return one;
    const epoch = one > 1e11 ? one : one * 1000;
    return one > 1e8 && epoch < 8e15 ? new Date(epoch).toISOString() : String(one);
  });
  const place = all.findIndex((one) => typeof one === "string" && /\dT?\s?\d\d:\d\d/.test(one));
  if (place === -1) return { [key]: all.length === 1 ? all[0] : value };
  const others = all.filter((_, index) => index !== place);
  return { [key]: all[place], ...(others.length > 0 && { [`${key}_other`]: others }) };
}

/** True for an author who is a person, not the publisher. */
export const isPerson = (author: JsonObject): boolean =>
  !["Organization", "NewsMediaOrganization", "Corporation"].some((type) => isOfType(author, type));

/** The names in a field, from texts, objects and references. */
export const namesIn = (value: Json | undefined, { list }: Graph): readonly string[] =>
  list(value).flatMap((one) =>
    oneOrMany(isObject(one) ? (one.name ?? one["@value"]) : one).filter((name) => typeof name === "string"),
  );
