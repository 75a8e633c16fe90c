/** The captures that a person names on the command line: files, folders, standard input; opened, and as documents. */
import { readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import { type FoundDocument, isDocumentName, limits } from "../captures/document.ts";
import { type FindBeside, openCapture } from "../captures/open.ts";
import { type Problem, Refusal } from "../model/problem.ts";
import { type Terminal, UsageError } from "./command.ts";

/** The largest file that is opened, in bytes: a web archive can hold many pages. */
export const maxFileBytes = 128 * 1024 * 1024;

/** Reads and opens them all, or throws a Refusal that names each one that cannot be read. `limit` is in bytes. */
export async function readNamed(
  files: readonly string[],
  limit: number,
  terminal: Terminal,
): Promise<readonly FoundDocument[]> {
  if (files.length === 0)
    throw new UsageError(
      "Cannot import nothing: expected a file, an address, or - for standard input",
      "For example: afterlive import page.html",
    );
  if (files.filter((file) => file === "-").length > 1)
    throw new UsageError('Cannot read standard input twice: "-" stands there more than once', "Give it once");
  const problems: Problem[] = [];
  const whole = files.flatMap((file) => (file === "-" ? [file] : filesIn(file, limit, problems)));
  if (problems.length > 0) throw new Refusal(problems);
  const documents: FoundDocument[] = [];
  for (const file of whole) {
    const opened =
      file === "-"
        ? await openCapture({ file: "standard input", name: "standard-input", bytes: await terminal.input() })
        : await openCapture({ file, name: path.basename(file), bytes: readFileSync(file) }, finderBeside(file));
    if ("problem" in opened) problems.push(opened.problem);
    else for (const one of opened.documents) documents.push(one);
  }
  if (problems.length > 0) throw new Refusal(problems);
  return documents;
}

/** A file, or the captures in a folder; what cannot be read goes to `problems`. */
function filesIn(file: string, limit: number, problems: Problem[]): readonly string[] {
  const refuse = (message: string, hint: string): readonly string[] => {
    problems.push({ severity: "error", file, line: 0, column: 0, message, hint });
    return [];
  };
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats === undefined)
    return refuse(
      `Cannot find the capture "${file}"`,
      "Check the path; - reads standard input, and an address begins with https://",
    );
  if (stats.isDirectory()) {
    const captures = capturesIn(file);
    return captures.length > 0
      ? captures.flatMap((one) => filesIn(one, limit, problems))
      : refuse(
          `Cannot find a capture in the folder "${file}": expected .html, .json, .txt, .mhtml, .warc, .wacz, .zip or .gz`,
          "Name the files in it",
        );
  }
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
  return [file];
}

/** The captures right in a folder, by name; a saved page's `_files` are no captures. */
const capturesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
    .map(({ name }) => name)
    .filter((name) => isDocumentName(name) || /\.(?:warc|wacz|zip|gz)$/i.test(name))
    .sort()
    .map((name) => path.join(folder, name));

/** Finds files that a browser saved with a page, in its folder or below, and never elsewhere. */
function finderBeside(file: string): FindBeside {
  const folder = path.dirname(path.resolve(file));
  return async (address) => {
    if (/^[a-z][a-z0-9+.-]*:|^[/\\]/i.test(address)) return undefined;
    try {
      const found = realpathSync(path.join(folder, decodeURIComponent(address.replace(/[?#].*/s, ""))));
      const stats = statSync(found);
      const inside = found.startsWith(realpathSync(folder) + path.sep);
      return inside && stats.isFile() && stats.size <= limits.picture ? readFileSync(found) : undefined;
    } catch {
      return undefined;
    }
  };
}

const megabytes = (bytes: number): number => Math.round(bytes / 1024 / 1024);
