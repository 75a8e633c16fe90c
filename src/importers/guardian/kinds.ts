/** From the kind of an element of the Guardian, in data or in figures, to its media kind, provider and address. */
import { webAddress } from "../../markdown/address.ts";
import type { MediaKind } from "../../model/block.ts";
import { find } from "../html/html.ts";
import type { Element } from "../html/inline.ts";
import { parseFragment } from "../html/parser.ts";
import { isObject, type JsonObject, oneOrMany } from "../json/find.ts";
import { embedAddress } from "../media/embeds.ts";
import { addressOfFrame } from "../rendered/frames.ts";

/** For example "Text" for `model.dotcomrendering.pageElements.TextBlockElement`. */
export const kindOfElement = ({ _type: type }: JsonObject): string =>
  typeof type === "string" ? kindOfType(type) : "";

export const kindOfType = (type: string): string => type.replace(/^.*\./, "").replace(/(?:Block)?Element(?:V\d)?$/, "");

/** The provider of a recording or an embed, by the kind of its element. */
const providers: Readonly<Record<string, string>> = {
  Tweet: "Twitter",
  Youtube: "YouTube",
  VideoYoutube: "YouTube",
  VideoVimeo: "Vimeo",
  VideoFacebook: "Facebook",
  Instagram: "Instagram",
  TikTok: "TikTok",
  Spotify: "Spotify",
  Soundcloud: "SoundCloud",
  Vine: "Vine",
  Bluesky: "Bluesky",
};

export const providerOfKind = (kind: string): string | undefined => providers[kind];

const others = new Set(
  "Audio AudioAtom ChartAtom ContentAtom Crossword Document Embed GenericAtom GuVideo Interactive InteractiveAtom Map MediaAtom Video".split(
    " ",
  ),
);

/** True for kinds of media from another place; an unknown kind with an address of its own is one. */
export const isMediaElement = (kind: string, element: JsonObject): boolean =>
  providers[kind] !== undefined ||
  others.has(kind) ||
  (kind !== "" && [element.embedUrl, element.trackUrl, element.originalUrl].some((url) => typeof url === "string"));

export const mediaKindOf = (kind: string): MediaKind =>
  /Video|Youtube|MediaAtom/.test(kind)
    ? "video"
    : /Audio|Spotify|Soundcloud/.test(kind)
      ? "audio"
      : /Map/.test(kind)
        ? "map"
        : /Chart/.test(kind)
          ? "chart"
          : "embed";

/** The address of a recording or an embed: a page for people, else the address of a player. */
export function addressOfElement(kind: string, element: JsonObject): string | undefined {
  if (typeof element.assetId === "string" && /^[\w-]{1,40}$/.test(element.assetId) && kind.includes("Youtube"))
    return `https://www.youtube.com/watch?v=${element.assetId}`;
  const assets = [...oneOrMany(element.assets), ...oneOrMany(element.contentAssets)].filter(isObject);
  const playable = assets.filter(({ mimeType }) => !/^image/.test(String(mimeType ?? "")));
  const named = [
    element.originalUrl,
    element.canonicalUrl,
    element.url,
    element.embedUrl,
    element.trackUrl,
    ...playable.map(({ url, file }) => url ?? file),
    element.scriptUrl,
  ];
  for (const one of named) {
    const address = typeof one === "string" ? webAddress(one.startsWith("//") ? `https:${one}` : one) : undefined;
    if (address !== undefined) return address;
  }
  return typeof element.html === "string" ? addressInHtml(element.html) : undefined;
}

function addressInHtml(html: string): string | undefined {
  if (!/\b(?:src|href|cite|data-[\w-]+)\s?=/.test(html)) return undefined;
  const root = parseFragment(`<div>${html}</div>`).childNodes[0] as Element;
  const frame = find(root, ({ tagName }) => tagName === "iframe");
  return (frame && addressOfFrame(frame)) ?? embedAddress(root);
}
