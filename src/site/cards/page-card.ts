/** What the card of a live page shows. */
import type { ArchiveSettings } from "../../model/live-page.ts";
import type { LivePageView } from "../view.ts";
import { type Card, cardFile } from "./card.ts";

export function pageCard(head: LivePageView, settings: ArchiveSettings): Card {
  const { slug, language, direction, title, publisher, days, extent, strip } = head;
  return {
    path: `${slug}/${cardFile}`,
    language,
    direction,
    over: publisher ?? settings.title,
    title,
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
