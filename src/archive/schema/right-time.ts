/** From a time that a person wrote in another form to the time as front matter has it, in the clocks of the live page's zone. */
import { instantsInZone, isZone, offsetText, parseInstant, printInstant } from "../../model/instant.ts";
import { zoneNameOffset } from "../../model/zone-names.ts";

const written =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:T|, ?| +)(\d{1,2})[:.](\d\d)(?::(\d\d))?(?: *(?:([+-])(\d{1,2})(?::?(\d\d))?|(Z|[A-Za-z]{2,5})))?$/i;

/**
 * `2024-05-16T09:00:00+01:00` for "2024-05-16 09:00" in Europe/London; two of them for an hour that came twice; none for a text that
 * tells no day and no time.
 */
export function rightTimes(text: string, zone: string): readonly string[] {
  const match = written.exec(text);
  if (match === null) return [];
  const [, year, month, day, hour, minute, second, sign, hours, minutes, name] = match;
  const local = `${year}-${pad(month)}-${pad(day)}T${pad(hour)}:${minute}:${second ?? "00"}`;
  const named = name === undefined ? undefined : name.toUpperCase() === "Z" ? 0 : zoneNameOffset(name);
  const told = sign === undefined ? undefined : `${sign}${pad(hours)}:${minutes ?? "00"}`;
  if (told !== undefined || named !== undefined) {
    const time = `${local}${told ?? offsetText(named ?? 0)}`;
    return parseInstant(time, "UTC") === undefined ? [] : [time];
  }
  if (name !== undefined || !isZone(zone) || parseInstant(`${local}Z`, "UTC") === undefined) return [];
  const numbers = { year: Number(year), month: Number(month), day: Number(day) };
  const { instants, skipped } = instantsInZone({ ...numbers, hour: Number(hour), minute: Number(minute) }, zone);
  return instants.map((instant) => (skipped ? printInstant(instant) : `${local}${offsetText(instant.offset)}`));
}

const pad = (number: string | undefined): string => (number ?? "0").padStart(2, "0");
