/** From a page that a browser saved as one file (MHTML) to documents: the page, its frames and pictures, and further pages. */

import { parse } from "mhtml-to-html";
import { percentDecoded } from "../../base/address.ts";
import {
  ContainerFault,
  type FindBeside,
  type FoundFrame,
  type HeldDocument,
  type NamedBytes,
  plainAddress,
} from "../document.ts";
import { limits, megabytes } from "../limits.ts";
import { originalOf } from "../notes/replay-address.ts";
import { pictureEnding } from "../pictures/kind.ts";
import { frameAddresses } from "./frame-addresses.ts";
import { withOwnNames } from "./mhtml-names.ts";

interface OpenedMhtml {
  readonly documents: readonly HeldDocument[];
  /** Parts that are no documents and that an earlier part of the same name hides. */
  readonly passed: readonly string[];
}

/** The page, then the parts that no frame names. Throws a ContainerFault where there is no page, or where a limit is exceeded. */
export function openMhtml(given: NamedBytes): OpenedMhtml {
  const mhtml = readParts(given.bytes);
  const { page, names, resources, source, captured } = mhtml;
  const frames = framesOf(mhtml);
  const facts = {
    name: given.name,
    ...(captured !== undefined && { captured }),
    ...(frames.size > 0 && { frames }),
    find: finderOf(mhtml),
  };
  const others = partsOutsideFrames(mhtml);
  const shownAs = ({ id }: Resource): string => names.get(id)?.shown ?? id;
  return {
    documents: [
      { file: given.file, ...facts, bytes: bytesOf(page), ...(/^https?:/.test(source) && { source }) },
      ...others.filter(mayBeDocument).map((resource) => ({
        file: `${given.file}, ${shownAs(resource)}`,
        ...facts,
        bytes: bytesOf(resource),
        ...sourceOf(nameOf(resource, mhtml)),
      })),
    ],
    passed: others
      .filter((resource) => names.has(resource.id) && !mayBeDocument(resource))
      .filter((resource) => !isSame(resource, resources[nameOf(resource, mhtml)]))
      .map(shownAs),
  };
}

/** An MHTML file, parsed. */
interface Mhtml {
  readonly page: Resource;
  /** All parts by their names, the page among them. */
  readonly resources: ReturnType<typeof parse>["resources"];
  /** The names that parts have in the file, where these are not unique in it. */
  readonly names: ReturnType<typeof withOwnNames>["names"];
  /** The address of the page. */
  readonly source: string;
  /** The address to which those in the page and the names of parts are relative; undefined where none is a whole address. */
  readonly base: string | undefined;
  /** ISO 8601, UTC. */
  readonly captured: string | undefined;
}

function readParts(given: Uint8Array): Mhtml {
  if (given.length > limits.wholeContainer)
    throw new ContainerFault(
      `Cannot read the MHTML file: expected at most ${megabytes(limits.wholeContainer)}, got ${megabytes(given.length)}`,
      "Save the page as HTML",
    );
  const { bytes, names } = withOwnNames(given);
  const { headers, resources, index } = parsed(bytes);
  const page = index === undefined ? undefined : resources[index];
  if (page === undefined)
    throw new ContainerFault("Cannot find a page in the MHTML file: no part of it is HTML", "Save the page again");
  if (bytesOf(page).length > limits.document)
    throw new ContainerFault(
      `Cannot read the page in the MHTML file: it has more than ${megabytes(limits.document)}`,
      "Save the page as HTML",
    );
  const name = nameOf(page, { names });
  const source = headers["snapshot-content-location"] ?? name;
  const date = new Date(headers.date ?? "");
  return {
    page,
    resources,
    names,
    source,
    base: [headers["content-base"], source, name].find((one) => one !== undefined && URL.canParse(one)),
    captured: Number.isNaN(date.getTime()) ? undefined : date.toISOString(),
  };
}

const nameOf = ({ id }: Resource, { names }: Pick<Mhtml, "names">): string => names.get(id)?.name ?? id;

/** The spellings of one address in a page and in the names of parts. */
function spellingsOf(address: string, { base }: Mhtml): readonly string[] {
  const whole = base !== undefined && URL.canParse(address, base) ? new URL(address, base).href : address;
  return [address, whole, percentDecoded(address), `<${percentDecoded(address.replace(/^cid:/i, ""))}>`].map(
    plainAddress,
  );
}

/** The parts that are pages, without the page itself, by the addresses that frames give them. */
function framesOf(mhtml: Mhtml): ReadonlyMap<string, FoundFrame> {
  const frames = new Map<string, FoundFrame>();
  for (const [name, resource] of Object.entries(mhtml.resources)) {
    if (resource === mhtml.page || !isHtml(resource)) continue;
    // "<frame-1@mhtml>" is named "cid:frame-1@mhtml".
    const address = /^<.*>$/.test(name) ? `cid:${name.slice(1, -1)}` : name;
    frames.set(address, { bytes: bytesOf(resource), ...sourceOf(nameOf(resource, mhtml)) });
  }
  return frames;
}

/** Finds the bytes of a part by an address in a page, in any spelling. */
function finderOf(mhtml: Mhtml): FindBeside {
  const known = new Map<string, Uint8Array>();
  for (const [name, resource] of Object.entries(mhtml.resources)) {
    const part = bytesOf(resource);
    // A page that an archive replayed names its pictures by their original addresses.
    for (const spelling of [...spellingsOf(name, mhtml), plainAddress(originalOf(name).address)])
      if (!known.has(spelling)) known.set(spelling, part);
  }
  return async (address) => {
    const spelling = spellingsOf(address, mhtml).find((one) => known.has(one));
    return spelling === undefined ? undefined : known.get(spelling);
  };
}

/** The parts that are not the page and to which no frame of a page leads. */
function partsOutsideFrames(mhtml: Mhtml): readonly Resource[] {
  const { page, resources } = mhtml;
  const inFrames = new Set<string>();
  for (const one of new Set([page, ...Object.values(resources).filter(isHtml)])) {
    const html = new TextDecoder("latin1").decode(bytesOf(one));
    for (const address of frameAddresses(html))
      for (const spelling of spellingsOf(address, mhtml)) inFrames.add(spelling);
  }
  const named = new Set<Resource>([page]);
  for (const [name, resource] of Object.entries(resources))
    if (spellingsOf(name, mhtml).some((spelling) => inFrames.has(spelling))) named.add(resource);
  return [...new Set(Object.values(resources))].filter((resource) => !named.has(resource));
}

type Resource = ReturnType<typeof parse>["resources"][string];

const isHtml = ({ contentType }: Resource): boolean => /^(?:text\/html|application\/xhtml)/i.test(contentType ?? "");

/** True for a part that may be a further page of the live page, or its text. Only an importer can tell for certain. */
function mayBeDocument(resource: Resource): boolean {
  if (isHtml(resource)) return true;
  if (!/^(?:text\/plain|application\/(?:ld\+)?json)\b/i.test(resource.contentType ?? "text/plain")) return false;
  const bytes = bytesOf(resource);
  return pictureEnding(bytes) === undefined && /\S/.test(new TextDecoder("latin1").decode(bytes));
}

const sourceOf = (name: string): { readonly source?: string } => (/^https?:/i.test(name) ? { source: name } : {});

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

/** The parser gives text as text, and all other content in base64. */
const bytesOf = ({ data, transferEncoding }: Resource): Uint8Array =>
  transferEncoding === "base64" ? Buffer.from(data, "base64") : new TextEncoder().encode(data);
