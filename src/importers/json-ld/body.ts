/** From the body of an update to blocks: a text, HTML, or a list of parts with pictures and recordings. */
import type { Block } from "../../model/block.ts";
import type { WordLedger } from "../account/word-ledger.ts";
import { looksLikeHtml } from "../html/inline.ts";
import { isObject, type Json, type JsonObject } from "../json/find.ts";
import { richHtml } from "../saved-page/rich.ts";
import { type JsonLdContext, kindOfMedia, partOf } from "./media.ts";

export interface BodyContext extends JsonLdContext {
  readonly words: WordLedger;
}

const bodies = ["articleBody", "text", "description"];

/** The blocks, and the text from which they were read. A text that repeats the body is a copy; another text stays unread. */
export function bodyOf(
  update: JsonObject,
  post: number,
  context: BodyContext,
): { readonly blocks: readonly Block[]; readonly source: string } {
  const [main, ...others] = bodies.filter((key) => hasWords(update[key]));
  if (main === undefined) return { blocks: [], source: "" };
  const blocks = blocksOf(update, main, post, context);
  const source = typeof update[main] === "string" ? update[main] : JSON.stringify(update[main]);
  for (const key of others) context.fields.repeated(update, key, source);
  const more =
    main === "articleBody" && others.includes("text") && !context.fields.isRead(update, "text") ? "text" : "";
  return { blocks: more === "" ? blocks : [...blocks, ...blocksOf(update, more, post, context)], source };
}

const hasWords = (value: Json | undefined): boolean =>
  typeof value === "string" ? value.trim() !== "" : typeof value === "object" && value !== null;

function blocksOf(object: JsonObject, key: string, post: number, context: BodyContext): readonly Block[] {
  const value = object[key];
  if (typeof value === "string") return textOf(object, key, post, context);
  return context.graph.list(value).flatMap((part) => {
    const kind = kindOfMedia(part);
    if (kind !== undefined) return partOf(part, kind, post, context);
    if (!isObject(part)) return [];
    const title = context.fields.body(part, "headline", { post, field: "body" });
    const inner = ["@value", "articleBody", "text", "description", "name"].find((one) => typeof part[one] === "string");
    return inner === undefined ? title : [...title, ...textOf(part, inner, post, context)];
  });
}

function textOf(
  object: JsonObject,
  key: string,
  post: number,
  { fields, words, pictures }: BodyContext,
): readonly Block[] {
  const value = object[key];
  if (typeof value !== "string" || !looksLikeHtml(value)) return fields.body(object, key, { post, field: "body" });
  return fields.raw(object, key) === undefined ? [] : richHtml(value, post, words, pictures);
}
