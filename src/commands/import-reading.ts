/** From a capture's bytes to a live page with the account of its characters: the pure half of an import. */

import type { FoundDocument } from "../captures/document.ts";
import { decodeText } from "../captures/text.ts";
import type { Importer, Reading, ReadOptions } from "../importers/contract.ts";
import { readForms } from "../importers/read-forms.ts";
import { type Problem, Refusal } from "../model/problem.ts";
import { count } from "./words.ts";

export interface CaptureReading {
  readonly file: FoundDocument;
  readonly text: string;
  readonly importer: Importer;
  readonly reading: Reading;
}

/** Reads one capture with the importer that knows its form, or throws a Refusal with every error it has. */
export function readCapture(file: FoundDocument, options: Omit<ReadOptions, "file">): CaptureReading {
  const decoded = decodeText(file.bytes, file.file, file.charset === undefined ? {} : { charset: file.charset });
  if ("problem" in decoded) throw new Refusal([decoded.problem]);
  const { text } = decoded;
  const excess = /^[\s\ufeff]*[<[{]/.test(text.slice(0, 1000)) ? excessOf(text) : undefined;
  if (excess !== undefined) throw new Refusal([tooLarge(file.file, excess)]);
  const read = readForms(text, { ...options, file: file.file });
  if (read === undefined) throw new Refusal([unknownForm(file.file, text)]);
  const { importer, reading } = read;
  const errors = reading.problems.filter((problem) => problem.severity === "error");
  if (errors.length > 0) throw new Refusal(errors);
  return { file, text, importer, reading };
}

/** In characters, and in tags or values: a page or data becomes many times as large in memory. */
const most = { characters: 24 * 1024 * 1024, tags: 300_000, values: 1_200_000 } as const;

/** What there is too much of in a page or in data; undefined where it can be read. */
function excessOf(text: string): string | undefined {
  if (text.length > most.characters)
    return `at most ${most.characters / 1024 / 1024} MB, got ${Math.round(text.length / 1024 / 1024)} MB`;
  const isPage = text.trimStart().startsWith("<");
  const mark = isPage ? "<" : ",";
  let pieces = 0;
  for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + 1)) pieces += 1;
  const limit = isPage ? most.tags : most.values;
  if (pieces <= limit) return undefined;
  return `at most ${count(limit, isPage ? "tag" : "value")}, got ${count(pieces, isPage ? "tag" : "value")}`;
}

const tooLarge = (file: string, excess: string): Problem => ({
  severity: "error",
  file,
  line: 0,
  column: 0,
  message: `Cannot read the capture: expected a page or data of ${excess}`,
  hint: "Import the pages of the live page one by one, or its text",
});

const unknownForm = (file: string, text: string): Problem => ({
  severity: "error",
  file,
  line: 0,
  column: 0,
  message: /^[\s\ufeff]*</.test(text.slice(0, 1000))
    ? "Cannot read the capture: it is HTML in which no posts of a live page can be found"
    : "Cannot read the capture: it is of no form that is known here",
  hint: "Copy the whole live page, with the times and numbers of its posts, into a text file and import that",
});
