/** From an element that embeds something of another site to its provider, its address and its block. */
import { webAddress } from "../../markdown/address.ts";
import { type Block, isMedia, type Media, type MediaKind } from "../../model/block.ts";
import { embedOpeners, embedSentences } from "../account/losses.ts";
import { writable } from "../account/word-ledger.ts";
import { classesOf, elementsIn, find } from "../html/html.ts";
import { attribute, type Element, wordsOf } from "../html/inline.ts";
import { linesOfNodes } from "../html/lines.ts";
import { siteAt, wholeAddress } from "./embed-addresses.ts";
import { embedOf } from "./embed-element.ts";
import { providerName } from "./provider-names.ts";

/** The provider in one of the fixed sentences around an embed: "" for a sentence that names none, undefined for other lines. */
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

/** In characters: the fixed sentences around one embed are not longer. */
const longest = 6000;
const mayHold = new Set(["div", "section", "figure", "aside", "p", "a"]);

/** The embed of an element that contains nothing but the fixed sentences around it; undefined for all other elements. */
export function sentencesOnly(element: Element): FoundEmbed | undefined {
  if (!mayHold.has(element.tagName)) return undefined;
  const words = wordsOf([element], longest);
  if (words.length > longest || !hint.test(words)) return undefined;
  const sentences = linesOfNodes([element]).map((line) => wordsOf(line).replace(/\s+/g, " ").trim());
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

/** The provider of a quotation that a script would turn into an embed; "" where it has no name. Undefined for other elements. */
export const quotedProvider = (element: Element): string | undefined => {
  const embed = embedOf(element);
  if (embed !== undefined) return embed.provider ?? "";
  const classes = classesOf(element);
  return quoted.find(([name]) => classes.includes(name))?.[1];
};

/** The address of an embed: that of its attributes, else its last link to a known service, else its last link. */
export function embedAddress(element: Element): string | undefined {
  if (embedOf(element) !== undefined) return webAddress(attribute(element, "cite") ?? "");
  for (const name of ["cite", "data-instgrm-permalink", "data-href", "data-bluesky-uri"]) {
    const address = wholeAddress(attribute(element, name) ?? "");
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

/** The first frame or recording in an element. */
export const playerIn = (element: Element): Element | undefined =>
  find(element, ({ tagName }) => tagName === "iframe" || tagName === "video" || tagName === "audio");

/** True for an embed without an address, words and pictures. */
const isUnread = (block: Block): boolean =>
  isMedia(block) &&
  block.source === undefined &&
  block.caption === undefined &&
  block.credit === undefined &&
  block.author === undefined &&
  block.poster === undefined &&
  block.blocks.length === 0;

const doubtful = new WeakSet<Block>();

/** Marks the block of an element that may be no embed: it is empty, and only its name says so. */
export function doubted(block: Block): Block {
  doubtful.add(block);
  return block;
}

/** The blocks of a post without those that `doubted` marked. Of a post that has only such blocks the first stays. */
export const withoutUnread = (blocks: readonly Block[]): readonly Block[] =>
  blocks.every((block) => doubtful.has(block)) ? blocks.slice(0, 1) : blocks.filter((block) => !doubtful.has(block));

/** A warning where posts have nothing but an embed that was not read. */
export function unreadEmbedsWarning(
  posts: readonly { readonly blocks: readonly Block[] }[],
): readonly [message: string, hint: string] | undefined {
  const count = posts.filter(({ blocks }) => blocks.length > 0 && blocks.every(isUnread)).length;
  if (count === 0) return undefined;
  return [
    count === 1
      ? "1 post has nothing but an embed that was not read"
      : `${count} posts have nothing but an embed that was not read`,
    "Look at the page, and write into the ::: embed of each of these posts where it is: Source: https://...",
  ];
}
