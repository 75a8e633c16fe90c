/** The captures that a person names on the command line: files, folders, standard input; opened, and as documents. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { printableWords } from "../../base/printable.ts";
import { count } from "../../base/terminal/amounts.ts";
import type { Terminal } from "../../base/terminal/terminal.ts";
import { type Budget, makeBudget } from "../../captures/budget.ts";
import { someNames } from "../../captures/containers/file-names.ts";
import type { FoundDocument } from "../../captures/document.ts";
import { limits, megabytes } from "../../captures/limits.ts";
import { type Opened, openCapture, openFolder } from "../../captures/open.ts";
import { UsageError } from "../../commands/command.ts";
import { type Problem, Refusal } from "../../model/problem.ts";
import { filesInFolder, finderBeside } from "./folder-files.ts";

/**
 * Opens them all, or throws a Refusal that names each one that cannot be read. The bytes of the documents are read when they are asked
 * for, each time anew: however many there are, one is in memory. A document that is there twice is given once.
 */
export async function readNamed(
  files: readonly string[],
  terminal: Terminal,
  note: (passed: PassedOver) => void = () => {},
): Promise<readonly FoundDocument[]> {
  if (files.length === 0)
    throw new UsageError(
      "Cannot import nothing: expected a file, an address, or - for standard input",
      "For example: afterlive import page.html",
    );
  if (files.filter((file) => file === "-").length > 1)
    throw new UsageError('Cannot read standard input twice: "-" stands there more than once', "Give it once");
  const problems: Problem[] = [];
  for (const file of files) problems.push(...faultsOf(file));
  if (problems.length > 0) throw new Refusal(problems);
  const budget = makeBudget();
  const documents: FoundDocument[] = [];
  for (const file of files) {
    const opened = await open(file, budget, terminal);
    if ("problem" in opened) {
      problems.push(opened.problem);
      continue;
    }
    for (const one of opened.documents) documents.push(one);
    const shown = printableWords(file);
    const all = [...opened.passed, ...(opened.records ?? [])];
    if (all.length > 0) note({ in: shown, files: all });
    if (opened.passed.length > 0) terminal.err(passedOver(shown, "file", "capture", opened.passed));
    for (const warning of opened.warnings) terminal.err(`${shown}  warning: ${warning}`);
  }
  if (problems.length > 0) throw new Refusal(problems);
  return eachOnce(documents, terminal);
}

/** What was passed over in a folder or a container, as `--json` lists it. */
export interface PassedOver {
  readonly in: string;
  readonly files: readonly string[];
}

/** What was passed over in a folder or a container, since it is none of `what`. */
export function passedOver(container: string, noun: string, what: string, files: readonly string[]): string {
  const [are, were] = files.length === 1 ? [`is no ${what}`, "was"] : [`are no ${what}s`, "were"];
  const names = files.map((file) => file.replace(`${container}, `, ""));
  return `${container}  warning: ${count(files.length, noun)} in it ${are} and ${were} passed over: ${someNames(names)}`;
}

async function open(file: string, budget: Budget, terminal: Terminal): Promise<Opened> {
  if (file === "-") {
    const bytes = await terminal.input(limits.file);
    return bytes === undefined
      ? { problem: tooLarge("standard input", `more than ${megabytes(limits.file)}`) }
      : openCapture({ file: "standard input", name: "standard-input", bytes }, { budget });
  }
  if (statSync(file).isDirectory()) return openFolder(file, filesInFolder(file), budget);
  return openCapture(
    { file, name: path.basename(file), bytes: readFileSync(file), again: async () => readFileSync(file) },
    { budget, beside: finderBeside(file) },
  );
}

/** Why a file cannot be opened, as far as that is seen without reading it. */
function faultsOf(file: string): readonly Problem[] {
  if (file === "-") return [];
  const fault = (message: string, hint: string): readonly Problem[] => [
    { severity: "error", file, line: 0, column: 0, message, hint },
  ];
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats === undefined)
    return fault(
      `Cannot find the capture "${file}"`,
      "Check the path; - reads standard input, and an address begins with https://",
    );
  if (stats.isDirectory())
    return isOfArchive(file)
      ? fault(
          `Cannot import the folder "${file}": it holds live pages of an archive, not captures`,
          "Name the files to be imported, or a folder of captures alone",
        )
      : [];
  if (!stats.isFile())
    return fault(
      `Cannot read the capture "${file}": it is not a file`,
      "Save it to a file, or give - and send it to standard input",
    );
  return stats.size > limits.file ? [tooLarge(file, megabytes(stats.size))] : [];
}

/** True for `content/` of an archive and for a live page's folder in it. */
function isOfArchive(folder: string): boolean {
  const has = (...names: readonly string[]): boolean => existsSync(path.join(folder, ...names));
  if (has("archive.md") || has("captures", "captures.yaml")) return true;
  return readdirSync(folder, { withFileTypes: true }).some(
    (entry) => entry.isDirectory() && has(entry.name, "captures", "captures.yaml"),
  );
}

const tooLarge = (file: string, size: string): Problem => ({
  severity: "error",
  file,
  line: 0,
  column: 0,
  message: `Cannot read the capture "${file}": it has ${size}, and a capture has at most ${megabytes(limits.file)}`,
  hint: "Save the text of the live page alone, a page at a time",
});

/** Without the second and further ones of equal bytes, of which the person is told. */
function eachOnce(documents: readonly FoundDocument[], terminal: Terminal): readonly FoundDocument[] {
  const first = new Map<string, FoundDocument>();
  const equal: FoundDocument[] = [];
  for (const document of documents)
    if (first.has(document.digest)) equal.push(document);
    else first.set(document.digest, document);
  const [one] = equal;
  if (one !== undefined)
    terminal.err(
      `${one.among ?? one.file}  warning: ${count(equal.length, "document")} in the import ${equal.length === 1 ? "is" : "are"} the same as another and ${equal.length === 1 ? "was" : "were"} read once: ${someNames(equal.map(({ file }) => file))}`,
    );
  return [...first.values()];
}
