/** Turns the settings and the times of an archive into its card. */
import type { ArchiveSettings } from "../../model/live-page.ts";
import { stringsFor, textDirection } from "../i18n/language.ts";
import { clip, firstPassage } from "../text/excerpt.ts";
import { type Card, cardFile } from "./card.ts";
import { yearsStrip } from "./years.ts";

/** `count`: of live pages. `times`: the newest time of each that has one, in milliseconds since 1970. */
export function archiveCard(settings: ArchiveSettings, count: number, times: readonly number[]): Card {
  const { language, title, about } = settings;
  const direction = textDirection(language);
  const strip = yearsStrip(times, direction);
  return {
    path: cardFile,
    language,
    direction,
    over: "",
    title: clip(title, 300),
    lead: clip(firstPassage(about), 160),
    time: "",
    facts: stringsFor(language).livePages(count),
    ...(strip !== undefined && { strip }),
  };
}
