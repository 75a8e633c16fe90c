/** From a page that a browser saved as one file (MHTML) to documents: the page, its frames and pictures, and further pages. */

import { parse } from "mhtml-to-html";
import { percentDecoded } from "../../base/address.ts";
import { ContainerFault, type FoundFrame, type HeldDocument, type NamedBytes, plainAddress } from "../document.ts";
import { limits, megabytes } from "../limits.ts";
import { originalOf } from "../notes/replay-address.ts";
import { pictureEnding } from "../pictures/kind.ts";
import { frameAddresses } from "./frame-addresses.ts";
import { withOwnNames } from "./mhtml-names.ts";

interface OpenedMhtml {
  readonly documents: readonly HeldDocument[];
  /** Parts that an earlier part of the same name hides, and that are no documents. */
  readonly passed: readonly string[];
}

/** The page, then the parts that no frame names. Throws a ContainerFault where it holds no page. */
export function openMhtml(given: NamedBytes): OpenedMhtml {
  if (given.bytes.length > limits.wholeContainer)
    throw new ContainerFault(
      `Cannot read the MHTML file: expected at most ${megabytes(limits.wholeContainer)}, got ${megabytes(given.bytes.length)}`,
      "Save the page as HTML",
    );
  const { bytes: whole, names } = withOwnNames(given.bytes);
  const nameOf = ({ id }: Resource): string => names.get(id)?.name ?? id;
  const shownAs = ({ id }: Resource): string => names.get(id)?.shown ?? id;
  const { headers, resources, index } = parsed(whole);
  const page = index === undefined ? undefined : resources[index];
  if (page === undefined)
    throw new ContainerFault("Cannot find a page in the MHTML file: no part of it is HTML", "Save the page again");
  const bytes = bytesOf(page);
  if (bytes.length > limits.document)
    throw new ContainerFault(
      `Cannot read the page in the MHTML file: it has more than ${megabytes(limits.document)}`,
      "Save the page as HTML",
    );
  const source = headers["snapshot-content-location"] ?? nameOf(page);
  const date = new Date(headers.date ?? "");
  // Addresses in the page and names of parts may be relative to the page, or to nothing.
  const base = [headers["content-base"], source, nameOf(page)].find(
    (one) => typeof one === "string" && URL.canParse(one),
  );
  const spellings = (address: string): readonly string[] => {
    const whole = base !== undefined && URL.canParse(address, base) ? new URL(address, base).href : address;
    return [address, whole, percentDecoded(address), `<${percentDecoded(address.replace(/^cid:/i, ""))}>`].map(
      plainAddress,
    );
  };
  const known = new Map<string, Uint8Array>();
  for (const [name, resource] of Object.entries(resources)) {
    const part = bytesOf(resource);
    // A page that an archive replayed names its pictures by their original addresses.
    for (const spelling of [...spellings(name), plainAddress(originalOf(name).address)])
      if (!known.has(spelling)) known.set(spelling, part);
  }
  const frames = new Map<string, FoundFrame>();
  const pages = new Set<Resource>();
  for (const [name, resource] of Object.entries(resources)) {
    if (resource === page || !isHtml(resource)) continue;
    // "<frame-1@mhtml>" is named "cid:frame-1@mhtml".
    const address = /^<.*>$/.test(name) ? `cid:${name.slice(1, -1)}` : name;
    frames.set(address, { bytes: bytesOf(resource), ...sourceOf(nameOf(resource)) });
    pages.add(resource);
  }
  const find = async (address: string): Promise<Uint8Array | undefined> => {
    const spelling = spellings(address).find((one) => known.has(one));
    return spelling === undefined ? undefined : known.get(spelling);
  };
  const facts = {
    name: given.name,
    ...(!Number.isNaN(date.getTime()) && { captured: date.toISOString() }),
    ...(frames.size > 0 && { frames }),
    find,
  };
  const inFrames = spellingsOfFrames([page, ...pages], spellings);
  const named = new Set<Resource>([page]);
  for (const [name, resource] of Object.entries(resources))
    if (spellings(name).some((spelling) => inFrames.has(spelling))) named.add(resource);
  const others = [...new Set(Object.values(resources))].filter((resource) => !named.has(resource));
  return {
    documents: [
      { file: given.file, ...facts, bytes, ...(typeof source === "string" && /^https?:/.test(source) && { source }) },
      ...others.filter(mayBeDocument).map((resource) => ({
        file: `${given.file}, ${shownAs(resource)}`,
        ...facts,
        bytes: bytesOf(resource),
        ...sourceOf(nameOf(resource)),
      })),
    ],
    passed: others
      .filter((resource) => names.has(resource.id) && !mayBeDocument(resource))
      .filter((resource) => !isSame(resource, resources[nameOf(resource)]))
      .map(shownAs),
  };
}

type Resource = ReturnType<typeof parse>["resources"][string];

const isHtml = ({ contentType }: Resource): boolean => /^(?:text\/html|application\/xhtml)/i.test(contentType ?? "");

/** True for a part that may be a further page of the live page, or its text; reading it will tell. */
function mayBeDocument(resource: Resource): boolean {
  if (isHtml(resource)) return true;
  if (!/^(?:text\/plain|application\/(?:ld\+)?json)\b/i.test(resource.contentType ?? "text/plain")) return false;
  const bytes = bytesOf(resource);
  return pictureEnding(bytes) === undefined && /\S/.test(new TextDecoder("latin1").decode(bytes));
}

const sourceOf = (name: string): { readonly source?: string } => (/^https?:/i.test(name) ? { source: name } : {});

/** Every spelling of the addresses that the frames of these pages have. */
function spellingsOfFrames(
  pages: readonly Resource[],
  spellings: (address: string) => readonly string[],
): ReadonlySet<string> {
  const found = new Set<string>();
  for (const page of pages) {
    const html = new TextDecoder("latin1").decode(bytesOf(page));
    for (const address of frameAddresses(html)) for (const spelling of spellings(address)) found.add(spelling);
  }
  return found;
}

function parsed(bytes: Uint8Array): ReturnType<typeof parse> {
  try {
    return parse(bytes);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new ContainerFault(`Cannot read the MHTML file: ${why}`, "Save the page again, or save it as HTML");
  }
}

const isSame = (one: Resource, other: Resource | undefined): boolean =>
  other !== undefined && Buffer.compare(bytesOf(one), bytesOf(other)) === 0;

/** Text is given as text, all else in base64. */
const bytesOf = ({ data, transferEncoding }: Resource): Uint8Array =>
  transferEncoding === "base64" ? Buffer.from(data, "base64") : new TextEncoder().encode(data);
