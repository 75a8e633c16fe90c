/** Turns an instant into the words that pages show. */
import { type Instant, printInstant } from "../../model/instant.ts";
import type { Strings } from "../i18n/strings.ts";
import type { TimeView } from "../views/time.ts";
import { clockOf, localTime } from "./clock.ts";
import { zoneWords } from "./zone-words.ts";

export function timeView(instant: Instant, strings: Strings): TimeView {
  const local = localTime(instant);
  return {
    iso: printInstant(instant),
    clock: clockOf(local),
    zone: zoneWords(instant).short,
    date: strings.date(local),
    longDate: strings.longDate(local),
  };
}
