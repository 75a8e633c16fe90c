/** The captures that a person names on the command line, as bytes; too large a file is refused before it is read. */
import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { Refusal } from "../model/problem.ts";
import { type Terminal, UsageError } from "./command.ts";

export interface NamedBytes {
  /** As the person named it; "standard input" for "-". */
  readonly file: string;
  /** The file's own name, without its folder; kept with the capture. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Reads them all, or throws a Refusal that names each one that cannot be read. `limit` is in bytes. */
export async function readNamed(
  files: readonly string[],
  limit: number,
  terminal: Terminal,
): Promise<readonly NamedBytes[]> {
  if (files.length === 0)
    throw new UsageError(
      "Cannot import nothing: expected a file, or - for standard input",
      "For example: afterlive import page.txt",
    );
  if (files.filter((file) => file === "-").length > 1)
    throw new UsageError('Cannot read standard input twice: "-" stands there more than once', "Give it once");
  const refusals = files.flatMap((file) => (file === "-" ? [] : refusalOf(file, limit)));
  if (refusals.length > 0) throw new Refusal(refusals);
  const named: NamedBytes[] = [];
  for (const file of files) {
    named.push(
      file === "-"
        ? { file: "standard input", name: "standard-input", bytes: await terminal.input() }
        : { file, name: path.basename(file), bytes: readFileSync(file) },
    );
  }
  return named;
}

function refusalOf(file: string, limit: number) {
  const refuse = (message: string, hint: string) => [
    { severity: "error" as const, file, line: 0, column: 0, message, hint },
  ];
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats === undefined) return refuse(`Cannot find the capture "${file}"`, "Check the path; - reads standard input");
  if (stats.isDirectory())
    return refuse(`Cannot read the capture "${file}": it is a folder`, "Name the text files in it");
  if (!stats.isFile())
    return refuse(
      `Cannot read the capture "${file}": it is not a file`,
      "Save it to a file, or give - and send it to standard input",
    );
  if (stats.size > limit)
    return refuse(
      `Cannot read the capture "${file}": it has ${megabytes(stats.size)} MB, and a capture has at most ${megabytes(limit)} MB`,
      "Save the text of the live page alone, a page at a time",
    );
  return [];
}

const megabytes = (bytes: number): number => Math.round(bytes / 1024 / 1024);
