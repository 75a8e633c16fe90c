/** The pictures and recordings that structured data names with an update: its own, not those that stand for the page. */
import { webAddress } from "../markdown/address.ts";
import type { Block } from "../model/block.ts";
import type { Fields } from "./json-fields.ts";
import { isObject, type Json, type JsonObject, listOf } from "./json-find.ts";
import type { Pictures } from "./pictures.ts";

interface Desk {
  readonly fields: Fields;
  readonly pictures: Pictures;
}

function pictureAddress(image: Json | undefined): string | undefined {
  const address = isObject(image) ? [image.contentUrl, image.url].find((one) => typeof one === "string") : image;
  return typeof address === "string" ? webAddress(address) : undefined;
}

/** The addresses of pictures that the page or several updates have. */
export function sharedPictures(blog: JsonObject, updates: readonly JsonObject[]): ReadonlySet<string> {
  const shared = new Set(listOf(blog.image).flatMap((image) => pictureAddress(image) ?? []));
  const known = new Set<string>();
  for (const update of updates)
    for (const address of new Set(listOf(update.image).flatMap((image) => pictureAddress(image) ?? [])))
      (known.has(address) ? shared : known).add(address);
  return shared;
}

export function mediaOf(
  update: JsonObject,
  post: number,
  { fields, pictures }: Desk,
  shared: ReadonlySet<string>,
): readonly Block[] {
  const figures = listOf(update.image).flatMap((image): Block[] => {
    const address = pictureAddress(image);
    if (address === undefined || shared.has(address)) return [];
    const about = isObject(image) ? image : {};
    const caption = fields.inline(about, "caption", { post, field: "caption" });
    const credit = fields.inline(about, "creditText", { post, field: "credit" });
    const legends = { ...(caption.length > 0 && { caption }), ...(credit.length > 0 && { credit }) };
    return [pictures.figure({ alt: "", ...legends }, [address])];
  });
  const recordings = listOf(update.video)
    .filter(isObject)
    .map((video): Block => {
      const caption = fields.inline(video, "name", { post, field: "caption" });
      const address = [video.url, video.embedUrl, video.contentUrl].find((one) => typeof one === "string");
      const source = typeof address === "string" ? webAddress(address) : undefined;
      return {
        kind: "video",
        ...(caption.length > 0 && { caption }),
        ...(source !== undefined && { source }),
        blocks: [],
      };
    });
  // Several sizes of one picture are one picture.
  return [...figures.slice(0, 1), ...recordings];
}
