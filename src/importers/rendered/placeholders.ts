/** From an element that a script replaces by an embed, at once or when the reader agrees, to that embed with its address. */

import { fewElementsIn, find, parentOf, shortLineOf } from "../html/html.ts";
import { attribute, type Element, type HtmlNode, isElement, wordsOf } from "../html/inline.ts";
import { setChildren } from "../html/make.ts";
import { parseFragment } from "../html/parser.ts";
import { addressOfId, isPostAddress, pageOfPlayer, siteAt, siteNamed, wholeAddress } from "../media/embed-addresses.ts";
import { embedOf, makeEmbed, showsSomething } from "../media/embed-element.ts";
import { addressesOf } from "../media/pictures.ts";
import { providerName } from "../media/provider-names.ts";
import { contentOfTemplate } from "./shadow.ts";

const holders = new Set("div section aside figure p span article center".split(" "));
const embedName =
  /embed|iframe|tweet|consent|opt-?in|external-?content|social-?(?:post|media|content)|lite-(?:youtube|vimeo)|recommended-?content/i;
const noEmbedName =
  /share|sharing|follow|like-?button|comment|bookmark|save|button|btn|icon|logo|menu|related|promo|teaser|toolbar|spacer|overlay|wrapper-?ad/i;
const emptyEmbedName =
  /(?:^|[-_])(?:o?embed(?:ded)?|tweet|twitter|instagram|tiktok|facebook|fb|bluesky|youtube|datawrapper|infogram|flourish|iframe)(?:[-_](?:content|embed|embedded|placeholder|container|wrapper|widget|post|tweet|video|media|block|frame|item|\d+))*$/i;
const plainNames = /^(?:data-)?(?:url|src|href|link|permalink|source|uri|path|target|iframe|original|cite)$/;
const codeNames = /(?:html|code|markup|content|embed|iframe)$/;

/** In characters: the longest text that asks a reader to agree to an embed. */
const longest = 1500;

/** The embed for which an element holds the place; undefined for all other elements. */
export function openPlaceholder(element: Element): readonly HtmlNode[] | undefined {
  const custom = element.tagName.includes("-") || element.tagName.includes(":");
  if ((!custom && !holders.has(element.tagName)) || (element.attrs.length === 0 && !custom)) return undefined;
  const called = nameOf(element);
  if (noEmbedName.test(called)) return undefined;
  const isEmbed = embedName.test(called);
  const candidates = element.attrs.filter(({ value }) => value.length >= 3);
  const code = isEmbed || custom ? candidates.find(isCode) : undefined;
  const source = sourceIn(element, candidates, called, isEmbed || custom);
  if (source === undefined && code === undefined && !(isEmbed || custom || emptyEmbedName.test(called)))
    return undefined;
  const inner = fewElementsIn(element, 60);
  if (inner === undefined || inner.some(holdsOther)) return undefined;
  const written = isEmbed && source === undefined ? addressInWords(element) : undefined;
  if (written !== undefined) return [makeEmbed({ source: written, ...siteAt(written) })];
  if (source === undefined && code === undefined) return unreadEmbed(element, inner, called);
  if (shortLineOf(element, longest) === undefined) return undefined;
  if (code !== undefined && source === undefined)
    return [...parseFragment(code.value).childNodes, ...element.childNodes];
  const site = siteAt(source ?? "");
  const service = siteNamed(called);
  const provider = site.provider ?? (service === undefined ? undefined : providerName(service));
  const kind =
    /video|youtube|vimeo/i.test(called) && site.kind === "embed" && site.provider === undefined ? "video" : site.kind;
  const children = element.childNodes.filter((node) => !isFallback(node));
  const poster = kind === "video" ? posterIn(children, inner) : undefined;
  const embed = makeEmbed({ source, provider, kind, poster }, poster === undefined ? children : []);
  if (element.tagName !== "figure") return [embed];
  // The figure keeps its own attributes.
  setChildren(element, [embed]);
  return [element];
}

/** All names of an element: its tag, its classes, its id and the attributes that name its type. */
const nameOf = (element: Element): string =>
  [
    element.tagName,
    ...[
      "class",
      "id",
      "data-type",
      "data-provider",
      "data-platform",
      "data-service",
      "data-mod",
      "data-component",
      "data-embed-type",
      "data-react-component",
      "data-react-class",
      "data-widget",
    ].map((name) => (attribute(element, name) ?? "").slice(0, 300)),
  ].join(" ");

/** True for an element that other readers know: a player, a quotation, a time, or a template or `<noscript>` with an embed. */
const holdsOther = (element: Element): boolean =>
  ["iframe", "video", "audio", "blockquote", "time", "article", "object"].includes(element.tagName) ||
  (element.tagName === "template" && holdsEmbed(element)) ||
  (element.tagName === "noscript" &&
    element.childNodes.some((node) => "value" in node && /<(?:iframe|blockquote|video)\b/i.test(node.value)));

const isCode = ({ name, value }: { readonly name: string; readonly value: string }): boolean =>
  codeNames.test(name) && /<(?:iframe|blockquote|video|audio|img)\b/i.test(value.slice(0, 2000));

/** The address of the picture that stands there until a recording is played; undefined where words stand there too. */
function posterIn(children: readonly HtmlNode[], inner: readonly Element[]): string | undefined {
  const images = inner.filter(({ tagName }) => tagName === "img");
  const [image] = images;
  if (images.length !== 1 || image === undefined || wordsOf(children).trim() !== "") return undefined;
  if ((attribute(image, "alt") ?? "").trim() !== "") return undefined;
  return addressesOf(image)[0];
}

const isFallback = (node: HtmlNode): boolean => isElement(node) && node.tagName === "template";

function sourceIn(
  element: Element,
  candidates: Element["attrs"],
  called: string,
  isEmbed: boolean,
): string | undefined {
  for (const { name, value } of candidates) {
    const service =
      siteNamed(name) ??
      (/^(?:data-)?(?:video-?id|media-?id|embed-?id|post-?id|shortcode|id)$/.test(name) && name !== "id"
        ? siteNamed(called)
        : undefined);
    const found =
      service === undefined ? undefined : addressOfId(name.includes("shortcode") ? "instagram" : service, value);
    if (found !== undefined) return found;
  }
  const inJson = candidates.flatMap(({ value }) => idInJson(value, called) ?? [])[0];
  if (inJson !== undefined) return inJson;
  let best: string | undefined;
  for (const { name, value } of candidates) {
    if (["style", "class", "id", "title", "alt", "props"].includes(name)) continue;
    const address = addressIn(value);
    if (address === undefined) continue;
    if (isPostAddress(address)) return pageOfPlayer(address);
    if (embedName.test(name) || (isEmbed && plainNames.test(name) && element.tagName !== "article")) best ??= address;
  }
  return best;
}

/** The address for an id in a piece of JSON: `{"tweetId":"13134"}`, or `{"id":"13134"}` in an element that is called a tweet. */
function idInJson(value: string, called: string): string | undefined {
  if (!/^\s*\{/.test(value)) return undefined;
  const pattern = /"(\w{0,20}id|shortcode)"\s{0,3}:\s{0,3}"?([\w-]{3,40})"?/gi;
  for (const [, name = "", id = ""] of value.slice(0, 5000).matchAll(pattern)) {
    const service =
      siteNamed(name) ?? (/^(?:(?:video|media|post)_?)?id$|^shortcode$/i.test(name) ? siteNamed(called) : undefined);
    const found = service === undefined ? undefined : addressOfId(service, id);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The address of a post or recording, where it is the whole text of an element. */
function addressInWords(element: Element): string | undefined {
  const line = shortLineOf(element, 400) ?? "";
  const address = /\s/.test(line) ? undefined : wholeAddress(line);
  return address !== undefined && isPostAddress(address) ? address : undefined;
}

/** A whole address, alone or as the first in a piece of JSON. */
function addressIn(value: string): string | undefined {
  const alone = wholeAddress(value);
  if (alone !== undefined) return /\s/.test(value.trim()) ? undefined : alone;
  if (!/^\s*[[{]/.test(value)) return undefined;
  return wholeAddress(/https?:\/\/[^"'\\\s<>]{4,1000}/.exec(value.slice(0, 20_000).replaceAll("\\/", "/"))?.[0] ?? "");
}

/** Names that only embeds have: the name of a service alone may be that of its icon beside a link. */
const embedOnlyName = /embed|tweet|post|video|widget|placeholder|iframe/i;

/** An embed of which nothing can be read, for an empty element with the name of an embed. */
function unreadEmbed(element: Element, inner: readonly Element[], called: string): readonly HtmlNode[] | undefined {
  const names = called.split(/\s+/);
  if (!names.some((name) => emptyEmbedName.test(name)) || showsSomething(element.childNodes)) return undefined;
  if (inner.some(saysMore)) return undefined;
  for (let one = parentOf(element), height = 0; one !== undefined && height < 8; one = parentOf(one), height += 1)
    if (embedOf(one) !== undefined || one.tagName === "blockquote" || (height < 3 && isShareBox(one))) return undefined;
  const isEmbed = embedOnlyName.test(called);
  if (!isEmbed && !["div", "section", "figure"].includes(element.tagName)) return undefined;
  const service = isEmbed ? siteNamed(called) : undefined;
  return [makeEmbed({ provider: service === undefined ? undefined : providerName(service), unread: true })];
}

const isShareBox = (element: Element): boolean =>
  /share|sharing|follow|social-?(?:links|icons|bar|buttons)/i.test((attribute(element, "class") ?? "").slice(0, 300));

/** True for an element with attributes that may hold the address. */
const saysMore = ({ attrs }: Element): boolean =>
  attrs.some(({ name, value }) => value.length >= 5 && name !== "class" && name !== "style");

/** True for a template with an embed, which a reader sees after agreeing to it. */
export const holdsEmbed = (template: Element): boolean =>
  find(
    contentOfTemplate(template),
    (one) =>
      ["iframe", "video", "audio", "object"].includes(one.tagName) ||
      /twitter-tweet|instagram-media|tiktok-embed|bluesky-embed|fb-post/.test(attribute(one, "class") ?? ""),
  ) !== undefined;
