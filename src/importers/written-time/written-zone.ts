/** A zone as pages write it behind a time, at a place in a text: "BST", "GMT+2", "Eastern Time", "heure de Paris", "мск". */
import { zoneNameOffset, zonesNamed } from "../../model/zone-names.ts";

export interface ZoneAt {
  readonly zoneName: string;
  /** Minutes east of UTC; undefined for names of several zones, or of one in summer and winter. */
  readonly offset?: number;
  readonly end: number;
}

const numbered = /(?:UTC|GMT) ?([+-]) ?(\d{1,2})(?::?(\d\d))?(?!\d)/y;
const glued = /([+-])(\d\d):?(\d\d)(?!\d)/y;
const name = /\p{L}+(?:[ -]\p{L}+){0,3}/uy;
/** Written small, too. */
const everyCase = /^(?:gmt|utc|bst|cest|cet|edt|aest|aedt|pdt|мск|msk|мсk)$/i;

/** The zone that begins at a place of a text; `behind` is where the time before it ended. */
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
    const said = words.slice(0, count).join("");
    const known = zoneCalled(said, from === behind);
    if (known !== undefined) return { zoneName: said, ...known, end: from + said.length };
  }
  return undefined;
}

function zoneCalled(said: string, isGlued: boolean): { readonly offset?: number } | undefined {
  if (said === "Z") return isGlued ? { offset: 0 } : undefined;
  const short = !said.includes(" ") && said.length <= 5;
  if (short && said !== said.toUpperCase() && !everyCase.test(said)) return undefined;
  const offset = zoneNameOffset(said);
  if (offset !== undefined) return { offset };
  if (zonesNamed(said).length > 0) return {};
  // A name that looks like a zone's is one, known or not: dropping it in silence would be worse than asking.
  return /^[A-Z]{1,3}[SD]T$|^(?:[A-Z][a-z]+ ){1,2}(?:Standard|Daylight|Summer|Winter) Time$/.test(said)
    ? {}
    : undefined;
}
