/** From all objects of a capture to one live page: it can appear in pieces, twice, and by references. */
import { type Json, type JsonObject, objectsOf } from "../json/find.ts";
import { type Graph, plainObject } from "./shape.ts";

export interface Blog {
  readonly blog?: JsonObject;
  /** Its updates, each once: an exact copy is not another update. */
  readonly updates: readonly JsonObject[];
  /** The titles of the other live pages, with their numbers of updates. */
  readonly others: readonly { readonly title: string; readonly updates: number }[];
}

interface Piece {
  readonly blog: JsonObject;
  readonly updates: readonly JsonObject[];
}

/** The live page with the most updates, with the updates of all objects with its address. */
export function findBlog(values: readonly Json[], graph: Graph): Blog {
  const blogs = objectsOf("LiveBlogPosting", values).map((object): Piece => {
    const blog = plainObject(object);
    return { blog, updates: graph.objects(blog.liveBlogUpdate).map(updateIn).map(plainObject) };
  });
  const [best] = [...blogs].sort((a, b) => b.updates.length - a.updates.length);
  if (best === undefined) return { updates: [], others: [] };
  const own = new Set(addressesOf(best.blog));
  const same = blogs.filter((one) => one === best || addressesOf(one.blog).some((address) => own.has(address)));
  const known = new Set<string>();
  const updates: JsonObject[] = [];
  for (const update of same.flatMap((one) => one.updates)) {
    const text = JSON.stringify(update);
    const hasText = update.articleBody !== undefined && update.articleBody !== "";
    if (!hasText || !known.has(text)) updates.push(update);
    known.add(text);
  }
  const others = blogs.flatMap((one) =>
    same.includes(one) ? [] : [{ title: titleOf(one.blog), updates: one.updates.length }],
  );
  return { blog: best.blog, updates, others };

  /** In an ItemList an update is the item of a ListItem. */
  function updateIn(object: JsonObject): JsonObject {
    const [item] = object.articleBody === undefined ? graph.objects(object.item) : [];
    return item ?? object;
  }
}

const titleOf = ({ headline, name }: JsonObject): string => String(headline ?? name ?? "").slice(0, 60);

/** What pieces of one live page have in common: an address, else the headline. */
function addressesOf({ url, "@id": id, headline }: JsonObject): readonly string[] {
  const addresses = [url, id].filter((one): one is string => typeof one === "string" && one !== "");
  if (addresses.length > 0) return addresses;
  return typeof headline === "string" && headline !== "" ? [headline] : [];
}
