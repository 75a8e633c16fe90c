/** From elements of a block in the Guardian's data to pictures, recordings and embeds. */
import { webAddress } from "../../markdown/address.ts";
import type { Block } from "../../model/block.ts";
import { type Inline, plainInline } from "../../model/inline.ts";
import type { WordLedger } from "../account/word-ledger.ts";
import { looksLikeHtml } from "../html/inline.ts";
import type { JsonFields } from "../json/fields.ts";
import { isObject, type JsonObject, oneOrMany } from "../json/find.ts";
import { siteAt } from "../media/embed-addresses.ts";
import type { NamedPictures } from "../pictures.ts";
import { richHtml } from "../saved-page/rich.ts";
import { addressOfElement, mediaKindOf, providerOfKind } from "./kinds.ts";

/** Collects the words and the pictures of one post. */
export interface GuardianContext {
  readonly post: number;
  readonly words: WordLedger;
  readonly fields: JsonFields;
  readonly pictures: NamedPictures;
}

/** The words of a field, with marks and links. */
export const lineOfElement = (
  element: JsonObject,
  key: string,
  field: "body" | "caption" | "credit",
  { fields, post }: GuardianContext,
): readonly Inline[] => fields.inline(element, key, { post, field });

/** The blocks of a field, with the pictures and embeds of its HTML. */
export function htmlOf(element: JsonObject, key: string, context: GuardianContext): readonly Block[] {
  const { fields, post, words, pictures } = context;
  const value = element[key];
  if (typeof value !== "string" || !looksLikeHtml(value)) return fields.body(element, key, { post, field: "body" });
  return fields.raw(element, key) === undefined ? [] : richHtml(value, post, words, pictures);
}

export function mediaOfElement(
  kind: string,
  element: JsonObject,
  context: GuardianContext,
  source = addressOfElement(kind, element),
): readonly Block[] {
  const { fields, post } = context;
  const caption: Inline[] = [];
  for (const key of ["mediaTitle", "caption", "title", "kicker"]) {
    fields.repeated(element, key, plainInline(caption));
    const more = fields.isRead(element, key) ? [] : lineOfElement(element, key, "caption", context);
    caption.push(...(caption.length > 0 && more.length > 0 ? [blank] : []), ...more);
  }
  const credit = lineOfElement(element, "credit", "credit", context);
  const captionText = plainInline(caption);
  for (const key of ["alt", "altText"]) fields.repeated(element, key, captionText);
  const blocks = [
    ...["alt", "altText", "description"].flatMap((key) =>
      fields.isRead(element, key) ? [] : fields.body(element, key, { post, field: "body" }),
    ),
    // `html` is a quotation that a script would turn into the embed; the block of the embed holds it.
    ...fields.body(element, "html", { post, field: "body" }),
  ];
  const provider = providerOfKind(kind) ?? siteAt(source ?? "").provider;
  return [
    {
      kind: mediaKindOf(kind),
      ...given({ caption, credit }),
      ...(source !== undefined && { source }),
      ...(provider !== undefined && { provider }),
      blocks,
    },
  ];
}

const blank: Inline = { kind: "text", text: " " };

/** The figures of an element that holds one or several pictures. */
export function picturesOfElement(element: JsonObject, context: GuardianContext): readonly Block[] {
  const images = oneOrMany(element.images).filter(isObject);
  if (images.length > 0)
    return [...images.flatMap((one) => figuresOf(one, one, context)), ...htmlOf(element, "caption", context)];
  // A cartoon has one form for each width of a screen.
  const forms = oneOrMany(element.variants).filter(isObject);
  const allImages = forms.flatMap((form) => oneOrMany(form.images));
  return figuresOf(element, allImages.length > 0 ? { media: { allImages } } : element, context);
}

/** A figure with its words in one object and its picture in another. */
export function figuresOf(element: JsonObject, holder: JsonObject, context: GuardianContext): readonly Block[] {
  const { fields, post, pictures } = context;
  const data = isObject(element.data) ? element.data : element;
  const alt = fields.line(data, "alt", { post, field: "body" }) ?? "";
  const caption = lineOfElement(data, "caption", "caption", context);
  const credit = lineOfElement(data, "credit", "credit", context);
  fields.repeated(element, "title", `${alt} ${plainInline(caption)}`);
  const title = fields.isRead(element, "title") ? [] : htmlOf(element, "title", context);
  return [pictures.figure({ alt, ...given({ caption, credit }) }, addressesOfPicture(holder)), ...title];
}

/** The addresses of an element's picture, the widest first: in the data of a page, or in the Content API's. */
function addressesOfPicture({ imageSources, media, assets }: JsonObject): readonly string[] {
  const sized = oneOrMany(imageSources)
    .filter(isObject)
    .flatMap(({ srcSet }) => oneOrMany(srcSet).filter(isObject))
    .map(({ src, width }) => ({ address: src, width: Number(width) }));
  const whole = [...(isObject(media) ? oneOrMany(media.allImages) : []), ...oneOrMany(assets)]
    .filter(isObject)
    .map(({ url, file, fields, typeData }) => {
      const about = isObject(fields) ? fields : isObject(typeData) ? typeData : {};
      return { address: url ?? file, width: Number(about.width) };
    });
  const addresses = [...sized, ...whole]
    .sort((a, b) => (b.width || 0) - (a.width || 0))
    .map(({ address }) => (typeof address === "string" ? webAddress(address) : undefined));
  return [...new Set(addresses.filter((address) => address !== undefined))];
}

/** Only the fields that have words. */
function given<K extends string>(
  content: Readonly<Record<K, readonly Inline[]>>,
): Partial<Record<K, readonly Inline[]>> {
  return Object.fromEntries(
    Object.entries(content).filter(([, value]) => (value as readonly Inline[]).length > 0),
  ) as Partial<Record<K, readonly Inline[]>>;
}
