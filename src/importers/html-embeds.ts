/** What a page embeds from other sites: whose it is and where, with the words that stand in its stead. */
import { webAddress } from "../markdown/address.ts";
import type { Block, Media, MediaKind } from "../model/block.ts";
import { classesOf, elementsIn, find } from "./html-dom.ts";
import { attribute, type Element, wordsOf } from "./html-inline.ts";
import { linesOf } from "./html-lines.ts";
import { embedOpeners, embedSentences } from "./losses.ts";
import { providerName } from "./provider-names.ts";
import { writable } from "./words.ts";

const services: readonly (readonly [host: RegExp, name: string, kind: MediaKind])[] = [
  [/(?:^|\.)(?:youtube(?:-nocookie)?\.com|youtu\.be)$/, "YouTube", "video"],
  [/(?:^|\.)vimeo\.com$/, "Vimeo", "video"],
  [/(?:^|\.)dailymotion\.com$/, "Dailymotion", "video"],
  [/(?:^|\.)twitch\.tv$/, "Twitch", "video"],
  [/(?:^|\.)tiktok\.com$/, "TikTok", "embed"],
  [/(?:^|\.)twitter\.com$/, "Twitter", "embed"],
  [/(?:^|\.)x\.com$/, "X", "embed"],
  [/(?:^|\.)instagram\.com$/, "Instagram", "embed"],
  [/(?:^|\.)facebook\.com$/, "Facebook", "embed"],
  [/(?:^|\.)bsky\.app$/, "Bluesky", "embed"],
  [/(?:^|\.)threads\.(?:net|com)$/, "Threads", "embed"],
  [/(?:^|\.)t\.me$/, "Telegram", "embed"],
  [/(?:^|\.)reddit\.com$/, "Reddit", "embed"],
  [/(?:^|\.)spotify\.com$/, "Spotify", "audio"],
  [/(?:^|\.)soundcloud\.com$/, "SoundCloud", "audio"],
  [/(?:^|\.)datawrapper\.(?:de|dwcdn\.net)$|(?:^|\.)dwcdn\.net$/, "Datawrapper", "chart"],
  [/(?:^|\.)flourish\.studio$/, "Flourish", "chart"],
  [/(?:^|\.)infogram\.com$/, "Infogram", "chart"],
];

/** What stands at an address, by its host. */
export function siteAt(address: string): { readonly provider?: string; readonly kind: MediaKind } {
  const host = /^https?:\/\/([^/:?#]+)/i.exec(address)?.[1]?.toLowerCase() ?? "";
  if (/(?:^|\.)google\.[a-z]{2,3}(?:\.[a-z]{2,3})?$/.test(host) && address.includes("/maps"))
    return { provider: "Google Maps", kind: "map" };
  const service = services.find(([pattern]) => pattern.test(host));
  return service === undefined ? { kind: "embed" } : { provider: service[1], kind: service[2] };
}

/** The address of a frame; a player's as the page of its recording. */
export function frameAddress(frame: Element): string | undefined {
  const source = attribute(frame, "src") ?? attribute(frame, "data-src") ?? attribute(frame, "data-lazy-src") ?? "";
  const address = webAddress(source.startsWith("//") ? `https:${source}` : source);
  const video = /^https?:\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/embed\/([\w-]{5,40})/i.exec(address ?? "")?.[1];
  return video === undefined ? address : `https://www.youtube.com/watch?v=${video}`;
}

/** Whose an embed is, by one of the fixed sentences around it; "" for a sentence that names nobody. */
function ownerIn(line: string): string | undefined {
  const sentence = embedSentences.find((pattern) => pattern.test(line));
  if (sentence === undefined) return undefined;
  return providerName(sentence.exec(line)?.slice(1).find(Boolean) ?? "");
}

const openers = embedOpeners.flatMap((index) => embedSentences[index] ?? []);
const hint = /cannot be displayed|View (?:more|original|this)|Allow .{1,40}content\?|provided by|End of|Skip /i;

export interface FoundEmbed {
  readonly provider?: string;
  /** The lines that are fixed sentences. */
  readonly sentences: readonly string[];
}

/** The fixed sentences around one embed are not longer. */
const longest = 6000;
const mayHold = new Set(["div", "section", "figure", "aside", "p", "a"]);

/** An element all of whose lines are the fixed sentences around one embed; undefined for all others. */
export function sentencesOnly(element: Element): FoundEmbed | undefined {
  if (!mayHold.has(element.tagName)) return undefined;
  const words = wordsOf([element], longest);
  if (words.length > longest || !hint.test(words)) return undefined;
  const sentences = linesOf([element]).map((line) => wordsOf(line).replace(/\s+/g, " ").trim());
  const owners = sentences.map(ownerIn);
  if (owners.includes(undefined)) return undefined;
  const named = new Set(owners.filter((owner) => owner !== undefined && owner !== ""));
  const repeated = openers.some((pattern) => sentences.filter((line) => pattern.test(line)).length > 1);
  const [provider] = named;
  return named.size !== 1 || repeated || provider === undefined ? undefined : { provider, sentences };
}

const quoted: readonly (readonly [name: string, provider: string])[] = [
  ["twitter-tweet", "Twitter"],
  ["twitter-video", "Twitter"],
  ["instagram-media", "Instagram"],
  ["tiktok-embed", "TikTok"],
  ["bluesky-embed", "Bluesky"],
  ["text-post-media", "Threads"],
  ["fb-post", "Facebook"],
  ["fb-video", "Facebook"],
  ["reddit-embed-bq", "Reddit"],
];

/** Whose post a quotation is, where a script would turn it into an embed. */
export const quotedProvider = (element: Element): string | undefined => {
  const classes = classesOf(element);
  return quoted.find(([name]) => classes.includes(name))?.[1];
};

/** The last link of an embed to its own service, else its last link elsewhere. */
export function embedAddress(element: Element): string | undefined {
  for (const name of ["cite", "data-instgrm-permalink", "data-href", "data-bluesky-uri"]) {
    const address = webAddress(attribute(element, name) ?? "");
    if (address !== undefined) return address;
  }
  const links = elementsIn(element).flatMap((one) => webAddress(attribute(one, "href") ?? "") ?? []);
  return links.filter((link) => siteAt(link).provider !== undefined).at(-1) ?? links.at(-1);
}

export const mediaBlock = (
  kind: MediaKind,
  { source, provider }: { readonly source?: string | undefined; readonly provider?: string | undefined },
  blocks: readonly Block[],
): Media => ({
  kind,
  ...(source !== undefined && { source }),
  ...(provider !== undefined && writable(provider) !== "" && { provider: writable(provider) }),
  blocks,
});

/** A frame, a player or a recording in an element. */
export const playerIn = (element: Element): Element | undefined =>
  find(element, ({ tagName }) => tagName === "iframe" || tagName === "video" || tagName === "audio");
