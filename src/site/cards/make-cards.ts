/** Turns cards into PNG files in the cache of pictures. Equal cards give equal bytes, however many are drawn at once. */
import fs from "node:fs";
import { availableParallelism } from "node:os";
import path from "node:path";
import { sha256 } from "../../base/digest.ts";
import { getCard, putCard, putVariant } from "../pictures/cache.ts";
import { forEachConcurrently } from "../pictures/concurrency.ts";
import { encoderVersions, printDrawing } from "../pictures/encode.ts";
import type { Variant } from "../pictures/picture.ts";
import { cardRecipe, cardSize } from "../pictures/recipes.ts";
import type { Card } from "./card.ts";
import { drawCard, drawingVersion } from "./draw.ts";
import { type CardFaces, faceFiles, openFaces } from "./faces.ts";

export interface CardOptions {
  /** The cache folder of the archive. */
  readonly cache: string;
  /** Opens each file that the cache has, instead of trusting its size and its time; false if absent. */
  readonly verify?: boolean;
  /** How many are drawn at once; by default the number of processors. The bytes do not depend on it. */
  readonly jobs?: number;
  /** Called after each card that had to be drawn. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** The file of each card, in the order of the cards. */
export async function makeCards(cards: readonly Card[], options: CardOptions): Promise<readonly Variant[]> {
  const cache = path.join(options.cache, "pictures");
  const made = new Map<string, Variant>();
  const todo = new Map<string, Card>();
  for (const card of cards) {
    const key = keyOf(card);
    const known = getCard(cache, key, options.verify);
    if (known === undefined) todo.set(key, card);
    else made.set(key, known);
  }
  if (todo.size > 0) await drawAll(todo, made, cache, options);
  return cards.flatMap((card) => made.get(keyOf(card)) ?? []);
}

/** Draws the cards of `todo` into `made`, both by cache key. */
async function drawAll(
  todo: ReadonlyMap<string, Card>,
  made: Map<string, Variant>,
  cache: string,
  { jobs = availableParallelism(), onProgress }: CardOptions,
): Promise<void> {
  fs.mkdirSync(cache, { recursive: true });
  opened ??= openFaces();
  const faces = await opened;
  let done = 0;
  await forEachConcurrently([...todo], jobs, async ([key, card]) => {
    const variant = putVariant(cache, key, "png", cardSize, await printDrawing(drawCard(card, faces)));
    putCard(cache, key, variant);
    made.set(key, variant);
    done += 1;
    onProgress?.(done, todo.size);
  });
}

let opened: Promise<CardFaces> | undefined;

/** The cache key of what is drawn, without the path: live pages, and builds, may share a file. */
const keyOf = ({ path: _, ...shown }: Card): string =>
  `${sha256(JSON.stringify([shown, drawingVersion, cardRecipe, faceFiles, JSON.stringify(encoderVersions)])).slice(0, 16)}-card`;
