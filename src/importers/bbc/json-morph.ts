/** From the bodies of the BBC's data of 2017 to 2023, nested `{ name, children }`, to blocks. */
import { linkAddress, webAddress } from "../../markdown/address.ts";
import type { Block } from "../../model/block.ts";
import { type Inline, plainInline } from "../../model/inline.ts";
import type { AccountPlace } from "../account/account-span.ts";
import type { JsonFields } from "../json/fields.ts";
import { isObject, type JsonObject, oneOrMany } from "../json/find.ts";
import { isMachineValue } from "../json/machine-value.ts";
import { siteAt } from "../media/embed-addresses.ts";
import { mediaBlock } from "../media/embeds.ts";
import { quoteBlock } from "../media/quote-block.ts";
import type { NamedPictures } from "../pictures.ts";

const childrenOf = (node: JsonObject): readonly JsonObject[] => oneOrMany(node.children).filter(isObject);

/** The depth at which reading stops: posts are less deep. */
const deepest = 30;

interface MorphContext {
  readonly fields: JsonFields;
  readonly pictures: NamedPictures;
  readonly post: number;
  /** The post's pictures that are in no block yet. */
  readonly images: JsonObject[];
}

export function morphBlocks(
  post: JsonObject,
  index: number,
  fields: JsonFields,
  pictures: NamedPictures,
): readonly Block[] {
  const media = isObject(post.media) && isObject(post.media.images) ? post.media.images.body : undefined;
  const images = isObject(media) ? Object.values(media).filter((one): one is JsonObject => isObject(one)) : [];
  const context: MorphContext = { fields, pictures, post: index, images };
  const blocks = oneOrMany(post.body)
    .filter(isObject)
    .flatMap((node) => readOne(node, context, 0));
  return [...blocks, ...images.splice(0).map((image) => figureOf(image, context))];
}

function readOne(node: JsonObject, context: MorphContext, depth: number): readonly Block[] {
  if (depth > deepest) return [];
  const children = childrenOf(node);
  const read = (nodes: readonly JsonObject[]): readonly Block[] =>
    nodes.flatMap((one) => readOne(one, context, depth + 1));
  switch (node.name) {
    case "list":
    case "unorderedList":
    case "orderedList": {
      const items = children.map((item) => itemOf(item, context, depth + 1)).filter((item) => item.length > 0);
      const numbered = node.name === "orderedList" || /\bordered\b/.test(JSON.stringify(node.attributes ?? ""));
      return items.length === 0 ? [] : [{ kind: "list", ...(numbered && { start: 1 }), items }];
    }
    case "quote": {
      const named = (name: string) => children.filter((one) => one.name === name);
      const others = children.filter((one) => !["quoteSource", "quoteSourceProfession"].includes(String(one.name)));
      const blocks = others.flatMap((one) => paragraph(contentOf(one, context, depth)));
      const person = named("quoteSource").flatMap((one) => contentOf(one, context, depth));
      const role = named("quoteSourceProfession").flatMap((one) => contentOf(one, context, depth));
      return quoteBlock(blocks, person, role);
    }
    case "image": {
      const image = context.images.shift();
      return image === undefined ? [] : [figureOf(image, context)];
    }
    case "video":
    case "audio": {
      const caption = contentOf(node, context, depth, "caption");
      return [{ ...mediaBlock(node.name, {}, []), ...(caption.length > 0 && { caption }) }];
    }
    case "embed":
      return [embedOf(children, context)];
    case "heading":
    case "crosshead":
      return paragraph(contentOf(node, context, depth)).map((one) =>
        one.kind === "paragraph" ? { kind: "heading", level: 3, content: one.content } : one,
      );
    default: {
      const holdsBlocks = children.some(({ name }) =>
        ["paragraph", "list", "quote", "image", "video"].includes(String(name)),
      );
      return holdsBlocks ? read(children) : paragraph(contentOf(node, context, depth));
    }
  }
}

/** A point of a list: its words, then its inner lists. */
function itemOf(item: JsonObject, context: MorphContext, depth: number): readonly Block[] {
  const isList = ({ name }: JsonObject): boolean => /list$/i.test(String(name));
  const words = childrenOf(item).filter((one) => !isList(one));
  const own = words.length === 0 && typeof item.text === "string" ? [item] : words;
  return [
    ...paragraph(own.flatMap((one) => contentOf(one, context, depth))),
    ...childrenOf(item)
      .filter(isList)
      .flatMap((list) => readOne(list, context, depth + 1)),
  ];
}

const paragraph = (content: readonly Inline[]): readonly Block[] =>
  plainInline(content).trim() === "" ? [] : [{ kind: "paragraph", content }];

const marks: Readonly<Record<string, "strong" | "emphasis">> = { bold: "strong", italic: "emphasis" };

function contentOf(
  node: JsonObject,
  context: MorphContext,
  depth: number,
  field: "body" | "caption" = "body",
): readonly Inline[] {
  if (depth > deepest) return [];
  const place: AccountPlace = { post: context.post, field };
  if (node.name === "link") return linkOf(node, context, depth, field);
  const text = context.fields.text(node, "text", place);
  const own: readonly Inline[] = text === undefined || text === "" ? [] : [{ kind: "text", text }];
  const content = [...own, ...childrenOf(node).flatMap((one) => contentOf(one, context, depth + 1, field))];
  const mark = marks[String(node.name)];
  return mark === undefined || content.length === 0 ? content : [{ kind: mark, content }];
}

/** The children hold the words of a link; an attribute of one of them holds its address. */
function linkOf(node: JsonObject, context: MorphContext, depth: number, field: "body" | "caption"): readonly Inline[] {
  const isAddress = (one: JsonObject): boolean => /url|href|locator/i.test(String(one.name));
  const words = childrenOf(node).filter((one) => !isAddress(one));
  const content = words.flatMap((one) => contentOf(one, context, depth + 1, field));
  const href = addressIn(node, 0);
  return href === undefined || content.length === 0 ? content : [{ kind: "link", href, content }];
}

function addressIn(node: JsonObject, depth: number): string | undefined {
  for (const one of oneOrMany(node.attributes).filter(isObject)) {
    const address = typeof one.value === "string" ? linkAddress(one.value) : undefined;
    if (address !== undefined) return address;
  }
  const own = [node.href, node.url, node.text].find((one) => typeof one === "string" && /^https?:/.test(one));
  if (typeof own === "string") return linkAddress(own);
  if (depth > 3) return undefined;
  for (const child of childrenOf(node)) {
    const found = addressIn(child, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

function figureOf(image: JsonObject, context: MorphContext): Block {
  const { fields, post } = context;
  const alt = fields.line(image, "altText", { post, field: "body" }) ?? "";
  const caption = fields.inline(image, "caption", { post, field: "caption" });
  const credit = fields.inline(image, "copyrightHolder", { post, field: "credit" });
  const address = typeof image.href === "string" ? webAddress(image.href) : undefined;
  return context.pictures.figure(
    { alt, ...(caption.length > 0 && { caption }), ...(credit.length > 0 && { credit }) },
    address === undefined ? [] : [address],
  );
}

/** The children hold the kind of the embed, then its address. */
function embedOf(children: readonly JsonObject[], context: MorphContext): Block {
  const texts = children.map((child) => childrenOf(child)[0] ?? child);
  // A text that is neither an address nor one word does not belong to an embed: it stays unread, and a warning names it.
  const values = texts.flatMap((one) => {
    if (typeof one.text !== "string" || !isMachineValue(one.text)) return [];
    const text = context.fields.raw(one, "text");
    return text === undefined ? [] : [text.trim()];
  });
  for (const text of values) context.fields.machine("embed", text);
  const source = values.map((text) => webAddress(text)).find((address) => address !== undefined);
  const site = siteAt(source ?? "");
  const named = values.find((text) => webAddress(text) === undefined);
  const provider = site.provider ?? (named === undefined ? undefined : named.charAt(0).toUpperCase() + named.slice(1));
  return mediaBlock(site.kind, { provider, source }, []);
}
