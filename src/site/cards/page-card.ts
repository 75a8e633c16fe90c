/** Turns the head of a live page into its card. */
import type { ArchiveSettings } from "../../model/live-page.ts";
import { clip } from "../text/excerpt.ts";
import type { LivePageView } from "../views/live-page.ts";
import type { StripView } from "../views/strip.ts";
import { type Card, pageCardPath } from "./card.ts";

/** Characters; no card has room for more. */
const longest = 300;

export function pageCard(head: LivePageView, settings: ArchiveSettings): Card {
  const { slug, language, direction, title, publisher, days, extent, strip } = head;
  return {
    path: pageCardPath(slug),
    language,
    direction,
    over: clip(publisher ?? settings.title, longest),
    title: clip(title, longest),
    lead: "",
    time: days ?? "",
    facts: extent,
    ...(strip !== undefined && { strip: cardStrip(strip) }),
  };
}

/** As on the page: a bar fills seven tenths of its place. In percent, to one decimal. */
function cardStrip({ bars, width, days, ticks }: StripView): NonNullable<Card["strip"]> {
  const percent = (units: number): number => Math.round((units / width) * 1000) / 10;
  return {
    bars: bars.map(({ x, height }) => [percent(x + 1.5), height] as const),
    barWidth: Math.max(0.1, percent(7)),
    days,
    ticks,
  };
}
