/** The bytes of one capture -> a live page, and the account of its characters. */

import type { FoundDocument } from "../../captures/document.ts";
import { saveAgain, savePage } from "../../captures/save-page.ts";
import { decodeText } from "../../captures/text.ts";
import type { Importer, Reading, ReadOptions } from "../../importers/contract.ts";
import { isMarkup } from "../../importers/html/html.ts";
import { readForms } from "../../importers/read-forms.ts";
import { fileProblem, type Problem, Refusal } from "../../model/problem.ts";
import { type Allowance, makeAllowance, TotalRefusal } from "./allowance.ts";
import { findFrames } from "./frames.ts";

export interface CaptureReading {
  readonly file: FoundDocument;
  readonly text: string;
  readonly importer: Importer;
  readonly reading: Reading;
}

/** Throws a TotalRefusal where the documents are too much together: before the first of them is read. */
export async function weighDocuments(files: readonly FoundDocument[]): Promise<void> {
  const allowance = makeAllowance();
  for (const file of files) {
    const decoded = decodeText(await file.bytes(), file.file, charsetOf(file));
    try {
      if ("text" in decoded) allowance.take(file.file, decoded.text);
    } catch (error) {
      // A document that alone is too much is refused when it is read.
      if (!(error instanceof Refusal) || error instanceof TotalRefusal) throw error;
    }
  }
}

const charsetOf = ({ charset }: FoundDocument): { readonly charset?: string } =>
  charset === undefined ? {} : { charset };

/** Reads a capture with the importer that knows its form. Throws a Refusal with every error of the capture. */
export async function readCapture(
  file: FoundDocument,
  bytes: Uint8Array,
  allowance: Allowance,
  options: Omit<ReadOptions, "file">,
): Promise<CaptureReading> {
  const decoded = decodeText(bytes, file.file, charsetOf(file));
  if ("problem" in decoded) throw new Refusal([decoded.problem]);
  const { text } = decoded;
  allowance.take(file.file, text);
  const frames = await findFrames(file, text);
  for (const { html } of frames.values()) allowance.take(file.file, html);
  const read = readForms(text, { ...options, file: file.file, ...(frames.size > 0 && { frames }) });
  if (read === undefined) throw new Refusal([unknownForm(file.file, text)]);
  const { importer, reading } = read;
  const errors = reading.problems.filter((problem) => problem.severity === "error");
  if (errors.length > 0) throw new Refusal(errors);
  allowance.takeWords(file.file, reading);
  allowance.addCapture(file.file);
  return { file, text, importer, reading };
}

const unknownForm = (file: string, text: string): Problem =>
  fileProblem(
    file,
    `Cannot read the capture: ${formOf(text.slice(0, 1000).replace(/^[\s\ufeff]+/, ""))}`,
    isMarkup(text) ? saveAgain : savePage,
  );

/** What is wrong with a text in which no importer finds a live page. */
function formOf(start: string): string {
  if (start.startsWith("<")) return "it is HTML in which no posts of a live page can be found";
  if (/^[{[]/.test(start)) return "it is data, or text, of no form that is known here";
  return "expected text with at least three posts that begin or end with their times, or a saved page";
}
