/** From the times of a live page to a warning for each whose offset the clocks of its zones did not have then. */
import type { ArchivedPage } from "../archive/archive.ts";
import { placeOfKey } from "../archive/read/place-of.ts";
import { type Instant, instantInZone, offsetText, printInstant } from "../model/instant.ts";
import type { Problem } from "../model/problem.ts";

/** An offset of the zone of the event is right too: a person may write the times of that place. */
export function timeProblems(root: string, { page, files }: ArchivedPage): readonly Problem[] {
  const zones = [page.zone, ...(page.eventZone === undefined ? [] : [page.eventZone])];
  const problems: Problem[] = [];
  const look = (file: string, key: string, instant: Instant | undefined): void => {
    if (instant === undefined || zones.some((zone) => offsetIn(zone, instant.epoch) === instant.offset)) return;
    problems.push(wrongOffset(root, file, key, instant));
  };
  for (const { id, published, updated } of page.posts) {
    const file = files.get(id) ?? "";
    look(file, "published", published);
    look(file, "updated", updated);
    if (published !== undefined && updated !== undefined && updated.epoch < published.epoch)
      problems.push(updatedBefore(root, file));
  }
  return problems;
}

/** By zone and day since 1970: the offset at its start and at its end, which mostly is the offset of all of it. */
const known = new Map<string, readonly [number, number]>();

function offsetIn(zone: string, epoch: number): number {
  if (zone === "UTC") return 0;
  const day = Math.floor(epoch / 86_400_000);
  const key = `${zone} ${day}`;
  let ends = known.get(key);
  if (ends === undefined) {
    const at = (time: number): number => instantInZone(time, zone).offset;
    ends = [at(day * 86_400_000), at((day + 1) * 86_400_000)];
    known.set(key, ends);
  }
  return ends[0] === ends[1] ? ends[0] : instantInZone(epoch, zone).offset;
}

function wrongOffset(root: string, file: string, key: string, instant: Instant): Problem {
  const { source, ...place } = placeOfKey(root, file, key);
  const { epoch, offset, zone } = instant;
  const right = offsetIn(zone, epoch);
  const message = `Cannot match "${key}" with its zone: it is at ${offsetText(offset)}, but clocks in ${zone} were at ${offsetText(right)} then`;
  // With Z the moment is sure; else a person reads a clock, and adds an offset.
  const meant = source.endsWith("Z") ? { epoch, offset: right } : byClock(instant);
  return { severity: "warning", ...place, message, hint: `Write: ${key}: ${printInstant({ ...meant, zone })}` };
}

/** The moment at which the clocks of the zone showed what the person wrote. */
function byClock({ epoch, offset, zone }: Instant): { readonly epoch: number; readonly offset: number } {
  const clock = epoch + offset * 60_000;
  const right = offsetIn(zone, clock - offsetIn(zone, epoch) * 60_000);
  return { epoch: clock - right * 60_000, offset: right };
}

function updatedBefore(root: string, file: string): Problem {
  const { source: _, ...place } = placeOfKey(root, file, "updated");
  const message = 'Cannot match "updated" with "published": the post was changed before it was published';
  return { severity: "warning", ...place, message, hint: "Correct one of the two times" };
}
