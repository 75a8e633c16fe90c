/** From the JSON of a page that a web archive replays to the JSON as it was: removes the archive's address from each address. */
import { mayHoldReplay, replayedAt } from "../../captures/notes/replay-address.ts";
import { isReplayed } from "../../captures/notes/replay-note.ts";

/** The values without addresses of an archive. They stay as they are where `html` is not a page that an archive replays. */
export const withoutReplayIn = <Value>(values: readonly Value[], html: string): readonly Value[] =>
  mayHoldReplay(html) && isReplayed(html) ? values.map((value) => plainData(value, 0) as Value) : values;

/** The deepest level of data that is searched for addresses. */
const deepest = 100;

function plainData(value: unknown, depth: number): unknown {
  if (typeof value === "string") return replayedAt(value)?.address ?? value;
  if (typeof value !== "object" || value === null || depth > deepest) return value;
  if (Array.isArray(value)) return value.map((one) => plainData(one, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, plainData(one, depth + 1)]));
}
