/** Turns the head of a live page into its card. */
import type { ArchiveSettings } from "../../model/live-page.ts";
import { clip } from "../text/excerpt.ts";
import type { LivePageView } from "../views/live-page.ts";
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
    ...(strip !== undefined && {
      strip: {
        bars: strip.bars.map(({ x, height }) => [x, height] as const),
        barWidth: strip.barWidth,
        days: strip.days,
        ticks: strip.ticks,
      },
    }),
  };
}
