/** Turns cards into image files of the site: draws those whose content changed, keeps the others. */
import type { Card } from "../../site/cards/card.ts";
import type { Variant } from "../../site/pictures/picture.ts";
import type { Outputs } from "../cache/state.ts";
import type { Copy } from "../output/copies.ts";
import { isUpToDate, type LastOutputs, outputKey, siteHolds } from "./up-to-date.ts";

/** Draws cards, or finds them in the cache: the file of each, in the order of the cards. */
export type DrawCards = (cards: readonly Card[]) => Promise<readonly Pick<Variant, "cached" | "digest">[]>;

/** A card, and the last outputs of the page that it belongs to. */
export interface WantedCard {
  readonly card: Card;
  readonly last: LastOutputs;
}

export interface CardOutputs {
  readonly outputs: Outputs;
  /** The cards that the site lacks. */
  readonly copies: readonly Copy[];
}

/** `renderKey` stands for the program and the options. */
export async function renderCards(
  wanted: readonly WantedCard[],
  renderKey: string,
  draw: DrawCards,
): Promise<CardOutputs> {
  const outputs: Record<string, readonly [string, string]> = {};
  const copies: Copy[] = [];
  const outdated: (WantedCard & { readonly key: string })[] = [];
  for (const { card, last } of wanted) {
    const key = outputKey(renderKey, "card", JSON.stringify(card));
    const known = last.outputs[card.path];
    if (known !== undefined && isUpToDate({ path: card.path, key, last })) outputs[card.path] = known;
    else outdated.push({ card, last, key });
  }
  const drawn = outdated.length === 0 ? [] : await draw(outdated.map(({ card }) => card));
  for (const [index, { card, key, last }] of outdated.entries()) {
    const file = drawn[index];
    if (file === undefined) throw new Error(`Cannot draw "${card.path}": no file came of it`);
    outputs[card.path] = [key, file.digest];
    if (!siteHolds(card.path, file.digest, last))
      copies.push({ path: card.path, copy: file.cached, digest: file.digest });
  }
  return { outputs, copies };
}
