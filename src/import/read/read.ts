/** Documents -> captures: each document is read by the importer that knows its form, with the options that hold for it. */
import type { Terminal } from "../../base/terminal/terminal.ts";
import type { FoundDocument } from "../../captures/document.ts";
import { Refusal } from "../../model/problem.ts";
import { capturedAt, type ImportOptions, zoneOf } from "../options.ts";
import { type PassedOver, passedOver } from "../passed-over.ts";
import { type Allowance, makeAllowance, TotalRefusal } from "./allowance.ts";
import { type CaptureReading, readCapture, weighDocuments } from "./capture.ts";
import { earlierOptions, findEarlier } from "./earlier.ts";
import { inOneZone } from "./one-zone.ts";

/** A capture as it was read, with the options that it was read with. */
export interface ReadCapture extends CaptureReading {
  readonly options: ImportOptions;
}

interface ReadCaptures {
  /** At least one. */
  readonly captures: readonly ReadCapture[];
  /** The documents that are no live pages, by the folder or container that holds them. */
  readonly passedOver: readonly PassedOver[];
}

interface ReadJob {
  readonly root: string;
  readonly options: ImportOptions;
  readonly terminal: Pick<Terminal, "err">;
}

/**
 * Reads one document after the other, so that the text of one is in memory. Throws a Refusal with every
 * error of every document; a document that was found in a container or a folder may be no live page, which is a warning.
 */
export async function readDocuments(
  { root, options: asked, terminal }: ReadJob,
  documents: readonly FoundDocument[],
): Promise<ReadCaptures> {
  const earlier = findEarlier(root, asked, documents);
  const optionsFor = ({ captured, digest }: FoundDocument): ImportOptions => ({
    ...(captured !== undefined && { captured }),
    ...(earlier !== undefined && earlierOptions(root, earlier, digest)),
    ...asked,
  });
  if (documents.length > 1) await weighDocuments(documents);
  const allowance = makeAllowance();
  const captures: ReadCapture[] = [];
  const refused: Refused[] = [];
  for (const document of documents) {
    const read = await tryToRead(document, optionsFor(document), allowance, earlier?.zone);
    if ("refusal" in read) refused.push(read);
    else captures.push(read);
  }
  refuseUnread(captures, refused);
  const passed = [...Map.groupBy(refused, ({ document }) => document.among ?? "")].map(([container, group]) => {
    terminal.err(passedOver(container, "document", "live page", namesOf(group)));
    return { in: container, files: namesOf(group).map((file) => file.replace(`${container}, `, "")) };
  });
  if (earlier?.zone !== undefined) return { captures, passedOver: passed };
  const inZone = await inOneZone(captures, ({ file, options }, zone) =>
    readDocument(file, options, makeAllowance(), zone),
  );
  return { captures: inZone, passedOver: passed };
}

interface Refused {
  readonly document: FoundDocument;
  readonly refusal: Refusal;
}

async function tryToRead(
  document: FoundDocument,
  options: ImportOptions,
  allowance: Allowance,
  keptZone: string | undefined,
): Promise<ReadCapture | Refused> {
  try {
    return await readDocument(document, options, allowance, keptZone);
  } catch (error) {
    if (error instanceof Refusal && !(error instanceof TotalRefusal)) return { document, refusal: error };
    throw error;
  }
}

/** Throws a Refusal where a document that the person named was not read, or where none was read at all. */
function refuseUnread(captures: readonly ReadCapture[], refused: readonly Refused[]): void {
  const named = refused.filter(({ document }) => document.among === undefined);
  const told = named.length > 0 ? named : captures.length === 0 ? refused.slice(0, 3) : [];
  if (told.length > 0) throw new Refusal(told.flatMap(({ refusal }) => refusal.problems));
}

const namesOf = (group: readonly Refused[]): readonly string[] => group.map(({ document }) => document.file);

async function readDocument(
  document: FoundDocument,
  options: ImportOptions,
  allowance: Allowance,
  keptZone: string | undefined,
): Promise<ReadCapture> {
  const { year, title, language } = options;
  const captured = capturedAt(options);
  const address = options.url ?? document.source;
  const reading = await readCapture(document, await document.bytes(), allowance, {
    zone: zoneOf(options),
    zoneTold: options.zone !== undefined,
    ...(keptZone !== undefined && { keptZone }),
    ...(language !== undefined && { language }),
    ...(year !== undefined && { year }),
    ...(title !== undefined && { title }),
    ...(captured !== undefined && { captured }),
    ...(address !== undefined && { address }),
  });
  return { ...reading, options };
}
