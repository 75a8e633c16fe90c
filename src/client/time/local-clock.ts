/** Turns a moment into the date and the clock of a zone, with the zone's name at that moment. */

export interface LocalClock {
  /** `2024-05-17` and `04:28`. */
  readonly date: string;
  readonly clock: string;
  /** The zone's name at that moment: `EDT` in English, else `UTC+8`; for London `BST` in every language, as on the pages. */
  readonly zone: string;
}

/** Undefined where the browser does not know the zone. */
export function localClockIn(zone: string, language: string): ((epoch: number) => LocalClock) | undefined {
  try {
    // Swedish writes 2024-05-17 04:28.
    const numbers = new Intl.DateTimeFormat("sv", { timeZone: zone, dateStyle: "short", timeStyle: "short" });
    // French names all other zones by their offset.
    const names = new Intl.DateTimeFormat(zone === "Europe/London" ? "en-GB" : /^en/.test(language) ? language : "fr", {
      timeZone: zone,
      timeZoneName: "short",
    });
    return (epoch) => {
      const [date = "", clock = ""] = numbers.format(epoch).split(" ");
      const called = names.formatToParts(epoch).find(({ type }) => type === "timeZoneName")?.value ?? "";
      return {
        date: date.padStart(10, "0"),
        clock,
        zone: called.replace("GMT+", "UTC+").replace("GMT-", "UTC\u2212"),
      };
    };
  } catch {
    return undefined;
  }
}

/** `2024-05-17` as the pages write it: `17 May`, `17 May 2024`; British English, and without a word for "year". */
export const dateInWords = (date: string, language: string, withYear: boolean): string =>
  new Intl.DateTimeFormat(language.replace(/^en.*/, "en-GB"), {
    timeZone: "UTC",
    day: "numeric",
    month: withYear ? "long" : "short",
    ...(withYear && { year: "numeric" }),
  })
    .format(Date.parse(date))
    .replace(/.[гр]\.$/, "");
