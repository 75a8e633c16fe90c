/** A drawn card: the picture of a live page, or of the archive, in words and bars. Plain data, without fonts. */
import type { ArchiveSettings } from "../../model/live-page.ts";
import { cardSize } from "../pictures/recipes.ts";
import type { RenderDependencies } from "../render-dependencies.ts";
import type { CardView } from "../views/frame.ts";

/** Its JSON is its cache key: it holds what the card shows, and nothing else. */
export interface Card {
  /** From the site's root. It does not depend on what the card shows, so that pages that name it stay as they are. */
  readonly path: string;
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  /** A line above the title; "" for none, as below. */
  readonly over: string;
  readonly title: string;
  /** A sentence below it. */
  readonly lead: string;
  /** Beside the line above the title: days, then numbers. */
  readonly time: string;
  readonly facts: string;
  readonly strip?: CardStrip;
}

/** Bars on a ruler. All numbers are percentages of its width or height, from the left. */
export interface CardStrip {
  readonly bars: readonly (readonly [x: number, height: number])[];
  readonly barWidth: number;
  /** Labels above the bars, each beside its mark. */
  readonly days: readonly CardMark[];
  /** The ruler below the bars. */
  readonly ticks: readonly CardMark[];
}

export interface CardMark {
  readonly x: number;
  readonly text?: string;
  /** The words stand after the mark (`start`), before it (`end`), or else centred on it. */
  readonly anchor?: "start" | "end";
}

/** The card of a live page, or of the archive. */
export interface CardChoice {
  /** As pages name it. It holds nothing that a new post would change, since all posts without a picture name it. */
  readonly named: CardView;
  /** Absent where the archive brings its own file. */
  readonly drawn?: Card;
}

/** Undefined for an archive without an address, and where no cards are drawn: then no page names one. */
export function chooseCard(
  { cards, ownFiles }: Pick<RenderDependencies, "cards" | "ownFiles">,
  { url }: ArchiveSettings,
  make: () => Card,
): CardChoice | undefined {
  if (!cards || url === undefined) return undefined;
  const card = make();
  const named = { href: card.path, type: "image/png", alt: card.title } as const;
  return ownFiles.has(card.path) ? { named } : { named: { ...named, size: cardSize }, drawn: card };
}

/** Its name in the folder of a live page, and at the site's root. */
export const cardFile = "card.png";

export const pageCardPath = (slug: string): string => `${slug}/${cardFile}`;

/** True for the path of a drawn card, from the site's root. */
export const isCardPath = (file: string): boolean => file === cardFile || file.endsWith(`/${cardFile}`);
