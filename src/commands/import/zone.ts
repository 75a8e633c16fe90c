/** The zone of an import: what the person said, else the usual one; and one zone for the parts of a live page that tell none. */
import { pageAddress } from "../../archive/merge/page-address.ts";
import type { ImportOptions } from "./options.ts";
import type { CaptureReading } from "./reading.ts";

export const usualZone = "Europe/London";

export const zoneOf = (options: ImportOptions): string => options.zone ?? usualZone;

/** Parts of one live page that tell no zone are of the one that another part tells: these are read `again` in it. */
export async function inOneZone<Part extends CaptureReading & { readonly options: ImportOptions }>(
  parts: readonly Part[],
  again: (part: Part, zone: string) => Promise<Part>,
): Promise<readonly Part[]> {
  const told = parts.filter(({ reading }) => reading.zone !== undefined);
  if (told.length === 0) return parts;
  const all: Part[] = [];
  for (const part of parts) {
    const { reading, options } = part;
    const isOpen = reading.zone === undefined && options.zone === undefined;
    const isGuessed = isOpen && reading.posts.some(({ inferred }) => inferred.includes("zone"));
    const zone = isGuessed ? told.find((one) => isSamePage(one, part))?.reading.zone : undefined;
    all.push(zone === undefined ? part : await again(part, zone));
  }
  return all;
}

/** By title or address: a folder can hold pages of several newsrooms. */
const isSamePage = (a: CaptureReading, b: CaptureReading): boolean =>
  isSame(a.reading.page.title, b.reading.page.title) || isSame(addressOf(a), addressOf(b));

const isSame = (a: string | undefined, b: string | undefined): boolean => a !== undefined && a === b;

const addressOf = ({ reading, file }: CaptureReading): string | undefined =>
  pageAddress(reading.page.source ?? file.source ?? "");
