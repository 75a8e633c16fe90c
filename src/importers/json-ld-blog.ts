/** Which of the objects of a capture are one live page: it can be told in pieces, twice, and by references. */
import { isObject, type Json, type JsonObject, listOf, objectsOf, objectsWith } from "./json-find.ts";

export interface Blog {
  readonly blog?: JsonObject;
  /** Its updates, each once. */
  readonly updates: readonly JsonObject[];
  /** Updates that are there again, word for word. */
  readonly repeated: readonly JsonObject[];
  /** How many other live pages there are. */
  readonly others: number;
}

/** The live page with the most updates, with those of all objects that have its address. */
export function findBlog(values: readonly Json[]): Blog {
  const byId = new Map<string, JsonObject>();
  for (const object of objectsWith((one) => typeof one["@id"] === "string", values))
    if (Object.keys(object).length > 1) byId.set(String(object["@id"]), object);
  const updatesOf = (blog: JsonObject): readonly JsonObject[] =>
    listOf(blog.liveBlogUpdate)
      .filter(isObject)
      .map((update) => (Object.keys(update).length === 1 ? (byId.get(String(update["@id"])) ?? update) : update));
  const blogs = objectsOf("LiveBlogPosting", values).map((blog) => ({ blog, updates: updatesOf(blog) }));
  const [best] = [...blogs].sort((a, b) => b.updates.length - a.updates.length);
  if (best === undefined) return { updates: [], repeated: [], others: 0 };
  const address = addressOf(best.blog);
  const same = blogs.filter((one) => one === best || (address !== undefined && addressOf(one.blog) === address));
  const known = new Set<string>();
  const updates: JsonObject[] = [];
  const repeated: JsonObject[] = [];
  for (const update of same.flatMap((one) => one.updates)) {
    const text = JSON.stringify(update);
    const says = typeof update.articleBody === "string" && update.articleBody.trim() !== "";
    (says && known.has(text) ? repeated : updates).push(update);
    known.add(text);
  }
  return { blog: best.blog, updates, repeated, others: blogs.length - same.length };
}

const addressOf = ({ url, "@id": id, headline }: JsonObject): string | undefined =>
  [url, id, headline].find((one): one is string => typeof one === "string" && one !== "");
