/** What a page embeds from other sites: whose it is and where, with the words that stand in its stead. */
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

/** Whose an embed is, by one of the fixed sentences around it; "" for a sentence that names none. */
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

/** Whose post a quotation is, where a script would turn it into an embed. */
export const quotedProvider = (element: Element): string | undefined => {
  const embed = embedOf(element);
  if (embed !== undefined) return embed.provider ?? "";
  const classes = classesOf(element);
  return quoted.find(([name]) => classes.includes(name))?.[1];
};

/** The last link of an embed to its own service, else its last link elsewhere. */
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

/** A frame, a player or a recording in an element. */
export const playerIn = (element: Element): Element | undefined =>
  find(element, ({ tagName }) => tagName === "iframe" || tagName === "video" || tagName === "audio");

/** An embed of which only is known that it stood there. */
const isUnread = (block: Block): boolean =>
  isMedia(block) &&
  block.source === undefined &&
  block.caption === undefined &&
  block.credit === undefined &&
  block.author === undefined &&
  block.poster === undefined &&
  block.blocks.length === 0;

const doubtful = new WeakSet<Block>();

/** Says of an embed that it may be none: an empty element is called so. */
export function doubted(block: Block): Block {
  doubtful.add(block);
  return block;
}

/** The blocks of a post without the embeds that may be none, where it says something else. */
export const withoutUnread = (blocks: readonly Block[]): readonly Block[] =>
  blocks.every((block) => doubtful.has(block)) ? blocks.slice(0, 1) : blocks.filter((block) => !doubtful.has(block));

/** What a person must know of posts in which an embed stood that was not read. */
export function unreadSaid(
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
