/** From a capture's bytes to a live page with the account of its characters: the pure half of an import. */
import { decodeText } from "../captures/text.ts";
import type { Importer, Reading, ReadOptions } from "../importers/contract.ts";
import { importers } from "../importers/registry.ts";
import { Refusal } from "../model/problem.ts";
import type { NamedBytes } from "./import-files.ts";

export interface CaptureReading {
  readonly file: NamedBytes;
  readonly text: string;
  readonly importer: Importer;
  readonly reading: Reading;
}

/** Reads one capture with the importer that knows its form, or throws a Refusal with every error it has. */
export function readCapture(file: NamedBytes, options: Omit<ReadOptions, "file">): CaptureReading {
  const decoded = decodeText(file.bytes, file.file);
  if ("problem" in decoded) throw new Refusal([decoded.problem]);
  const { text } = decoded;
  const importer = importerOf(text);
  const reading = importer.read(text, { ...options, file: file.file });
  const errors = reading.problems.filter((problem) => problem.severity === "error");
  if (errors.length > 0) throw new Refusal(errors);
  return { file, text, importer, reading };
}

/** The importer that is surest; where none is, the first says what it misses. */
function importerOf(text: string): Importer {
  const ranked = importers.map((importer) => ({ importer, rank: importer.recognises(text) }));
  const [best] = ranked.sort((a, b) => b.rank - a.rank);
  if (best === undefined) throw new Error("There is no importer in the registry");
  return best.importer;
}
