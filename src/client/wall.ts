/** What a clock on the wall shows at a moment, in a zone, over changes of summer time too. */

export interface Wall {
  /** `2024-05-17` and `04:28`. */
  readonly date: string;
  readonly clock: string;
  /** As people there call the zone at that moment: `BST`, `GMT+8`. */
  readonly zone: string;
}

/** Undefined where the browser does not know the zone. */
export function wallIn(zone: string, language: string): ((epoch: number) => Wall) | undefined {
  try {
    const numbers = new Intl.DateTimeFormat("en-u-nu-latn", {
      timeZone: zone,
      calendar: "gregory",
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
    });
    const names = new Intl.DateTimeFormat(language, { timeZone: zone, timeZoneName: "short" });
    return (epoch) => {
      const part = partsOf(numbers, epoch);
      return {
        date: `${part("year").padStart(4, "0")}-${part("month")}-${part("day")}`,
        clock: `${part("hour")}:${part("minute")}`,
        zone: partsOf(names, epoch)("timeZoneName"),
      };
    };
  } catch {
    return undefined;
  }
}

function partsOf(format: Intl.DateTimeFormat, epoch: number) {
  const parts = format.formatToParts(epoch);
  return (type: Intl.DateTimeFormatPartTypes): string => parts.find((part) => part.type === type)?.value ?? "";
}

/** `2024-05-17` as the pages write it: `17 May`, `17 May 2024`; English as in Britain, whatever its region. */
export const dateInWords = (date: string, language: string, withYear: boolean): string =>
  new Intl.DateTimeFormat(language.replace(/^en.*/, "en-GB"), {
    timeZone: "UTC",
    day: "numeric",
    month: withYear ? "long" : "short",
    ...(withYear && { year: "numeric" }),
  }).format(Date.parse(date));
