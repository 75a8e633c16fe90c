/** The drawn cards of a site: which must be drawn anew, and the files that they are. */
import { sha256 } from "../../base/digest.ts";
import type { Card } from "../../site/cards/card.ts";
import type { Variant } from "../../site/pictures/picture.ts";
import type { Copy } from "../output/copies.ts";
import type { Outputs } from "../state.ts";
import { type Before, holds, isThere } from "./up-to-date.ts";

/** Draws cards, or finds them: the file of each, in the order of the cards. */
export type DrawCards = (cards: readonly Card[]) => Promise<readonly Pick<Variant, "cached" | "digest">[]>;

/** A card with what the last build left of its page. */
export interface WantedCard {
  readonly card: Card;
  readonly before: Before;
}

export interface SettledCards {
  readonly outputs: Outputs;
  /** Those that the site does not hold. */
  readonly copies: readonly Copy[];
}

/** `printing` stands for the program and the options. As a page, a card that shows what it showed is not looked at again. */
export async function settleCards(
  wanted: readonly WantedCard[],
  printing: string,
  draw: DrawCards,
): Promise<SettledCards> {
  const outputs: Record<string, readonly [string, string]> = {};
  const copies: Copy[] = [];
  const todo: (WantedCard & { readonly key: string })[] = [];
  for (const one of wanted) {
    const { path } = one.card;
    const key = sha256(`${printing}\ncard\n${JSON.stringify(one.card)}`).slice(0, 24);
    const known = one.before.outputs[path];
    if (known !== undefined && isThere({ path, key, before: one.before })) outputs[path] = known;
    else todo.push({ ...one, key });
  }
  const drawn = todo.length === 0 ? [] : await draw(todo.map(({ card }) => card));
  for (const [index, { card, key, before }] of todo.entries()) {
    const file = drawn[index];
    if (file === undefined) throw new Error(`Cannot draw "${card.path}": no file came of it`);
    outputs[card.path] = [key, file.digest];
    if (!holds(card.path, file.digest, before))
      copies.push({ path: card.path, copy: file.cached, digest: file.digest });
  }
  return { outputs, copies };
}
