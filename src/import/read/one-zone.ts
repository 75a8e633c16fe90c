/** Parts of a live page -> the same parts, all read in one zone. */
import { pageAddress } from "../../archive/merge/page-address.ts";
import type { ImportOptions } from "../options.ts";
import type { CaptureReading } from "./capture.ts";

/** Reads a part again, in the zone that another part of its live page tells, where its own zone is only guessed. */
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

/** True for equal titles or addresses: a folder can hold pages of several newsrooms. */
const isSamePage = (a: CaptureReading, b: CaptureReading): boolean =>
  isSame(a.reading.page.title, b.reading.page.title) || isSame(addressOf(a), addressOf(b));

const isSame = (a: string | undefined, b: string | undefined): boolean => a !== undefined && a === b;

const addressOf = ({ reading, file }: CaptureReading): string | undefined =>
  pageAddress(reading.page.source ?? file.source ?? "");
