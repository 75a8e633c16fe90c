/** The zone of an import: what the person said, else the usual one; and one zone for the parts of a live page that tell none. */
import type { ImportOptions } from "./import-options.ts";
import type { CaptureReading } from "./import-reading.ts";

export const usualZone = "Europe/London";

export const zoneOf = (options: ImportOptions): string => options.zone ?? usualZone;

/** Parts of one live page that tell no zone are of the one that another part tells: these are read `again` in it. */
export async function inOneZone<Part extends CaptureReading & { readonly options: ImportOptions }>(
  parts: readonly Part[],
  again: (part: Part, zone: string) => Promise<Part>,
): Promise<readonly Part[]> {
  const zone = parts.find(({ reading }) => reading.zone !== undefined)?.reading.zone;
  if (zone === undefined) return parts;
  const all: Part[] = [];
  for (const part of parts) {
    const { reading, options } = part;
    const isOpen = reading.zone === undefined && options.zone === undefined;
    const isGuessed = isOpen && reading.posts.some(({ inferred }) => inferred.includes("zone"));
    all.push(isGuessed ? await again(part, zone) : part);
  }
  return all;
}
