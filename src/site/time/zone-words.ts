/** Turns a zone and an offset into a short name, from a table here, since machines disagree about abbreviations. */
import type { Instant } from "../../model/instant.ts";

export interface ZoneWords {
  /** Beside a time: "BST", "UTC+3". */
  readonly short: string;
  /** Present where the short word is a name, which each language writes out: see `Strings.zoneNames`. */
  readonly name?: ZoneName;
}

export type ZoneName = "GMT" | "BST";

const named: Readonly<Record<string, Readonly<Record<number, ZoneWords>>>> = {
  "Europe/London": {
    0: { short: "GMT", name: "GMT" },
    60: { short: "BST", name: "BST" },
  },
};

/** The name of an instant's zone at that instant; "UTC+5:30" where no name is known, with a real minus sign. */
export const zoneWords = (instant: Instant): ZoneWords =>
  named[instant.zone]?.[instant.offset] ?? { short: offsetWords(instant.offset) };

/** "UTC", "UTC+3", "UTC−4:30". `offset` is in minutes east. */
export function offsetWords(offset: number): string {
  if (offset === 0) return "UTC";
  const size = Math.abs(offset);
  const minutes = size % 60 === 0 ? "" : `:${String(size % 60).padStart(2, "0")}`;
  return `UTC${offset < 0 ? "\u2212" : "+"}${Math.floor(size / 60)}${minutes}`;
}
