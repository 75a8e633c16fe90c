/** Values of schema.org as publishers write them. */
import { type Instant, parseInstant } from "../model/instant.ts";
import { isOfType, type JsonObject } from "./json-find.ts";

/** A time with an offset, to the second; undefined for one without, which could be of any zone. */
export function momentOf(text: string, zone: string): Instant | undefined {
  const instant = parseInstant(text, zone);
  return instant && { ...instant, epoch: Math.floor(instant.epoch / 1000) * 1000 };
}

/** An author who is somebody, not the publisher. */
export const isPerson = (author: JsonObject): boolean =>
  !["Organization", "NewsMediaOrganization", "Corporation"].some((type) => isOfType(author, type));

/** Fields that name no words of a page: addresses, types, sizes, who publishes it. */
const machine = new Set(
  "@context @id @type author breadcrumb copyrightHolder copyrightYear coverageEndTime coverageStartTime dateCreated dateModified datePublished discussionUrl hasPart height identifier inLanguage isAccessibleForFree isPartOf license logo mainEntity mainEntityOfPage potentialAction publisher sameAs speakable thumbnailUrl url width wordCount".split(
    " ",
  ),
);

export const machineField = (path: string): boolean => path.split(".").some((key) => machine.has(key));
