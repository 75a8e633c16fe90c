/** A drawn card: a picture of a live page, or of the archive, in words and bars. Plain data; knows no font. */
import type { ArchiveSettings } from "../../model/live-page.ts";
import { cardSize } from "../pictures/recipes.ts";
import type { RenderDependencies } from "../render-dependencies.ts";
import type { CardView } from "../views/frame.ts";

/** As JSON it is the card's key: it holds what the card shows, and nothing else. */
export interface Card {
  /** From the site's root. It stays as it is whatever the card shows, so that the pages of posts name it unchanged. */
  readonly path: string;
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  /** A line above the title. */
  readonly over: string;
  readonly title: string;
  /** A sentence below it. */
  readonly lead: string;
  /** Below them, side by side: the first is a time. */
  readonly time: string;
  readonly facts: string;
  readonly strip?: CardStrip;
}

/** Bars on a ruler. All numbers are percentages of its width or height, from the left. */
export interface CardStrip {
  readonly bars: readonly (readonly [x: number, height: number])[];
  readonly barWidth: number;
  /** Above the bars, each beside its mark. */
  readonly days: readonly CardMark[];
  /** Below them. */
  readonly ticks: readonly CardMark[];
}

export interface CardMark {
  readonly x: number;
  readonly text?: string;
  /** Where the words stand: after the mark, before it, or else in the middle. */
  readonly anchor?: "start" | "end";
}

/** The card of a live page, or of the archive. */
export interface CardChoice {
  /** As pages name it. Posts name the card of their live page: it says nothing that a new post would change. */
  readonly named: CardView;
  /** Absent where the archive brings a card of its own. */
  readonly drawn?: Card;
}

/** Undefined where no page names one. */
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

/** In the folder of a live page, and at the site's root. */
export const cardFile = "card.png";

export const pageCardPath = (slug: string): string => `${slug}/${cardFile}`;

/** Whether a path of a site is that of a card of a live page, or of the archive. */
export const isCardPath = (file: string): boolean => file === cardFile || file.endsWith(`/${cardFile}`);
