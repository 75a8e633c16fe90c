/** Pages that a browser saved as one file (MHTML): the page is a part, its pictures are the others. */
import { parse } from "mhtml-to-html";
import { ContainerFault, type FoundFrame, type HeldDocument, type NamedBytes, plainAddress } from "./document.ts";
import { limits, megabytes } from "./limits.ts";
import { originalOf } from "./replay-address.ts";

/** Throws a ContainerFault where there is no page in it. */
export function openMhtml(given: NamedBytes): readonly HeldDocument[] {
  if (given.bytes.length > limits.wholeContainer)
    throw new ContainerFault(
      `Cannot read the MHTML file: expected at most ${megabytes(limits.wholeContainer)}, got ${megabytes(given.bytes.length)}`,
      "Save the page as HTML",
    );
  const { headers, resources, index } = parsed(given.bytes);
  const page = index === undefined ? undefined : resources[index];
  if (page === undefined)
    throw new ContainerFault("Cannot find a page in the MHTML file: no part of it is HTML", "Save the page again");
  const bytes = bytesOf(page);
  if (bytes.length > limits.document)
    throw new ContainerFault(
      `Cannot read the page in the MHTML file: it has more than ${megabytes(limits.document)}`,
      "Save the page as HTML",
    );
  const source = headers["snapshot-content-location"] ?? page.id;
  const date = new Date(headers.date ?? "");
  // Addresses in the page and names of parts may be relative, to where the page was or to nothing.
  const base = [headers["content-base"], source, page.id].find((one) => typeof one === "string" && URL.canParse(one));
  const spellings = (address: string): readonly string[] => {
    const whole = base !== undefined && URL.canParse(address, base) ? new URL(address, base).href : address;
    return [address, whole, decoded(address), `<${decoded(address.replace(/^cid:/i, ""))}>`].map(plainAddress);
  };
  const known = new Map<string, Uint8Array>();
  for (const [name, resource] of Object.entries(resources)) {
    const part = bytesOf(resource);
    // A page that an archive replayed names its pictures as they were before.
    for (const spelling of [...spellings(name), plainAddress(originalOf(name).address)])
      if (!known.has(spelling)) known.set(spelling, part);
  }
  const frames = new Map<string, FoundFrame>();
  for (const [name, resource] of Object.entries(resources)) {
    if (resource === page || !/^(?:text\/html|application\/xhtml)/i.test(resource.contentType ?? "")) continue;
    const frame = { bytes: bytesOf(resource), ...(/^https?:/i.test(resource.id) && { source: resource.id }) };
    // "<frame-1@mhtml>" is named "cid:frame-1@mhtml".
    frames.set(/^<.*>$/.test(name) ? `cid:${name.slice(1, -1)}` : name, frame);
  }
  return [
    {
      file: given.file,
      name: given.name,
      bytes,
      ...(typeof source === "string" && /^https?:/.test(source) && { source }),
      ...(!Number.isNaN(date.getTime()) && { captured: date.toISOString() }),
      ...(frames.size > 0 && { frames }),
      find: async (address) => {
        const spelling = spellings(address).find((one) => known.has(one));
        return spelling === undefined ? undefined : known.get(spelling);
      },
    },
  ];
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

function parsed(bytes: Uint8Array): ReturnType<typeof parse> {
  try {
    return parse(bytes);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new ContainerFault(`Cannot read the MHTML file: ${why}`, "Save the page again, or save it as HTML");
  }
}

/** Text is given as text, all else in base64. */
const bytesOf = ({ data, transferEncoding }: ReturnType<typeof parse>["resources"][string]): Uint8Array =>
  transferEncoding === "base64" ? Buffer.from(data, "base64") : new TextEncoder().encode(data);
