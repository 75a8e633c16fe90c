/** From an offset in a text to the zone that begins there, behind a time: "BST", "GMT+2", "Eastern Time", "heure de Paris", "мск". */
import { zoneNameOffset, zonesNamed } from "../../model/zone-names.ts";

export interface ZoneAt {
  readonly zoneName: string;
  /** Minutes east of UTC; undefined for names of several zones, and for those that hold in summer and in winter. */
  readonly offset?: number;
  readonly end: number;
}

const numbered = /(?:UTC|GMT) ?([+-]) ?(\d{1,2})(?::?(\d\d))?(?!\d)/y;
const glued = /([+-])(\d\d):?(\d\d)(?!\d)/y;
const name = /\p{L}+(?:[ -]\p{L}+){0,3}/uy;
/** Short names that also occur in lower case. */
const everyCase = /^(?:gmt|utc|bst|cest|cet|edt|aest|aedt|pdt|мск|msk|мсk)$/i;

/** The zone that begins at an offset of a text; undefined where none does. `behind` is the offset behind the time before it. */
export function zoneAt(text: string, from: number, behind: number): ZoneAt | undefined {
  const at = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = from;
    return pattern.exec(text);
  };
  const number = at(numbered) ?? (from - behind <= 1 ? at(glued) : null);
  if (number !== null) {
    const east = Number(number[2]) * 60 + Number(number[3] ?? 0);
    if (east > 14 * 60) return undefined;
    return { zoneName: number[0], offset: number[1] === "-" && east > 0 ? -east : east, end: from + number[0].length };
  }
  const words = at(name)?.[0].split(/(?=[ -])/) ?? [];
  for (let count = words.length; count > 0; count -= 1) {
    const zoneName = words.slice(0, count).join("");
    const known = zoneCalled(zoneName, from === behind);
    if (known !== undefined) return { zoneName, ...known, end: from + zoneName.length };
  }
  return undefined;
}

function zoneCalled(zoneName: string, isGlued: boolean): { readonly offset?: number } | undefined {
  if (zoneName === "Z") return isGlued ? { offset: 0 } : undefined;
  const short = !zoneName.includes(" ") && zoneName.length <= 5;
  if (short && zoneName !== zoneName.toUpperCase() && !everyCase.test(zoneName)) return undefined;
  const offset = zoneNameOffset(zoneName);
  if (offset !== undefined) return { offset };
  if (zonesNamed(zoneName).length > 0) return {};
  // A name with the form of a zone's is one, known or not: an unknown zone is reported, not dropped.
  return /^[A-Z]{1,3}[SD]T$|^(?:[A-Z][a-z]+ ){1,2}(?:Standard|Daylight|Summer|Winter) Time$/.test(zoneName)
    ? {}
    : undefined;
}
