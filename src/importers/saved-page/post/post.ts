/** From the element of a post on a saved page to the post, with an account of each word in it. */
import { type Block, isMedia } from "../../../model/block.ts";
import type { FoundPost } from "../../../model/live-page.ts";
import type { AccountPlace } from "../../account/account-span.ts";
import { longestFurniture, losses, type PhraseKind } from "../../account/losses.ts";
import { textsIn, unreadTexts } from "../../account/unread-markup.ts";
import type { WordLedger } from "../../account/word-ledger.ts";
import { squeeze, writtenWords } from "../../account/written-words.ts";
import { setApart } from "../../html/apart.ts";
import { readBlocks } from "../../html/blocks.ts";
import { findAll, isWithin, takeOut } from "../../html/html.ts";
import { type Element, wordsOf } from "../../html/inline.ts";
import { linesOfNodes } from "../../html/lines.ts";
import { mediaBlock, withoutUnread } from "../../media/embeds.ts";
import { hasHollow } from "../../media/hollow.ts";
import { mediaReader } from "../../media/media.ts";
import type { NamedPictures } from "../../pictures.ts";
import { loseUnseen, mediaWords } from "../../rendered/unseen.ts";
import { isFurnitureElement } from "../furniture.ts";
import type { HtmlForm } from "../html-form.ts";
import { countUnnamed, type Unnamed } from "../unnamed-links.ts";
import { settleCopies, takeHidden } from "./hidden.ts";
import { readPostParts, type Timed } from "./parts.ts";

/** What the posts of one page share. */
export interface PostContext {
  readonly words: WordLedger;
  readonly pictures: NamedPictures;
  readonly unnamed: Unnamed;
  readonly zone: string;
}

/** Reads a post and accounts for all its words. Takes the element apart. */
export function readPost(post: Element, index: number, form: HtmlForm, context: PostContext): Timed {
  const { words, pictures, zone } = context;
  // One object for each field: a place is named by every word of a post.
  const places = {
    body: { post: index, field: "body" },
    caption: { post: index, field: "caption" },
    credit: { post: index, field: "credit" },
    author: { post: index, field: "author" },
  } as const;
  const place = (field: keyof typeof places): AccountPlace => places[field];
  loseUnseen(post, words, place("body"));
  const [texts, before] = [textsIn([post]), words.count()];
  setApart(post);
  const hollow = hasHollow(post);
  const parts = form.post(post);
  /** The descriptions of pictures in furniture, such as the name below a portrait. */
  const labels: string[] = [];
  for (const element of [...(parts.controls ?? []), ...findAll(post, isFurnitureElement)]) {
    if (!isWithin(element, post) || wordsOf([element], longestFurniture).trim().length > longestFurniture) continue;
    for (const line of linesOfNodes([element])) loseControl(wordsOf(line), words, place("body"));
    labels.push(...mediaWords(element));
    takeOut(element);
  }
  const { roles, copies } = takeHidden(post, words, place("body"));
  const { head, post: found } = readPostParts(post, index, parts, words, zone);
  countUnnamed(post, context.unnamed);
  const body: readonly Block[] = readBlocks(
    (parts.body ?? [post]).flatMap(({ childNodes }) => childNodes),
    mediaReader({ words, place, pictures, roles, ...(form.own !== undefined && { own: form.own }) }),
  );
  const read = [...withoutUnread(body), ...settleCopies(copies, body, words, place("body"))];
  const blocks = read.length === 0 && hollow ? [mediaBlock("embed", {}, [])] : read;
  for (const text of unreadTexts(texts, [...words.since(before), ...providersIn(blocks)]))
    words.lose(text, "unread markup", place("body"));
  const whole = { ...found, blocks };
  loseLabels(labels, whole, words, place("body"));
  return { head, post: whole };
}

/** Counts as lost the labels of pictures that were taken out. Most repeat words of the post. */
function loseLabels(labels: readonly string[], post: FoundPost, words: WordLedger, of: AccountPlace): void {
  if (labels.length === 0) return;
  const written = writtenWords({ page: { editors: [], panel: [] }, posts: [post] });
  const kept = [...written.values()].map(squeeze).join("\n");
  for (const label of labels)
    words.lose(label, kept.includes(squeeze(label)) ? "repeated in another form" : "attribute words", of);
}

/** Counts as lost the words of a button or a menu, as a fixed phrase where they are one. */
function loseControl(text: string, words: WordLedger, of: AccountPlace): void {
  const line = text.trim().replace(/\s+/g, " ");
  const phrase = controlPhrases.find((kind) => losses[kind].pattern.test(line));
  words.lose(text, phrase ?? "controls", of);
}

const controlPhrases = [
  "share tools",
  "read more",
  "key event",
  "furniture",
  "divider mark",
] as const satisfies readonly PhraseKind[];

/** The providers of embeds. Addresses give them too, so that they are no words of the account. */
const providersIn = (blocks: readonly Block[]): readonly string[] =>
  blocks.flatMap((block) =>
    isMedia(block)
      ? [...(block.provider === undefined ? [] : [block.provider]), ...providersIn(block.blocks)]
      : block.kind === "list"
        ? block.items.flatMap(providersIn)
        : block.kind === "quote"
          ? providersIn(block.blocks)
          : [],
  );
